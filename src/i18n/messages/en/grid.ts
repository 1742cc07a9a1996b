/** What every data grid says of itself. */
export const grid = {
  'grid.filter': 'Filter {{column}}',
  'grid.filter.placeholder': 'filter',
  'grid.new-row': 'New row',
  'grid.edit': 'Edit {{column}}',
  'grid.copied_one': '{{count, number}} cell copied',
  'grid.copied_other': '{{count, number}} cells copied',
  'grid.keys':
    'Arrow keys move, Enter or F2 edits, Escape takes back, Tab moves on, Shift with arrows selects several, Ctrl C copies, Ctrl V pastes, Ctrl D fills down.',
} as const;
