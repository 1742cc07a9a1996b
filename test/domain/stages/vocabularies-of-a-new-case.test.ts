import { expect, test } from 'vitest';
import { isProtected } from '#domain/entity/entity';
import { eventKinds, isEventKindId } from '#domain/event-kinds/index';
import { isRoleId, protectingRoles, roles } from '#domain/roles/index';
import { defaultStages, isStageId, stages } from '#domain/stages/index';
import { en } from '../../../src/i18n/messages/en/index.ts';

const messages = new Set<string>(Object.keys(en));

test('a new case starts with the nine stages in order', () => {
  expect(defaultStages).toEqual([
    'recruit',
    'deposit',
    'assemble',
    'document',
    'move',
    'hold',
    'cross',
    'settle',
    'release',
  ]);
  expect(isStageId('cross')).toBe(true);
  expect(isStageId('Grenzübertritt')).toBe(false);
});

test('stages, roles and kinds of events are unique and have their words', () => {
  for (const [prefix, list] of [
    ['stage', stages],
    ['role', roles],
    ['event-kind', eventKinds],
  ] as const) {
    const ids = list.map((x) => x.id);
    expect(new Set(ids).size, prefix).toBe(ids.length);
    for (const id of ids) expect(messages.has(`${prefix}.${id}`), `${prefix}.${id}`).toBe(true);
  }
  expect(isRoleId('skipper')).toBe(true);
  expect(isEventKindId('landing')).toBe(true);
});

test('the roles said to protect are exactly those the rule on entities protects', () => {
  const shown = roles
    .map((r) => r.id)
    .filter((role) => isProtected({ id: 'e', kind: 'entity', type: 'person', label: 'N', roles: [{ role }] }));
  expect(new Set<string>(shown)).toEqual(protectingRoles);
});
