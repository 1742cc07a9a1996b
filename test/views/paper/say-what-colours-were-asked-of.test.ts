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
  expect(rows.find((r) => r.sign === 'size')).toMatchObject({
    text: expect.stringContaining(`Size: Degree, ${asked}`),
  });
});

test('without colours the legend says nothing of any', () => {
  const { values: _, ...none } = applied('colour', 'louvain', '1');
  expect(legend({ ...none, values: [] }).some((r) => r.sign === 'colour')).toBe(false);
});

test('the legend of a sheet names groups, who is beyond their colours or in none, and what the sizes mean', () => {
  const beyond = { ...applied('colour', 'louvain', '1'), values: [{ entity: 'a', value: '12' }] };
  const rows = legend(beyond);
  expect(rows.filter((r) => r.sign === 'outside').map(({ text, count }) => [text, count])).toEqual([
    ['In groups beyond the ninth: no colour', 1],
    ['In no group of this answer', 1],
  ]);
  const sized = rows.find((r) => r.sign === 'size')!.text;
  expect(sized).toContain('. All circles alike: 2. Without a figure: the usual size');

  const one = legend(applied('colour', 'louvain', '1'));
  expect(one.find((r) => r.sign === 'category')).toMatchObject({ text: 'Group 1 (Louvain)', count: 1 });
  expect(one.find((r) => r.sign === 'outside')).toMatchObject({ text: 'In no group of this answer', count: 1 });
});

test('where groups overlap the sheet says that a colour is of those in one group alone', () => {
  const values = [
    { entity: 'a', value: '1' },
    { entity: 'b', value: '0' },
  ];
  const rows = legend({ ...applied('colour', 'cliques', '1'), values });
  expect(rows.filter((r) => r.sign === 'category').map(({ text }) => text)).toEqual([
    'In group 1 alone (Cliques)',
    'In several groups at once: the colour of none',
  ]);
});
