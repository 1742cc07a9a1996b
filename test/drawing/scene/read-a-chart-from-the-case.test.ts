import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { CaseRecord } from '#domain/record';
import { chartContent, recordsOf, sourcesUsed } from '#drawing/scene/chart-content';

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
      { reference: 'Bill 1' },
      { reference: 'IR-2', grade: { scheme: '4x4', source: 'B', information: '2' } },
    ]);
  });

  it('is none where there is none', () => {
    expect(chartContent(state, 'nowhere')).toBeUndefined();
  });
});
