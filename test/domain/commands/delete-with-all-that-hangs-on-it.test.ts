import { beforeEach, expect, it } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { countByKind, dependentsOf } from '#domain/commands/delete-records';
import { danglingReferences } from '../../support/acts.ts';
import { CaseInHand } from './case-in-hand.ts';

let c: CaseInHand;
beforeEach(() => {
  c = new CaseInHand();
  c.entity('dara');
  c.entity('chan', { roles: [{ role: 'skipper', organisation: 'org' }] });
  c.entity('org', { type: 'organisation' });
  c.entity('jetty', { type: 'location' });
  c.entity('meeting', { type: 'event', place: 'jetty' });
  c.link('l1', 'dara', 'chan');
  for (const id of ['c2', 'c3']) {
    c.run('create-chart', { chart: { id, kind: 'chart', name: id, multiplicity: 'each', skin: 'icons' } });
    c.run('place-items', {
      chart: id,
      items: [
        { id: 'dara', x: 5, y: 5 },
        { id: 'chan', x: 9, y: 9 },
      ],
    });
  }
  c.run('apply-measure', {
    applied: {
      chart: 'c2',
      use: 'size',
      measure: 'degree',
      parameters: [],
      scope: 'case',
      revision: 9,
      values: [
        { entity: 'dara', value: '1' },
        { entity: 'chan', value: '1' },
      ],
    },
  });
});

it('shows first what an entity on three charts takes with it', () => {
  const { removed, altered } = dependentsOf(c.state, ['dara']);
  expect(Object.fromEntries(countByKind(removed))).toEqual({ entity: 1, link: 1, statement: 1, placement: 3 });
  expect(altered.map((a) => a.before.kind)).toEqual(['applied-measure']);
});

it('deletes it from all three in one change, and one undo brings everything back', () => {
  const before = stateDigest(c.state);
  c.run('delete-records', { ids: ['dara'] });
  for (const chart of ['c1', 'c2', 'c3']) expect(c.state.find('placement', `${chart}.dara`)).toBeUndefined();
  expect(danglingReferences(c.state)).toEqual([]);
  c.undo();
  expect(stateDigest(c.state)).toBe(before);
});

it('keeps an event whose place goes, and a person whose organisation goes', () => {
  c.run('delete-records', { ids: ['jetty', 'org'] });
  expect(c.state.entity('meeting')!.place).toBeUndefined();
  expect(c.state.entity('chan')!.roles).toEqual([{ role: 'skipper' }]);
});

it('takes a source away with its statements, and leaves the link unsourced', () => {
  c.run('delete-records', { ids: ['s1'] });
  expect(c.state.link('l1')).toBeDefined();
  expect(c.state.statementsAbout('l1').size).toBe(0);
});

it('never deletes the case properties', () => {
  c.run('delete-records', { ids: ['case'] });
  expect(c.state.properties).toBeDefined();
});

it('takes away what was stated about a group when the group goes, by itself or with its last member', () => {
  const grouped = (id: string) => {
    c.run('group-items', {
      groups: [{ id, kind: 'group', chart: 'c2', name: id, members: ['dara'], strength: 'unconfirmed' }],
    });
    c.run('state-basis', {
      statements: [{ id: `st-${id}`, kind: 'statement', about: { record: id }, source: 's1', says: 'yes' }],
    });
  };
  grouped('g1');
  c.run('delete-records', { ids: ['g1'] });
  grouped('g2');
  c.run('remove-from-chart', { chart: 'c2', items: ['dara'] });
  grouped('g3');
  c.run('delete-records', { ids: ['dara'] });
  expect(['st-g1', 'st-g2', 'st-g3', 'g1', 'g2', 'g3'].filter((id) => c.state.get(id))).toEqual([]);
  expect(danglingReferences(c.state)).toEqual([]);
});
