// @ts-check
/**
 * What a Chromium must be started with so that the browser itself says nothing to anybody either: the program never does, but browsers ask
 * for updates, the time, word lists and accounts of their own accord. The README lists them; a test reads the browser's own network log.
 *
 * @type {readonly string[]}
 */
export const quietSwitches = [
  // No name leads anywhere but this computer's own number: what the others miss ends here, before a packet is sent.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-default-apps',
  '--no-pings',
  '--no-first-run',
];
