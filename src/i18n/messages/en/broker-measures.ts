/** Measures of brokerage: Burt's structural holes. */
export const brokerMeasures = {
  'measure.effective-size.name': 'Effective size',
  'measure.effective-size.question': 'Whose contacts lead to different people rather than to each other?',
  'measure.effective-size.definition':
    'Number of contacts less their average overlap: each contact counts the less, the more strongly it is tied to the other contacts; without weights, contacts − 2 × links among them ÷ contacts; no value for isolates; directions ignored (Burt 1992; Borgatti 1997).',
  'measure.efficiency.name': 'Efficiency of contacts',
  'measure.efficiency.question': 'Whose contacts overlap least, however many there are?',
  'measure.efficiency.definition':
    'Effective size divided by the number of contacts; 1 where no two contacts are linked; no value for isolates; directions ignored (Burt 1992).',
  'measure.hierarchy.name': 'Hierarchy of constraint',
  'measure.hierarchy.question': 'Whose room for brokerage hangs on a single contact?',
  'measure.hierarchy.definition':
    'How unevenly the constraint is spread over the contacts: 0 where all bind alike, 1 where one contact accounts for all of it (Coleman–Theil index); no value below two contacts; directions ignored (Burt 1992).',

  'measure.reason.one-contact': 'has a single contact, so that the measure is not defined',
} as const;
