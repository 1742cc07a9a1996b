import { expect, test } from 'vitest';
import { type EntityType, entityType, entityTypes, isEntityTypeId } from '#domain/entity-types/index';
import { en } from '../../../src/i18n/messages/en/index.ts';

const messages = new Set<string>(Object.keys(en));
const types: readonly EntityType[] = entityTypes;

test('each type of the handbook is registered once and found by its id', () => {
  const ids = entityTypes.map((t) => t.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(entityType(id).id).toBe(id);
  expect(isEntityTypeId('report')).toBe(false);
  expect(isEntityTypeId('__proto__')).toBe(false);
});

test('every type, field, choice and unit has its English words', () => {
  const missing: string[] = [];
  const need = (key: string) => {
    if (!messages.has(key)) missing.push(key);
  };
  for (const type of types) {
    need(`entity-type.${type.id}`);
    need(`entity-type.${type.id}.plural`);
    for (const field of type.fields) {
      need(`field.${field.id}`);
      for (const choice of field.choices ?? []) need(`choice.${field.id}.${choice}`);
      if (field.unit) need(`unit.${field.unit}`);
    }
  }
  expect(missing).toEqual([]);
});

test('the ten number keys are dealt once each', () => {
  const keys = types.flatMap((t) => (t.key === undefined ? [] : [t.key]));
  expect([...keys].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('label rules and icons by field name fields and choices that exist', () => {
  for (const type of types) {
    const fields = new Map(type.fields.map((f) => [f.id, f]));
    expect(fields.size, type.id).toBe(type.fields.length);
    for (const id of type.labelFrom) expect(fields.has(id), `${type.id}.${id}`).toBe(true);
    if (type.labelIs) expect(fields.has(type.labelIs), type.id).toBe(true);
    if (type.iconBy) {
      const choices = fields.get(type.iconBy.field)?.choices ?? [];
      for (const choice of Object.keys(type.iconBy.icons)) expect(choices, type.id).toContain(choice);
    }
  }
});

test('a field id means the same kind of thing in every type', () => {
  const kinds = new Map<string, string>();
  for (const type of types) {
    for (const field of type.fields) {
      const kind = `${field.kind}/${field.identifier ?? ''}`;
      expect(kinds.get(field.id) ?? kind, field.id).toBe(kind);
      kinds.set(field.id, kind);
      expect(field.identifier !== undefined, field.id).toBe(field.kind === 'identifier');
    }
  }
});
