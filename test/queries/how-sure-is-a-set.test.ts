import { beforeAll, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { AnalysisDesk } from '#queries/analysis';
import { finish } from '#queries/in-breaths';
import { keyPlayers } from '#queries/key-players';
import { readingStrengths, type SureSetRequest, sureSet, sureSetSeconds } from '#queries/sure-sets';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

let state: CaseState;
let request: SureSetRequest;
const desk = new AnalysisDesk(analysisHere, 1);
beforeAll(async () => {
  state = await sampleState();
  const asked = {
    scope: { kind: 'case' },
    direction: 'ignore',
    weights: 'none',
    revision: 7,
    criterion: 'fragmentation',
    parameters: { size: 2 },
  } as const;
  const found = await keyPlayers(desk, state, asked);
  if (!found.ok) throw new Error(found.code);
  request = { ...asked, members: found.figure.members.map((m) => m.id) };
}, 60_000);

async function got(asked: SureSetRequest) {
  const answer = await sureSet(desk, state, asked);
  if (!answer.ok) throw new Error(answer.code);
  return answer.figure;
}

test('the answer names who stands in the best sets, and keeps all it was derived from', async () => {
  const sure = await got(request);
  expect(new Set(sure.members.map((m) => m.id))).toEqual(new Set(request.members));
  const all = [...sure.members, ...sure.others];
  expect(all.reduce((sum, m) => sum + m.share, 0)).toBeCloseTo(2, 9);
  for (const { id } of all) expect(state.entity(id)).toBeDefined();
  expect(sure).toMatchObject({ revision: 7, scope: 'case', percentiles: [5, 95] });
  expect(sure.settings).toMatchObject({ resamples: 200, seed: 1, confirmed: 0.95 });
  expect(sure.low <= sure.median && sure.median <= sure.high).toBe(true);
  // Some links of the sample are not confirmed: the set is not beyond doubt.
  expect(sure.asGood).toBeGreaterThan(0);
  expect(sure.asGood).toBeLessThan(1);
});

test('the same seed gives the same figures however many share the work; where all links stay nothing moves', async () => {
  const two = new AnalysisDesk(analysisHere, 2);
  const shared = await sureSet(two, state, request);
  if (!shared.ok) throw new Error(shared.code);
  const { took: _, ...alone } = await got(request);
  expect(shared.figure).toMatchObject(alone);
  const kept = await got({ ...request, settings: { confirmed: 1, unconfirmed: 1, tentative: 1 } });
  expect(kept).toMatchObject({ asGood: 1, low: kept.high });
});

test('a member outside the scope, an unfit setting and a choice that contradicts itself are refused', async () => {
  const event = [...state.allOf('entity')].find((e) => e.type === 'event')!.id;
  const refused = (more: Partial<SureSetRequest>) => sureSet(desk, state, { ...request, ...more });
  expect(await refused({ members: [event] })).toEqual({ ok: false, code: 'not-in-scope', detail: event });
  expect(await refused({ settings: { resamples: 3 } })).toMatchObject({ ok: false, code: 'unfit-parameter' });
  const id = request.members[0]!;
  expect(await refused({ forced: [id], excluded: [id] })).toMatchObject({ code: 'forced-and-excluded', detail: id });
  const stop = new AbortController();
  stop.abort();
  expect(await sureSet(desk, state, request, { signal: stop.signal })).toMatchObject({ ok: false, code: 'cancelled' });
});

test('how long it would take is told before it is begun', async () => {
  const short = await sureSetSeconds(desk, state, request);
  if (!short.ok) throw new Error(short.code);
  expect(short.figure).toBeGreaterThan(0);
  const long = await sureSetSeconds(desk, state, { ...request, settings: { resamples: 5000 } });
  expect(long.ok && long.figure > short.figure).toBe(true);
});

test('a link that comes to be confirmed is told apart; a source more only where resamples lose sources', () => {
  const told = (of: CaseState, withSources = false) => finish(readingStrengths(of, { kind: 'case' }, withSources));
  const weak = [...state.allOf('link')].find((l) => l.strength === 'unconfirmed')!;
  const later = CaseState.of([
    ...state.allOf('entity'),
    ...[...state.allOf('link')].map((l) => (l.id === weak.id ? { ...l, strength: 'confirmed' as const } : l)),
    ...state.allOf('source'),
  ]);
  expect(told(later)).not.toBe(told(state));
  expect(told(CaseState.of([...state.allOf('entity'), ...state.allOf('link')]))).toBe(told(state));
  expect(told(state, true)).not.toBe(told(state));
});
