import { beforeAll, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { type Entity, isProtected } from '#domain/entity/entity';
import { AnalysisDesk, type GraphRequest } from '#queries/analysis';
import { groupingNames } from '#queries/groupings';
import { type CommunityResult, groupsOf, isDoubtful, membersOf, overlapOf, overlapWith } from '#queries/groups';
import { knownGroups } from '#queries/known-groups';
import { measureWithinGroups } from '#queries/within-groups';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

const desk = new AnalysisDesk(analysisHere, 1);

let state: CaseState;
beforeAll(async () => {
  state = await sampleState();
}, 60_000);

const request: GraphRequest = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none', revision: 1 };

async function grouped(method: string, parameters = {}): Promise<CommunityResult> {
  const answer = await desk.communities(state, request, method, parameters);
  if (!answer.ok) throw new Error(answer.code);
  return answer.figure;
}

test('members carry how often they were with their group, and some of the sample are doubtful', async () => {
  const found = await grouped('leiden');
  expect(found.stability?.runs).toBe(50);
  expect(found.rows.every((r) => r.share !== undefined && r.share >= 0 && r.share <= 1)).toBe(true);
  const doubtful = found.rows.filter((r) => isDoubtful(r));
  expect(doubtful.length).toBeGreaterThan(0);
  expect(doubtful.length).toBeLessThan(found.rows.length);
  for (const { rival, community } of doubtful) if (rival) expect(rival.community).not.toBe(community);
  expect(found.within! - (1 - found.ceiling!)).toBeCloseTo(found.modularity, 12);
});

test('who is in several groups has all of them, the largest first', async () => {
  const found = await grouped('cliques');
  const several = found.rows.filter((r) => r.groups);
  expect(several.length).toBeGreaterThan(0);
  for (const r of several) {
    expect(r.groups![0]).toBe(r.community);
    expect(r.groups!.length).toBeGreaterThan(1);
  }
  const memberships = found.rows.reduce((n, r) => n + (r.groups?.length ?? (r.community < 0 ? 0 : 1)), 0);
  expect(memberships).toBe(found.sizes.reduce((a, b) => a + b, 0));
  expect(found.reason).toBe('groups-overlap');
});

test('a tree of divisions comes with the modularity of each', async () => {
  const { levels, modularity, merges, rows, sizes } = await grouped('girvan-newman');
  expect(levels!.map((l) => l.groups)).toEqual([...levels!.map((l) => l.groups)].sort((a, b) => a - b));
  expect(Math.max(...levels!.map((l) => l.modularity))).toBeCloseTo(modularity, 12);
  // Cut where the answer is, the tree gives the groups of the answer.
  const groups = rows.map((_, i) => new Set([i]));
  for (const [a, b] of merges!.slice(0, rows.length - sizes.length)) {
    groups.push(new Set([...groups[a]!, ...groups[b]!]));
    groups[a]!.clear();
    groups[b]!.clear();
  }
  const left = groups.filter((g) => g.size > 0);
  expect(left.map((g) => g.size).sort((a, b) => b - a)).toEqual(sizes);
  for (const g of left) expect(new Set([...g].map((i) => rows[i]!.community)).size).toBe(1);
});

test('groups crossed with an attribute count every member once, or as not stated', async () => {
  const found = await grouped('leiden');
  for (const name of groupingNames(state)) {
    const overlap = overlapWith(state, found, name);
    overlap.rows.forEach(({ counts, unstated }, g) => {
      expect([...counts.values()].reduce((a, b) => a + b, 0) + unstated).toBe(found.sizes[g]);
    });
    expect(overlap.entities).toBe(found.rows.length - overlap.rows.reduce((n, { unstated }) => n + unstated, 0));
  }
  const byType = overlapWith(state, found, 'type');
  expect(byType.entities).toBe(found.rows.length);
  expect(byType.adjustedRand).toBeLessThan(0.5);
  const columns = byType.words.map((_, w) => byType.rows.reduce((n, r) => n + (r.counts.get(w) ?? 0), 0));
  expect(columns).toEqual([...columns].sort((a, b) => b - a));
});

test.each(['cliques', 'blocks'])(
  '%s that overlap have all their members each, and say how far they overlap',
  async (method) => {
    const found = await grouped(method);
    const members = membersOf(found);
    expect(members.map((m) => m.length)).toEqual(found.sizes);
    const near = new Map(found.rows.map(({ id }) => [id, new Set<string>()]));
    for (const { from, to } of state.allOf('link')) {
      near.get(from)?.add(to);
      near.get(to)?.add(from);
    }
    // Each member of a group is told of it, and has somebody in it.
    for (const [g, list] of members.entries())
      for (const row of list) {
        expect(groupsOf(row)).toContain(g);
        const linked = list.filter((other) => near.get(row.id)!.has(other.id)).length;
        expect(linked).toBeGreaterThanOrEqual(method === 'cliques' ? list.length - 1 : 1);
      }
    const several = found.rows.filter((r) => groupsOf(r).length > 1).length;
    expect(several).toBeGreaterThan(0);
    expect(overlapOf(found)).toEqual({
      several,
      entities: found.rows.filter((r) => groupsOf(r).length > 0).length,
      memberships: found.rows.reduce((n, r) => n + groupsOf(r).length, 0),
    });
    expect(overlapOf(await grouped('leiden'))).toBeUndefined();
  },
);

test('groups that overlap are crossed by memberships, and compared as divisions with nothing', async () => {
  const found = await grouped('cliques');
  const byType = overlapWith(state, found, 'type');
  const memberships = found.sizes.reduce((a, b) => a + b, 0);
  expect(byType.entities).toBe(memberships);
  expect(memberships).toBeGreaterThan(found.rows.filter((r) => r.community >= 0).length);
  byType.rows.forEach(({ counts, unstated }, g) => {
    expect([...counts.values()].reduce((a, b) => a + b, 0) + unstated).toBe(found.sizes[g]);
  });
  expect([byType.adjustedRand, byType.mutualInformation]).toEqual([Number.NaN, Number.NaN]);
});

test('nothing is worked out within groups that overlap: choosing one of several for somebody would be a guess', async () => {
  const found = await grouped('cliques');
  const groups = knownGroups(found);
  expect(groups.several).toBe(overlapOf(found)!.several);
  for (const { id, groups: all } of found.rows) if (all) expect(groups.of.has(id)).toBe(false);
  const refused = { ok: false, code: 'groups-overlap', detail: String(groups.several) };
  const within = { ...request, measure: 'degree', within: 'community', groups } as const;
  expect(await measureWithinGroups(desk, state, within)).toEqual(refused);
  expect(await desk.measure(state, request, 'participation', { by: 'community' }, { groups })).toEqual(refused);
  // By what is stated of entities it is worked out all the same.
  expect(await measureWithinGroups(desk, state, { ...within, within: 'type' })).toMatchObject({ ok: true });
  expect(knownGroups(await grouped('leiden')).several).toBe(0);
});

test('what is stated of protected persons stays out of the comparison', async () => {
  const found = await grouped('leiden');
  const names = groupingNames(state).filter((name) => name.startsWith('attribute:'));
  expect(names.length).toBeGreaterThan(0);
  const guarded = found.rows.filter((r) => isProtected(state.entity(r.id)!)).length;
  expect(guarded).toBeGreaterThan(0);
  for (const name of names)
    expect(overlapWith(state, found, name).entities).toBeLessThanOrEqual(found.rows.length - guarded);
});

test('what nobody of an answer has, or only whom it may not be told of, is not offered to compare with', () => {
  const one = (
    id: string,
    attributes: readonly { field: string; value: string }[],
    more: Partial<Entity> = {},
  ): Entity => ({
    id,
    kind: 'entity',
    type: 'person',
    label: id,
    attributes,
    ...more,
  });
  const port = (value: string) => ({ field: 'port', value });
  const boat = (value: string) => ({ field: 'boat', value });
  const few = CaseState.of([
    one('a', [port('Ranong')]),
    one('b', [port('Trat')]),
    one('c', [boat('Sea Star')]),
    one('d', [boat('Mermaid')]),
    one('e', [{ field: 'home', value: 'Trat' }], { protection: 'protected', pseudonym: 'P-01' }),
    one('f', [{ field: 'home', value: 'Krabi' }], { protection: 'protected', pseudonym: 'P-02' }),
  ]);
  expect(groupingNames(few)).toEqual(['attribute:port', 'attribute:boat']);
  expect(groupingNames(few, ['a', 'b', 'e', 'f'])).toEqual(['attribute:port']);
  expect(groupingNames(few, ['e', 'f'])).toEqual([]);
});

test('groups crossed with what differs for everybody take room for what there is, not for all that could be', () => {
  const n = 20_000;
  const many = {
    allOf: () => [],
    entity: (id: string) => ({ id, type: 'phone', attributes: [{ field: 'number', value: id }] }),
  } as unknown as CaseState;
  const alone = {
    rows: Array.from({ length: n }, (_, i) => ({ id: `n${i}` as CommunityResult['rows'][number]['id'], community: i })),
    sizes: Array.from({ length: n }, () => 1),
  };
  const overlap = overlapWith(many, alone, 'attribute:number');
  expect(overlap.words.length).toBe(n);
  expect(overlap.rows.every(({ counts }) => counts.size === 1)).toBe(true);
  expect(overlap.adjustedRand).toBe(1);
});
