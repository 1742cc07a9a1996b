/** Times as stated, and what to say where one cannot be read or does not add up. */
export const time = {
  'precision.year': 'year',
  'precision.month': 'month',
  'precision.day': 'day',
  'precision.minute': 'minute',
  'precision.second': 'second',
  'calendar.gregory': 'Gregorian',
  'calendar.buddhist': 'Buddhist era',
  'span.relation.before': 'before',
  'span.relation.after': 'after',
  'span.relation.overlap': 'possibly at the same time',
  'span.relation.undated': 'undated',

  'finding.span.ends-before-it-starts': 'It ends ({{latest}}) before it starts ({{earliest}}).',
  'finding.span.unreadable': '“{{text}}” is not a time as year-month-day.',
  'finding.span.zone-unknown': 'The time zone {{zone}} is not known; read in the zone of the case.',
  'finding.span.skipped-hour': 'Clocks in {{zone}} never showed {{text}}: they were put forward then.',
  'finding.span.form': 'Cannot be read as a date. The words are kept.',
  'finding.span.no-such-day': 'There is no such day. The words are kept.',
  'finding.span.two-digit-year': 'A year of two figures can mean several years. The words are kept.',
} as const;
