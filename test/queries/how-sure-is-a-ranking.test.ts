import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnalysisContract } from '#analysis/worker-contract';
import { analysisHandlers } from '#analysis/worker-tasks';
import type { CaseState } from '#domain/change/case-state';
import { type Entity, isProtected } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { AnalysisDesk } from '#queries/analysis';
import { figureContent } from '#queries/figures';
import { howSure, type IntervalRequest, readingEvidence, weakestLink } from '#queries/how-sure';
import { finish } from '#queries/in-breaths';
import { type Port, webPort } from '#threads/port';
import { serve } from '#threads/serve';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));
const key = JSON.parse(readFileSync(join(top, 'test/data/sample_case_blue_kestrel/expected.json'), 'utf8'));

function desk(workers = 2): AnalysisDesk {
  return new AnalysisDesk(analysisHere, workers);
}

let state: CaseState;
let request: IntervalRequest;
beforeAll(async () => {
  state = await sampleState();
  // Persons and organisations without protected witnesses and cleared persons: the graph of the answer key.
  const entities = new Set<Id>();
  for (const e of state.allOf('entity'))
    if ((e.type === 'person' || e.type === 'organisation') && !isProtected(e) && !cleared(e.label)) entities.add(e.id);
  request = {
    scope: { kind: 'selection', entities },
    direction: 'ignore',
    weights: 'none',
    revision: 7,
    measure: 'betweenness',
  };
}, 60_000);
const cleared = (label: string) => /clerk|Ros Vibol/.test(label);
const nameOf = (id: Id) => state.entity(id)!.label;

function got<R>(answer: { readonly ok: true; readonly figure: R } | { readonly ok: false; readonly code: string }): R {
  if (!answer.ok) throw new Error(answer.code);
  return answer.figure;
}

describe('the quiet broker of Blue Kestrel', () => {
  test('leads when confirmed links alone count, and then only; the answer says so and agrees with the key', async () => {
    const answer = got(await weakestLink(desk(), state, request));
    const [all, confirmed] = answer.cuts;
    expect([all!.id, confirmed!.id]).toEqual(['all', 'confirmed']);
    expect(all!.leaders.map(nameOf)).toEqual(['Sok Vannara']);
    expect(confirmed).toMatchObject({ linked: key.confirmed_graph.nodes, edges: key.confirmed_graph.edges });
    expect(confirmed!.leaders.map(nameOf)).toEqual([key.confirmed_graph.P02.name]);
    expect(answer.leadsOnlyIn.map((l) => [nameOf(l.id), l.cuts])).toContainEqual(['Duong Thi Hanh', ['confirmed']]);
    const broker = answer.rows.find((r) => nameOf(r.id) === 'Duong Thi Hanh')!;
    expect(broker.cells[0]).toMatchObject({ rank: 2 });
    expect(broker.cells[1]).toMatchObject({ rank: 1 });
    expect(broker.cells[1]!.value).toBeCloseTo(key.confirmed_graph.P02.betweenness, 6);
    expect(confirmed!.kendall).toBeGreaterThan(0);
    expect(confirmed!.kendall).toBeLessThan(1);
    const [enters, leaves] = [confirmed!.enters.map(nameOf), confirmed!.leaves.map(nameOf)];
    expect(enters.length).toBe(leaves.length);
    expect(enters).toContain('Sandpiper Marine Supplies Ltd');
    expect(answer.ungraded).toBe(false);
  });

  test('has a rank interval that reaches the first place, and without the notebook she leads', async () => {
    const answer = got(await howSure(desk(), state, request));
    const of = (name: string) => answer.rows.find((r) => nameOf(r.id) === name)!;
    const [first, broker] = [of('Sok Vannara'), of('Duong Thi Hanh')];
    expect(first.rank).toBe(1);
    expect([broker.low, broker.high]).toEqual([1, expect.toSatisfy((h: number) => h >= 2)]);
    expect(first.lead + broker.lead).toBeLessThanOrEqual(1 + 1e-12);
    expect(broker.lead).toBeGreaterThan(0.05);
    const reference = (id: Id) => state.find('source', id)!.reference;
    expect(broker.source!.rank).not.toBe(broker.rank);
    const notebook = answer.sources.find((s) => reference(s.source) === 'hawala_notebook.csv')!;
    expect(notebook.leaders.map(nameOf)).toEqual(['Duong Thi Hanh']);
    const changes = answer.sources.map((s) => s.change ?? -1);
    expect(changes).toEqual([...changes].sort((a, b) => b - a));
    expect(answer.settings).toEqual({
      resamples: 200,
      seed: 1,
      confirmed: 0.95,
      unconfirmed: 0.7,
      tentative: 0.4,
      'source-loss': 0,
      missing: 0,
      model: 'triadic',
    });
    expect(answer).toMatchObject({ revision: 7, scope: 'selection', percentiles: [5, 95] });
    const codes = answer.warnings.map((w) => w.code);
    expect(codes).toEqual(expect.arrayContaining(['single-source', 'undated', 'scope-edge']));
    expect(answer.warnings).toContainEqual(
      expect.objectContaining({ code: 'target-bias', entity: of('Yusra Benning').id }),
    );
  });

  test('gets the same figures from one worker, from two, and from three', async () => {
    const answers = await Promise.all([1, 2, 3].map((workers) => howSure(desk(workers), state, request)));
    const figures = answers.map((a) => ({ ...got(a), took: 0 }));
    expect(figures[1]).toEqual(figures[0]);
    expect(figures[2]).toEqual(figures[0]);
  });

  test('hands the places of all resamples over from thread to thread; none of them is copied', async () => {
    const handed: Record<string, number> = {};
    const note = (way: string, transfer: readonly Transferable[] = []) => {
      for (const buffer of transfer) handed[way] = (handed[way] ?? 0) + (buffer as ArrayBuffer).byteLength;
    };
    const watched = new AnalysisDesk(() => {
      const { port1, port2 } = new MessageChannel();
      const noting = (way: string, port: Port): Port => ({
        ...port,
        post: (message, transfer) => {
          note(way, transfer);
          port.post(message, transfer);
        },
      });
      serve<AnalysisContract>(noting('to the page', webPort(port2 as never)), analysisHandlers);
      return { port: noting('to the worker', webPort(port1 as never)), end: () => port1.close(), onDeath: () => {} };
    });
    const { rows } = got(await howSure(watched, state, request));
    watched.end();
    // A first and a last place of four bytes and a mark of one, 200 times for each.
    expect(handed).toEqual({ 'to the page': 200 * 9 * rows.length, 'to the worker': 200 * 9 * rows.length });
  });
});

describe('a question that cannot be answered says why', () => {
  const scope = (...entities: Id[]) => ({ kind: 'selection' as const, entities: new Set(entities) });

  test.each([
    ['unknown-method', { measure: 'importance' }],
    ['not-a-ranking', { measure: 'components' }],
    ['unfit-parameter', { parameters: { length: 'long' } }],
    ['unfit-parameter', { settings: { resamples: 10 } }],
    ['unfit-parameter', { settings: { confirmed: 1.2 } }],
    ['unfit-parameter', { settings: { seed: Number.NaN } }],
  ])('%s', async (code, part) => {
    expect(await howSure(desk(), state, { ...request, ...part })).toEqual({ ok: false, code });
  });

  test('a scope of nobody and of one', async () => {
    const nobody = got(await howSure(desk(), state, { ...request, scope: scope() }));
    expect(nobody).toMatchObject({ rows: [], leaders: [], sources: [], warnings: [] });
    const [one] = request.scope.entities!;
    const alone = got(await howSure(desk(), state, { ...request, scope: scope(one!) }));
    expect(alone.rows).toMatchObject([{ id: one, value: 0, rank: 1, rankTo: 1, low: 1, high: 1, top3: 1 }]);
    const cut = got(await weakestLink(desk(), state, { ...request, scope: scope(one!) }));
    expect(cut.cuts[1]).toMatchObject({ id: 'confirmed', lines: 0, reason: 'fewer-than-two' });
  });

  test('an undefined value keeps its reason and stands last', async () => {
    const answer = got(await howSure(desk(), state, { ...request, measure: 'constraint' }));
    const last = answer.rows.at(-1)!;
    expect(last).toMatchObject({ reason: 'no-links', without: 1, top3: 0, lead: 0 });
    expect(last.value).toBeUndefined();
    expect(last.rank).toBeUndefined();
  });

  test('amounts in one currency weigh; links without one are counted as left out', async () => {
    const answer = got(
      await howSure(desk(), state, { ...request, measure: 'strength', weights: 'amount', currency: 'USD' }),
    );
    expect(answer.unweighedLeftOut).toBeGreaterThan(0);
    const none = got(
      await weakestLink(desk(), state, { ...request, measure: 'strength', weights: 'amount', currency: 'ZZZ' }),
    );
    expect(none.cuts[1]).toMatchObject({ lines: 0, reason: 'all-equal', leaders: [] });
  });

  test('a cancel ends it', async () => {
    const stop = new AbortController();
    const asked = howSure(desk(), state, { ...request, settings: { resamples: 5000 } }, { signal: stop.signal });
    setTimeout(() => stop.abort(), 30);
    expect(await asked).toEqual({ ok: false, code: 'cancelled' });
  });
});

describe('a ranking by groups', () => {
  test('is looked at with the groups: brokerage between kinds of entities has values, cut or resampled', async () => {
    const brokerage = { ...request, measure: 'brokerage-total', parameters: { by: 'type' } };
    const cut = got(await weakestLink(desk(), state, brokerage));
    const first = cut.rows[0]!;
    for (const cell of first.cells) expect(cell.reason, 'no reason to have no value').toBeUndefined();
    const sure = got(await howSure(desk(), state, brokerage));
    expect(sure.rows[0]!.value).toBeGreaterThan(0);
    expect(sure.rows[0]!.without).toBe(0);
    expect(sure.rows.at(-1)!.high).toBeGreaterThan(sure.rows[0]!.high);
  });
});

test('what says how sure a ranking is changes with the strength of a link, and not with a name', () => {
  const all = { kind: 'case' } as const;
  const before = finish(readingEvidence(state, all));
  const [link] = state.allOf('link');
  const step = (was: Link | Entity, is: Link | Entity) =>
    ({ id: was.id, before: was, after: is }) as Parameters<CaseState['apply']>[0][number];
  const weaker: Link = { ...link!, strength: link!.strength === 'tentative' ? 'confirmed' : 'tentative' };
  const plain = { ...request, scope: all };
  const content = figureContent(state, plain);
  state.apply([step(link!, weaker)]);
  expect(figureContent(state, plain)).toBe(content);
  expect(finish(readingEvidence(state, all))).not.toBe(before);
  state.apply([step(weaker, link!)]);
  expect(finish(readingEvidence(state, all))).toBe(before);
  const [someone] = state.allOf('entity');
  const renamed: Entity = { ...someone!, label: 'Somebody else' };
  state.apply([step(someone!, renamed)]);
  expect(finish(readingEvidence(state, all))).toBe(before);
  state.apply([step(renamed, someone!)]);
});

test('asked of a state that has changed since, how sure a ranking is, is not worked out of the other', async () => {
  const asked = { ...request, version: state.version - 1 };
  expect(await weakestLink(desk(1), state, asked)).toEqual({ ok: false, code: 'changed' });
  expect(await howSure(desk(1), state, asked)).toEqual({ ok: false, code: 'changed' });
});
