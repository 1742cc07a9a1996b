import { beforeEach, expect, it } from 'vitest';
import type { RoleSpell } from '#domain/entity/entity';
import { CaseInHand } from './case-in-hand.ts';

const skipper: RoleSpell = { role: 'skipper', span: { earliest: '2026-03' } };
const broker: RoleSpell = { role: 'broker', span: { earliest: '2026-01', latest: '2026-02' } };

let c: CaseInHand;
beforeEach(() => {
  c = new CaseInHand();
  c.entity('a', { label: 'A', roles: [skipper, broker] });
});
const roles = () => c.state.entity('a')?.roles;

it('date-role changes the time of the spell it was asked for, and nothing else of it', () => {
  c.run('date-role', { id: 'a', spell: broker, span: { earliest: '2026-02', latest: '2026-04', extent: 'lasted' } });
  expect(roles()).toEqual([
    skipper,
    { role: 'broker', span: { earliest: '2026-02', latest: '2026-04', extent: 'lasted' } },
  ]);
  c.run('date-role', { id: 'a', spell: skipper });
  expect(roles()?.[0]).toEqual({ role: 'skipper' });
});

it('finds the spell where the list was put in another order or grew meanwhile, and keeps what was added', () => {
  const added: RoleSpell = { role: 'guide' };
  c.run('edit-entity', { id: 'a', set: { roles: [added, broker, skipper] } });
  c.run('date-role', { id: 'a', spell: skipper, span: { earliest: '2026-05' } });
  expect(roles()).toEqual([added, broker, { role: 'skipper', span: { earliest: '2026-05' } }]);
});

it('refuses when the spell says something else by now, or the entity is gone', () => {
  c.run('edit-entity', { id: 'a', set: { roles: [{ ...skipper, stage: 'cross' }, broker] } });
  expect(c.plan('date-role', { id: 'a', spell: skipper, span: { earliest: '2026' } })).toEqual({
    refused: 'role-moved-on',
  });
  expect(c.plan('date-role', { id: 'zz', spell: skipper })).toMatchObject({ refused: 'record-gone' });
});
