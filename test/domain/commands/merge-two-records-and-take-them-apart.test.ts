import { beforeEach, expect, it } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { editsSince } from '#domain/commands/unmerge-entities';
import { displayLabel } from '#domain/entity/entity';
import { danglingReferences } from '../../support/acts.ts';
import { CaseInHand } from './case-in-hand.ts';

let c: CaseInHand;
beforeEach(() => {
  c = new CaseInHand();
  c.entity('dara', { label: 'Sok Dara', status: 'suspect', attributes: [{ field: 'sex', value: 'm' }] });
  c.entity('brother', { label: 'Big brother', nativeLabel: 'បង', tags: ['boss'], doubted: true });
  c.entity('chan');
  c.link('l1', 'dara', 'chan');
  c.link('l2', 'brother', 'chan');
  c.link('l3', 'dara', 'brother', { type: 'possibly-same-as' });
  c.run('group-items', {
    groups: [
      { id: 'g1', kind: 'group', chart: 'c1', name: 'Ring', members: ['brother', 'chan'], strength: 'confirmed' },
    ],
  });
});
const merge = () => c.run('merge-entities', { merge: 'm1', survivor: 'dara', absorbed: 'brother' });

it('keeps what both records said, and every link and its basis', () => {
  merge();
  const dara = c.state.entity('dara')!;
  expect(dara).toMatchObject({
    label: 'Sok Dara',
    nativeLabel: 'បង',
    aliases: ['Big brother'],
    tags: ['boss'],
    status: 'suspect',
  });
  expect(dara.doubted).toBeUndefined();
  expect(c.state.entity('brother')).toBeUndefined();
  expect(c.state.link('l2')).toMatchObject({ from: 'dara', to: 'chan' });
  expect([...c.state.statementsAbout('l2')]).toEqual(['st-l2']);
  expect(c.state.link('l3')).toBeUndefined();
  expect(c.state.find('group', 'g1')!.members).toEqual(['dara', 'chan']);
  expect(danglingReferences(c.state)).toEqual([]);
});

it('restores both byte for byte when nothing was edited since', () => {
  const before = stateDigest(c.state);
  merge();
  expect(editsSince(c.state, c.state.find('merge', 'm1')!)).toEqual([]);
  c.run('unmerge-entities', { merge: 'm1' });
  expect(stateDigest(c.state)).toBe(before);
});

it('lists edits made since, and leaves them with the survivor', () => {
  merge();
  c.run('edit-entity', { id: 'dara', set: { notes: 'seen again' } });
  c.run('edit-link', { id: 'l2', set: { strength: 'tentative' } });
  expect(editsSince(c.state, c.state.find('merge', 'm1')!)).toEqual([
    { record: 'dara', field: 'notes' },
    { record: 'l2', field: 'strength' },
  ]);
  c.run('unmerge-entities', { merge: 'm1' });
  expect(c.state.entity('dara')).toMatchObject({ notes: 'seen again' });
  expect(c.state.entity('dara')!.aliases).toBeUndefined();
  expect(c.state.link('l2')).toMatchObject({ from: 'brother', strength: 'tentative' });
  expect(c.state.entity('brother')).toMatchObject({ label: 'Big brother', doubted: true });
});

it('unmerges after a link was deleted and after two merges, without a loose end', () => {
  merge();
  c.run('merge-entities', { merge: 'm2', survivor: 'chan', absorbed: 'dara' });
  c.run('delete-records', { ids: ['l2'] });
  c.run('unmerge-entities', { merge: 'm2' });
  expect(danglingReferences(c.state)).toEqual([]);
  c.run('unmerge-entities', { merge: 'm1' });
  expect(danglingReferences(c.state)).toEqual([]);
  expect(c.state.entity('brother')).toBeDefined();
});

it('never uncovers a protected person by a merge', () => {
  c.entity('m', { label: 'Real Name', status: 'migrant' });
  c.run('merge-entities', { merge: 'm9', survivor: 'dara', absorbed: 'm' });
  expect(displayLabel(c.state.entity('dara')!)).toMatch(/^P-\d\d$/);
});

it('refuses itself, and two types', () => {
  c.entity('boat', { type: 'vessel' });
  expect(c.plan('merge-entities', { merge: 'x', survivor: 'dara', absorbed: 'dara' })).toEqual({
    refused: 'merge-with-itself',
  });
  expect(c.plan('merge-entities', { merge: 'x', survivor: 'dara', absorbed: 'boat' })).toEqual({
    refused: 'merge-types-differ',
  });
});

it('drops the figure of the absorbed record from the charts, and brings it back when taken apart', () => {
  c.run('apply-measure', {
    applied: {
      chart: 'c1',
      use: 'size',
      measure: 'degree',
      parameters: [],
      scope: 'chart',
      revision: 1,
      values: [
        { entity: 'dara', value: '2' },
        { entity: 'brother', value: '3' },
      ],
    },
  });
  const before = stateDigest(c.state);
  merge();
  expect(c.state.find('applied-measure', 'c1!size')!.values).toEqual([{ entity: 'dara', value: '2' }]);
  expect(danglingReferences(c.state)).toEqual([]);
  c.run('unmerge-entities', { merge: 'm1' });
  expect(stateDigest(c.state)).toBe(before);
});
