import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import { packRequest } from '#queries/packing';
import { blueKestrel } from '../../scripts/samples/blue-kestrel.ts';
import { protectedIn } from '../../src/views/answer-scope.ts';
import { keyPlayersText } from '../../src/views/results/key-players-words.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));

let state: CaseState;
beforeAll(async () => {
  state = (await blueKestrel(join(top, 'sample-cases/blue-kestrel'))).state;
}, 60_000);

const PLAIN = { direction: 'ignore', weights: 'none', revision: 1 } as const;

test('whoever is protected is named for leaving out, and always a node of the graph asked of', () => {
  const guarded = [...state.allOf('entity')].filter((e) => isProtected(e) && e.type !== 'event').map((e) => e.id);
  expect(guarded.length).toBeGreaterThan(0);
  expect(protectedIn(state, { scope: { kind: 'case' } })).toEqual(guarded);
  expect(protectedIn(state, { scope: { kind: 'selection', entities: new Set(guarded.slice(0, 1)) } })).toEqual(
    guarded.slice(0, 1),
  );
  for (const as of ['both', 'shared'] as const)
    for (const [of, through] of [
      ['person', 'event'],
      ['phone', 'person'],
    ] as const) {
      const graph = { scope: { kind: 'case' }, twoMode: { of, through, as } } as const;
      const packed = packRequest(state, { ...graph, ...PLAIN });
      if ('failure' in packed) throw new Error(packed.failure);
      const expected = packed.ids.filter((id) => isProtected(state.entity(id)!));
      expect(new Set(protectedIn(state, graph)), `${of} through ${through} as ${as}`).toEqual(new Set(expected));
    }
});

test('the words of a set of key players say how many were not to be proposed', () => {
  const [one, two] = [...state.allOf('entity')].map((e) => e.id);
  const found = {
    criterion: 'reach',
    members: [{ id: one!, contribution: 0.1, alone: 0.1 }],
    value: 0.1,
    before: 0,
    proven: true,
    tieCount: 0,
    excluded: [two!],
    parameters: {},
  } as unknown as Parameters<typeof keyPlayersText>[1];
  expect(keyPlayersText(state, found).caveats).toContain('1 protected person is not proposed.');
  expect(keyPlayersText(state, { ...found, excluded: [] }).caveats.join()).not.toContain('protected');
});

test('the words of a set of key players say whether confirmed links alone would name another', () => {
  const [one, two] = [...state.allOf('entity')].map((e) => e.id);
  const of = (id: string, more: object = {}) =>
    ({
      criterion: 'fragmentation',
      members: [{ id, contribution: 0.4, alone: 0.4 }],
      value: 0.4,
      before: 0.1,
      proven: true,
      tieCount: 0,
      ties: [],
      excluded: [],
      parameters: {},
      ...more,
    }) as unknown as Parameters<typeof keyPlayersText>[1];
  const caveats = (confirmed?: Parameters<typeof keyPlayersText>[2]) =>
    keyPlayersText(state, of(one!), confirmed).caveats.join(' ');
  expect(caveats()).not.toContain('confirmed');
  const beside = (same: number, more: object = {}) => caveats({ best: of(two!, more), same });
  expect(beside(0.4)).toContain('no set of this size does better');
  // Sums differ in their last digits; that makes no other set.
  expect(beside(0.4 - 1e-12)).toContain('no set of this size does better');
  expect(beside(0.4, { proven: false })).toContain('a better one is not ruled out');
  expect(beside(0.3)).toContain('the set is another');
  expect(beside(0.3)).toContain('40%; this one 30%');
  expect(beside(0.3, { proven: false })).not.toContain('the set is another');
  expect(beside(0.3, { proven: false })).toContain('one better still is not ruled out');
  expect(beside(0.1, { value: 0.1 })).toContain('breaks no further');
  expect(beside(0.1, { value: 0.1, proven: false })).toContain('one is not ruled out');
  expect(caveats('not-asked')).toContain('was not worked out');
});

test('where no set breaks the network further, the answer says whether every set was tried', () => {
  const set = { members: [{}, {}], value: 0.2, before: 0.2, tieCount: 0, excluded: [], parameters: {} };
  const found = { criterion: 'fragmentation', ...set };
  const said = (proven: boolean) =>
    keyPlayersText(state, { ...found, proven } as unknown as Parameters<typeof keyPlayersText>[1]).caveats;
  expect(said(true)[0]).toMatch(/Every set of this size was tried or ruled out/);
  expect(said(false)[0]).toMatch(/a better one is not ruled out/);
});
