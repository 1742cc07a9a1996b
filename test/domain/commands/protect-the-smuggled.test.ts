import { beforeEach, expect, it } from 'vitest';
import { displayLabel, isProtected } from '#domain/entity/entity';
import { CaseInHand } from './case-in-hand.ts';

let c: CaseInHand;
beforeEach(() => {
  c = new CaseInHand();
});

it('covers a migrant from the first moment, each with a number of its own', () => {
  expect(displayLabel(c.entity('a', { label: 'Name A', status: 'migrant' }))).toBe('P-01');
  expect(displayLabel(c.entity('b', { label: 'Name B', roles: [{ role: 'migrant' }] }))).toBe('P-02');
  c.run('fill-cells', {
    made: ['x', 'y'].map((id) => ({
      id,
      kind: 'entity' as const,
      type: 'person' as const,
      label: id,
      status: 'victim' as const,
    })),
  });
  expect(['x', 'y'].map((id) => displayLabel(c.state.entity(id)!))).toEqual(['P-03', 'P-04']);
});

it('covers a person who is found to be a migrant later', () => {
  c.entity('a', { label: 'Name A', status: 'suspect' });
  c.run('edit-entity', { id: 'a', set: { status: 'migrant' } });
  expect(displayLabel(c.state.entity('a')!)).toBe('P-01');
});

it('lifts a protection only by its own act, with a reason', () => {
  c.entity('a', { label: 'Name A', status: 'migrant' });
  c.run('edit-entity', { id: 'a', set: { protection: 'lifted' } });
  expect(isProtected(c.state.entity('a')!)).toBe(true);
  expect(c.plan('lift-protection', { id: 'a', reason: '  ' })).toEqual({ refused: 'reason-missing' });
  c.run('lift-protection', { id: 'a', reason: 'asked by the court' });
  expect(displayLabel(c.state.entity('a')!)).toBe('Name A');
  c.run('protect-person', { id: 'a' });
  expect(displayLabel(c.state.entity('a')!)).toBe('P-01');
  expect(c.plan('lift-protection', { id: 'zz', reason: 'r' })).toMatchObject({ refused: 'record-gone' });
});
