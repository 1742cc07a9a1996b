import { expect, test } from 'vitest';
import type { Comparison } from '#exchange/case-package/index';
import { comparisonText } from '../../src/app/package-questions.tsx';
import { isDatePart } from '../../src/app/workspace/case-properties-dialog.tsx';

const copy = { localId: 'here', caseId: 'c', title: 'Harbour', count: 41, hash: 'x' };
const said = (relation: Comparison['relation'], shared: number, here: number, there: number) =>
  comparisonText({ copy, comparison: { relation, shared, here, there } });

test('a copy that is here says how the package stands to it', () => {
  expect(said('same', 1041, 0, 0)).toContain('the same 1,041 changes');
  expect(said('behind', 14, 1, 0)).toContain('all of the package and 1 change more');
  expect(said('ahead', 41, 0, 10)).toContain('the package has 10 changes more');
  expect(said('parted', 21, 20, 5)).toContain('after change 21: since then, changes here: 20, in the package: 5');
  expect(said('unrelated', 0, 9, 9)).toContain('shares no change');
  expect(comparisonText({ copy, comparison: undefined })).toContain('cannot be read');
});

test('a period takes a year, a month or a day that exists', () => {
  for (const good of ['2026', '2026-05', '2026-02-28', '2024-02-29']) expect(isDatePart(good)).toBe(true);
  for (const bad of ['', '26', '2026-13', '2026-02-30', '2026-2-3', '2026-00', '2026-05-00', '13.05.2026'])
    expect(isDatePart(bad)).toBe(false);
});
