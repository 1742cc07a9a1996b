/** What is kept on this computer: newer builds, samples, the program in one file. */
export const offline = {
  'offline.new-version': 'New version',
  'offline.new-version-body':
    'A newer version of the program is on this computer. This page goes on as it is; reload it to use the new one. Every saved change stays.',
  'offline.reload': 'Reload',
  'offline.later': 'Later',

  'offline.one-file': 'The program in one file.',
  'offline.one-file-body':
    'Cases are kept by this browser on this computer, not on the stick, and any other page opened from a disk in this browser could read them. Save each case to a file before you leave.',
} as const;
