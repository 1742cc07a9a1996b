/** Figures of links, and of kinds of links. */
export const linkFigures = {
  'link-figures.from': 'From',
  'link-figures.to': 'To',
  'link-figures.links': 'Links',
  'link-figures.show': 'Show on the chart',
  'link-figures.choose': 'Select a row first.',
  'link-figures.layers.question': 'Which kinds of links are there, and do they join the same pairs?',
  'link-figures.layers.name': 'Links of each kind, and their overlap',
  'link-figures.layers.kind': 'Kind of link',
  'link-figures.layers.entities': 'Entities',
  'link-figures.layers.pairs': 'Pairs',
  'link-figures.layers.lines': 'Lines',
  'link-figures.layers.all': 'All kinds',
  'link-figures.layers.overlap':
    'Overlap: of the pairs that either kind joins, the share that both join (Jaccard), directions ignored.',
  'link-figures.layers.counted':
    'Each kind of link is a network of its own. Entities: those with a link of the kind. Pairs: two who are linked by it, however often. Lines: its links before merging. Contacts: with how many others one is linked by it, where arrows count along each way apart. No figure here reads weights.',
  'link-figures.layers.degrees': 'Contacts by kind of link',
} as const;
