import { brokerMeasures } from './broker-measures.ts';

/** What each measure is called, which question it answers, how it is defined and what values it takes. */
export const measures = {
  ...brokerMeasures,
  'measure.degree.name': 'Degree',
  'measure.degree.question': 'Who has links with the most others?',
  'measure.degree.definition':
    'Number of distinct neighbours; with directions, incoming plus outgoing links. Loops are left out and parallel links count once unless they are asked for; a loop has two ends (Freeman 1978).',
  'measure.in-degree.name': 'In-degree',
  'measure.in-degree.question': 'Who is contacted, paid or named by the most others?',
  'measure.in-degree.definition':
    'Number of distinct others with a link towards this one; without directions, the degree.',
  'measure.out-degree.name': 'Out-degree',
  'measure.out-degree.question': 'Who contacts, pays or names the most others?',
  'measure.out-degree.definition':
    'Number of distinct others this one has a link towards; without directions, the degree.',
  'measure.strength.name': 'Strength (weighted degree)',
  'measure.strength.question': 'Who has the most contact altogether?',
  'measure.strength.definition':
    'Sum of the weights of all links of this one; without weights, the degree (Barrat and others 2004).',
  'measure.in-strength.name': 'In-strength',
  'measure.in-strength.question': 'Towards whom does the most flow?',
  'measure.in-strength.definition': 'Sum of the weights of the links towards this one; without weights, the in-degree.',
  'measure.out-strength.name': 'Out-strength',
  'measure.out-strength.question': 'From whom does the most flow?',
  'measure.out-strength.definition': 'Sum of the weights of the links from this one; without weights, the out-degree.',
  'measure.betweenness.name': 'Betweenness',
  'measure.betweenness.question': 'Who stands between the others: the broker on the shortest ways from one to another?',
  'measure.betweenness.definition':
    'For every pair of others, the share of their shortest paths that pass through this one, summed; end points left out, not normalised, undirected pairs counted once (Freeman 1977; algorithm of Brandes 2001).',
  'measure.closeness.name': 'Closeness',
  'measure.closeness.question': 'Who can be reached from everywhere in the fewest steps?',
  'measure.closeness.definition':
    '((r − 1)/(n − 1)) × ((r − 1)/sum of distances) over the r − 1 others that reach this one, n = all; 0 for isolates; incoming distances when directed, unless outgoing ones are asked for (Wasserman and Faust 1994).',
  'measure.harmonic.name': 'Harmonic closeness',
  'measure.harmonic.question': 'Who is near to many, even when the network is in pieces?',
  'measure.harmonic.definition':
    'Sum of 1/distance over all others that reach this one; the unreached add 0; incoming distances when directed, unless outgoing ones are asked for (Marchiori and Latora 2000).',
  'measure.k-reach.name': 'Reach in k steps',
  'measure.k-reach.question': 'Who can get word to the most others in a few steps?',
  'measure.k-reach.definition':
    'Number of others within k steps along the links, 2 unless told; with directions along the arrows, unless against them is asked for; normalised: divided by n − 1, n = all (Borgatti 2006).',
  'measure.distance-weighted-reach.name': 'Distance-weighted reach',
  'measure.distance-weighted-reach.question': 'Who reaches much of the network, the near counting more than the far?',
  'measure.distance-weighted-reach.definition':
    '(1 + sum of 1/distance to all others that this one reaches) / n, n = all; the unreached add 0, this one itself 1; with directions along the arrows, unless against them is asked for (Borgatti 2006, for a set of one).',
  'measure.eccentricity.name': 'Eccentricity',
  'measure.eccentricity.question': 'How far is it to whoever is furthest in reach?',
  'measure.eccentricity.definition':
    'Greatest distance from this one to another that it reaches, low = central; no value for one that reaches nobody; with directions along the arrows, unless against them is asked for (Hage and Harary 1995).',
  'measure.cut-points.name': 'Cut point',
  'measure.cut-points.question': 'Whose removal would break the recorded network into more pieces?',
  'measure.cut-points.definition':
    'Number of pieces by which the component of this one grows without it, itself not counted; 0 = not a cut point; directions ignored (articulation points; Hopcroft and Tarjan 1973).',
  'measure.katz.name': 'Katz centrality',
  'measure.katz.question': 'Who is reached by the most chains of contacts, short ones counting more?',
  'measure.katz.definition':
    'x = 1 + α × weighted sum of the x of those linked towards this one: every chain of k links that ends here counts α to the power of k. α is 0.85/λ unless told, λ the largest eigenvalue of the adjacency matrix (the largest weight where no chain returns); from 1/λ on there is no value (Katz 1953).',
  'measure.hubs.name': 'Hubs (HITS)',
  'measure.hubs.question': 'Who points at those whom the best pointers point at?',
  'measure.hubs.definition':
    'Leading left singular vector of the adjacency matrix, weights as strength: a hub has links towards good authorities; where several vectors lead, even shares of all; largest value 1 unless told (Kleinberg 1999).',
  'measure.authorities.name': 'Authorities (HITS)',
  'measure.authorities.question': 'At whom do those point who point well?',
  'measure.authorities.definition':
    'Leading right singular vector of the adjacency matrix, weights as strength: an authority has links from good hubs; where several vectors lead, even shares of all; largest value 1 unless told; without directions the same as hubs (Kleinberg 1999).',
  'measure.link-betweenness.name': 'Link betweenness',
  'measure.link-betweenness.question': 'Over which links do the shortest ways between others run?',
  'measure.link-betweenness.definition':
    'For every pair of nodes, the share of their shortest paths that use this link, summed; undirected pairs counted once; normalised: divided by the number of pairs (Girvan and Newman 2002).',
  'measure.bridges.name': 'Bridge',
  'measure.bridges.question': 'Which links alone hold parts of the recorded network together?',
  'measure.bridges.definition':
    'Number of nodes on the smaller side that would be cut off without this link; 0 = not a bridge, there is a way round; directions ignored, parallel lines taken as one link (Hopcroft and Tarjan 1973).',
  'measure.betweenness-sampled.name': 'Betweenness, sampled',
  'measure.betweenness-sampled.question': 'Who stands between the others, told soon for a very large network?',
  'measure.betweenness-sampled.definition':
    'Betweenness estimated from pairs drawn by chance: the mean share of their shortest paths that pass through this one. With the probability asked for, every value is within the error asked for, a share of all pairs (Riondato and Upfal 2016; Borassi and Natale 2016; bound of Hoeffding 1963).',
  'measure.current-flow-betweenness.name': 'Current-flow betweenness',
  'measure.current-flow-betweenness.question':
    'Through whom does what passes between others go, if it takes every way and not only the shortest?',
  'measure.current-flow-betweenness.definition':
    'For every pair of others in the same component, the current through this one when one unit flows between them, weights conducting; end points left out, summed, not normalised unless asked for; directions ignored; for components of up to 2,000 (Newman 2005; Brandes and Fleischer 2005).',
  'measure.participation.name': 'Participation coefficient',
  'measure.participation.question': 'Whose contacts are spread over several groups?',
  'measure.participation.definition':
    '1 − sum over groups of (share of its neighbours in the group)²; 0 = all neighbours in one group; neighbours without a stated group are left out; directions ignored (Guimerà and Amaral 2005).',
  'measure.within-group-degree.name': 'Within-group degree',
  'measure.within-group-degree.question': 'Who has more contacts inside its own group than its fellow members?',
  'measure.within-group-degree.definition':
    'Number of neighbours in its own group, as a z-score among the members of the group: mean 0, standard deviation 1; no value where all members have equally many; directions ignored (Guimerà and Amaral 2005).',
  'measure.layers-present.name': 'Kinds of links',
  'measure.layers-present.question': 'Who is linked in the most different ways?',
  'measure.layers-present.definition':
    'Number of link types (layers) in which this one has links (Nicosia and Latora 2015).',
  'measure.overlapping-degree.name': 'Degree over all kinds of links',
  'measure.overlapping-degree.question': 'Who has the most contacts when each kind of link counts by itself?',
  'measure.overlapping-degree.definition':
    'Sum over link types of the number of distinct neighbours in each; with directions, incoming plus outgoing (Battiston and others 2014).',
  'measure.layer-participation.name': 'Spread over kinds of links',
  'measure.layer-participation.question': 'Whose contacts are spread evenly over the kinds of links?',
  'measure.layer-participation.definition':
    'L/(L − 1) × (1 − sum over link types of (share of its degrees in the type)²), L = link types in the network; 0 = all in one, 1 = evenly in all; no value where there is only one type (Battiston and others 2014).',
  'measure.eigenvector.name': 'Eigenvector centrality',
  'measure.eigenvector.question': 'Who is linked with those who are well linked themselves?',
  'measure.eigenvector.definition':
    'Leading eigenvector of the adjacency matrix of the largest component, directions ignored, largest value 1; no value outside that component, nor where several components are largest (Bonacich 1972).',
  'measure.pagerank.name': 'PageRank',
  'measure.pagerank.question': 'Where would someone end up who keeps following links?',
  'measure.pagerank.definition':
    'Stationary share of a walk that follows links in proportion to their weight with probability 0.85 (the damping) and otherwise jumps anywhere; dead ends jump anywhere; sums to 1 (Brin and Page 1998).',
  'measure.coreness.name': 'Coreness',
  'measure.coreness.question': 'Who belongs to the dense core, and who to the fringe?',
  'measure.coreness.definition':
    'Largest k such that this one belongs to a part of the network where everyone has at least k neighbours within the part; directions ignored (Seidman 1983).',
  'measure.clustering.name': 'Clustering coefficient',
  'measure.clustering.question': 'Do the contacts of this one know each other?',
  'measure.clustering.definition':
    'Share of the pairs of neighbours that are linked themselves; 0 below two neighbours; directions ignored (Watts and Strogatz 1998).',
  'measure.constraint.name': 'Constraint',
  'measure.constraint.question': 'Whose contacts are so closely knit that there is little room for brokerage?',
  'measure.constraint.definition':
    "Burt's constraint: how far the ties of this one lead, directly or over its other contacts, to the same few; no value for isolates; directions ignored (Burt 1992).",
  'measure.components.name': 'Component',
  'measure.components.question': 'Which separate part of the network is this one in?',
  'measure.components.definition': 'Number of the connected component, 1 = the largest; directions ignored.',

  'measure.range.count': 'whole number, 0 or more',
  'measure.range.non-negative': 'number, 0 or more',
  'measure.range.unit-interval': 'number from 0 to 1',
  'measure.range.share': 'number from 0 to 1; all together 1',
  'measure.range.any': 'any number',
  'measure.range.label': 'number of a part, from 1',

  'measure.reason.no-links': 'has no links, so that the measure is not defined',
  'measure.reason.outside-largest-component': 'outside the largest component',
  'measure.reason.several-largest-components': 'several components are the largest, so that the measure is not defined',
  'measure.reason.not-converged': 'the calculation did not settle on a value',
  'measure.reason.not-finite': 'the value is too large to be represented',

  'measure.reason.reaches-nobody': 'reaches nobody, so that there is no distance',
  'measure.reason.too-large': 'the part it belongs to is too large for this measure',
  'measure.reason.no-grouping': 'the network has no such grouping',
  'measure.reason.group-not-stated': 'its own group is not stated',
  'measure.reason.no-links-to-groups': 'none of its neighbours has a stated group',
  'measure.reason.no-lines': 'the lines behind the links are not known one by one',
  'measure.reason.not-in-layer': 'no link of this kind with another',
  'measure.reason.one-layer': 'all links are of one kind',
  'measure.reason.no-spread-in-group': 'all members of its group have equally many links within it',

  'measure.fact.residual': 'Residual (relative)',
  'measure.fact.attenuation': 'Attenuation α',
  'measure.fact.largest-eigenvalue': 'Largest eigenvalue λ',
  'measure.fact.samples': 'Samples',
  'measure.fact.error': 'Greatest error',
  'measure.fact.probability': 'Probability that every value is within it',

  'measure.parameter.parallel': 'Parallel lines',
  'measure.parameter.parallel.merged': 'One link',
  'measure.parameter.parallel.counted': 'Each counts',
  'measure.parameter.loops': 'Lines from one to itself',
  'measure.parameter.loops.left-out': 'Left out',
  'measure.parameter.loops.counted': 'Counted',
  'measure.parameter.by': 'Groups',
  'measure.parameter.error': 'Greatest error (share of all pairs)',
  'measure.parameter.probability': 'Probability that it is kept',
  'measure.parameter.seed': 'Seed',
  'measure.parameter.side': 'Paths, where links have directions',
  'measure.parameter.side.in': 'Towards this one',
  'measure.parameter.side.out': 'Away from this one',
  'measure.parameter.steps': 'Steps',
  'measure.parameter.attenuation': 'Attenuation α',
  'measure.parameter.attenuation-as': 'Attenuation is given as',
  'measure.parameter.attenuation-as.share': 'Share of its limit 1/λ',
  'measure.parameter.attenuation-as.itself': 'The value itself',
  'measure.parameter.length': 'Length of a link',
  'measure.parameter.length.none': 'Every link is one step',
  'measure.parameter.length.inverse': '1/weight: strong ties are short',
  'measure.parameter.length.same': 'The weight itself',
  'measure.parameter.normalised': 'Normalised',
  'measure.parameter.form': 'Form',
  'measure.parameter.form.wasserman-faust': 'Whole network (Wasserman and Faust)',
  'measure.parameter.form.component': 'Within the reachable part',
  'measure.parameter.scale': 'Scale',
  'measure.parameter.scale.largest-1': 'Largest value 1',
  'measure.parameter.scale.none': 'As it comes',
  'measure.parameter.scale.sum-1': 'Sum 1',
  'measure.parameter.scale.length-1': 'Sum of squares 1',
  'measure.parameter.damping': 'Damping',
} as const;
