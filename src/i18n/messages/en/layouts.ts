/** Ways of arranging a chart, and their parameters. */
export const layouts = {
  'layout.stress.name': 'Distances (stress)',
  'layout.force.name': 'Forces',
  'layout.webcola.name': 'WebCola',
  'layout.hierarchy.name': 'Hierarchy',
  'layout.concentric.name': 'Concentric rings',
  'layout.circle.name': 'Circle',
  'layout.grid.name': 'Grid',
  'layout.parameter.spacing': 'Spacing',
  'layout.parameter.seed': 'Seed',
  'layout.parameter.towards': 'Towards',
  'layout.parameter.towards.down': 'Down',
  'layout.parameter.towards.right': 'Right',
  'layout.parameter.by': 'Rings by',
  'layout.parameter.by.degree': 'Number of links',
  'layout.parameter.by.distance': 'Steps from the most linked',
  'layout.parameter.columns': 'Columns (0: as many as rows)',
} as const;
