/** Figures of whole networks: what each is called, which question it answers, how it is defined, and why it may be missing. */
export const wholeNetwork = {
  'network-figure.density.name': 'Density',
  'network-figure.density.question': 'How much of what could be linked is linked?',
  'network-figure.density.definition':
    'Links against the number there could be: of pairs, or with directions of ordered pairs (Wasserman and Faust 1994). Links that are not known of make it too low.',
  'network-figure.mean-degree.name': 'Mean degree',
  'network-figure.mean-degree.question': 'With how many others is one linked on average?',
  'network-figure.mean-degree.definition': 'Mean number of distinct neighbours, directions ignored.',
  'network-figure.degree-distribution.name': 'Degree distribution',
  'network-figure.degree-distribution.question': 'How many have how many links?',
  'network-figure.degree-distribution.definition':
    'Number of entities by number of distinct neighbours, directions ignored; the figure itself is the largest number of neighbours.',
  'network-figure.components.name': 'Components',
  'network-figure.components.question': 'In how many separate pieces is the network?',
  'network-figure.components.definition':
    'Number of pieces without a link between them, isolates included, directions ignored.',
  'network-figure.largest-component.name': 'Share in the largest component',
  'network-figure.largest-component.question': 'What part of the network hangs together?',
  'network-figure.largest-component.definition':
    'Share of the entities that are in the largest piece, directions ignored.',
  'network-figure.strong-components.name': 'Strong components',
  'network-figure.strong-components.question': 'In how many parts can everyone reach everyone along the arrows?',
  'network-figure.strong-components.definition':
    'Number of largest parts within which everyone reaches everyone along the arrows; not defined without directions (Tarjan 1972).',
  'network-figure.fragmentation.name': 'Fragmentation',
  'network-figure.fragmentation.question': 'How many pairs cannot reach each other?',
  'network-figure.fragmentation.definition':
    'Share of the pairs that no chain of links connects, directions ignored (F, Borgatti 2006).',
  'network-figure.distance-fragmentation.name': 'Distance-weighted fragmentation',
  'network-figure.distance-fragmentation.question': 'How far apart are they, or cut off?',
  'network-figure.distance-fragmentation.definition':
    '1 − mean of 1/distance over all pairs, 0 for pairs that no chain connects, directions ignored (DF, Borgatti 2006).',
  'network-figure.diameter.name': 'Diameter',
  'network-figure.diameter.question': 'Over how many steps are the two who are furthest apart?',
  'network-figure.diameter.definition':
    'Longest of the shortest paths, over the pairs that reach each other, along the arrows where there are some.',
  'network-figure.mean-distance.name': 'Mean distance',
  'network-figure.mean-distance.question': 'Over how many steps do they reach each other on average?',
  'network-figure.mean-distance.definition':
    'Mean length of the shortest paths, over the pairs that reach each other, along the arrows where there are some.',
  'network-figure.reciprocity.name': 'Reciprocity',
  'network-figure.reciprocity.question': 'How often is a link returned?',
  'network-figure.reciprocity.definition':
    'Share of the directed links that have one the other way; not defined without directions (Wasserman and Faust 1994).',
  'network-figure.transitivity.name': 'Transitivity',
  'network-figure.transitivity.question': 'How often do two contacts of one know each other?',
  'network-figure.transitivity.definition':
    'Three times the triangles against the pairs of links that meet in one entity, directions ignored (Newman, Strogatz and Watts 2001).',
  'network-figure.mean-clustering.name': 'Mean clustering',
  'network-figure.mean-clustering.question': 'How closely knit are the contacts of one on average?',
  'network-figure.mean-clustering.definition':
    'Mean of the clustering coefficients of all entities, 0 below two neighbours, directions ignored (Watts and Strogatz 1998).',
  'network-figure.degree-centralisation.name': 'Degree centralisation',
  'network-figure.degree-centralisation.question': 'Does one have most of the links?',
  'network-figure.degree-centralisation.definition':
    'Differences of all degrees from the largest, summed, against those of a star: 0 = all alike, 1 = a star (Freeman 1978).',
  'network-figure.betweenness-centralisation.name': 'Betweenness centralisation',
  'network-figure.betweenness-centralisation.question': 'Does everything pass through one?',
  'network-figure.betweenness-centralisation.definition':
    'Differences of all betweenness values from the largest, summed, against those of a star; along the arrows where there are some (Freeman 1978).',
  'network-figure.closeness-centralisation.name': 'Closeness centralisation',
  'network-figure.closeness-centralisation.question': 'Is one much nearer to all than the others are?',
  'network-figure.closeness-centralisation.definition':
    'Differences of all closeness values from the largest, summed, against those of a star; directions ignored; defined where everyone reaches everyone (Freeman 1978).',
  'network-figure.degree-assortativity.name': 'Degree assortativity',
  'network-figure.degree-assortativity.question': 'Do the well linked link with each other?',
  'network-figure.degree-assortativity.definition':
    'Correlation of the degrees at the two ends of the links: above 0 hubs link with hubs, below 0 with the fringe (Newman 2003).',
  'network-figure.group-assortativity.name': 'Assortativity by group',
  'network-figure.group-assortativity.question': 'Do links stay within the groups?',
  'network-figure.group-assortativity.definition':
    'How far links stay within groups beyond what chance would give, 1 = never between groups, 0 = as by chance; links with an end without a group left out (Newman 2003).',
  'network-figure.ei-index.name': 'E–I index',
  'network-figure.ei-index.question': 'Are there more links between the groups or within them?',
  'network-figure.ei-index.definition':
    '(links between groups − links within groups) ÷ both; −1 = all within, 1 = all between; beside it what random links between groups of these sizes would give; links with an end without a group left out (Krackhardt and Stern 1988).',
  'network-figure.core-periphery.name': 'Core and periphery',
  'network-figure.core-periphery.question':
    'How far is there a core that all link with, and a fringe that has no links of its own?',
  'network-figure.core-periphery.definition':
    'Best correlation found, over divisions in two, of the links with the ideal in which all of the core are linked and none of the fringe among themselves; found by a seeded search, a better one is not ruled out; directions ignored (Borgatti and Everett 1999).',

  'network-figure.range.count': 'whole number, 0 or more',
  'network-figure.range.non-negative': 'number, 0 or more',
  'network-figure.range.unit-interval': 'number from 0 to 1',
  'network-figure.range.correlation': 'number from −1 to 1',

  'network-figure.reason.no-nodes': 'there is nobody in the network',
  'network-figure.reason.too-few-nodes': 'there are too few in the network',
  'network-figure.reason.no-links': 'there are no links that it could be read from',
  'network-figure.reason.no-directions': 'directions are ignored, or there are none',
  'network-figure.reason.no-two-contacts': 'nobody has two contacts',
  'network-figure.reason.not-connected': 'not everyone reaches everyone',
  'network-figure.reason.no-variation': 'all are alike in this, so that there is nothing to compare',
  'network-figure.reason.one-group': 'all links are within one group',
  'network-figure.reason.no-grouping': 'the network has no such attribute to group by',

  'network-figure.beside.largest': 'largest',
  'network-figure.beside.isolates': 'without any link',
  'network-figure.beside.mutual': 'pairs linked both ways',
  'network-figure.beside.triangles': 'triangles',
  'network-figure.beside.reached': 'share of the pairs that reach each other',
  'network-figure.beside.links': 'links with both groups stated',
  'network-figure.beside.external': 'links between groups',
  'network-figure.beside.internal': 'links within groups',
  'network-figure.beside.expected': 'by chance',
  'network-figure.beside.core': 'members of the core',

  'network-figure.parameter.side': 'Links counted',
  'network-figure.parameter.side.all': 'All',
  'network-figure.parameter.side.in': 'Incoming',
  'network-figure.parameter.side.out': 'Outgoing',
  'network-figure.parameter.by': 'Groups by',
  'network-figure.parameter.between': 'Links between core and fringe',
  'network-figure.parameter.between.linked': 'All there in the ideal',
  'network-figure.parameter.between.ignored': 'No part of the comparison',
  'network-figure.parameter.runs': 'Starts of the search, the best of which is kept',
  'network-figure.parameter.seed': 'Seed',

  'network-figure.refused.unknown-figure': 'unknown figure "{{detail}}"',
  'network-figure.refused.unfit-parameter': 'a parameter does not fit: {{detail}}',
  'network-figure.refused.no-lines': 'the lines of the network are not at hand',
  'network-figure.refused.too-many-slices': 'more than {{detail}} slices of time',
  'network-figure.refused.no-dates': 'no link in it has a date',
} as const;
