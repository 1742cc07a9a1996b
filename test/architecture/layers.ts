/**
 * The floors of `src/` and what code on each may know: the import law, as data. Lower floors know nothing of higher ones.
 * The same table stands in prose in the README; where the two differ, this one is the law.
 */
export const floors = [
  'threads',
  'domain',
  'i18n',
  'analysis',
  'store',
  'exchange',
  'drawing',
  'ui',
  'session',
  'queries',
  'views',
  'workers',
  'cli',
  'app',
] as const;

export type Floor = (typeof floors)[number];

export interface Layer {
  /** Floors whose code it may call. */
  readonly floors: readonly Floor[];
  /** Floors of which it may know the types only (`import type`). */
  readonly types: readonly Floor[];
  /** Packages: a name (with all its subpaths), or a name ending in `*` for a family. */
  readonly packages: readonly string[];
}

const reactish = ['react', 'react-dom'];

export const layers: Readonly<Record<Floor, Layer>> = {
  // The CLI's pool runs on Node's worker threads; a test hands it a MessageChannel.
  threads: { floors: [], types: [], packages: ['node:worker_threads'] },
  // @scure/bip39 holds the word list in which the head of the log is read out.
  domain: {
    floors: [],
    types: [],
    packages: ['libphonenumber-js', '@internationalized/date', '@noble/hashes', '@scure/bip39'],
  },
  // Records are named in words here: what a protected person may be called is the domain's to say.
  i18n: { floors: ['domain'], types: [], packages: ['i18next', 'react'] },
  analysis: { floors: ['domain'], types: ['threads'], packages: ['webcola', 'd3-force'] },
  store: { floors: ['domain'], types: [], packages: ['dexie'] },
  exchange: {
    floors: ['domain'],
    types: ['threads'],
    packages: ['papaparse', 'fflate', '@noble/hashes', '@internationalized/date'],
  },
  // HarfBuzz puts letters together for PDF files, fflate unpacks fonts and packs streams; both in the worker only.
  drawing: { floors: ['domain', 'i18n'], types: ['analysis'], packages: ['harfbuzzjs', 'fflate'] },
  ui: {
    floors: ['i18n'],
    types: ['domain', 'drawing'],
    packages: [
      ...reactish,

      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'cytoscape',
      'cytoscape-cola',
      '@fontsource/*',
    ],
  },
  session: { floors: [], types: ['domain'], packages: ['react'] },
  queries: {
    floors: ['domain', 'analysis', 'store', 'exchange', 'drawing', 'threads'],
    types: [],
    packages: ['react', '@tanstack/react-query'],
  },
  views: {
    floors: ['domain', 'queries', 'session', 'drawing', 'ui', 'i18n'],
    types: ['analysis', 'exchange'],
    packages: [...reactish, '@tanstack/react-table', '@tanstack/react-virtual'],
  },
  workers: { floors: ['threads', 'analysis', 'exchange', 'drawing', 'store', 'domain'], types: [], packages: [] },
  cli: {
    floors: ['domain', 'analysis', 'exchange', 'drawing', 'i18n', 'threads'],
    types: [],
    packages: ['papaparse', 'node:*'],
  },
  app: {
    floors: [
      'threads',
      'domain',
      'i18n',
      'analysis',
      'store',
      'exchange',
      'drawing',
      'ui',
      'session',
      'queries',
      'views',
      'workers',
    ],
    types: [],
    packages: [...reactish, '@tanstack/react-query', '@fontsource/*'],
  },
};

/** Floors cut into rooms (their first-level folders) that never import each other. */
export const roomedFloors: readonly Floor[] = ['views', 'analysis'];

/** Rooms every neighbour may use: the packed graph is the ground all techniques stand on. */
export const groundRooms: readonly string[] = ['analysis/graph'];

/** Rooms made to combine their neighbours, through each one's index only. */
export const combiningRooms: readonly string[] = ['analysis/studies', 'analysis/whole-network'];

/** Packages that one folder alone may import, however many floors have them. */
export const soleImporters: Readonly<Record<string, string>> = {
  cytoscape: 'ui/graph-canvas',
  'cytoscape-cola': 'ui/graph-canvas',
};

/** Where threads are started. */
export const threadFloor: Floor = 'threads';
