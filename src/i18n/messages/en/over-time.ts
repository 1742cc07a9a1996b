/** A measure by slice of time: who was where in the ranking, week by week or month by month. */
export const overTime = {
  'over-time.running': 'Over time: {{measure}}',
  'over-time.unit': 'Slices of time',
  'over-time.unit.week': 'By week',
  'over-time.unit.month': 'By month',
  'over-time.unit.year': 'By year',
  'over-time.shape': 'Shown as',
  'over-time.shape.table': 'Table',
  'over-time.shape.flow': 'Rank flow',
  'over-time.slices_one': 'All dated links are in one slice of time, from {{from}}: nothing can be compared.',
  'over-time.slices_other': '{{count, number}} slices, the first from {{from}}, the last from {{to}}.',
  'over-time.empty_one': 'One of them has no link.',
  'over-time.empty_other': '{{count, number}} of them have no link.',
  'over-time.undated_one': 'One of {{of}} links has no date and is in no slice.',
  'over-time.undated_other': '{{count, number}} of {{of}} links have no date and are in no slice.',
  'over-time.dated': 'No link is without a date.',
  'over-time.column_one': 'In one slice',
  'over-time.column_other': 'Over {{count, number}} slices',
  'over-time.scale': 'Scale of the lines',
  'over-time.scale.one': 'One scale',
  'over-time.scale.own': 'Own scales',
  'over-time.scale.one.short': 'one scale',
  'over-time.scale.own.short': 'own scales',
  'over-time.column.about.one':
    'Value in each slice, all lines on one scale from 0 to the highest value of all; a gap: no link in that slice, or no value there. Beside it: lowest to highest.',
  'over-time.column.about.own':
    'Value in each slice, each line on a scale of its own, so that heights of two lines cannot be compared; a gap: no link in that slice, or no value there. Beside it: lowest to highest.',
  'over-time.column.whole': '{{measure}}, all links',
  'over-time.column.value-in': '{{measure}} in {{slice}}',
  'over-time.column.rank-in': 'Rank in {{slice}}',
  'over-time.column.ranks': 'Ranks by slice',
  'over-time.column.ranks.about':
    'Rank in each slice among those who have a link in it; –: no link, no value, or all are equal.',
  'over-time.column.best': 'Best rank',
  'over-time.best': '{{rank}} ({{slice}})',
  'over-time.range': '{{low}} to {{high}}, in {{count}}',
  'over-time.nowhere': 'no value in any slice',
  'over-time.flow':
    'In each slice of time, the first of the ranking, down to place {{count}}; whoever falls further, or has no rank then, leaves at the foot.',
  'over-time.flow.keys': 'Arrow keys go from line to line, Enter selects. The table beside it holds the same ranks.',
  'over-time.stale':
    'Worked out at change {{revision}}; dates of links, or the time zone of the case, have changed since.',
  'over-time.method':
    '{{measure}}, as of change {{revision}}. {{unit}} (zone {{zone}}), over the links that may stand in each slice: one that lasted, or of which only an earliest and a latest moment are known, stands in every slice it may belong to. Ranked are those who have a link in the slice; where all are equal, nobody is. Fewer links in a slice may mean that less was recorded, not that less happened.',
} as const;
