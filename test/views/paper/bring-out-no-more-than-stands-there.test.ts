import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { CaseRecord } from '#domain/record';
import { drawSheet } from '#drawing/drawing-tasks';
import { textsOf } from '#drawing/scene/scene';
import type { Emphasis } from '#session/emphasis';
import { NO_FILTER } from '#session/filter';
// A view is loaded by the app alone; its parts have no subpath of their own.
import { filterMatch } from '../../../src/views/filter-match.ts';
import { sheetRequest, type Wanted } from '../../../src/views/paper/sheet-request.ts';
import { A4_ACROSS } from './a-sheet-wanted.ts';

const HEAD = { seq: 12, hash: '0011223344556677889900'.padEnd(64, 'a') };

const source = (reference: string): CaseRecord => ({
  id: reference,
  kind: 'source',
  reference,
  sourceKind: 'report',
  grade: { scheme: '5x5x5', source: 'B', information: '2' },
});
const link = (id: string, from: string, to: string, basis: string): CaseRecord => ({
  id,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  basis: [{ source: basis, rows: '1' }],
});

const state = CaseState.of([
  { id: 'case', kind: 'case', caseId: 'k', title: 'Grey Heron', zone: 'Asia/Phnom_Penh', stages: [] },
  { id: 'c', kind: 'chart', name: 'Who met whom', multiplicity: 'single', skin: 'icons' },
  ...['a', 'b', 'o'].flatMap((id, i): CaseRecord[] => [
    { id, kind: 'entity', type: id === 'o' ? 'organisation' : 'person', label: `Name of ${id}` },
    { id: `c.${id}`, kind: 'placement', chart: 'c', item: id, x: 200 * i, y: 0 },
  ]),
  link('ao', 'a', 'o', 'IR-1'),
  link('ob', 'o', 'b', 'IR-2'),
  source('IR-1'),
  source('IR-2'),
]);

const path: Emphasis = {
  items: new Set(['a', 'ao', 'o', 'ob', 'b']),
  label: () => 'Name of a – Name of o – Name of b: 2 links',
};

function printed(emphasis: Emphasis, people: boolean): string {
  const wanted: Wanted = {
    chart: 'c',
    subject: 'chart',
    ...A4_ACROSS,
    filter: people ? null : filterMatch({ ...NO_FILTER, entityTypes: ['organisation'] }, state),
    author: undefined,
    today: new Date('2026-11-21T18:30:00Z'),
    emphasis,
  };
  const { sheets } = drawSheet(sheetRequest(state, HEAD, wanted)!.request);
  return sheets
    .flatMap(({ scene }) => [...textsOf(scene)])
    .map((t) => t.text)
    .join(' ');
}

test('a path that stands on the sheet as a whole is named there, with its sources', () => {
  const text = printed(path, true);
  expect(text).toContain('Name of a – Name of o – Name of b');
  expect(text).toContain('IR-1');
});

test('whoever the filter takes off the sheet is not named by the path that is brought out', () => {
  const text = printed(path, false);
  expect(text).toContain('Name of o');
  expect(text).not.toContain('Name of a');
  expect(text).not.toContain('Name of b');
  expect(text).not.toContain('IR-1');
  expect(text).toContain('entities and links: 1 of 5 stand on this sheet');
});

test('whoever is thought away is named where they stand on the sheet, and not where the filter takes them off', () => {
  const rest: Emphasis = { items: new Set(['o', 'elsewhere']), named: ['a'], label: () => 'without Name of a' };
  expect(printed(rest, true)).toContain('without Name of a');
  expect(printed(rest, false)).not.toContain('Name of a');
});
