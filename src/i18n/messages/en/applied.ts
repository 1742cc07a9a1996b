/** Figures on a chart: whence they are, what they say of an entity, and the acts that put them there and take them off. */
export const applied = {
  'applied.figure': '{{measure}}, {{scope}}, change {{revision}}',
  'applied.rank': 'rank {{rank}}',
  'applied.doubtful': '? group',
  'applied.write': 'Write on the chart',
  'applied.write.label': 'Values under the names',
  'applied.write.groups': 'Groups under the names',
  'applied.write.badge': 'Ranks at the symbols, 1 to {{last}}',
  'applied.clear.size': 'Sizes',
  'applied.clear.colour': 'Colours',
  'applied.clear.outline': 'Outlines',
  'applied.clear.label': 'What stands under the names',
  'applied.clear.badge': 'Ranks at the symbols',
  'applied.clear.all': 'All of it',
} as const;
