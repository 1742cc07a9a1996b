import { beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import { AnalysisDesk, type GraphRequest, type MeasureResult } from '#queries/analysis';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

const desk = new AnalysisDesk(analysisHere, 1);

let state: CaseState;
beforeAll(async () => {
  state = await sampleState();
}, 60_000);

const request: GraphRequest = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none', revision: 1 };

async function measured(id: string, parameters = {}): Promise<MeasureResult> {
  const answer = await desk.measure(state, request, id, parameters);
  if (!answer.ok) throw new Error(answer.code);
  return answer.figure;
}

test('degree counts the lines of the case one by one if asked', async () => {
  const merged = await measured('degree');
  const counted = await measured('degree', { parallel: 'counted' });
  const sum = (figure: MeasureResult) => figure.rows.reduce((a, r) => a + r.value!, 0);
  expect(sum(merged)).toBe(2 * merged.edges);
  expect(counted.parallelMerged).toBeGreaterThan(0);
  expect(sum(counted)).toBe(2 * (merged.edges + counted.parallelMerged));
});

test('participation sorts entities by what the case says of them', async () => {
  const byType = await measured('participation', { by: 'type' });
  const values = byType.rows.flatMap((r) => r.value ?? []);
  expect(values.some((v) => v > 0)).toBe(true);
  expect(values.every((v) => v >= 0 && v < 1)).toBe(true);
});

test('groups are those of an answer, or found over the same graph where there is none', async () => {
  for (const id of ['participation', 'within-group-degree']) {
    const found = await measured(id, { by: 'community' });
    expect(found.rows.some((r) => (r.value ?? 0) > 0)).toBe(true);
    expect(found.groupsBy).toMatchObject({ method: 'leiden', answered: false, parameters: { resolution: 1 } });
  }
  const ids = (await measured('degree')).rows.map((r) => r.id);
  const groups = {
    method: 'louvain',
    parameters: {},
    revision: 1,
    answered: true,
    of: new Map(ids.map((id) => [id, 0])),
    several: 0,
  };
  const given = await desk.measure(state, request, 'participation', { by: 'community' }, { groups });
  if (!given.ok) throw new Error(given.code);
  // All in one group: nobody is spread over several.
  expect(new Set(given.figure.rows.flatMap((r) => r.value ?? []))).toEqual(new Set([0]));
  expect(given.figure.groupsBy).toMatchObject({ method: 'louvain', answered: true });
  expect((await measured('participation', { by: 'type' })).groupsBy).toBeUndefined();
});

test('what must be told beside the values comes with them', async () => {
  const katz = await measured('katz');
  expect(katz.facts!.attenuation! * katz.facts!['largest-eigenvalue']!).toBeCloseTo(0.85, 9);
  expect((await measured('degree')).facts).toBeUndefined();
});

test('a sampled figure is told before it is done, in the words of the case', async () => {
  const told: MeasureResult[] = [];
  const parameters = { error: 0.01 };
  const answer = await desk.measure(state, request, 'betweenness-sampled', parameters, {
    onRefined: (figure) => void told.push(figure),
  });
  if (!answer.ok) throw new Error(answer.code);
  const { rows, facts } = answer.figure;
  expect(told.length).toBeGreaterThan(0);
  expect(told[0]!.rows.map((r) => r.id)).toEqual(rows.map((r) => r.id));
  expect(told[0]!.facts!.error).toBeGreaterThan(facts!.error!);
});

test('what would take long is told before it is asked', async () => {
  expect(await desk.estimate(state, request, 'betweenness')).toMatchObject({ estimatedBy: 'betweenness-sampled' });
  expect((await desk.estimate(state, request, 'betweenness'))!.seconds).toBeGreaterThan(0);
  expect(await desk.estimate(state, request, 'degree')).toEqual({ seconds: 0 });
  expect(await desk.estimate(state, request, 'fame')).toBeUndefined();
});
