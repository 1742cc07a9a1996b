/** The case as of a date: on the chart, among the filters and on paper. */
export const chartDate = {
  'chart-date': 'Chart at a date',
  'chart-date.kind': 'Shown is what',
  'chart-date.known': 'was known on',
  'chart-date.happened': 'had happened by',
  'chart-date.is.known': 'As known on {{date}}',
  'chart-date.is.happened': 'As happened by {{date}}',
  'chart-date.date': 'Date',
  'chart-date.earlier': 'Back to the day before on which something changed',
  'chart-date.later': 'On to the next day on which something changes',
  'chart-date.leave': 'Show as of today',
  'chart-date.figures': 'Figures too',
  'chart-date.undated': 'Undated links too',
  'chart-date.hides_one': '{{count, number}} of {{of}} on this chart is not shown.',
  'chart-date.hides_other': '{{count, number}} of {{of}} on this chart are not shown.',
  'chart-date.greys_one': '{{count, number}} of {{of}} on this chart is grey.',
  'chart-date.greys_other': '{{count, number}} of {{of}} on this chart are grey.',
  'chart-date.hides-none': 'All {{of}} on this chart are shown.',
  'chart-date.how.known':
    'A source counts once the day it was received is over, or from when it was recorded here if it has no such date (such sources here: {{log}} of {{sources}}). A link or event is shown when such a source says so, an entity with the first source or link that speaks of it, what has no source from when it was recorded. Names, grades and places on the chart are those of today.',
  'chart-date.how.happened':
    'Shown is every link and event that had begun, or may have begun, by the end of this date, and everything before it. A link without a time has that of its event. Persons and things appear with their first link. Names, grades and places on the chart are those of today.',
  'chart-date.said.known': 'The chart shows what was known on {{date}}.',
  'chart-date.said.happened': 'The chart shows what had happened by {{date}}.',
  'chart-date.said.left': 'The chart is as of today.',
  'chart-date.said.first': 'Nothing changes before this date.',
  'chart-date.said.last': 'Nothing changes after this date.',
  'chart-date.on-sheet.known':
    'As known on {{date}}: only what sources received by then speak of; names, roles, times, strengths and amounts are as of today',
  'chart-date.on-sheet.happened': 'As happened by {{date}}: only what had begun by then',
} as const;
