import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import { stateDigest } from '#domain/change/log';
import { isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { AnalysisDesk, type GraphRequest } from '#queries/analysis';
import { bestSets, removalCurves, whatIf } from '#queries/what-if';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

function desk(workers = 2): AnalysisDesk {
  return new AnalysisDesk(analysisHere, workers);
}

let state: CaseState;
let request: GraphRequest;
let coordinator: Id;
beforeAll(async () => {
  state = await sampleState();
  const entities = new Set<Id>();
  for (const e of state.allOf('entity')) {
    if ((e.type === 'person' || e.type === 'organisation') && !isProtected(e)) entities.add(e.id);
    if (e.label === 'Sok Vannara') coordinator = e.id;
  }
  request = { scope: { kind: 'selection', entities }, direction: 'ignore', weights: 'none', revision: 7 };
}, 60_000);

function got<R>(answer: { readonly ok: true; readonly figure: R } | { readonly ok: false; readonly code: string }): R {
  if (!answer.ok) throw new Error(answer.code);
  return answer.figure;
}

describe('without the coordinator', () => {
  test('the answer speaks in ids, tells of those who remain only, and leaves the case as it is', async () => {
    const before = stateDigest(state);
    const answer = got(await whatIf(desk(), state, { ...request, entities: [coordinator] }));
    expect(answer.removed).toMatchObject([{ id: coordinator }]);
    expect(answer.after.entities).toBe(answer.before.entities - 1);
    const remaining = answer.brokers.map((b) => b.id);
    expect(new Set(remaining)).toEqual(new Set([...request.scope.entities!].filter((id) => id !== coordinator)));
    expect(answer.pieces.flat().sort()).toEqual([...remaining].sort());
    expect(answer.takeOver[0]!.after).toBeGreaterThan(answer.takeOver[0]!.before);
    for (const p of [...answer.cutPairs, ...answer.longerPairs]) expect([p.from, p.to]).not.toContain(coordinator);
    expect(answer.linesByType.reduce((sum, l) => sum + l.lines, 0)).toBe(answer.lines);
    expect(stateDigest(state)).toBe(before);
  });

  test('a link may go alone, and no more than it', async () => {
    const link = [...state.linksOf(coordinator)].find((id) => {
      const { from, to } = state.link(id)!;
      return request.scope.entities!.has(from) && request.scope.entities!.has(to);
    })!;
    const answer = got(await whatIf(desk(), state, { ...request, entities: [], links: [link] }));
    expect(answer).toMatchObject({ lines: 1, removed: [] });
    expect(answer.after.entities).toBe(answer.before.entities);
  });
});

describe('a question that cannot be answered says why', () => {
  test.each([
    ['nothing-removed', () => ({ entities: [] })],
    ['not-in-scope', () => ({ entities: ['nobody'] })],
    ['not-in-scope', () => ({ entities: [], links: ['no-link'] })],
    [
      'not-in-scope',
      () => ({ entities: [coordinator], scope: { kind: 'selection' as const, entities: new Set<Id>() } }),
    ],
  ])('%s', async (code, part) => {
    expect(await whatIf(desk(), state, { ...request, ...part() })).toEqual({
      ok: false,
      code,
    });
  });

  test('a scope of one leaves nobody: figures undefined, none of them zero', async () => {
    const scope = { kind: 'selection' as const, entities: new Set([coordinator]) };
    const answer = got(await whatIf(desk(), state, { ...request, scope, entities: [coordinator] }));
    expect(answer.after).toMatchObject({ entities: 0, components: 0, fragmentation: Number.NaN });
    expect(answer).toMatchObject({ brokers: [], takeOver: [], pieces: [] });
  });

  test('curves of nobody are missing with the reason; settings out of range are refused', async () => {
    const scope = { kind: 'selection' as const, entities: new Set<Id>() };
    const none = got(await removalCurves(desk(), state, { ...request, scope, orders: ['degree'] }));
    expect(none).toMatchObject({ curves: [], missing: [{ order: 'degree', reason: 'no-entities' }] });
    for (const part of [{ runs: 1 }, { runs: 10.5 }, { seed: 0 }])
      expect(await removalCurves(desk(), state, { ...request, ...part })).toEqual({
        ok: false,
        code: 'unfit-parameter',
      });
  });

  test('a cancel ends it', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await whatIf(desk(), state, { ...request, entities: [coordinator] }, { signal: stop.signal })).toEqual({
      ok: false,
      code: 'cancelled',
    });
  });
});

test('curves are the same from one worker and from two, the random one lies above the aimed ones', async () => {
  const [one, two] = await Promise.all([1, 2].map(async (w) => got(await removalCurves(desk(w), state, request))));
  expect({ ...two, took: 0 }).toEqual({ ...one, took: 0 });
  const area = new Map(one!.curves.map((c) => [c.order, c.area]));
  for (const order of ['degree', 'betweenness', 'key-players'] as const)
    expect(area.get(order)).toBeLessThan(area.get('random')!);
});

describe('arrest beside watch', () => {
  test('who is excluded is proposed for neither', async () => {
    const all = got(await bestSets(desk(), state, { ...request, size: 2 }));
    if ('refused' in all.arrests || 'refused' in all.watch) throw new Error('refused');
    expect(all.arrests.proven).toBe(true);
    const excluded = [...all.arrests.members, ...all.watch.members];
    const others = got(await bestSets(desk(), state, { ...request, size: 2, excluded }));
    if ('refused' in others.arrests || 'refused' in others.watch) throw new Error('refused');
    for (const id of excluded) expect([...others.arrests.members, ...others.watch.members]).not.toContain(id);
    expect(others.arrests.value).toBeLessThanOrEqual(all.arrests.value);
    expect(others.watch.value).toBeLessThanOrEqual(all.watch.value);
  });

  test('more than there are is refused with the reason', async () => {
    const answer = got(await bestSets(desk(), state, { ...request, size: 50 }));
    expect(answer.arrests).toHaveProperty('refused');
    expect(answer.watch).toHaveProperty('refused');
  });
});
