/** Words that the kit itself says. */
export const controls = {
  'controls.close': 'Close',
  'controls.move-tab': 'Ctrl with an arrow key moves the tab',
  'controls.close-tab': 'Close tab',
  'controls.cancel': 'Cancel',
  'controls.done-of': '{{done}} of {{of}}',
  'controls.more': 'More',
} as const;
