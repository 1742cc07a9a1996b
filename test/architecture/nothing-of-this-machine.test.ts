import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';

const top = join(import.meta.dirname, '../..');

/** Files of the repository, new ones too; what is ignored is no part of it. */
function repositoryFiles(): string[] {
  const outside = ['node_modules', 'dist', '.cache', '.git', 'test-results'];
  const paths = existsSync(join(top, '.git'))
    ? execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
        cwd: top,
        encoding: 'utf8',
      }).split('\0')
    : (readdirSync(top, { recursive: true }) as string[]).map((path) => path.replaceAll('\\', '/'));
  return paths.filter(
    (path) =>
      path !== '' &&
      !outside.includes(path.split('/')[0] ?? '') &&
      existsSync(join(top, path)) &&
      statSync(join(top, path)).isFile(),
  );
}

const files = repositoryFiles();

/** Bytes that are no text, and data copied from elsewhere as it came. */
const isData = (path: string): boolean =>
  ['.png', '.woff2', '.ttf', '.skein', '.zip', '.gz', '.ico', '.csv', '.tsv'].includes(extname(path)) ||
  path.startsWith('test/data/');

// Spelled in pieces, so that this file does not find itself.
const traces: readonly (readonly [string, RegExp])[] = [
  ['a folder of somebody’s machine', new RegExp(['(?<![\\w.$}/])/(?:home|Users|root|work)', '/[\\w.-]+'].join(''))],
  ['a folder of a Windows machine', new RegExp(['\\b[A-Z]:\\\\', 'Users\\\\'].join(''))],
  [
    'an address of a package registry',
    new RegExp(['registry\\.npmjs', '\\.org|registry\\.yarnpkg|npm\\.pkg\\.', 'github'].join('')),
  ],
  ['a private registry', new RegExp(['(?:artifactory|nexus|verdaccio)', '[\\w.-]*[/:]'].join(''), 'i')],
];

const found = (text: string): string[] => traces.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);

test('no file names a folder of one machine or a registry host', () => {
  expect(files.length).toBeGreaterThan(100);
  const breaches = files
    .filter((path) => !isData(path))
    .flatMap((path) => found(readFileSync(join(top, path), 'utf8')).map((what) => `${path}: ${what}`));
  expect(breaches).toEqual([]);
});

test('the lock file names no host', () => {
  const lock = JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string; optional?: boolean; os?: string[] }>;
  };
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(50);
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  // A binary for another platform may be named without a checksum: not every registry has it to take the sum of.
  const foreign = (p: { optional?: boolean; os?: string[] }) => p.optional === true && p.os !== undefined;
  expect(packages.filter(([, p]) => !p.integrity && !foreign(p)).map(([path]) => path)).toEqual([]);
  expect(readFileSync(join(top, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true');
});

test('the traces are known when they are there', () => {
  expect(found(`see ${['', 'home', 'ana', 'skein'].join('/')}`)).toHaveLength(1);
  expect(found(['C:', 'Users', 'ana'].join('\\'))).toHaveLength(1);
  expect(found(['https://registry.npmjs', 'org/react'].join('.'))).toHaveLength(1);
  expect(found('a relative path: src/domain, an address: https://www.w3.org/2000/svg, a route: /#/home')).toEqual([]);
});
