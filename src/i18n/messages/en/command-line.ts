/** What results of the command line say beside figures that other rooms have no words for. The page does not load these. */
export const commandLine = {
  'command-line.reason.not-stated': 'not stated',
  'command-line.reason.all-equal': 'all are equal',
  'command-line.reason.not-sure': 'sure: not surely reached',
  'command-line.reason.open-time': '{{field}}: no moment is stated, the time is open',
  'command-line.reason.uncounted': 'too many to be counted',
  'command-line.reason.not-over-confirmed': 'over confirmed links alone it has no value',
  'command-line.range.list': 'a list, no number',
  'command-line.unranked': '--measure {{id}}: not-a-ranking, its values number the parts of the network',
  'command-line.waits': '--shortestWait {{shortest}} is longer than --longestWait {{longest}}',
  'command-line.unfit': '--{{name}} does not fit',
  'command-line.window': '--after {{after}} is later than --before {{before}}: no time lies between them',
  'command-line.no-link': '--remove-links: no link from "{{from}}" to "{{to}}"',
  'command-line.no-row': '--remove-links: no row {{row}}; the file has {{count}} beside its header',
  'command-line.no-pair': '--remove-links takes pairs such as a>b and numbers of rows, not "{{given}}"',
} as const;
