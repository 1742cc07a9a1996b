import { expect, test } from 'vitest';
import { t } from '#i18n/index';
import { en } from '../../src/i18n/messages/en/index.ts';

/** What the program counts. */
const counted =
  'accounts?|bytes|changes|charts|columns|entities|events|files|groups|items|lines|links|members|parts|placements|' +
  'records|rows|sources|statements|steps|types|undos|values|cases|packages|loops|places|figures|measures|merges';
const afterNumber = new RegExp(`(?<!More than )\\{\\{[\\w, ]+\\}\\} (?!on |in |of )(?:[a-z]+ ){0,2}(?:${counted})\\b`);

/** "5 of 9 links" and the like: the number before the noun is a limit or a total that is never one. */
const neverOne: ReadonlySet<string> = new Set([
  'link-chart.settle.limit',
  'table.problem.ambiguous',
  'paper.filtered.hint',
  'paper.filtered.on-sheet',
  // Said of two groups and more, of two members and more.
  'guided.crew.answer-level',
  'guided.crew.answer-same',
]);

test('no message puts a number before a plural without saying what one of it is', () => {
  const plain = Object.entries(en).filter(([key]) => !/_(one|other)$/.test(key) && !neverOne.has(key));
  expect(plain.length).toBeGreaterThan(1000);
  expect(plain.filter(([, text]) => afterNumber.test(text)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
});

test('every plural has both forms, and one is never followed by many', () => {
  const keys = new Set(Object.keys(en));
  for (const key of keys) {
    const base = /^(.*)_(one|other)$/.exec(key)?.[1];
    if (base !== undefined) expect(keys.has(`${base}_one`) && keys.has(`${base}_other`), base).toBe(true);
  }
  const ones = Object.entries(en).filter(([key]) => key.endsWith('_one'));
  expect(ones.filter(([, text]) => new RegExp(`\\{\\{count(, number)?\\}\\} (${counted})\\b`).test(text))).toEqual([]);
});

test('a counted message is spoken with its number grouped', () => {
  expect(t('import-view.import', { count: 1 })).toBe('Import 1 row');
  expect(t('import-view.import', { count: 12345 })).toBe('Import 12,345 rows');
  expect(t('results.modularity', { count: 1, modularity: '0' })).toBe('1 group, modularity 0');
});
