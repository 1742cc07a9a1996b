import { describe, expect, test } from 'vitest';
import { type Breach, findBreaches } from './import-law.ts';
import { readImports } from './read-imports.ts';

/** A small house in order, for one breach at a time to be put into. */
const house: Readonly<Record<string, string>> = {
  'domain/link/link.ts': 'export interface Link { readonly kind: "link" }',
  'domain/link/index.ts': "export { sha256 } from '@noble/hashes/sha2.js';\nexport type { Link } from './link.ts';",
  'threads/protocol.ts': 'export type Job = string;',
  'threads/client.ts': 'export const begin = (address: string): Worker => new Worker(address);',
  'analysis/graph/packed-graph.ts':
    "import type { Job } from '#threads/protocol';\nexport const pack = (j: Job): Job => j;",
  'analysis/measures/degree.ts': "import { pack } from '../graph/packed-graph.ts';\nexport const degree = pack;",
  'analysis/measures/index.ts': "export { degree } from './degree.ts';",
  'analysis/paths/index.ts': 'export const paths = 1;',
  'analysis/studies/what-if.ts': "import { degree } from '../measures/index.ts';\nexport const whatIf = degree;",
  'store/commit.ts': "import 'dexie';\nexport const commit = 1;",
  'drawing/scene.ts': 'export interface Scene { readonly parts: number }',
  'ui/graph-canvas/index.tsx':
    "import cytoscape from 'cytoscape';\nimport './canvas.css';\nexport const Canvas = () => <div>{String(cytoscape)}</div>;",
  'ui/graph-canvas/canvas.css': '',
  'views/view.ts': 'export interface View { readonly id: string }',
  'views/table/index.ts': "import type { View } from '../view.ts';\nexport const table: View = { id: 'table' };",
  'views/history/index.ts': "export const history = { id: 'history' };",
  'views/index.ts': "export { table } from './table/index.ts';\nexport { history } from './history/index.ts';",
  'workers/analysis.ts': "import { degree } from '#analysis/measures/index';\ndegree('');",
  'app/fonts.ts':
    "export const fonts = import.meta.glob('/node_modules/@fontsource/{noto-sans,noto-sans-thai}/files/*.woff2');",
  'app/main.tsx':
    "import address from '../workers/analysis.ts?worker&url';\nimport { begin } from '#threads/client';\nbegin(address);\nvoid import('#views/index');",
};

const rulesIn = (seed: Readonly<Record<string, string>>): readonly Breach['rule'][] =>
  findBreaches(new Map(Object.entries({ ...house, ...seed }))).breaches.map(({ rule }) => rule);

test('a house in order has no breach, and every code file in it is read', () => {
  const { breaches, read } = findBreaches(new Map(Object.entries(house)));
  expect(breaches).toEqual([]);
  expect(read).toBe(Object.keys(house).filter((path) => !path.endsWith('.css')).length);
});

describe('a breach is seen', () => {
  const seeds: readonly (readonly [string, Breach['rule'], Readonly<Record<string, string>>])[] = [
    [
      'a lower floor imports a higher one',
      'floor',
      { 'domain/x.ts': "import { commit } from '#store/commit';\ncommit;" },
    ],
    [
      '… by its types only',
      'floor',
      { 'domain/x.ts': "import type { Scene } from '#drawing/scene';\nexport type X = Scene;" },
    ],
    ['… by a re-export', 'floor', { 'domain/x.ts': "export * from '#store/commit';" }],
    ['… by a type re-export', 'floor', { 'domain/x.ts': "export type { Scene } from '#drawing/scene';" }],
    ['… by a dynamic import', 'floor', { 'domain/x.ts': "export const x = () => import('#store/commit');" }],
    [
      '… by a dynamic import in a template',
      'floor',
      { 'domain/x.ts': 'export const x = () => import(`#store/commit`);' },
    ],
    ['… by a type query', 'floor', { 'domain/x.ts': "export type X = import('#drawing/scene').Scene;" }],
    [
      '… in a file of JSX',
      'floor',
      { 'ui/x.tsx': "import { commit } from '#store/commit';\nexport const X = () => <b>{commit}</b>;" },
    ],
    ['an alias names no floor', 'floor', { 'domain/x.ts': "import '#cellar/x';" }],
    ['a path leaves src', 'floor', { 'domain/x.ts': "import '../../scripts/x.mjs';" }],
    [
      'a floor whose types are open is called',
      'type only',
      { 'views/table/x.ts': "import { degree } from '#analysis/measures/index';\ndegree;" },
    ],
    [
      '… with the keyword inside the braces, which keeps the import',
      'type only',
      { 'ui/x.ts': "import { type Scene } from '#drawing/scene';\nexport type X = Scene;" },
    ],
    ['a package is not of that floor', 'package', { 'domain/x.ts': "import 'dexie';" }],
    ['a package with a scope is not of that floor', 'package', { 'store/x.ts': "import '@tanstack/react-query';" }],
    ["a package's subpath is not of that floor", 'package', { 'session/x.ts': "import 'react-dom/client';" }],
    ["Node's modules are used in the page", 'package', { 'store/x.ts': "import 'node:fs';" }],
    ['a name that begins like an allowed one', 'package', { 'session/x.ts': "import 'react-evil';" }],
    ['a second folder imports cytoscape', 'sole importer', { 'ui/x.ts': "import 'cytoscape';" }],
    ['… by its types', 'sole importer', { 'ui/x.ts': "import type { Core } from 'cytoscape';\nexport type X = Core;" }],
    [
      'a view imports its neighbour',
      'room',
      { 'views/table/x.ts': "import { history } from '../history/index.ts';\nhistory;" },
    ],
    ['… by its types', 'room', { 'views/table/x.ts': "export type X = typeof import('../history/index.ts');" }],
    [
      'a technique imports its neighbour',
      'room',
      { 'analysis/paths/x.ts': "import { degree } from '../measures/index.ts';\ndegree;" },
    ],
    ['the ground imports a technique', 'room', { 'analysis/graph/x.ts': "import '../paths/index.ts';" }],
    [
      'a room imports the list it stands in',
      'room',
      { 'views/table/x.ts': "export type { table } from '../index.ts';" },
    ],
    [
      'a study reaches past an index',
      'index only',
      { 'analysis/studies/x.ts': "import { degree } from '../measures/degree.ts';\ndegree;" },
    ],
    [
      'another floor by a relative path',
      'spelling',
      { 'store/x.ts': "import type { Link } from '../domain/link/link.ts';\nexport type X = Link;" },
    ],
    ["a worker's entry imported as code", 'spelling', { 'app/x.ts': "import '../workers/analysis.ts';" }],
    [
      'the own floor by its alias',
      'spelling',
      { 'domain/x.ts': "import type { Link } from '#domain/link/link';\nexport type X = Link;" },
    ],
    ['a glob over the fence', 'spelling', { 'app/x.ts': "import.meta.glob('../views/*.ts');" }],
    [
      'a glob over a package of another floor',
      'package',
      { 'ui/x.ts': "import.meta.glob('/node_modules/dexie/*.js');" },
    ],
    ['a glob over all packages', 'package', { 'app/x.ts': "import.meta.glob('/node_modules/*/x.js');" }],
    [
      "an address of another floor's file",
      'spelling',
      { 'ui/x.ts': "export const x = new URL('../workers/analysis.ts', import.meta.url);" },
    ],
    ['a file that is not there', 'missing', { 'domain/x.ts': "import './nowhere.ts';" }],
    ['an alias with an extension', 'missing', { 'store/x.ts': "import '#domain/link/index.ts';" }],
    ['a worker started outside threads', 'thread', { 'app/x.ts': "export const w = new Worker('x');" }],
    ['… by a roundabout name', 'thread', { 'app/x.ts': "export const w = new globalThis.Worker('x');" }],
    ['… as a shared one', 'thread', { 'app/x.ts': "export const w = new self['SharedWorker']('x');" }],
    ['two files import each other', 'cycle', { 'domain/a.ts': "import './b.ts';", 'domain/b.ts': "import './a.ts';" }],
    [
      'three files in a ring, one link of it lazy',
      'cycle',
      {
        'domain/a.ts': "import './b.ts';",
        'domain/b.ts': "export * from './c.ts';",
        'domain/c.ts': "void import('./a.ts');",
      },
    ],
    ['a file imports itself', 'cycle', { 'domain/a.ts': "import './a.ts';" }],
    ['an import of a computed name', 'unreadable', { 'app/x.ts': 'export const x = (y: string) => import(y);' }],
    ['CommonJS', 'unreadable', { 'app/x.ts': "export const x = require('dexie');" }],
    ['import = require', 'unreadable', { 'app/x.ts': "import x = require('dexie');\nx;" }],
    ['a file that does not parse', 'unreadable', { 'app/x.ts': 'export const = ;' }],
    ['a file on no floor', 'place', { 'cellar/x.ts': 'export const x = 1;' }],
    ['a file beside the floors', 'place', { 'x.ts': 'export const x = 1;' }],
    ['code in another dress', 'place', { 'domain/x.js': "import 'dexie';" }],
  ];

  test.each(seeds)('%s', (_, rule, seed) => {
    expect(rulesIn(seed)).toEqual([rule]);
  });
});

test('types may know each other in a ring', () => {
  expect(
    rulesIn({
      'domain/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
      'domain/b.ts': "export type B = import('./a.ts').A;",
    }),
  ).toEqual([]);
});

test('a file that could not be read is not counted as read', () => {
  const broken = new Map(Object.entries({ ...house, 'app/x.ts': 'export const = ;' }));
  expect(findBreaches(broken).read).toBe(findBreaches(new Map(Object.entries(house))).read);
});

test('references are found with their line and form', () => {
  const { references } = readImports(
    'a.tsx',
    "import type { A } from 'a';\n\nexport const x = () => <a href={new URL('./b.svg', import.meta.url).href} />;",
  );
  expect(references).toEqual([
    { specifier: 'a', form: 'import', typeOnly: true, line: 1 },
    { specifier: './b.svg', form: 'address', typeOnly: false, line: 3 },
  ]);
});
