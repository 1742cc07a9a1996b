import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isMessageKey } from '#i18n/index';

/** The members of a union of text in a source file: `'a' | 'b'` after `type Name =`. */
function membersOf(path: string, type: string): string[] {
  const source = readFileSync(new URL(`../../../src/${path}`, import.meta.url), 'utf8');
  const begin = source.indexOf(type);
  if (begin < 0) throw new Error(type);
  return [...source.slice(begin, source.indexOf(';', begin)).matchAll(/'([a-z-]+)'/g)].map((m) => m[1]!);
}

test('every code of the store and of the package has its words', () => {
  const keys = [
    ...membersOf('exchange/case-package/zip-reader.ts', 'type ZipRefusalCode').map((c) => `case-package.refused.${c}`),
    ...membersOf('exchange/case-package/read-package.ts', 'type PackageRefusalCode').map(
      (c) => `case-package.refused.${c}`,
    ),
    ...membersOf('domain/change/log.ts', 'readonly code: ').map((c) => `case-package.fault.${c}`),
    ...membersOf('domain/change/raw-log.ts', "readonly code: ChainFault['code']").map((c) => `case-package.fault.${c}`),
    ...membersOf('store/commit.ts', 'type FailureReason').map((c) => `store.failed.${c}`),
    ...membersOf('store/context.ts', 'type Frozen').map((c) => `store.frozen.${c}`),
    ...membersOf('store/load-case.ts', 'readonly code: ').map((c) => `store.load.${c}`),
  ].filter((k) => !k.endsWith('.code'));
  expect(keys.length).toBeGreaterThan(38);
  expect(keys.filter((k) => !isMessageKey(k))).toEqual([]);
});
