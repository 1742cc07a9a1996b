/** Measures of brokerage: Burt's structural holes, the roles of Gould and Fernandez. */
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
  'measure.brokerage-total.name': 'Brokerage, all roles',
  'measure.brokerage-total.question': 'Who passes on between others who have no link of their own?',
  'measure.brokerage-total.definition':
    'Number of pairs (a, c) without a link from a to c where a has a link to this one and this one to c, whatever their groups; groups as chosen, nodes without one left out; without directions each pair counts once (Gould and Fernandez 1989). On the recorded links only: who is not known to be linked may be.',
  'measure.brokerage-coordinator.name': 'Coordinator',
  'measure.brokerage-coordinator.question': 'Who goes between members of their own group?',
  'measure.brokerage-coordinator.definition':
    'Number of brokered pairs of which both are in the group of the broker; groups as chosen, nodes without one left out; without directions each pair counts once (Gould and Fernandez 1989). On the recorded links only: who is not known to be linked may be.',
  'measure.brokerage-itinerant.name': 'Itinerant broker (consultant)',
  'measure.brokerage-itinerant.question': 'Who goes between members of a group without belonging to it?',
  'measure.brokerage-itinerant.definition':
    'Number of brokered pairs of which both are in one group and the broker is not; groups as chosen, nodes without one left out; without directions each pair counts once (Gould and Fernandez 1989). On the recorded links only: who is not known to be linked may be.',
  'measure.brokerage-representative.name': 'Representative',
  'measure.brokerage-representative.question': 'Through whom does a group reach out to others?',
  'measure.brokerage-representative.definition':
    'Number of brokered pairs that lead from the group of the broker to another group; groups as chosen, nodes without one left out; without directions each pair counts once, and the gatekeeper’s pairs are the representative’s (Gould and Fernandez 1989). On the recorded links only: who is not known to be linked may be.',
  'measure.brokerage-gatekeeper.name': 'Gatekeeper',
  'measure.brokerage-gatekeeper.question': 'Through whom do others reach into a group?',
  'measure.brokerage-gatekeeper.definition':
    'Number of brokered pairs that lead from another group into the group of the broker; groups as chosen, nodes without one left out; without directions each pair counts once, and the gatekeeper’s pairs are the representative’s (Gould and Fernandez 1989). On the recorded links only: who is not known to be linked may be.',
  'measure.brokerage-liaison.name': 'Liaison',
  'measure.brokerage-liaison.question': 'Who goes between two groups without belonging to either?',
  'measure.brokerage-liaison.definition':
    'Number of brokered pairs whose two ends and whose broker are in three different groups; groups as chosen, nodes without one left out; without directions each pair counts once (Gould and Fernandez 1989). On the recorded links only: who is not known to be linked may be.',

  'measure.parameter.figure': 'Figure',
  'measure.parameter.figure.count': 'Number counted',
  'measure.parameter.figure.expected':
    'Number that chance would give: ties drawn at random, same density, same group sizes',
  'measure.parameter.figure.z': 'Standard deviations above chance',
  'measure.parameter.partial': 'A pair that several go between gives each a share',

  'measure.reason.one-contact': 'has a single contact, so that the measure is not defined',
  'measure.reason.no-variance': 'chance would always give the same number, so that there is nothing to compare with',
  'measure.reason.no-variance-known': 'no spread of chance is known for shared credit',
} as const;
