import { beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import { AnalysisDesk, type GraphRequest, type MeasureResult, type Progress } from '#queries/analysis';
import { type ByLayerRequest, estimateByLayer, layerMeasures, measureByLayer } from '#queries/by-layer';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

const desk = new AnalysisDesk(analysisHere, 2);

let state: CaseState;
beforeAll(async () => {
  state = await sampleState();
}, 60_000);

const request: GraphRequest = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none', revision: 1 };

async function byLayer(measure: string, more: Partial<ByLayerRequest> = {}) {
  const answer = await measureByLayer(desk, state, { ...request, measure, ...more });
  if (!answer.ok) throw new Error(answer.code);
  return answer.figure;
}

const plain = ({ rows }: Pick<MeasureResult, 'rows'>) => rows.map(({ id, value, reason }) => [id, value ?? reason]);

test('in each kind of link of the case a measure is what it is over those links alone, and undefined for who has none', async () => {
  for (const [measure, parameters] of [
    ['betweenness', { normalised: true }],
    ['degree', { parallel: 'counted' }],
    ['closeness', {}],
    ['participation', { by: 'type' }],
  ] as const) {
    const found = await byLayer(measure, { parameters });
    const whole = await desk.measure(state, request, measure, parameters);
    if (!whole.ok) throw new Error(whole.code);
    expect(plain(found)).toEqual(plain(whole.figure));
    const types = [...new Set([...state.allOf('link')].map((l) => l.type))];
    expect(new Set(found.layers.map((l) => l.linkType))).toEqual(new Set(types.filter((t) => typed(t).size > 0)));
    for (const layer of found.layers.slice(0, 4)) {
      const links = typed(layer.linkType);
      const alone = await desk.measure(state, { ...request, scope: { kind: 'filtered', links } }, measure, parameters);
      if (!alone.ok) throw new Error(alone.code);
      const linked = new Set([...links].flatMap((id) => [state.link(id)!.from, state.link(id)!.to]));
      expect(plain(layer)).toEqual(
        plain(alone.figure).map(([id, value]) => [id, linked.has(id as string) ? value : 'not-in-layer']),
      );
    }
  }
});

/** Links of a type between entities of the graph: events are in none. */
function typed(type: string): Set<string> {
  const taken = (id: string) => state.entity(id)?.type !== 'event';
  const found = [...state.allOf('link')].filter((l) => l.type === type && taken(l.from) && taken(l.to));
  return new Set(found.map((l) => l.id));
}

test('the degrees of all kinds of links add up to the overlapping degree', async () => {
  const { rows, layers } = await byLayer('degree');
  const overlapping = await desk.measure(state, request, 'overlapping-degree');
  if (!overlapping.ok) throw new Error(overlapping.code);
  const sums = rows.map((_, i) => layers.reduce((sum, l) => sum + (l.rows[i]!.value ?? 0), 0));
  expect(sums).toEqual(overlapping.figure.rows.map((r) => r.value));
});

test('what comes with the values comes with those of each kind, and groups are those of all links', async () => {
  const katz = await byLayer('katz');
  expect(katz.facts?.attenuation).toBeGreaterThan(0);
  for (const layer of katz.layers)
    expect(layer.facts!.attenuation! * layer.facts!['largest-eigenvalue']!).toBeCloseTo(0.85, 6);
  const sorted = await byLayer('participation', { parameters: { by: 'community' } });
  expect(sorted.groupsBy).toMatchObject({ method: 'leiden', answered: false });
});

test('one kind of link, and none, are as good a question', async () => {
  const links = typed('called');
  const one = await byLayer('betweenness', { scope: { kind: 'filtered', links } });
  expect(one.layers.map((l) => l.linkType)).toEqual(['called']);
  const together = new Map(one.rows.map((r) => [r.id, r.value]));
  for (const r of one.layers[0]!.rows) if (r.value !== undefined) expect(r.value).toBe(together.get(r.id));
  const none = await byLayer('betweenness', { scope: { kind: 'selection', entities: new Set() } });
  expect([none.rows, none.layers]).toEqual([[], []]);
});

test('what cannot be asked is refused', async () => {
  const code = async (measure: string, more: Partial<ByLayerRequest> = {}) => {
    const answer = await measureByLayer(desk, state, { ...request, measure, ...more });
    return answer.ok ? 'ok' : answer.code;
  };
  expect(await code('fame')).toBe('unknown-method');
  expect(await code('degree', { parameters: { parallel: 'some' } })).toBe('unfit-parameter');
  const groups = { method: 'cliques', parameters: {}, revision: 1, answered: true, of: new Map(), several: 3 };
  expect(await code('participation', { parameters: { by: 'community' }, groups })).toBe('groups-overlap');
});

test('is cancelled while it runs, and tells how far it has come until then', async () => {
  const stop = new AbortController();
  const told: Progress[] = [];
  const answer = await measureByLayer(
    desk,
    state,
    { ...request, measure: 'betweenness-sampled', parameters: { error: 0.002 } },
    {
      signal: stop.signal,
      onProgress: (p) => {
        told.push(p);
        if (told.length > 2) stop.abort();
      },
    },
  );
  expect(answer).toMatchObject({ ok: false, code: 'cancelled' });
  expect(told.length).toBeGreaterThan(2);
  expect(told.every((p) => p.done <= p.of)).toBe(true);
});

test('what all kinds together would take is told before it is asked', async () => {
  const seconds = async (measure: string) => {
    const cost = await estimateByLayer(desk, state, { ...request, measure });
    if (!cost.ok) throw new Error(cost.code);
    return cost.figure;
  };
  expect(await seconds('degree')).toEqual({ seconds: 0 });
  const alone = await desk.estimate(state, request, 'betweenness');
  const each = await seconds('betweenness');
  expect(each.estimatedBy).toBe('betweenness-sampled');
  expect(each.seconds).toBeGreaterThanOrEqual(alone!.seconds);
});

test('only measures that say something of one kind of link are offered', () => {
  const ids = layerMeasures.map((m) => m.id);
  expect(ids).toContain('betweenness');
  for (const id of ['components', 'layers-present', 'overlapping-degree', 'layer-participation'])
    expect(ids).not.toContain(id);
});
