/** What each way of finding groups is called, which question it answers, how it is defined, and what it may refuse. */
export const groups = {
  'communities.louvain.name': 'Louvain',
  'communities.louvain.question': 'Which groups have more contact among themselves than with others?',
  'communities.louvain.definition':
    'Groups of greatest modularity found by moving nodes between groups and gathering groups into nodes, directions ignored, weights, where links have them, as strength; from several seeded runs (Blondel and others 2008).',
  'communities.leiden.name': 'Leiden',
  'communities.leiden.question': 'Which crews hold together, each a connected piece?',
  'communities.leiden.definition':
    'Groups of greatest modularity found by moving nodes, refining each group from its own links and gathering; every group is connected and no two would gain by merging; directions ignored, weights, where links have them, as strength; from several seeded runs (Traag, Waltman and van Eck 2019).',
  'communities.label-propagation.name': 'Label propagation',
  'communities.label-propagation.question': 'Which groups form when everyone sides with most of their contacts?',
  'communities.label-propagation.definition':
    'Each takes the label that weighs most among its neighbours, one after the other in a seeded order, ties by chance, until none would change; connected pieces of a label are groups; directions ignored, weights, where links have them, as strength; from several seeded runs (Raghavan, Albert and Kumara 2007).',
  'communities.girvan-newman.name': 'Girvan–Newman',
  'communities.girvan-newman.question': 'Where does the network come apart when the links between groups are cut?',
  'communities.girvan-newman.definition':
    'The link that stands between the most others is taken out, all are counted again, and so on; of all divisions on the way the one of greatest modularity, unless a number of groups is asked for; directions ignored, every link one step, weights count in the modularity only; up to 300 nodes (Girvan and Newman 2002).',
  'communities.components.name': 'Separate parts',
  'communities.components.question': 'Which parts of the network have no link between them at all?',
  'communities.components.definition': 'Connected components; directions ignored.',
  'communities.strong-components.name': 'Strong components',
  'communities.strong-components.question': 'Within which parts does everyone reach everyone along the arrows?',
  'communities.strong-components.definition':
    'Largest parts in which each reaches each other one along arrows; without directions, the separate parts (Tarjan 1972).',
  'communities.blocks.name': 'Blocks (biconnected)',
  'communities.blocks.question': 'Which parts hold together whichever one of them is taken away?',
  'communities.blocks.definition':
    'Largest parts that stay connected without any one of their members; one who is in several blocks is a cut point; a link that is the only way is a block of two; directions ignored (Hopcroft and Tarjan 1973).',
  'communities.cores.name': 'k-core',
  'communities.cores.question': 'Which dense cores are there, in which everyone has at least k contacts inside?',
  'communities.cores.definition':
    'Connected pieces of the largest part in which everyone has at least k neighbours within the part; those outside are in no group; directions ignored (Seidman 1983).',
  'communities.cliques.name': 'Cliques',
  'communities.cliques.question': 'Which sets are all in contact with one another?',
  'communities.cliques.definition':
    'Maximal sets in which each is linked with each other one; one may be in several; the search ends at a stated number or time and says so; directions ignored (Bron and Kerbosch 1973; Eppstein, Löffler and Strash 2010).',

  'communities.parameter.resolution': 'Resolution (higher: smaller groups)',
  'communities.parameter.seed': 'Seed',
  'communities.parameter.runs': 'Runs',
  'communities.parameter.answer': 'Answer',
  'communities.parameter.answer.best': 'The run of greatest modularity',
  'communities.parameter.answer.consensus': 'The consensus of all runs (Lancichinetti and Fortunato 2012)',
  'communities.parameter.agreement': 'Consensus: together in at least this share of runs',
  'communities.parameter.iterations': 'Most iterations of a run',
  'communities.parameter.groups': 'Number of groups (0: greatest modularity)',
  'communities.parameter.k': 'k (0: the deepest core)',
  'communities.parameter.least': 'Least members',
  'communities.parameter.most': 'Most cliques',
  'communities.parameter.seconds': 'Most seconds',

  'measure.reason.in-no-group': 'in none of the groups',

  'communities.reason.no-links': 'there are no links, so that modularity is not defined',
  'communities.reason.groups-overlap': 'groups of this kind may overlap, so that modularity is not defined',
  'communities.reason.some-in-no-group': 'some are in no group, so that modularity is not defined',

  'communities.refused.too-many-nodes':
    'More than {{most}} entities are too many for this method: its work grows with the links times links times entities. Choose a narrower scope, or Leiden.',
  'communities.refused.too-many-links':
    'More than {{most}} links are too many for this method: its work grows with the links times links times entities. Choose a narrower scope, or Leiden.',
  'communities.refused.too-many-pairs':
    'The runs agree on more than {{most}} pairs, too many for a consensus. Ask for the run of greatest modularity, or a higher resolution.',

  'communities.refused.groups-overlap':
    'The groups asked for last overlap (in several of them: {{detail}}), and choosing one group for each would be a guess. Ask for groups that do not overlap, such as Leiden, then ask this again.',

  'communities.cut-off.count':
    'Not all groups are here: the search ended at the number asked for. What is shown is true, but more may exist.',
  'communities.cut-off.time':
    'Not all groups are here: the search ended at the time asked for. What is shown is true, but more may exist.',

  'groups.no-modularity_one': '{{count}} group; no modularity: {{reason}}',
  'groups.no-modularity_other': '{{count}} groups; no modularity: {{reason}}',
  'groups.of-one_one': '{{division}}; {{count}} entity stands alone, listed as a group of one',
  'groups.of-one_other': '{{division}}; {{count, number}} entities stand alone, listed as groups of one',
  'groups.quality':
    '{{within}} of the weight of all links is within groups; if all were, modularity would be {{ceiling}}.',
  'groups.along-arrows':
    'These groups, and the modularity above, ignore arrows. With arrows counted as they run the same groups have modularity {{modularity}} (Leicht and Newman 2008).',
  'groups.along-arrows.followed':
    'The modularity above ignores arrows. With arrows counted as they run it is {{modularity}} (Leicht and Newman 2008).',
  'groups.runs_one': '{{count}} run, agreement with this answer {{agreement}} (adjusted Rand index).',
  'groups.runs_other': '{{count}} runs, mean agreement with this answer {{agreement}} (adjusted Rand index).',
  'groups.range': 'Modularity of the runs {{lowest}} to {{highest}}.',
  'groups.none-doubtful': 'Everyone was with their group in at least {{below}} of the runs.',
  'groups.doubtful_one':
    'Doubtful: {{count}} of {{of}} was with more than half of its group in fewer than {{below}} of the runs.',
  'groups.doubtful_other':
    'Doubtful: {{count}} of {{of}} were with more than half of their group in fewer than {{below}} of the runs.',
  'groups.column.share': 'Runs with its group',
  'groups.column.share.about':
    'In how many runs this one stood with more than half of the others of its group. What is recorded decides; missing links may move anyone.',
  'groups.share': '{{times}} of {{runs}}',
  'groups.share-doubtful': 'doubtful: {{share}}',
  'groups.rival': '{{group}}: {{times}}',
  'groups.heading-doubtful_one': '? {{count}} doubtful',
  'groups.heading-doubtful_other': '? {{count}} doubtful',
  'groups.column.several': 'Also in groups',
  'groups.overlapping_one':
    'Groups overlap: {{count}} of the {{of}} in a group is in more than one and stands in each. Sizes count everyone in full and add up to {{memberships}}, more than there are.',
  'groups.overlapping_other':
    'Groups overlap: {{count, number}} of the {{of}} in a group are in more than one and stand in each. Sizes count everyone in full and add up to {{memberships}}, more than there are.',
  'groups.numbers-more_one': '{{named}} and {{count}} more',
  'groups.numbers-more_other': '{{named}} and {{count, number}} more',
  'groups.several-names': 'Groups {{numbers}}',
  'groups.not-listed_one': 'One smaller group is not listed here; it is in the file.',
  'groups.not-listed_other': '{{count, number}} smaller groups are not listed here; they are in the file.',
  'groups.resolution': 'Resolution: larger or smaller groups',
  'groups.bars': 'Members of each group',
  'groups.bars.by': 'Members of each group by {{attribute}}',
  'groups.bars.part': '{{word}} {{members}}',
  'groups.bars.rest': 'other or not stated',
  'groups.bars.more_one': 'One further group has no bar here; it is in the table.',
  'groups.bars.more_other': '{{count, number}} further groups have no bar here; they are in the table.',
  'groups.compare': 'Compare with',
  'groups.compare.nothing': 'Nothing',
  'groups.overlap': 'Groups by {{attribute}}',
  'groups.agreement_one':
    '{{count}} compared: adjusted Rand index {{rand}} (1 the same, 0 chance), mutual information {{information}}.',
  'groups.agreement_other':
    '{{count}} compared: adjusted Rand index {{rand}} (1 the same, 0 chance), mutual information {{information}}.',
  'groups.memberships_one':
    '{{count}} membership counted: groups overlap, and who is in several counts in each. Figures that compare divisions are not defined.',
  'groups.memberships_other':
    '{{count, number}} memberships counted: groups overlap, and who is in several counts in each. Figures that compare divisions are not defined.',
  'groups.not-defined': 'not defined',
  'groups.other-words': 'Others',
  'groups.not-stated': 'Not stated',
  'groups.more-groups_one': '{{count}} smaller group is not listed here.',
  'groups.more-groups_other': '{{count}} smaller groups are not listed here.',
  'groups.tree': 'Tree of divisions',
  'groups.tree.none': 'No tree',
  'groups.tree.drawing': 'Tree of divisions',
  'groups.tree.table': 'Its splits as a table',
  'groups.tree.label_one':
    'Tree of divisions of {{entities}} entities, one group in this answer. The table of its splits says the same.',
  'groups.tree.label_other':
    'Tree of divisions of {{entities}} entities, {{count, number}} groups in this answer. The table of its splits says the same.',
  'groups.tree.legend':
    'Strong, left of the dashed line: the groups of this answer. Left to right is the order of the splits read backwards, not a distance.',
  'groups.tree.table.about': 'The splits in their order, with the groups there are then',
  'groups.tree.groups': 'Groups',
  'groups.tree.modularity': 'Modularity',
  'groups.tree.sizes': 'What came apart',
  'groups.tree.parts-off': 'Who parts off',
  'groups.tree.split': '{{many}} and {{few}}',
  'groups.tree.this': '{{count, number}}, this answer',
  'groups.tree.more_one': '{{names}} and {{count}} more',
  'groups.tree.more_other': '{{names}} and {{count, number}} more',

  'communities.share.definition':
    'Share of the runs in which this one stood with more than half of the others of its group; alone in its group: in which it stood alone.',
  'communities.agreement.definition':
    'Adjusted Rand index: 1 the same division, around 0 no more in common than by chance (Hubert and Arabie 1985).',
  'communities.mutual-information.definition':
    'Normalised mutual information, twice the shared information by the sum of both: 1 the same division, 0 nothing in common (Danon and others 2005).',
} as const;
