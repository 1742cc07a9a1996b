import { beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { AnalysisDesk } from '#queries/analysis';
import { type KeyPlayersRequest, keyPlayers, keyPlayersEstimate } from '#queries/key-players';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

let state: CaseState;
let request: KeyPlayersRequest;
const desk = new AnalysisDesk(analysisHere, 1);
beforeAll(async () => {
  state = await sampleState();
  request = {
    scope: { kind: 'case' },
    direction: 'ignore',
    weights: 'none',
    revision: 7,
    criterion: 'fragmentation',
    parameters: { size: 2 },
  };
}, 60_000);

const someone = (): Id => [...state.allOf('entity')].find((e) => e.type === 'person')!.id;

test('the answer names entities, and keeps all it was derived from', async () => {
  const answer = await keyPlayers(desk, state, { ...request, forced: [someone()] });
  if (!answer.ok) throw new Error(answer.code);
  const { figure } = answer;
  expect(figure.members).toHaveLength(2);
  expect(figure.members.map((m) => m.id)).toContain(someone());
  for (const { id } of figure.members) expect(state.entity(id)).toBeDefined();
  expect(figure).toMatchObject({ revision: 7, scope: 'case', proven: true, forced: [someone()] });
  expect(figure.parameters).toEqual({ size: 2, method: 'auto', runs: 5, seed: 1 });
  expect(figure.value).toBeGreaterThan(figure.before);
});

test('a set whose members are all given is rated as it is, whatever would be better', async () => {
  const best = await keyPlayers(desk, state, request);
  if (!best.ok) throw new Error(best.code);
  const given = best.figure.runnersUp[0]!;
  const rated = await keyPlayers(desk, state, { ...request, forced: given.members });
  if (!rated.ok) throw new Error(rated.code);
  expect(new Set(rated.figure.members.map((m) => m.id))).toEqual(new Set(given.members));
  expect(rated.figure.value).toBeCloseTo(given.value, 9);
  expect(rated.figure.value).toBeLessThan(best.figure.value);
});

test('an entity outside the scope is refused by its id, not dropped', async () => {
  const event = [...state.allOf('entity')].find((e) => e.type === 'event')!.id;
  expect(await keyPlayers(desk, state, { ...request, excluded: [event] })).toEqual({
    ok: false,
    code: 'not-in-scope',
    detail: event,
  });
  const id = someone();
  expect(await keyPlayers(desk, state, { ...request, forced: [id], excluded: [id] })).toEqual({
    ok: false,
    code: 'forced-and-excluded',
    detail: id,
  });
});

test('a network of one is refused, whatever is asked', async () => {
  const scope = { kind: 'selection', entities: new Set([someone()]) } as const;
  expect(await keyPlayers(desk, state, { ...request, scope })).toEqual({ ok: false, code: 'larger-than-network' });
  const one = { ...request, scope, parameters: { size: 1 } };
  expect(await keyPlayers(desk, state, one)).toEqual({ ok: false, code: 'nothing-left' });
});

test('the time is told before the work, and the work can be given up', async () => {
  const estimate = await keyPlayersEstimate(desk, state, request);
  expect(estimate).toMatchObject({ ok: true, figure: { exact: true } });
  const stop = new AbortController();
  const long = {
    ...request,
    criterion: 'distance-fragmentation',
    parameters: { size: 8, method: 'search', runs: 200 },
  };
  const answer = await keyPlayers(desk, state, long, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(answer).toEqual({ ok: false, code: 'cancelled' });
});
