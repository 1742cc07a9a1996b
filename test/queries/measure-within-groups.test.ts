import { beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { AnalysisDesk } from '#queries/analysis';
import { measureWithinGroups, type WithinGroupsRequest } from '#queries/within-groups';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

let state: CaseState;
let request: WithinGroupsRequest;
const desk = new AnalysisDesk(analysisHere, 1);
beforeAll(async () => {
  state = await sampleState();
  request = {
    scope: { kind: 'case' },
    direction: 'ignore',
    weights: 'none',
    revision: 7,
    measure: 'degree',
    within: 'type',
  };
}, 60_000);

test('degree within types counts the neighbours of the same type', async () => {
  const answer = await measureWithinGroups(desk, state, request);
  if (!answer.ok) throw new Error(answer.code);
  const { rows, groups } = answer.figure;
  const typeOf = new Map(rows.map(({ id }, i) => [id, groups[i]]));
  const near = new Map(rows.map(({ id }) => [id, new Set<string>()]));
  for (const { from, to } of state.allOf('link')) {
    if (from === to || !near.has(from) || !near.has(to) || typeOf.get(from) !== typeOf.get(to)) continue;
    near.get(from)!.add(to);
    near.get(to)!.add(from);
  }
  for (const { id, value } of rows) {
    expect(typeOf.get(id)).toBe(state.entity(id)!.type);
    expect(value).toBe(near.get(id)!.size);
  }
  expect(Math.max(...rows.map((r) => r.value ?? 0))).toBeGreaterThan(2);
});

test('who is in no group has no value, with the reason; groups may come from an answer', async () => {
  const [first] = state.allOf('entity');
  const groups = {
    method: 'louvain',
    parameters: {},
    revision: 5,
    answered: true,
    of: new Map([[first!.id, 3]]),
    several: 0,
  };
  const answer = await measureWithinGroups(desk, state, { ...request, within: 'community', groups });
  if (!answer.ok) throw new Error(answer.code);
  const stated = answer.figure.rows.filter((r) => r.reason === undefined);
  expect(stated).toEqual([{ id: first!.id, value: 0 }]);
  expect(new Set(answer.figure.rows.map((r) => r.reason))).toEqual(new Set([undefined, 'group-not-stated']));
  expect(answer.figure.groups.filter((g) => g !== undefined)).toEqual(['3']);
  expect(answer.figure.groupsBy).toMatchObject({ method: 'louvain', revision: 5, answered: true });
});

test('within groups by an attribute, a protected person is in none, so that neither value nor place tells the word', async () => {
  const field = 'agency';
  const worded = new Map(
    [...state.allOf('entity')].map((e, at) => [
      e.id,
      {
        ...e,
        protection: at === 0 ? ('protected' as const) : ('lifted' as const),
        roles: [],
        attributes: [{ field, value: 'North' }],
      },
    ]),
  );
  const now = new Proxy(state, {
    get: (target, key) =>
      key === 'entity'
        ? (id: Id) => worded.get(id)
        : key === 'allOf'
          ? (kind: 'entity' | 'link') => (kind === 'entity' ? worded.values() : target.allOf(kind))
          : key === 'countOf'
            ? (kind: 'entity' | 'link') => target.countOf(kind)
            : Reflect.get(target, key),
  });
  const hidden = [...worded.values()].find(isProtected)!.id;
  const answer = await measureWithinGroups(desk, now, { ...request, revision: 8, within: `attribute:${field}` });
  if (!answer.ok) throw new Error(answer.code);
  const at = answer.figure.rows.findIndex((r) => r.id === hidden);
  expect(answer.figure.rows[at]).toEqual({ id: hidden, reason: 'group-not-stated' });
  expect(answer.figure.groups[at]).toBeUndefined();
  expect(answer.figure.groups.filter((g) => g === 'North').length).toBeGreaterThan(10);
});

test('an unknown measure, or a parameter that does not fit, is refused by code', async () => {
  expect(await measureWithinGroups(desk, state, { ...request, measure: 'fame' })).toEqual({
    ok: false,
    code: 'unknown-method',
  });
  const unfit = { ...request, measure: 'pagerank', parameters: { damping: 2 } };
  expect(await measureWithinGroups(desk, state, unfit)).toMatchObject({ code: 'unfit-parameter', detail: 'damping' });
});
