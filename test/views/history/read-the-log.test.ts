import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { ChangeHeader } from '#domain/change/change-record';
import type { Entity } from '#domain/entity/entity';
import { lastOn, undoneBy } from '../../../src/views/change-words.ts';
import { fieldChanges, findIn, nameThen, recordText } from '../../../src/views/record-text.ts';

const header = (seq: number, more: Partial<ChangeHeader> = {}): ChangeHeader => ({
  v: 1,
  seq,
  prev: '',
  wall: `2026-05-0${seq}T18:00:00.000Z`,
  zone: 'Asia/Phnom_Penh',
  author: { initials: 'AB', unit: 'C' },
  command: seq === 1 ? 'create-case' : 'create-entity',
  payload: '',
  steps: [],
  packs: [],
  ...more,
});

test('an undone change is marked until it is done again', () => {
  const log = [header(1), header(2), header(3), header(4, { undoes: 3 })];
  expect([...undoneBy(log)]).toEqual([[3, 4]]);
  expect([...undoneBy([...log, header(5, { redoes: 3 })])]).toEqual([]);
});

test('a day ends in the zone of the case: 18:00 UTC is the next day in Phnom Penh', () => {
  const log = [header(1), header(2), header(3)];
  expect(lastOn(log, '2026-05-03', 'Asia/Phnom_Penh')).toBe(2);
  expect(lastOn(log, '2026-05-03', 'UTC')).toBe(3);
  expect(lastOn(log, '2026-05-01', '+07:00')).toBeUndefined();
});

const person: Entity = { id: 'm', kind: 'entity', type: 'person', label: 'Maly Chan' };
const guarded: Entity = { ...person, status: 'migrant', pseudonym: 'P-01' };

test('a person protected today has no name in the past either', () => {
  const find = findIn(CaseState.of([guarded]), []);
  expect(recordText(person, find)).not.toContain('Maly');
  expect(nameThen(person, guarded)).toBe('P-01');
  const changes = fieldChanges({ id: 'm', before: null, after: person }, find);
  expect(JSON.stringify(changes)).not.toContain('Maly');
});

test('a protected person who was deleted stays without a name', () => {
  const step = { id: 'm', before: guarded, after: null };
  const find = findIn(CaseState.of([]), [step]);
  expect(recordText(guarded, find, step.before)).toContain('P-01');
  expect(JSON.stringify(fieldChanges(step, find))).not.toContain('Maly');
});

test('what changed is told field by field, ends of links by name', () => {
  const a: Entity = { id: 'a', kind: 'entity', type: 'person', label: 'SOK Dara' };
  const b: Entity = { id: 'b', kind: 'entity', type: 'person', label: 'PEN Sophea' };
  const link = {
    id: 'l',
    kind: 'link',
    type: 'called',
    from: 'a',
    to: 'b',
    direction: 'forward',
    strength: 'tentative',
  } as const;
  const find = findIn(CaseState.of([a, b, link]), []);
  expect(fieldChanges({ id: 'l', before: link, after: { ...link, to: 'a', strength: 'confirmed' } }, find)).toEqual([
    { field: 'To', before: 'PEN Sophea', after: 'SOK Dara' },
    { field: 'Strength', before: 'Tentative', after: 'Confirmed' },
  ]);
});
