import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import { t } from '#i18n/index';
import { blueKestrel } from '../../../scripts/samples/blue-kestrel.ts';
import { communityRows } from '../../../src/views/figure-rows.ts';
import { groupsText, otherGroups } from '../../../src/views/groups-words.ts';
import { groupBars, shownBars } from '../../../src/views/results/group-bars.tsx';

let state: CaseState;
beforeAll(async () => {
  state = (await blueKestrel(join(import.meta.dirname, '../../../sample-cases/blue-kestrel'))).state;
}, 60_000);

test('a bar has all members of its group, in parts by a word; who is in no group is in none', () => {
  const entities = [...state.allOf('entity')].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = entities.map((e, i) => ({ id: e.id, community: i === 0 ? -1 : i % 2 }));
  const sizes = [0, 1].map((c) => rows.filter((r) => r.community === c).length);
  const result = { rows, sizes } as never;
  const plain = groupBars(state, result, '');
  expect(plain.map((b) => [b.community, b.members])).toEqual([
    [0, sizes[0]],
    [1, sizes[1]],
  ]);
  const byKind = groupBars(state, result, 'type');
  for (const [at, bar] of byKind.entries()) {
    expect(bar.members).toBe(sizes[at]);
    expect(bar.parts.reduce((sum, p) => sum + p.members, 0)).toBe(bar.members);
    for (const { word, members } of bar.parts)
      if (word !== undefined)
        expect(members).toBe(rows.filter((r, i) => r.community === at && entities[i]!.type === word).length);
  }
  expect(byKind[0]!.parts.length).toBeGreaterThan(2);
  // What is stated of a protected person is in no part that is named.
  const hidden = entities.filter((e) => isProtected(e)).map((e) => ({ id: e.id, community: 0 }));
  expect(hidden.length).toBeGreaterThan(0);
  const told = groupBars(state, { rows: hidden, sizes: [hidden.length] } as never, 'attribute:nationality');
  expect(told).toEqual([{ community: 0, members: hidden.length, parts: [{ members: hidden.length }] }]);
});

test('groups that overlap have bars of their full size, and whoever is in several counts in each', () => {
  const [a, b, c] = [...state.allOf('entity')].filter((e) => e.type === 'person');
  const rows = [
    { id: a!.id, community: 0 },
    { id: b!.id, community: 0, groups: [0, 1] },
    { id: c!.id, community: 1 },
  ];
  expect(groupBars(state, { rows, sizes: [2, 2] } as never, 'type')).toEqual([
    { community: 0, members: 2, parts: [{ word: 'person', members: 2 }] },
    { community: 1, members: 2, parts: [{ word: 'person', members: 2 }] },
  ]);
  const listed = communityRows({ rows, sizes: [2, 2] } as never);
  expect(listed.map((r) => [r.value, r.id, r.size])).toEqual([
    [0, a!.id, 2],
    [0, b!.id, 2],
    [1, b!.id, 2],
    [1, c!.id, 2],
  ]);
  expect(listed.map((r) => otherGroups(t, r.member, r.value))).toEqual(['', '2', '1', '']);
  expect(groupsText(t, [0, 2, 3, 4, 5, 6, 7, 8])).toBe('Groups 1, 3, 4, 5, 6, 7 and 2 more');
});

test('groups beyond those that have a bar are counted', () => {
  const bars = (groups: number) => {
    const rows = Array.from({ length: groups }, (_, community) => ({ id: `e${community}`, community }));
    return shownBars(groupBars(state, { rows, sizes: rows.map(() => 1) } as never, ''));
  };
  expect(bars(60)).toMatchObject({ shown: { length: 60 }, left: undefined });
  expect(bars(61)).toMatchObject({
    shown: { length: 60 },
    left: 'One further group has no bar here; it is in the table.',
  });
  expect(bars(1300).left).toBe('1,240 further groups have no bar here; they are in the table.');
});
