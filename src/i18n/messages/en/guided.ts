/** Questions in plain words, and their answers: never stronger than the figures behind them. */
export const guided = {
  'guided.title': 'What do you want to know?',
  'guided.missed.question': 'Who would be missed most?',
  'guided.messages.question': 'Who could pass messages between groups?',
  'guided.quiet.question': 'Who is quietly important?',
  'guided.crew.question': 'Who are the crew?',
  'guided.key.question': 'Who holds the network together?',
  'guided.sure.question': 'How sure is that?',
  'guided.key.answer':
    '{{names}}: without them {{value}} of the pairs of others cannot reach each other on the recorded links ({{before}} as it is).',
  'guided.key.other': '{{names}}. {{criterion}}, on the recorded links: {{value}} ({{before}} with nobody chosen).',
  'guided.key.nobody_one':
    'On the recorded links, no one entity holds the network together: it breaks no further without any.',
  'guided.key.nobody_other':
    'On the recorded links, no set of {{count}} holds the network together: it breaks no further without any.',
  'guided.key.ties_one': 'Another set does as well: {{count}}.',
  'guided.key.ties_other': 'Other sets do as well: {{count}}.',
  'guided.key.caveat': 'Others may take over, and links that nobody recorded may hold what seems to break.',
  'guided.key.confirmed.same.proven': 'With confirmed links alone no set of this size does better than this one.',
  'guided.key.confirmed.same.found':
    'With confirmed links alone the search found no better set than this one; a better one is not ruled out.',
  'guided.key.confirmed.other.proven':
    'With confirmed links alone the set is another: {{names}} ({{value}}; this one {{same}}). Who is in the set rests on links that are not confirmed.',
  'guided.key.confirmed.other.found':
    'With confirmed links alone the search found a better set: {{names}} ({{value}}; this one {{same}}); one better still is not ruled out. Who is in the set may rest on links that are not confirmed.',
  'guided.key.confirmed.nobody.proven':
    'With confirmed links alone the network breaks no further without any such set: the answer rests on links that are not confirmed.',
  'guided.key.confirmed.nobody.found':
    'With confirmed links alone the search found no set without which the network breaks further; one is not ruled out. The answer may rest on links that are not confirmed.',
  'guided.key.confirmed.not-asked':
    'Links that are not confirmed count here like the others; which set it would be with confirmed links alone was not worked out.',
  'guided.key.size': 'How many',
  'guided.key.criterion': 'Key by',
  'guided.key.members': 'Members of the set',
  'guided.key.contribution': 'Lost without this one',
  'guided.key.alone': 'This one alone',
  'guided.more_one': '{{count}} more',
  'guided.more_other': '{{count}} more',
  'guided.nobody':
    'On the recorded links nobody stands out: no shortest way between two runs through a third more than through others.',
  'guided.missed.answer_one':
    '{{names}}, on the recorded links: more shortest ways between others run here than through anybody else ({{value}} pairs).',
  'guided.missed.answer_other':
    '{{names}} alike, on the recorded links: equally many shortest ways between others run through each ({{value}} pairs), more than through anybody else.',
  'guided.missed.caveat': 'Others may take over; the figure cannot tell who is replaced.',
  'guided.messages.answer_one':
    '{{names}}, on the recorded links: more shortest ways between others run here than through anybody else ({{value}} pairs).',
  'guided.messages.answer_other':
    '{{names}} alike, on the recorded links: equally many shortest ways between others run through each ({{value}} pairs), more than through anybody else.',
  'guided.messages.groups_one': 'Direct links lead into {{count}} other group.',
  'guided.messages.groups_other': 'Direct links lead into {{count}} other groups.',
  'guided.messages.caveat': 'This says who could pass messages, not that messages were passed.',
  'guided.quiet.answer_one':
    '{{name}} stands between others more than one link suggests: rank {{rank}} by betweenness, but {{linkRank}} by number of links, on the recorded links.',
  'guided.quiet.answer_other':
    '{{name}} stands between others more than {{count}} links suggest: rank {{rank}} by betweenness, but {{linkRank}} by number of links, on the recorded links.',
  'guided.quiet.nobody':
    'On the recorded links, nobody among the first ten by betweenness has a lower rank by number of links.',
  'guided.quiet.caveat': 'Few recorded links can also mean few reports.',
  'guided.quiet.confirmed': 'With confirmed links alone the rank of {{name}} by betweenness is {{rank}}.',
  'guided.quiet.confirmed-none':
    'With confirmed links alone no shortest way between others runs through {{name}}: this place rests on links that are not confirmed.',
  'guided.crew.answer_one': 'On the recorded links there is one group, of {{largest}} members.',
  'guided.crew.answer_other': 'On the recorded links there are {{count}} groups; the largest has {{largest}} members.',
  'guided.crew.none': 'On the recorded links nobody forms a group.',
  'guided.crew.alone_one': 'One entity stands alone.',
  'guided.crew.alone_other': '{{count}} entities stand alone.',
  'guided.crew.doubtful_one':
    'Where {{count}} of {{of}} belongs is doubtful: other runs of the search place this one elsewhere.',
  'guided.crew.doubtful_other':
    'Where {{count}} of {{of}} belong is doubtful: other runs of the search place them elsewhere.',
  'guided.crew.caveat': 'A group is who is linked with whom more than with others; it does not say who works for whom.',
  'guided.confirmed.same': 'With confirmed links alone the first place stays the same.',
  'guided.confirmed.other':
    'With confirmed links alone the first is {{names}} (rank {{rank}} when all count), and the rank of {{first}} is {{fallen}}: the first place rests on links that are not confirmed.',
  'guided.confirmed.shared': 'With confirmed links alone the first place is shared by {{names}}.',
  'guided.confirmed.fewer': 'With confirmed links alone the first place is held by {{names}} only.',
  'guided.confirmed.several':
    'With confirmed links alone the first place is held by {{names}}, no longer by {{lost}}: it rests on links that are not confirmed.',
  'guided.confirmed.nobody': 'With confirmed links alone nobody leads.',
  'guided.show': 'Show on the chart',
  'guided.shown': '“{{chart}}”: selected as named in the answer.',
} as const;
