/** Words that the kit itself says. */
export const controls = {
  'controls.close': 'Close',
  'controls.move-tab': 'Ctrl with an arrow key moves the tab',
  'controls.close-tab': 'Close tab',
  'controls.cancel': 'Cancel',
  'controls.done-of': '{{done}} of {{of}}',
  'controls.number.empty': 'Empty: {{value}} still counts. Type a number from {{low}} to {{high}}.',
  'controls.number.unfit': 'Not a number from {{low}} to {{high}}: {{value}} still counts.',
  'controls.more': 'More',
} as const;
