/** What is kept on this computer: newer builds, samples, the program in one file. */
export const offline = {
  'offline.new-version': 'New version',
  'offline.new-version-body':
    'A newer version of the program is on this computer. This page goes on as it is; reload it to use the new one. Every saved change stays.',
  'offline.reload': 'Reload',
  'offline.later': 'Later',
} as const;
