import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { keyPlayersText } from '../../../src/views/results/key-players-words.ts';

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
  const out = said({ criterion: 'reach', parameters: { steps: 3, direction: 'out' } });
  expect(out.answer).toContain('at most 3 links away from a member, on the recorded links');
  expect(out.caveats.join(' ')).toContain('as arrows run, from the set');
});

test('a set over confirmed links alone says so', () => {
  const only = keyPlayersText(state, found as unknown as Parameters<typeof keyPlayersText>[1], 'no-others-counted');
  expect(only.caveats.join(' ')).toContain('Counted are confirmed links alone');
  expect(only.answer).toContain('cannot reach each other on confirmed links alone');
  expect(only.answer).not.toContain('recorded');
});
