import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { CaseRecord, Id } from '#domain/record';
import {
  AnalysisDesk,
  communityCatalogue,
  type Figure,
  type GraphRequest,
  measureCatalogue,
  type Progress,
} from '#queries/analysis';
import { howSure, weakestLink } from '#queries/how-sure';
import { keyPlayerCatalogue, keyPlayers } from '#queries/key-players';
import { findPaths, type PathsAsked, pathCatalogue } from '#queries/paths';
import { bestSets, removalCurves, whatIf } from '#queries/what-if';
import { networkFigureCatalogue, networkFigures, networkOverTime } from '#queries/whole-network';
import { analysisThreads, type Threads } from '../support/analysis-threads.ts';

const person = (id: Id): CaseRecord => ({ id, kind: 'entity', type: 'person', label: id });
const link = (id: Id, from: Id, to: Id, more: object = {}): CaseRecord =>
  ({ id, kind: 'link', type: 'called', from, to, direction: 'forward', strength: 'confirmed', ...more }) as CaseRecord;

/** As many persons, each linked with others in steps of a fixed pattern. */
function crowd(persons: number, steps: readonly number[]): CaseState {
  const records: CaseRecord[] = [];
  for (let i = 0; i < persons; i++) {
    records.push(person(`n${i}`));
    for (const step of steps) records.push(link(`l${i}-${step}`, `n${i}`, `n${(i * 3 + step) % persons}`));
  }
  return CaseState.of(records);
}

let threads: Threads;
beforeAll(async () => {
  threads = await analysisThreads();
}, 60_000);
afterAll(() => threads.close());

const plain: GraphRequest = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none', revision: 1 };
const someone = (...ids: Id[]): GraphRequest => ({ ...plain, scope: { kind: 'selection', entities: new Set(ids) } });

function got<R>(answer: Figure<R>): R {
  if (!answer.ok) throw new Error(answer.code);
  return answer.figure;
}

/** An answer without what the clock says. */
const timeless = <R>(answer: Figure<R>) => (answer.ok ? { ...answer.figure, took: 0 } : answer);

/** No number of an answer is NaN where a measure gives figures: what is undefined has a reason instead. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('a scope of nobody and of one', () => {
  const state = crowd(3, [1]);
  const desk = () => new AnalysisDesk(threads.open, 1);

  test.each([0, 1])('of %i: every measure and every way of finding groups answers', async (n) => {
    const asked = desk();
    const request = n === 0 ? someone() : someone('n0');
    for (const { id } of measureCatalogue) {
      const { rows } = got(await asked.measure(state, request, id));
      expect(
        rows.map((r) => r.id),
        id,
      ).toEqual(n === 0 ? [] : ['n0']);
      for (const row of rows)
        expect(row.value === undefined ? row.reason : Number.isFinite(row.value), id).toBeTruthy();
    }
    for (const { id } of communityCatalogue) {
      const answer = got(await asked.communities(state, request, id));
      expect(JSON.stringify(answer), id).not.toContain('n1');
    }
    asked.end();
  });

  test.each([0, 1])(
    'of %i: sets, paths, what if, how sure and the figures of the whole answer or say why not',
    async (n) => {
      const asked = desk();
      const request = n === 0 ? someone() : someone('n0');
      for (const { id: criterion } of keyPlayerCatalogue) {
        const answer = await keyPlayers(asked, state, { ...request, criterion, parameters: { size: 1 } });
        if (answer.ok) expect(answer.figure.members.map((m) => m.id)).toEqual(['n0']);
        else expect(['larger-than-network', 'nothing-left']).toContain(answer.code);
      }
      const figures = networkFigureCatalogue.map(({ id }) => ({ figure: id, parameters: {} }));
      for (const f of got(await networkFigures(asked, state, { ...request, figures })).figures)
        expect(f.value === null ? f.reason : Number.isFinite(f.value), f.figure).toBeTruthy();
      expect(got(await howSure(asked, state, { ...request, measure: 'degree' })).rows).toHaveLength(n);
      expect(got(await weakestLink(asked, state, { ...request, measure: 'degree' })).rows).toHaveLength(n);
      expect(await removalCurves(asked, state, { ...request, orders: ['degree', 'random'] })).toMatchObject({
        ok: true,
      });
      expect(numbersIn(await bestSets(asked, state, { ...request, size: 1 })).some(Number.isNaN)).toBe(false);
      const gone = await whatIf(asked, state, { ...request, entities: ['n0'] });
      expect(gone).toMatchObject(n === 0 ? { ok: false, code: 'not-in-scope' } : { ok: true });
      asked.end();
    },
  );
});

describe('who is not in the scope is refused, never passed over', () => {
  const state = crowd(4, [1]);
  const request = someone('n0', 'n1');
  const outsider = 'n2';

  test('as an end of a path, whatever is asked', async () => {
    const desk = new AnalysisDesk(threads.open, 1);
    const asked: PathsAsked = {
      question: 'shortest',
      parameters: {},
      from: ['n0'],
      to: [outsider],
      arrows: false,
      weights: 'none',
      linkTypes: [],
      strength: 'tentative',
      undated: true,
    };
    for (const { id: question } of pathCatalogue) {
      const outcome = await findPaths(desk, state, {
        scope: request.scope,
        revision: 1,
        content: 'two of four',
        asked: { ...asked, question },
      });
      expect(outcome, question).toEqual({ ok: false, code: 'not-in-scope', about: [outsider] });
    }
    desk.end();
  });

  test('as forced, as excluded, as removed', async () => {
    const desk = new AnalysisDesk(threads.open, 1);
    const players = { ...request, criterion: 'reach', parameters: { size: 1 } };
    const refused = { ok: false, code: 'not-in-scope', detail: outsider };
    expect(await keyPlayers(desk, state, { ...players, forced: [outsider] })).toEqual(refused);
    expect(await keyPlayers(desk, state, { ...players, excluded: [outsider] })).toEqual(refused);
    expect(await whatIf(desk, state, { ...request, entities: [outsider] })).toEqual({
      ok: false,
      code: 'not-in-scope',
    });
    desk.end();
  });
});

describe('settings that are missing, or that contradict each other', () => {
  const state = crowd(40, [1, 7]);

  test('without a seed the answer is that of the seed it states, time after time', async () => {
    const desk = new AnalysisDesk(threads.open, 2);
    const none = got(await desk.communities(state, plain, 'louvain'));
    expect(none.parameters).toMatchObject({ seed: 1 });
    expect({ ...none, took: 0 }).toEqual(timeless(await desk.communities(state, plain, 'louvain', { seed: 1 })));
    const sampled = got(await desk.measure(state, plain, 'betweenness-sampled'));
    expect(sampled.parameters).toMatchObject({ seed: 1 });
    expect(timeless(await desk.measure(state, plain, 'betweenness-sampled'))).toEqual({ ...sampled, took: 0 });
    const sure = got(await howSure(desk, state, { ...plain, measure: 'degree' }));
    expect(sure.settings).toMatchObject({ seed: 1 });
    const set = got(await keyPlayers(desk, state, { ...plain, criterion: 'reach' }));
    expect(set.parameters).toMatchObject({ seed: 1 });
    desk.end();
  });

  test('an empty list of forced is none at all', async () => {
    const desk = new AnalysisDesk(threads.open, 1);
    const asked = { ...plain, criterion: 'fragmentation', parameters: { size: 2 } };
    const none = await keyPlayers(desk, state, asked);
    expect(timeless(await keyPlayers(desk, state, { ...asked, forced: [], excluded: [] }))).toEqual(timeless(none));
    desk.end();
  });

  test.each([
    ['forced and excluded at once', { forced: ['n1'], excluded: ['n1'] }, 'forced-and-excluded'],
    ['more forced than members', { forced: ['n1', 'n2', 'n3'] }, 'too-many-forced'],
    ['more members than the network has', { parameters: { size: 41 } }, 'larger-than-network'],
    ['all but one excluded', { excluded: Array.from({ length: 39 }, (_, i) => `n${i}`) }, 'too-few-candidates'],
  ])('%s', async (_, part, code) => {
    const desk = new AnalysisDesk(threads.open, 1);
    const asked = { ...plain, criterion: 'reach', parameters: { size: 2 }, ...part };
    expect(await keyPlayers(desk, state, asked)).toMatchObject({ ok: false, code });
    desk.end();
  });

  test('lengths taken from weights that were not asked for are one step each', async () => {
    const desk = new AnalysisDesk(threads.open, 1);
    const weighed = got(await desk.measure(state, plain, 'betweenness', { length: 'inverse' }));
    expect(weighed.weights).toBe('none');
    expect(weighed.rows).toEqual(got(await desk.measure(state, plain, 'betweenness')).rows);
    desk.end();
  });

  test('a kind of entity linked through itself links nobody', async () => {
    const desk = new AnalysisDesk(threads.open, 1);
    const twoMode = { of: 'person', through: 'person', as: 'shared' } as const;
    const answer = got(await desk.measure(state, { ...plain, twoMode }, 'degree'));
    expect(answer).toMatchObject({ nodes: 40, edges: 0 });
    desk.end();
  });
});

test('missing dates: a slice of time says how many links no time is known of, and holds none of them', async () => {
  const day = (on: string) => ({ span: { earliest: on, latest: on } });
  const state = CaseState.of([
    ...['n0', 'n1', 'n2'].map(person),
    link('dated', 'n0', 'n1', day('2026-03-01')),
    link('later', 'n1', 'n2', day('2026-03-02')),
    link('undated', 'n0', 'n2'),
    link('words', 'n0', 'n2', { span: { asStated: 'some time in spring' } }),
  ]);
  const desk = new AnalysisDesk(threads.open, 1);
  const figures = [{ figure: 'density', parameters: {} }];
  const over = got(await networkOverTime(desk, state, { ...plain, figures, unit: 'day', nodes: 'all' }));
  expect(over.undated).toBe(2);
  expect(over.slices.map((s) => s.lines)).toEqual([1, 1]);
  desk.end();
});

describe('many at once, and threads that end', () => {
  const state = crowd(600, [1, 7, 101]);

  test('ten jobs at once are each answered as if asked alone', async () => {
    const questions: readonly ((desk: AnalysisDesk) => Promise<Figure<object>>)[] = [
      (d) => d.measure(state, plain, 'betweenness'),
      (d) => d.measure(state, { ...plain, direction: 'out' }, 'closeness'),
      (d) => d.measure(state, plain, 'harmonic', { normalised: true }),
      (d) => d.measure(state, someone('n0', 'n1', 'n4'), 'degree'),
      (d) => d.measure(state, { ...plain, direction: 'in' }, 'pagerank'),
      (d) => d.communities(state, plain, 'leiden', { runs: 50 }),
      (d) => d.communities(state, plain, 'label-propagation'),
      (d) => keyPlayers(d, state, { ...plain, criterion: 'reach', parameters: { size: 2 } }),
      (d) => whatIf(d, state, { ...plain, entities: ['n3'] }),
      (d) => d.measure(state, plain, 'betweenness', { length: 'no such' }),
    ];
    const opened = threads.workers.length;
    const desk = new AnalysisDesk(threads.open, 2);
    const together = await Promise.all(questions.map((ask) => ask(desk)));
    expect(threads.workers.length).toBe(opened + 2);
    desk.end();
    const alone = new AnalysisDesk(threads.open, 1);
    const apart: Figure<object>[] = [];
    for (const ask of questions) apart.push(await ask(alone));
    alone.end();
    expect(together.map((a) => a.ok)).toEqual([...Array.from({ length: 9 }, () => true), false]);
    for (const [i, answer] of together.entries()) {
      const [one, other] = [numbersIn(timeless(answer)), numbersIn(timeless(apart[i]!))];
      expect(one.length).toBe(other.length);
      // To the last digit: on how many threads a figure was summed decides no equals.
      expect(one).toEqual(other);
    }
  });

  test('a thread killed mid-run: its question fails by name at once, with all its shares, and who waits is answered', async () => {
    // Half a minute's work: a share that nobody gave up would hold the answer back.
    const large = crowd(15_000, [1, 7, 101, 1009]);
    const first = threads.workers.length;
    const desk = new AnalysisDesk(threads.open, 2);
    let working: () => void = () => {};
    const begun = new Promise<void>((seen) => {
      working = seen;
    });
    // Reading the case is reported too, and is no work of the thread.
    const onProgress = ({ stage }: Progress) => stage !== 'reading' && working();
    const answer = desk.measure(large, plain, 'betweenness', {}, { onProgress });
    await begun;
    const waiting = desk.measure(state, plain, 'degree');
    await threads.workers[first]!.terminate();
    const died = performance.now();
    expect(await answer).toEqual({ ok: false, code: 'worker-died' });
    expect(performance.now() - died).toBeLessThan(4_000);
    expect(got(await waiting).rows).toHaveLength(600);
    expect(got(await desk.measure(state, plain, 'betweenness')).rows).toHaveLength(600);
    expect(threads.workers.length).toBe(first + 3);
    desk.end();
  });

  test('every thread killed: the desk starts others', async () => {
    const desk = new AnalysisDesk(threads.open, 2);
    got(await desk.measure(state, plain, 'betweenness'));
    for (const worker of threads.workers) await worker.terminate();
    expect(got(await desk.measure(state, plain, 'betweenness')).rows).toHaveLength(600);
    desk.end();
  });
});

describe('a cancel while the graph is packed', () => {
  /** A case that is given up on while its links are read. */
  function givenUp(stop: AbortController): CaseState {
    const state = crowd(50, [1, 7]);
    const read = state.allOf.bind(state);
    state.allOf = ((kind: 'link') => {
      if (kind === 'link') stop.abort();
      return read(kind);
    }) as typeof state.allOf;
    return state;
  }

  test.each<[string, (desk: AnalysisDesk, state: CaseState, signal: AbortSignal) => Promise<Figure<object>>]>([
    ['a measure', (desk, state, signal) => desk.measure(state, plain, 'betweenness', {}, { signal })],
    ['groups', (desk, state, signal) => desk.communities(state, plain, 'louvain', {}, { signal })],
    [
      'key players',
      (desk, state, signal) =>
        keyPlayers(desk, state, { ...plain, criterion: 'reach', parameters: { size: 2 } }, { signal }),
    ],
    ['what if', (desk, state, signal) => whatIf(desk, state, { ...plain, entities: ['n1'] }, { signal })],
    ['how sure', (desk, state, signal) => howSure(desk, state, { ...plain, measure: 'degree' }, { signal })],
  ])('%s: said to be cancelled, no thread is started, and the same question is answered afterwards', async (_, ask) => {
    const opened = threads.workers.length;
    const desk = new AnalysisDesk(threads.open, 1);
    const stop = new AbortController();
    expect(await ask(desk, givenUp(stop), stop.signal)).toEqual({ ok: false, code: 'cancelled' });
    expect(threads.workers.length).toBe(opened);
    expect(await ask(desk, crowd(50, [1, 7]), new AbortController().signal)).toMatchObject({ ok: true });
    desk.end();
  });
});
