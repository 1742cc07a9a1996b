/** What results of the command line say beside figures that other rooms have no words for. The page does not load these. */
export const commandLine = {
  'command-line.reason.not-stated': 'not stated',
  'command-line.reason.all-equal': 'all are equal',
  'command-line.reason.not-sure': 'sure: not surely reached',
  'command-line.reason.open-time': '{{field}}: no moment is stated, the time is open',
  'command-line.reason.uncounted': 'too many to be counted',
  'command-line.reason.not-over-confirmed': 'over confirmed links alone it has no value',
} as const;
