import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { CaseRecord } from '#domain/record';
import { drawSheet } from '#drawing/drawing-tasks';
import { textsOf } from '#drawing/scene/scene';
import { NO_FILTER } from '#session/filter';
// A view is loaded by the app alone; its parts have no subpath of their own.
import { filterMatch } from '../../../src/views/filter-match.ts';
import { chartOnPaper } from '../../../src/views/paper/chart-request.ts';
import { fillSheet } from '../../../src/views/paper/fill-sheet.ts';
import { sheetRequest, type Wanted } from '../../../src/views/paper/sheet-request.ts';
import { A4_ACROSS } from './a-sheet-wanted.ts';

const HEAD = { seq: 1284, hash: '0011223344556677889900'.padEnd(64, 'a') };

const entity = (id: string, more: Partial<Entity> = {}): CaseRecord => ({
  id,
  kind: 'entity',
  type: 'person',
  label: `Name of ${id}`,
  ...more,
});
const place = (item: string, x: number, y: number): CaseRecord => ({
  id: `c.${item}`,
  kind: 'placement',
  chart: 'c',
  item,
  x,
  y,
});

const records: readonly CaseRecord[] = [
  {
    id: 'case',
    kind: 'case',
    caseId: 'k',
    title: 'Grey Heron',
    reference: 'GH/7',
    marking: 'RESTRICTED',
    unit: 'Task force',
    zone: 'Asia/Phnom_Penh',
    period: { earliest: '2026-03', latest: '2026-05-10' },
    stages: [],
    notEvidence: true,
    training: 'Invented.',
  },
  { id: 'c', kind: 'chart', name: 'Who met whom', multiplicity: 'single', skin: 'icons', asOf: '2026-05-10' },
  entity('a'),
  entity('b'),
  entity('p', { status: 'migrant', pseudonym: 'P-01' }),
  entity('o', { type: 'organisation' }),
  place('a', 0, 0),
  place('b', 300, 40),
  place('p', 150, 260),
  place('o', 10, 300),
  {
    id: 'l',
    kind: 'link',
    type: 'associate',
    from: 'a',
    to: 'b',
    direction: 'none',
    strength: 'unconfirmed',
    basis: [{ source: 's', rows: '2' }],
  },
  {
    id: 's',
    kind: 'source',
    reference: 'IR-12',
    sourceKind: 'report',
    grade: { scheme: '5x5x5', source: 'B', information: '2' },
  },
];

const figure = (use: 'size' | 'colour', measure: string, values: readonly [string, string][]): CaseRecord => ({
  id: `c!${use}`,
  kind: 'applied-measure',
  chart: 'c',
  use,
  measure,
  parameters: [],
  scope: 'case',
  revision: 9,
  values: values.map(([e, value]) => ({ entity: e, value })),
});

const wanted: Wanted = {
  chart: 'c',
  subject: 'chart',
  ...A4_ACROSS,
  filter: null,
  author: { initials: 'AB', unit: 'Port unit' },
  today: new Date('2026-11-21T18:30:00Z'),
};

function printed(state: CaseState, change: Partial<Wanted> = {}): string[] {
  const { sheets } = drawSheet(sheetRequest(state, HEAD, { ...wanted, ...change })!.request);
  return sheets.flatMap(({ scene }) => [...textsOf(scene)]).map((t) => t.text);
}

describe('a sheet', () => {
  it('says case, reference, period, date, author, version, sources with grade and scheme, and the head of the log', () => {
    const texts = printed(CaseState.of(records));
    for (const text of [
      'Who met whom',
      'Intelligence, not evidence',
      'Invented.',
      'Grey Heron',
      'GH/7',
      '2026-05-10',
      'AB, Port unit',
      '1,284',
      'IR-12 B2 5×5×5',
      'P-01',
    ])
      expect(texts).toContain(text);
    expect(texts.some((t) => t.includes('2026-03') && t.includes('2026-05-10'))).toBe(true);
    expect(texts.some((t) => /^Log: change 1,284 · ([a-z]+ ){7}[a-z]+$/.test(t))).toBe(true);
    expect(texts.filter((t) => t === 'RESTRICTED')).toHaveLength(2);
    expect(texts.join(' ')).not.toContain('Name of p');
  });

  it('takes the day of printing in the zone of the case where the chart has none, and the unit of the case where the author has none', () => {
    const state = CaseState.of(
      records.map((r) =>
        r.kind === 'chart' ? { id: r.id, kind: r.kind, name: 'X', multiplicity: 'single', skin: 'icons' } : r,
      ),
    );
    const texts = printed(state, { author: { initials: 'CD', unit: '' } });
    expect(texts).toContain('2026-11-22');
    expect(texts).toContain('CD, Task force');
  });

  it('names in its legend what size and colour stand for', () => {
    const state = CaseState.of([
      ...records,
      figure('size', 'betweenness', [
        ['a', '12.5'],
        ['b', '0'],
      ]),
      figure('colour', 'louvain', [
        ['a', '1'],
        ['b', '2'],
      ]),
    ]);
    const texts = printed(state);
    // With the records it is of, and the change it is as of; on as many lines as that takes.
    expect(texts.join(' ')).toMatch(/Size: Betweenness, the whole case, change \d/);
    expect(texts.filter((t) => /^Group [12] \(Louvain/.test(t))).toHaveLength(2);
  });

  it('leaves out what the filter hides, with the links of it, and says how much', () => {
    const state = CaseState.of(records);
    const filter = filterMatch({ ...NO_FILTER, entityTypes: ['organisation'] }, state);
    const asked = sheetRequest(state, HEAD, { ...wanted, filter })!;
    expect([asked.hidden, asked.of]).toEqual([4, 5]);
    const texts = printed(state, { filter });
    expect(texts).toContain('Filtered: 4 of 5 entities and links left out');
    expect(texts).toContain('Name of o');
    expect(texts).not.toContain('Name of a');
  });

  it('is not made of a chart that is not in the case', () => {
    expect(sheetRequest(CaseState.of(records), HEAD, { ...wanted, chart: 'gone' })).toBeUndefined();
  });
});

describe('a chart drawn out to fill its sheet', () => {
  const { content } = chartOnPaper(CaseState.of(records), 'c', null)!;
  const order = (by: (e: { x: number; y: number }) => number, list: typeof content) =>
    [...list.entities].sort((m, n) => by(m) - by(n)).map((e) => e.entity.id);

  it('is wider on a landscape sheet, at most twice, in the same order from left to right and top to bottom', () => {
    const filled = fillSheet(content, wanted.sheet);
    const width = (c: typeof content) =>
      Math.max(...c.entities.map((e) => e.x)) - Math.min(...c.entities.map((e) => e.x));
    expect(width(filled)).toBeGreaterThan(width(content) * 1.5);
    expect(width(filled)).toBeLessThanOrEqual(width(content) * 2);
    for (const by of [(e: { x: number }) => e.x, (e: { y: number }) => e.y])
      expect(order(by, filled)).toEqual(order(by, content));
    expect(filled.entities.map((e) => e.y)).toEqual(content.entities.map((e) => e.y));
  });

  it('stays as it is where it has no shape to draw out', () => {
    const row = { ...content, entities: content.entities.map((e) => ({ ...e, y: 7 })) };
    expect(fillSheet(row, wanted.sheet)).toBe(row);
    const none = { ...content, entities: [] };
    expect(fillSheet(none, wanted.sheet)).toBe(none);
  });
});
