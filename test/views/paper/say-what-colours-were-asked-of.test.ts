import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { AppliedMeasure } from '#domain/chart/applied-measure';
import type { CaseRecord } from '#domain/record';
import { drawSheet } from '#drawing/drawing-tasks';
import { sheetRequest, type Wanted } from '../../../src/views/paper/sheet-request.ts';
import { A4_ACROSS } from './a-sheet-wanted.ts';

const graph = {
  inQuestion: true,
  confirmedOnly: true,
  direction: 'out',
  weights: 'count',
  at: { kind: 'known', date: '2026-03-01' },
} as const;
const applied = (use: 'size' | 'colour', measure: string, value: string): AppliedMeasure => ({
  id: `c!${use}`,
  kind: 'applied-measure',
  chart: 'c',
  use,
  measure,
  parameters: [],
  scope: 'case',
  graph,
  revision: 7,
  values: [{ entity: 'a', value }],
});
const state = (colour: AppliedMeasure) =>
  CaseState.of([
    { id: 'case', kind: 'case', caseId: 'k', title: 'Grey Heron', zone: 'UTC', stages: [] },
    { id: 'c', kind: 'chart', name: 'Who met whom', multiplicity: 'single', skin: 'icons' },
    ...['a', 'b'].flatMap((id, i): CaseRecord[] => [
      { id, kind: 'entity', type: 'person', label: `Name of ${id}` },
      { id: `c.${id}`, kind: 'placement', chart: 'c', item: id, x: 200 * i, y: 0 },
    ]),
    colour,
    applied('size', 'degree', '2'),
  ]);
const wanted: Wanted = {
  chart: 'c',
  subject: 'chart',
  ...A4_ACROSS,
  filter: null,
  author: undefined,
  today: new Date('2026-06-01'),
};
const legend = (colour: AppliedMeasure) =>
  drawSheet(sheetRequest(state(colour), { seq: 9, hash: '00'.repeat(32) }, wanted)!.request).legend;

test('the legend of a sheet says of colours, as of sizes, what the figure was asked of', () => {
  const rows = legend(applied('colour', 'louvain', '1'));
  const asked =
    'the whole case, who is in question only, confirmed links only, as arrows run, weighed by counts, as known on 2026-03-01, change 7';
  expect(rows.find((r) => r.sign === 'colour')).toMatchObject({ text: `Colour: Louvain, ${asked}`, count: 1 });
  expect(rows.find((r) => r.sign === 'size')).toMatchObject({ text: `Size: Degree, ${asked}` });
});

test('without colours the legend says nothing of any', () => {
  const { values: _, ...none } = applied('colour', 'louvain', '1');
  expect(legend({ ...none, values: [] }).some((r) => r.sign === 'colour')).toBe(false);
});
