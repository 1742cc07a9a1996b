import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBreaches, floorOf } from './import-law.ts';
import { floors, layers } from './layers.ts';

const src = join(import.meta.dirname, '../../src');

function readAll(): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(src, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
  }
  return files;
}

describe('the import law', () => {
  const files = readAll();
  const { breaches, read } = findBreaches(files);

  test('holds in every file under src', () => {
    expect(breaches.map(({ at, rule, text }) => `${at}  [${rule}]  ${text}`)).toEqual([]);
  });

  test('was read in every file there is, as the bundler counts them', () => {
    const bundled = Object.keys(import.meta.glob('../../src/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'));
    expect(bundled.length).toBeGreaterThan(100);
    expect(read).toBe(bundled.length);
  });

  test('knows every folder of src as a floor', () => {
    const there = new Set([...files.keys()].map((path) => path.split('/')[0]));
    for (const folder of there) expect(floorOf(`${folder}/x.ts`), `src/${folder}`).toBeDefined();
    for (const floor of floors) expect(there, `src/${floor}`).toContain(floor);
  });
});

describe('the table of floors', () => {
  test('lets no floor know itself, a floor that knows it, or one both whole and by type', () => {
    for (const floor of floors) {
      const { floors: whole, types } = layers[floor];
      expect(whole).not.toContain(floor);
      expect(types).not.toContain(floor);
      for (const other of types) expect(whole, `${floor} and ${other}`).not.toContain(other);
      for (const other of whole) expect(layers[other].floors, `${floor} and ${other}`).not.toContain(floor);
    }
  });

  test('is what package.json makes importable', () => {
    const { imports } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as {
      imports: Record<string, string>;
    };
    for (const [alias, target] of Object.entries(imports)) {
      const floor = alias.slice(1, -2);
      expect(floors, alias).toContain(floor);
      expect(target).toBe(`./src/${floor}/*.ts`);
    }
  });

  test('names only packages that package.json has', () => {
    const { dependencies } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const names = Object.keys(dependencies);
    for (const floor of floors) {
      for (const entry of layers[floor].packages) {
        if (entry.startsWith('node:')) continue;
        const known = entry.endsWith('*')
          ? names.some((name) => name.startsWith(entry.slice(0, -1)))
          : names.includes(entry);
        expect(known, `${floor}: ${entry}`).toBe(true);
      }
    }
  });
});
