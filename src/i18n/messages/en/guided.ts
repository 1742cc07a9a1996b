/** Questions in plain words, and their answers: never stronger than the figures behind them. */
export const guided = {
  'guided.title': 'What do you want to know?',
  'guided.missed.question': 'Who would be missed most?',
  'guided.messages.question': 'Who could pass messages between groups?',
  'guided.quiet.question': 'Who is quietly important?',
  'guided.crew.question': 'Who are the crew?',
  'guided.key.question': 'Who holds the network together?',
  'guided.sure.question': 'How sure is that?',
  'guided.sure.nothing': 'Ask another question first: this one asks how sure its answer is.',
  'guided.sure.unanswered': 'The question asked last has no answer yet. Ask how sure it is when it has one.',
  'guided.sure.whole':
    'Not worked out: how sure an answer is, is told of rankings of entities, and this answer is about the network as a whole or its links. Ask a measure of entities first.',
  'guided.sure.groups':
    'Not worked out: how sure an answer is, is told of rankings of entities, and groups are none. Where a method runs several times, the answer says how far the runs agree.',
  'guided.sure.within':
    'Not worked out: ranks within each group are several rankings. Compute the measure for the network as a whole first.',
  'guided.sure.label': 'Not worked out: numbers of parts are no ranking of entities.',
  'guided.key.answer':
    '{{names}}: without them {{value}} of the pairs of others cannot reach each other {{on}} ({{before}} as it is).',
  'guided.key.answer.distance-fragmentation':
    '{{names}}: without them the distance-weighted fragmentation of the others is {{value}} {{on}} ({{before}} as it is).',
  'guided.key.answer.reach_one':
    '{{names}}: {{value}} of the network is in this set or one link away from a member, {{on}}.',
  'guided.key.answer.reach_other':
    '{{names}}: {{value}} of the network is in this set or at most {{count}} links away from a member, {{on}}.',
  'guided.key.answer.distance-reach': '{{names}}: the distance-weighted reach of this set is {{value}} {{on}}.',
  'guided.key.counts.fragmentation':
    'Counted are the pairs of others that no chain of the links counted joins once the whole set is taken out.',
  'guided.key.counts.distance-fragmentation':
    'Counted is how far apart the others are once the whole set is taken out: 1 − 1/distance of each pair, 1 where no chain of the links counted joins it.',
  'guided.key.counts.reach':
    'Counted is who is near by the links counted, the members themselves with them; nobody is taken out.',
  'guided.key.counts.distance-reach':
    'Counted is 1/distance from the nearest member, averaged over the network: 1 for members, 0 for whom no chain of the links counted reaches; nobody is taken out.',
  'guided.key.counts.out': 'Links count as arrows run, from the set.',
  'guided.key.counts.in': 'Links count as arrows run, towards the set.',
  'guided.key.counts.no-arrows':
    'Arrows are ignored in this answer: every link counts both ways, whichever way was chosen.',
  'guided.key.counts.other':
    '“Who would be missed most?” asks something else, and may name others: through whom, one by one, most shortest ways run.',
  'guided.key.nobody_one': 'No one entity holds the network together {{on}}: it breaks no further without any.',
  'guided.key.nobody_other': 'No set of {{count}} holds the network together {{on}}: it breaks no further without any.',
  'guided.key.ties_one': 'Another set does as well: {{count}}.',
  'guided.key.ties_other': 'Other sets do as well: {{count}}.',
  'guided.key.caveat': 'Others may take over, and links that nobody recorded may hold what seems to break.',
  'guided.key.caveat.reach':
    'Links that nobody recorded may bring others near, and a recorded link does not say that anything passes over it.',
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
  'guided.key.confirmed.given': 'With confirmed links alone the figure of this set is {{same}}.',
  'guided.key.forced': 'Required in the set: {{names}}.',
  'guided.key.excluded': 'Kept out of the set by choice: {{names}}.',
  'guided.key.within-choice': 'What is said of other sets here is said of sets that keep to this choice.',
  'guided.key.given': 'Every member was required: no other set was compared with it.',
  'guided.key.nobody.chosen_one':
    'No one entity of those left to choose from holds the network together {{on}}: it breaks no further without any.',
  'guided.key.nobody.chosen_other':
    'No set of {{count}} that keeps to the choice made holds the network together {{on}}: it breaks no further without any.',
  'guided.key.nobody.given': '{{names}}: the network breaks no further without them {{on}}.',
  'guided.key.refused.both':
    '{{name}} must be in the set and must not be in it: take {{name}} off one of the two lists.',
  'guided.key.refused.protected':
    '{{name}} is protected, and nobody protected is proposed: take {{name}} off the list of those who must be in the set.',
  'guided.key.refused.not-in-scope':
    '{{name}} must be in the set, but is not in the network that is asked about: take {{name}} off the list, or ask about more.',
  'guided.key.refused.too-many-forced_one': '{{count}} member is required, but the set is to have {{size}}.',
  'guided.key.refused.too-many-forced_other': '{{count}} members are required, but the set is to have {{size}}.',
  'guided.key.refused.too-few-candidates_one':
    'Too many are kept out, protected persons among them: nobody is left for the set.',
  'guided.key.refused.too-few-candidates_other':
    'Too many are kept out, protected persons among them: fewer than {{count}} are left for the set.',
  'guided.key.refused.larger-than-network_one': 'The network has nobody to be a set of {{count}}.',
  'guided.key.refused.larger-than-network_other':
    'A set of {{count}} is larger than the network: ask for fewer, or about more.',
  'guided.key.refused.nothing-left_one':
    'With {{count}} member taken out fewer than two others would be left: ask about more.',
  'guided.key.refused.nothing-left_other':
    'With {{count}} members taken out fewer than two others would be left: ask for fewer, or about more.',
  'guided.key.options': 'Options of the set',
  'guided.key.options.forced': 'Must be in it',
  'guided.key.options.excluded': 'Must not be in it',
  'guided.key.options.take': 'Take the selection',
  'guided.key.options.nothing-selected': 'Select entities first.',
  'guided.key.options.remove': 'Take {{name}} off the list',
  'guided.key.options.compute': 'Find the set',
  'guided.key.sure': 'How sure is this set?',
  'guided.key.sure.fold': 'Leave out how sure it is',
  'guided.key.sure.name': 'In the best sets of the resamples',
  'guided.key.sure.entity': 'Entity',
  'guided.key.sure.member': 'In this set',
  'guided.key.sure.yes': 'yes',
  'guided.key.sure.no': 'no',
  'guided.key.sure.share': 'Part of the best sets',
  'guided.key.sure.running': 'How sure the set is',
  'guided.key.sure.more_one': '{{count, number}} further entity stands in fewer of them; it is in the file.',
  'guided.key.sure.more_other': '{{count, number}} further entities stand in fewer of them; they are in the file.',
  'guided.key.sure.as-good':
    'Where recorded links drop out by chance, the less confirmed the sooner, no set was found to do better than this one in {{share}} of {{resamples}} resamples.',
  'guided.key.sure.as-good.proven':
    'Where recorded links drop out by chance, the less confirmed the sooner, no set does better than this one in {{share}} of {{resamples}} resamples.',
  'guided.key.sure.between': 'Its figure was between {{low}} and {{high}} in nine of ten of {{resamples}} resamples.',
  'guided.key.sure.others':
    'In the best sets more often than {{member}} ({{memberShare}}), and not in this one: {{names}}.',
  'guided.key.sure.steady': 'Nobody outside this set stands in the best sets more often than a member of it.',
  'guided.key.sure.method':
    'How sure: in each of {{resamples}} resamples every link is kept with a probability by its strength (confirmed {{confirmed}}, unconfirmed {{unconfirmed}}, tentative {{tentative}}), the figure of the set is worked out and the best set is looked for anew. A part of the best sets is the mean share of those equally good in which the entity stands (of the first twenty-one kept); it is sure to about ±{{error}}.',
  'guided.key.sure.tried':
    'In {{share}} of the resamples every set was tried or ruled out; in the others a search by greedy choice and interchange found the best, and a better one is not ruled out.',
  'guided.key.size': 'How many',
  'guided.key.criterion': 'Key by',
  'guided.key.members': 'Members of the set',
  'guided.key.contribution': 'Lost without this one',
  'guided.key.alone': 'This one alone',
  'guided.more_one': '{{count}} more',
  'guided.more_other': '{{count}} more',
  'guided.no-links': 'Nothing can be said {{on}}: among those asked of there is no link. Widen what is asked of.',
  'guided.nobody':
    'Nobody stands out {{on}}: no shortest way between two runs through a third more than through others.',
  'guided.missed.answer_one':
    '{{names}}, {{on}}: more shortest ways between others run here than through anybody else ({{value}} pairs).',
  'guided.missed.answer_other':
    '{{names}} alike, {{on}}: equally many shortest ways between others run through each ({{value}} pairs), more than through anybody else.',
  'guided.missed.counts':
    'Counted are shortest ways through each entity by itself. “Who holds the network together?” asks something else, and may name others: which set, taken out together, leaves most pairs of others without any way.',
  'guided.missed.caveat': 'Others may take over; the figure cannot tell who is replaced.',
  'guided.messages.answer_one':
    '{{names}}, {{on}}: more shortest ways between others run here than through anybody else ({{value}} pairs).',
  'guided.messages.answer_other':
    '{{names}} alike, {{on}}: equally many shortest ways between others run through each ({{value}} pairs), more than through anybody else.',
  'guided.messages.groups_one': 'Direct links lead into {{count}} other group.',
  'guided.messages.groups_other': 'Direct links lead into {{count}} other groups.',
  'guided.messages.caveat': 'This says who could pass messages, not that messages were passed.',
  'guided.quiet.answer_one':
    '{{name}} stands between others more than one link suggests: rank {{rank}} by betweenness, but {{linkRank}} by number of links, {{on}}.',
  'guided.quiet.answer_other':
    '{{name}} stands between others more than {{count}} links suggest: rank {{rank}} by betweenness, but {{linkRank}} by number of links, {{on}}.',
  'guided.quiet.alike': 'As many places ahead of the own rank by number of links: {{names}}.',
  'guided.quiet.nobody': 'Nobody among the first ten by betweenness has a lower rank by number of links, {{on}}.',
  'guided.quiet.caveat': 'Few recorded links can also mean few reports.',
  'guided.quiet.confirmed': 'With confirmed links alone the rank of {{name}} by betweenness is {{rank}}.',
  'guided.quiet.confirmed-none':
    'With confirmed links alone no shortest way between others runs through {{name}}: this place rests on links that are not confirmed.',
  'guided.quiet.confirmed.other': 'With confirmed links alone the answer is another: {{names}}.',
  'guided.quiet.confirmed.same': 'With confirmed links alone the answer stays the same.',
  'guided.quiet.confirmed.nobody':
    'With confirmed links alone nobody among the first ten by betweenness has a lower rank by number of links.',
  'guided.quiet.all': 'With all recorded links the rank of {{name}} by betweenness is {{rank}}.',
  'guided.quiet.all-none': 'With all recorded links no shortest way between others runs through {{name}}.',
  'guided.quiet.all.other': 'With all recorded links the answer is another: {{names}}.',
  'guided.quiet.all.same': 'With all recorded links the answer stays the same.',
  'guided.quiet.all.nobody':
    'With all recorded links nobody among the first ten by betweenness has a lower rank by number of links.',
  'guided.crew.answer_one': 'There is one group {{on}}, of {{largest}} members.',
  'guided.crew.answer_other': 'There are {{count}} groups {{on}}; the largest has {{largest}} members.',
  'guided.crew.answer-level':
    'There are {{count}} groups {{on}}; the largest are {{alike}} of {{largest}} members each.',
  'guided.crew.answer-same': 'There are {{count}} groups {{on}}, of {{largest}} members each.',
  'guided.crew.none': 'Nobody forms a group {{on}}.',
  'guided.crew.alone_one': 'One entity stands alone.',
  'guided.crew.alone_other': '{{count}} entities stand alone.',
  'guided.crew.doubtful_one':
    'Where {{count}} of {{of}} belongs is doubtful: other runs of the search place this one elsewhere.',
  'guided.crew.doubtful_other':
    'Where {{count}} of {{of}} belong is doubtful: other runs of the search place them elsewhere.',
  'guided.crew.caveat': 'A group is who is linked with whom more than with others; it does not say who works for whom.',
  'guided.on.recorded': 'on the recorded links',
  'guided.on.confirmed': 'on confirmed links alone',
  'guided.confirmed.only':
    'Counted are confirmed links alone, of all that are recorded: with the others the answer can be another.',
  'guided.confirmed.same': 'With confirmed links alone the first place stays the same.',
  'guided.confirmed.other':
    'With confirmed links alone the first is {{names}} (rank {{rank}} when all count), and the rank of {{first}} is {{fallen}}: the first place rests on links that are not confirmed.',
  'guided.confirmed.shared': 'With confirmed links alone the first place is shared by {{names}}.',
  'guided.confirmed.fewer': 'With confirmed links alone the first place is held by {{names}} only.',
  'guided.confirmed.several':
    'With confirmed links alone the first place is held by {{names}}, no longer by {{lost}}: it rests on links that are not confirmed.',
  'guided.confirmed.nobody': 'With confirmed links alone nobody leads.',
  'guided.all.same': 'With all recorded links the first place stays the same.',
  'guided.all.other':
    'With all recorded links the first is {{names}} (rank {{rank}} when confirmed ones alone count), and the rank of {{first}} is {{fallen}}.',
  'guided.all.shared': 'With all recorded links the first place is shared by {{names}}.',
  'guided.all.fewer': 'With all recorded links the first place is held by {{names}} only.',
  'guided.all.several': 'With all recorded links the first place is held by {{names}}, no longer by {{lost}}.',
  'guided.all.nobody': 'With all recorded links nobody leads.',
  'guided.show': 'Show on the chart',
  'guided.shown': '“{{chart}}”: selected as named in the answer.',
} as const;
