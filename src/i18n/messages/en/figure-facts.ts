/** What stands beside the values of a figure: numbers that come with them, the groups they are sorted by, how long they would take. */
export const figureFacts = {
  'figure-facts.label': 'Beside these values',
  'figure-facts.one': '{{name}}: {{value}}',
  'figure-facts.refining.now': 'A first estimate: it is made better while you watch.',
  'figure-facts.one-of': '{{measure}}: {{facts}}',
  'figure-facts.groups.answered': 'Groups: as found by {{method}} at change {{revision}}. {{parameters}}',
  'figure-facts.groups.found': 'Groups: found for this figure by {{method}}, over the same links. {{parameters}}',
  'figure-facts.refining.broken-off':
    'Broken off before it was as exact as was asked: the error stated is that of this estimate.',
  'figure-facts.refining.no-chart':
    'A first estimate, not as exact as was asked: it goes on no chart. Ask again and let it finish.',
  'figure-facts.refining.no-file': 'It is still made better: wait until it is done, or break it off.',
  'figure-facts.instead_one':
    '{{measure}} is not worked out for {{number}} entity, as its part of the network is too large for it. A like question is answered by: {{others}}.',
  'figure-facts.instead_other':
    '{{measure}} is not worked out for {{number}} entities, as their part of the network is too large for it. A like question is answered by: {{others}}.',
  'figure-facts.within.no-chart':
    'Values within groups are not on one scale, and a chart would not say so of each. They stand in the table.',
  'figure-facts.within':
    'Worked out within each group alone ({{grouping}}), links between groups left out. Values of different groups are not on one scale, and ranks are counted within each group.',
  'figure-facts.within.choose': 'Within each',
  'figure-facts.within.whole': 'the network as a whole',
  'figure-facts.within.column': 'Group ({{grouping}})',
  'figure-facts.within.words': 'within each: {{grouping}}',
  'figure-facts.within.not-stated': 'not stated',
  'figure-facts.within.protected': 'protected',
} as const;
