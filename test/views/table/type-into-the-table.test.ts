import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { isRefusal } from '#domain/commands/command';
import { fillCells } from '#domain/commands/fill-cells';
import type { Entity } from '#domain/entity/entity';
import { readGrade } from '#domain/grading/read-grade';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';
import type { Source } from '#domain/source/source';
import type { RowEdit } from '#ui/grid/index';
import { readAmounts } from '../../../src/views/table/link-fields.ts';
import { cellMatches, lookAt } from '../../../src/views/table/look.ts';
import { type Draft, type EditPlan, editOf, planEdits, regraded } from '../../../src/views/table/plan-edits.ts';
import {
  attributesOf,
  entitySegment,
  KeptOrder,
  linkSegment,
  sourceSegment,
} from '../../../src/views/table/segments.ts';

const entity = (id: string, label: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label,
  ...more,
});
const people = [
  entity('a', 'SOK Dara', { aliases: ['Uncle'], attributes: [{ field: 'phone', value: '+85512345678' }] }),
  entity('b', 'PEN Sophea'),
  entity('c', 'KEO Sarin'),
  entity('d', 'KEO Sarin', { type: 'vessel' }),
  entity('m', 'MALY Chan', { status: 'migrant', pseudonym: 'P-01', nativeLabel: 'ម៉ាលី' }),
];
const link: Link = {
  id: 'l',
  kind: 'link',
  type: 'called',
  from: 'a',
  to: 'b',
  direction: 'forward',
  strength: 'tentative',
};
const state = CaseState.of([...people, link]);
const look = lookAt(state);

let serial = 0;
const around = (drafts: readonly Draft[] = []) => ({
  look,
  drafts: new Map(drafts.map((d) => [d.id, d])),
  newId: () => `n${serial++}`,
});
const line = (row: string | null, cells: Record<string, string>): RowEdit => ({
  row,
  cells: Object.entries(cells).map(([column, text]) => ({ column, text })),
});
const entities = entitySegment(state, ['phone'], false, 'person');
const links = linkSegment(state, ['layer']);

test('a cell typed changes one record, and an emptied cell takes the field away', () => {
  const { changed } = planEdits(
    entities,
    [line('a', { aliases: 'Uncle; Ta Dara', status: 'Suspect' })],
    'paste',
    around(),
  );
  expect(changed[0]?.after).toMatchObject({ aliases: ['Uncle', 'Ta Dara'], status: 'suspect' });
  const cleared = planEdits(entities, [line('a', { aliases: '' })], 'type', around()).changed[0]!;
  expect(editOf(cleared.before, cleared.after)).toEqual({ id: 'a', set: {}, clear: ['aliases'] });
});

test('an attribute column keeps the order of the other attributes', () => {
  const { changed } = planEdits(entities, [line('a', { 'attribute phone': '+1; +2' })], 'type', around());
  expect(changed[0]?.after.attributes).toEqual([
    { field: 'phone', value: '+1' },
    { field: 'phone', value: '+2' },
  ]);
});

test('a protected person is not renamed, and nothing that tells who it is can be written over', () => {
  const plan = planEdits(
    entities,
    [line('m', { name: 'X', 'native-name': 'x', aliases: 'x', notes: 'x', 'attribute phone': 'x' })],
    'paste',
    around(),
  );
  expect(plan.changed).toEqual([]);
  const name = entities.fields.find((f) => f.id === 'name')!;
  expect(name.text(people[4]!, look)).toBe('P-01');
});

test('the empty line becomes a record once it has a name; a name alone is a person', () => {
  const typed = planEdits(entities, [line('draft', { name: ' TRAN Quoc ' })], 'type', around());
  expect(typed.made).toEqual([{ id: 'draft', kind: 'entity', type: 'person', label: 'TRAN Quoc' }]);
  expect(typed.completed).toEqual(['draft']);
  const before = planEdits(entities, [line('draft', { status: 'Suspect' })], 'type', around());
  expect(before.made).toEqual([]);
  const after = planEdits(entities, [line('draft', { name: 'TRAN Quoc' })], 'type', around(before.drafts));
  expect(after.made[0]).toMatchObject({ status: 'suspect', label: 'TRAN Quoc' });
});

test('a link is made by names; a directed type gives it its direction', () => {
  const { made } = planEdits(
    links,
    [line(null, { from: 'uncle', type: 'called', to: 'pen  sophea' })],
    'paste',
    around(),
  );
  expect(made[0]).toMatchObject({ from: 'a', to: 'b', type: 'called', direction: 'forward', strength: 'unconfirmed' });
});

test('a name nobody has, and a name two have, are told in their cells and never guessed', () => {
  const plan = planEdits(
    links,
    [
      line(null, { from: 'Nobody', type: 'called', to: 'PEN Sophea' }),
      line(null, { from: 'KEO Sarin', type: 'called', to: 'PEN Sophea' }),
      line(null, { from: 'KEO Sarin · Vessel', type: 'called', to: 'PEN Sophea' }),
      line(null, { from: 'MALY Chan', type: 'called', to: 'PEN Sophea' }),
    ],
    'paste',
    around(),
  );
  expect(plan.made.map((l) => l.from)).toEqual(['d']);
  expect(plan.drafts.map((d) => [...d.problems.keys()])).toEqual([['from'], ['from'], ['from']]);
  expect(plan.drafts[1]?.problems.get('from')).toContain('2 entities');
});

const fill = (records: CaseState, plan: EditPlan<CaseRecord>, reason?: string) => {
  const edits = (kind: string) =>
    plan.changed.filter((c) => c.before.kind === kind).map(({ before, after }) => editOf(before, after) as never);
  const steps = fillCells.plan(records, { links: edits('link'), sources: edits('source'), ...(reason && { reason }) });
  if (isRefusal(steps)) throw new Error(steps.refused);
  return steps.map((s) => s.after);
};

test('a pasted block moves the ends of links that are there, with what else it changes', () => {
  const one = planEdits(links, [line('l', { to: 'P-01' })], 'type', around());
  expect(one.changed[0]?.after.to).toBe('m');
  const many = planEdits(links, [line('l', { from: 'PEN Sophea', to: 'P-01', count: '12' })], 'paste', around());
  expect(many.problems.size).toBe(0);
  expect(fill(state, many)).toEqual([{ ...link, from: 'b', to: 'm', count: 12 }]);
});

test('an end pasted over itself is no change, though two are called so; any other doubtful name is told', () => {
  const twin = { ...link, id: 'twin', to: 'd' };
  const twins = CaseState.of([...people, link, twin]);
  const there = { look: lookAt(twins), drafts: new Map(), newId: () => 'n' };
  const plan = planEdits(
    linkSegment(twins, []),
    [line('twin', { to: 'KEO Sarin', count: '3' }), line('l', { to: 'KEO Sarin' })],
    'paste',
    there,
  );
  expect(plan.changed.map((c) => c.after)).toEqual([{ ...twin, count: 3 }]);
  expect([...plan.problems.keys()]).toEqual(['l']);
});

test('a link is not moved to an entity that is gone', () => {
  const plan = fillCells.plan(state, { links: [{ id: 'l', set: { to: 'nobody', count: 2 } }] });
  expect(isRefusal(plan)).toBe(true);
});

test('a pasted block grades sources anew, and counts those it asks a reason for', () => {
  const grade = { scheme: '4x4', source: 'B', information: '2' } as const;
  const sources: Source[] = ['x', 'y', 'z'].map((id) => ({
    id,
    kind: 'source',
    reference: id,
    sourceKind: 'report',
    grade,
  }));
  const graded = CaseState.of(sources);
  const plan = planEdits(
    sourceSegment(graded),
    [line('x', { grade: 'A1' }), line('y', { grade: '', title: 'Y' }), line('z', { grade: 'B2', title: 'Z' })],
    'paste',
    { look: lookAt(graded), drafts: new Map(), newId: () => 'n' },
  );
  expect(regraded(plan)).toBe(2);
  expect(fill(graded, plan, 'new informant')).toEqual([
    { ...sources[0], grade: { scheme: '4x4', source: 'A', information: '1' } },
    { id: 'y', kind: 'source', reference: 'y', sourceKind: 'report', title: 'Y' },
    { ...sources[2], title: 'Z' },
  ]);
});

test('dates are read as far as stated, and never guessed', () => {
  const read = (text: string) => planEdits(links, [line('l', { earliest: text })], 'type', around());
  expect(read('13/05/2026').changed[0]?.after.span?.earliest).toBe('2026-05-13');
  expect(read('2026-03').changed[0]?.after.span?.earliest).toBe('2026-03');
  expect(read('03/05/2026').problems.get('l')?.get('earliest')).toContain('two ways');
  expect(read('30/02/2026').changed).toEqual([]);
});

test('amounts need a currency, grades a scheme', () => {
  expect(readAmounts('4,200.50 USD; EUR 300')).toEqual([
    { amount: '4200.50', currency: 'USD' },
    { amount: '300', currency: 'EUR' },
  ]);
  expect(readAmounts('4200')).toBeUndefined();
  expect(readAmounts('1e400 USD')).toBeUndefined();
  expect(readGrade('B2', undefined)).toBeUndefined();
  expect(readGrade('4x4 b 2', undefined)).toEqual({ scheme: '4x4', source: 'B', information: '2' });
  expect(readGrade('A1', '6x6')).toEqual({
    scheme: '6x6',
    source: 'A',
    information: '1',
  });
});

test('a pasted block is one filling of cells that the case accepts', () => {
  const plan = planEdits(
    entities,
    [
      line('a', { status: 'Suspect' }),
      line('b', { status: 'Suspect' }),
      line(null, { name: 'New', status: 'Migrant' }),
    ],
    'paste',
    around(),
  );
  const steps = fillCells.plan(state, {
    entities: plan.changed.map(({ before, after }) => editOf(before, after)),
    made: plan.made,
  });
  expect(isRefusal(steps)).toBe(false);
  expect(steps).toHaveLength(3);
  expect((steps as readonly { after: unknown }[])[2]?.after).toMatchObject({ pseudonym: 'P-02' });
});

test('a filter above a column finds without accents and compares figures', () => {
  expect(cellMatches('Nguyễn Văn Tâm', 'nguyen van')).toBe(true);
  expect(cellMatches('1,200', '>1000')).toBe(true);
  expect(cellMatches('', '<5')).toBe(false);
});

const report: Source = { id: 's', kind: 'source', reference: 'IR-1', sourceKind: 'report' };
test('an edit names only what changed', () => {
  expect(editOf(report, { ...report, title: 'T' })).toEqual({ id: 's', set: { title: 'T' }, clear: [] });
});

test('records stand by name at first, figures in names by their value', () => {
  const named = ['N10', 'n2', 'N1', 'Boat 12b', 'Boat 3'].map((label, i) => entity(`x${i}`, label));
  expect(new KeptOrder().sort(named).map((e) => e.label)).toEqual(['Boat 3', 'Boat 12b', 'N1', 'n2', 'N10']);
});

test('what was imported with links has columns too, and is typed there', () => {
  const bought: Link = { ...link, id: 'k', attributes: [{ field: 'layer', value: 'wiretap' }] };
  expect(attributesOf([link, bought])).toEqual(['layer']);
  const layer = links.fields.find((f) => f.id === 'attribute layer')!;
  expect([link, bought].map((l) => layer.text(l, look))).toEqual(['', 'wiretap']);
  expect(layer.read!(bought, 'wiretap; warrant', look)).toMatchObject({
    attributes: [
      { field: 'layer', value: 'wiretap' },
      { field: 'layer', value: 'warrant' },
    ],
  });
  // Before what most tables leave empty.
  const ids = entities.fields.map((f) => f.id);
  expect(ids.indexOf('attribute phone')).toBeLessThan(ids.indexOf('native-name'));
});
