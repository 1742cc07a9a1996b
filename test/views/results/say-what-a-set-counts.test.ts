import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { keyPlayersRefusal, keyPlayersText } from '../../../src/views/results/key-players-words.ts';

const state = CaseState.of([{ id: 'a', kind: 'entity', type: 'person', label: 'Ann' }]);
const found = {
  criterion: 'fragmentation',
  members: [{ id: 'a', contribution: 0.4, alone: 0.4 }],
  value: 0.4,
  before: 0.1,
  proven: true,
  tieCount: 0,
  excluded: [],
  parameters: {},
};
const said = (more: object) =>
  keyPlayersText(state, { ...found, ...more } as unknown as Parameters<typeof keyPlayersText>[1]);

test('a set is said to be key by what its figure counts, and that who would be missed most is another question', () => {
  const { answer, caveats } = said({});
  expect(answer).toBe(
    'Ann: without them 40% of the pairs of others cannot reach each other on the recorded links (10% as it is).',
  );
  expect(caveats.join(' ')).toContain('pairs of others that no chain of the links counted joins');
  for (const criterion of ['fragmentation', 'distance-fragmentation', 'reach', 'distance-reach'])
    expect(said({ criterion }).caveats.join(' '), criterion).toContain(
      '“Who would be missed most?” asks something else',
    );
});

test('reach is who is near within so many links, not who is parted, nor that anything passes', () => {
  const { answer, caveats } = said({ criterion: 'reach', parameters: { steps: 1, direction: 'ignored' } });
  expect(answer).toBe('Ann: 40% of the network is in this set or one link away from a member, on the recorded links.');
  expect(caveats.join(' ')).toContain('nobody is taken out');
  expect(caveats.join(' ')).not.toContain('seems to break');
  expect(caveats.join(' ')).not.toContain('arrows');
  expect(caveats.at(-1)).toContain('does not say that anything passes');
  const out = said({ criterion: 'reach', direction: 'out', parameters: { steps: 3, direction: 'out' } });
  expect(out.answer).toContain('at most 3 links away from a member, on the recorded links');
  expect(out.caveats.join(' ')).toContain('as arrows run, from the set');
});

test('which way links count is said of the graph as it was asked for: without arrows, or with them turned round', () => {
  const counted = (more: object, asked: 'out' | 'in') =>
    said({ criterion: 'reach', parameters: { steps: 1, direction: asked }, ...more }).caveats.join(' ');
  const twoMode = { of: 'person', through: 'event', as: 'shared' };
  for (const none of [{ direction: 'ignore' }, { direction: 'out', twoMode }]) {
    expect(counted(none, 'out')).toContain('Arrows are ignored in this answer');
    expect(counted(none, 'out')).not.toContain('as arrows run');
  }
  expect(counted({ direction: 'out' }, 'in')).toContain('as arrows run, towards the set');
  expect(counted({ direction: 'in' }, 'out')).toContain('as arrows run, towards the set');
  expect(counted({ direction: 'in' }, 'in')).toContain('as arrows run, from the set');
});

test('a set over confirmed links alone says so', () => {
  const only = keyPlayersText(state, found as unknown as Parameters<typeof keyPlayersText>[1], 'no-others-counted');
  expect(only.caveats.join(' ')).toContain('Counted are confirmed links alone');
  expect(only.answer).toContain('cannot reach each other on confirmed links alone');
  expect(only.answer).not.toContain('recorded');
});

const two = CaseState.of([
  { id: 'a', kind: 'entity', type: 'person', label: 'Ann' },
  { id: 'b', kind: 'entity', type: 'person', label: 'Ben' },
  { id: 'w', kind: 'entity', type: 'person', label: 'Wil', status: 'victim', pseudonym: 'P-07' },
]);
type Found = Parameters<typeof keyPlayersText>[1];
const members = [
  { id: 'a', contribution: 0.3, alone: 0.2 },
  { id: 'b', contribution: 0.2, alone: 0.2 },
];

test('who was required and who was kept out is said, and that other sets keep to that; witnesses by pseudonym', () => {
  const of = { ...found, members, excluded: ['b', 'w'] } as unknown as Found;
  const { caveats } = keyPlayersText(two, of, undefined, { forced: ['a'], excluded: ['b', 'w'] });
  const said = caveats.join(' ');
  expect(said).toContain('Required in the set: Ann.');
  expect(said).toContain('Kept out of the set by choice: Ben and P-07.');
  expect(said).toContain('is said of sets that keep to this choice');
  expect(said).toContain('1 protected person is not proposed.');
  expect(said).not.toContain('Wil');
  expect(keyPlayersText(two, of).caveats.join(' ')).not.toContain('choice');
});

test('a set whose members were all required is compared with no other', () => {
  const of = { ...found, members } as unknown as Found;
  const { caveats } = keyPlayersText(two, of, { best: of, same: 0.25 }, { forced: ['a', 'b'] });
  expect(caveats.join(' ')).toContain('Every member was required: no other set was compared with it.');
  expect(caveats.join(' ')).toContain('With confirmed links alone the figure of this set is 25%.');
  expect(caveats.join(' ')).not.toContain('none does better');
  const same = { ...of, value: 0.1 };
  expect(keyPlayersText(two, same, undefined, { excluded: ['w'] }).answer).toMatch(
    /^No set of 2 that keeps to the choice made/,
  );
  expect(keyPlayersText(two, same).answer).toMatch(/^No set of 2 holds/);
});

test('what cannot be had is told in words with names, a protected person by pseudonym', () => {
  const why = (code: string, more: object = {}, detail?: string) =>
    keyPlayersRefusal(
      two,
      { ok: false, code, ...(detail !== undefined && { detail }) },
      { criterion: 'fragmentation', parameters: { size: 1 }, ...more },
    );
  expect(why('forced-and-excluded', { forced: ['a'], excluded: ['a'] }, 'a')).toMatch(
    /^Ann must be in the set and must not be in it/,
  );
  expect(why('forced-and-excluded', { forced: ['w'] }, 'w')).toMatch(/^P-07 is protected/);
  expect(why('too-many-forced', { forced: ['a', 'b'] })).toBe('2 members are required, but the set is to have 1.');
  expect(why('not-in-scope', { forced: ['b'] }, 'b')).toMatch(/^Ben must be in the set, but is not in the network/);
  expect(why('larger-than-network', { parameters: { size: 9 } })).toMatch(/^A set of 9 is larger than the network/);
  expect(why('too-many-sets')).toBeUndefined();
});
