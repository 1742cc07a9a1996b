import { expect, test } from 'vitest';
import { compareLogs } from '#exchange/case-package/index';
import { caseRecord, entity, made, WrittenLog } from './written-log.ts';

function grown(names: readonly string[]): WrittenLog {
  const log = new WrittenLog().append('create-case', [{ id: 'case', before: null, after: caseRecord }]);
  for (const name of names) log.append('create-entity', made([entity(name, name)]));
  return log;
}
const names = (n: number, prefix = 'p'): string[] => Array.from({ length: n }, (_, i) => `${prefix}${i}`);

test('a package that is here already is told as same, older, newer, parted or unrelated', async () => {
  const here = grown(names(40)).log();
  expect(await compareLogs(here, grown(names(40)).log())).toEqual({ relation: 'same', shared: 41, here: 0, there: 0 });
  expect(await compareLogs(here, grown(names(13)).log())).toEqual({
    relation: 'behind',
    shared: 14,
    here: 27,
    there: 0,
  });
  expect(await compareLogs(here, grown(names(50)).log())).toEqual({
    relation: 'ahead',
    shared: 41,
    here: 0,
    there: 10,
  });
  const parted = grown([...names(20), ...names(5, 'x')]).log();
  expect(await compareLogs(here, parted)).toEqual({ relation: 'parted', shared: 21, here: 20, there: 5 });
  const other = new WrittenLog().append('create-case', [
    { id: 'case', before: null, after: { ...caseRecord, title: 'other' } },
  ]);
  expect(await compareLogs(here, other.log())).toMatchObject({ relation: 'unrelated', shared: 0 });
});
