import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { isRefusal } from '#domain/commands/command';
import { fillCells } from '#domain/commands/fill-cells';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Source } from '#domain/source/source';
import type { RowEdit } from '#ui/grid/index';
import { readAmounts } from '../../../src/views/table/link-fields.ts';
import { cellMatches, lookAt } from '../../../src/views/table/look.ts';
import { type Draft, editOf, planEdits } from '../../../src/views/table/plan-edits.ts';
import { entitySegment, linkSegment } from '../../../src/views/table/segments.ts';
import { readGrade } from '../../../src/views/table/source-fields.tsx';

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
const links = linkSegment(state);

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

test('the ends of a link that is there move one at a time', () => {
  const one = planEdits(links, [line('l', { to: 'P-01' })], 'type', around());
  expect(one.changed[0]?.after.to).toBe('m');
  const many = planEdits(links, [line('l', { to: 'P-01', count: '12' })], 'paste', around());
  expect(many.changed[0]?.after).toMatchObject({ to: 'b', count: 12 });
  expect(many.problems.get('l')?.has('to')).toBe(true);
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
  expect(readGrade('A1', { scheme: '6x6', source: 'C', information: '3' })).toEqual({
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
