/** Key players: what makes a set of entities key, what is asked, and what may be wrong with the question. */
export const keyPlayers = {
  'key-players.fragmentation.name': 'Fragmentation without them',
  'key-players.fragmentation.question':
    'Whose loss together would leave most pairs of the others without any way to each other?',
  'key-players.fragmentation.definition':
    'Share of the pairs among those who are left that cannot reach each other over any chain of links once the set is taken out; directions ignored (KPP-NEG, F, Borgatti 2006).',
  'key-players.distance-fragmentation.name': 'Distance-weighted fragmentation without them',
  'key-players.distance-fragmentation.question':
    'Whose loss together would make the ways between the others longest, even where they stay connected?',
  'key-players.distance-fragmentation.definition':
    '1 − average of 1/distance over all pairs among those who are left once the set is taken out, 0 for pairs that cannot reach each other; directions ignored (KPP-NEG, DF, Borgatti 2006).',
  'key-players.reach.name': 'Reach in a few steps',
  'key-players.reach.question': 'Which few have the most others within so many steps?',
  'key-players.reach.definition':
    'Share of the network that is in the set or within so many links of one of its members (KPP-POS, m-step reach, Borgatti 2006).',
  'key-players.distance-reach.name': 'Distance-weighted reach',
  'key-players.distance-reach.question': 'Which few are nearest to everyone?',
  'key-players.distance-reach.definition':
    'Average over the network of 1/distance from the nearest member of the set, 1 for the members themselves, 0 for who is not reached (KPP-POS, DR, Borgatti 2006).',

  'key-players.parameter.size': 'Members of the set',
  'key-players.parameter.method': 'Method',
  'key-players.parameter.method.auto': 'Every set where that takes seconds, else search',
  'key-players.parameter.method.exact': 'Every set, however long it takes',
  'key-players.parameter.method.search': 'Search: greedy choice, then interchange',
  'key-players.parameter.runs': 'Starts of the search, the best of which is kept',
  'key-players.parameter.seed': 'Seed',
  'key-players.parameter.steps': 'Steps',
  'key-players.parameter.direction': 'Direction',
  'key-players.parameter.direction.ignored': 'Ignored',
  'key-players.parameter.direction.out': 'From the set along the arrows (whom it can pass word to)',
  'key-players.parameter.direction.in': 'Towards the set (from whom word comes to it)',
  'key-players.parameter.pivots': 'Starting points that distances are sampled from (0 = all)',

  'key-players.proven': 'Every set of this size was tried or ruled out: none does better on the links counted.',
  'key-players.found': 'The best set that the search found; a better one is not ruled out.',

  'key-players.refused.unknown-criterion': 'unknown criterion "{{detail}}"',
  'key-players.refused.unfit-parameter': 'a parameter does not fit: {{detail}}',
  'key-players.refused.larger-than-network': 'the set is larger than the network',
  'key-players.refused.nothing-left': 'fewer than two others would be left',
  'key-players.refused.not-in-scope': 'not in the network: {{detail}}',
  'key-players.refused.forced-and-excluded': 'both required and excluded: {{detail}}',
  'key-players.refused.too-many-forced': 'more members are required than the set is to have',
  'key-players.refused.too-few-candidates': 'too many are excluded to fill the set',
  'key-players.refused.too-many-sets': 'too many sets to try every one: take the search',
} as const;
