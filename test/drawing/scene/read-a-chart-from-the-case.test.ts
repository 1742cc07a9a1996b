import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { IN_SEVERAL } from '#domain/chart/applied-measure';
import type { Entity } from '#domain/entity/entity';
import type { CaseRecord } from '#domain/record';
import { fontMeasure } from '#drawing/fonts/coverage';
import { chartContent, recordsOf, sourcesUsed } from '#drawing/scene/chart-content';
import { layOut } from '#drawing/scene/chart-layout';
import { legendRows } from '#drawing/scene/legend';
import { prepareChart } from '#drawing/scene/prepared-chart';
import { SEVERAL } from '#drawing/style/categories';
import { labelWriter } from '#drawing/style/figure-text';
import { words } from '../words.ts';

const entity = (id: string): Entity => ({ id, kind: 'entity', type: 'person', label: id });
const place = (item: string, more: object = {}): CaseRecord => ({
  id: `c.${item}`,
  kind: 'placement',
  chart: 'c',
  item,
  x: 10,
  y: 20,
  ...more,
});
const tie = (id: string, from: string, to: string): CaseRecord => ({
  id,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  ...(id === 'l1' ? { basis: [{ source: 's2', rows: '3' }] } : {}),
});

const state = CaseState.of([
  { id: 'c', kind: 'chart', name: 'Chart', multiplicity: 'single', skin: 'icons' },
  ...['a', 'b', 'hidden', 'elsewhere'].map(entity),
  place('a', { colour: 4 }),
  place('b'),
  place('hidden', { hidden: true }),
  place('l2', { hidden: true }),
  tie('l1', 'a', 'b'),
  tie('l2', 'a', 'b'),
  tie('l3', 'a', 'hidden'),
  tie('l4', 'a', 'elsewhere'),
  {
    id: 's1',
    kind: 'source',
    reference: 'IR-2',
    sourceKind: 'report',
    grade: { scheme: '4x4', source: 'B', information: '2' },
  },
  { id: 's2', kind: 'source', reference: 'Bill 1', sourceKind: 'dataset' },
  { id: 's3', kind: 'source', reference: 'IR-9', sourceKind: 'report' },
  { id: 'st', kind: 'statement', about: { record: 'a' }, source: 's1', says: 'yes' },
  { id: 'st2', kind: 'statement', about: { record: 'hidden' }, source: 's3', says: 'yes' },
  {
    id: 'c!size',
    kind: 'applied-measure',
    chart: 'c',
    use: 'size',
    measure: 'degree',
    parameters: [],
    scope: 'chart',
    revision: 1,
    values: [
      { entity: 'a', value: '9' },
      { entity: 'b', value: '1' },
    ],
  },
]);

describe('a chart of the case', () => {
  const content = chartContent(state, 'c')!;

  it('is what is placed on it and not hidden', () => {
    expect(content.entities.map((e) => [e.entity.id, e.x, e.y])).toEqual([
      ['a', 10, 20],
      ['b', 10, 20],
    ]);
    expect(content.links.map((l) => l.id)).toEqual(['l1']);
  });

  it('has the sizes of its measure and the colours of its placements', () => {
    expect(content.sizedBy).toBe('degree');
    expect(content.entities.map((e) => [e.sizeStep, e.category])).toEqual([
      [3, 4],
      [1, 0],
    ]);
  });

  it('names the sources behind what it shows, and no others', () => {
    expect(sourcesUsed(state, recordsOf(content))).toEqual([
      { id: 's2', reference: 'Bill 1' },
      { id: 's1', reference: 'IR-2', grade: { scheme: '4x4', source: 'B', information: '2' } },
    ]);
  });

  it('has under the names, at the symbols and round doubtful members what figures say', () => {
    const figure = (use: string, more: object, ...values: object[]) =>
      ({
        id: `c!${use}`,
        kind: 'applied-measure',
        chart: 'c',
        use,
        parameters: [],
        scope: 'case',
        revision: 4,
        ...more,
        values,
      }) as unknown as CaseRecord;
    const shown = CaseState.of([
      ...[...state.allOf('entity'), ...state.allOf('chart'), ...state.allOf('placement')],
      figure(
        'colour',
        { measure: 'louvain', stability: { runs: 50, below: '0.8' } },
        { entity: 'a', value: '2' },
        { entity: 'b', value: '1', doubtful: true },
      ),
      figure('label', { measure: 'closeness' }, { entity: 'a', value: '0.123456' }, { entity: 'b', value: '0.00001' }),
      figure('badge', { measure: 'degree', shows: 'rank' }, { entity: 'a', value: '1' }, { entity: 'b', value: '100' }),
      // Of a version to come: it must neither colour nor size anything.
      figure('glow', { measure: 'degree' }, { entity: 'a', value: '7' }),
    ]);
    const of = chartContent(shown, 'c')!;
    expect(of.entities.map((e) => [e.category, e.doubtful, e.figure, e.rank, e.sizeStep])).toEqual([
      [2, undefined, 0.123456, 1, undefined],
      [1, true, 0.00001, undefined, undefined],
    ]);
    expect(of.labelForm).toEqual({ shows: 'value', decimals: 4 });
    const context = { words, locale: 'en', measure: fontMeasure };
    const prepared = prepareChart(of, context);
    expect(prepared.entities.map((e) => e.lines)).toEqual([
      ['a', '0.1235'],
      ['b', '< 0.0001'],
    ]);
    // The figure is part of the label, whose box nothing covers.
    const laid = layOut(prepared, 1, context);
    for (const e of laid.entities) expect(e.label.bottom - e.label.top).toBeGreaterThan(2 * 13);
    const stability = { runs: '50', below: '80 %' };
    expect(legendRows(laid, words, { labelledBy: 'Closeness', rankedBy: 'Degree', stability })).toEqual(
      expect.arrayContaining([
        { sign: 'label', text: 'Under the name: Closeness', count: 2 },
        { sign: 'badge', text: 'Number: rank by Degree', count: 1 },
        {
          sign: 'doubtful-member',
          text: 'Doubtful member: with its group in less than 80 % of 50 runs',
          count: 1,
        },
      ]),
    );
  });

  it('shows who is in several groups as that, in the colour of none, and names it in the legend', () => {
    const shown = CaseState.of([
      ...[...state.allOf('entity'), ...state.allOf('chart'), ...state.allOf('placement')],
      {
        id: 'c!colour',
        kind: 'applied-measure',
        chart: 'c',
        use: 'colour',
        measure: 'cliques',
        parameters: [],
        scope: 'case',
        revision: 4,
        values: [
          { entity: 'a', value: '9' },
          { entity: 'b', value: String(IN_SEVERAL) },
        ],
      },
    ]);
    const of = chartContent(shown, 'c')!;
    expect(of.entities.map((e) => e.category)).toEqual([9, SEVERAL]);
    const context = { words, locale: 'en', measure: fontMeasure };
    const rows = legendRows(layOut(prepareChart(of, context), 1, context), words, {
      categories: new Map([[SEVERAL, 'Cliques 10']]),
    });
    expect(rows).toContainEqual({
      sign: 'category',
      category: SEVERAL,
      text: 'In several groups at once: the colour of none',
      count: 1,
    });
  });

  it('writes groups under the names by their number', () => {
    const write = labelWriter({ shows: 'group', decimals: 0 }, words, 'en');
    expect(write(12)).toBe('Group 12');
    expect(write(IN_SEVERAL)).toBe('Several groups');
  });

  it('is none where there is none', () => {
    expect(chartContent(state, 'nowhere')).toBeUndefined();
  });
});
