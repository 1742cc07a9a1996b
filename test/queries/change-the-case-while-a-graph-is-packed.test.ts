import { beforeEach, expect, test, vi } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { AnalysisDesk, type GraphRequest } from '#queries/analysis';
import { figureContent } from '#queries/figures';
import { askOfOneState } from '#queries/in-breaths';
import { whatIf } from '#queries/what-if';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

const plain = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none' } as const;

let state: CaseState;
let desk: AnalysisDesk;
beforeEach(async () => {
  state = await sampleState();
  desk = new AnalysisDesk(analysisHere, 1);
}, 60_000);

/** A question as it is read off the case now. */
const readNow = (revision: number): GraphRequest & { content: string } => ({
  ...plain,
  revision,
  content: figureContent(state, plain),
  version: state.version,
});

/** A link between two who have none, that was not there before, and its undoing. */
function newLink() {
  const actors = [...state.allOf('entity')].filter((e) => e.type !== 'event');
  const near = (a: Id, b: Id) => [...state.linksOf(a)].some((l) => state.linksOf(b).has(l));
  const [from, to] = actors
    .flatMap((a) => actors.map((b) => [a.id, b.id] as const))
    .find(([a, b]) => a !== b && !near(a, b))!;
  const [like] = state.allOf('link');
  const link: Link = { ...like!, id: 'link-made-meanwhile' as Id, from, to };
  const step = (before: Link | null, after: Link | null) =>
    ({ id: link.id, before, after }) as Parameters<CaseState['apply']>[0][number];
  return { add: () => state.apply([step(null, link)]), undo: () => state.apply([step(link, null)]) };
}

async function edges(request: GraphRequest): Promise<number | string> {
  const figure = await desk.communities(state, request, 'components');
  return figure.ok ? figure.figure.edges : figure.code;
}

test('a link made after the reading is in no graph kept under the content before it', async () => {
  const link = newLink();
  const before = readNow(1);
  link.add();
  expect(await desk.pack(state, before)).toEqual({ failure: 'changed' });
  link.undo();
  const again = await desk.pack(state, readNow(3));
  if ('failure' in again) throw new Error(again.failure);
  expect(readNow(3).content).toBe(before.content);
  expect(again.linkIds).not.toContain('link-made-meanwhile');
});

test('a link made while another graph is packed first is in none either, nor after its undo', async () => {
  const link = newLink();
  const before = readNow(1);
  const first = desk.pack(state, { ...plain, direction: 'out', revision: 1 });
  const waiting = desk.pack(state, before);
  link.add();
  expect(await waiting).toEqual({ failure: 'changed' });
  link.undo();
  await first;
  const kept = await desk.pack(state, readNow(3));
  if ('failure' in kept) throw new Error(kept.failure);
  const fresh = await new AnalysisDesk(analysisHere, 1).pack(state, readNow(3));
  if ('failure' in fresh) throw new Error(fresh.failure);
  expect(kept.graph.edgeCount).toBe(fresh.graph.edgeCount);
});

test('a link made between two slices of the packing is in no graph', async () => {
  const link = newLink();
  const before = readNow(1);
  let clock = 0;
  // Every piece of the work takes longer than a slice.
  const slow = vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 200;
    return clock;
  });
  let reports = 0;
  const onProgress = () => {
    if (++reports === 2) link.add();
  };
  const packed = await desk.pack(state, before, {}, { onProgress }).finally(() => slow.mockRestore());
  expect(reports).toBeGreaterThanOrEqual(2);
  expect(packed).toEqual({ failure: 'changed' });
  link.undo();
  expect(await edges(readNow(3))).toBe(await edges({ ...plain, revision: 3 }));
});

test('asked of one state, an answer is of the state that was packed, with its content and revision', async () => {
  const link = newLink();
  const before = readNow(1);
  const without = await edges(readNow(1));
  desk = new AnalysisDesk(analysisHere, 1);
  const reads: GraphRequest[] = [];
  const answer = await askOfOneState(async () => {
    const request = readNow(reads.length + 1);
    reads.push(request);
    if (reads.length === 1) link.add();
    const figure = await desk.measure(state, request, 'degree');
    return figure.ok ? { ...figure, content: request.content } : figure;
  });
  if (!answer.ok) throw new Error(answer.code);
  expect(reads).toHaveLength(2);
  expect(answer.figure.revision).toBe(2);
  expect('content' in answer && answer.content).toBe(figureContent(state, plain));
  expect('content' in answer && answer.content).not.toBe(before.content);
  expect(answer.figure.edges).toBe(Number(without) + 1);
  link.undo();
  expect(await edges(readNow(3))).toBe(without);
});

test('what if: nothing is said of another state than the one that was read', async () => {
  const link = newLink();
  const before = readNow(1);
  link.add();
  const [someone] = [...state.allOf('entity')].filter((e) => e.type === 'person');
  expect(await whatIf(desk, state, { ...before, entities: [someone!.id] })).toEqual({ ok: false, code: 'changed' });
});

test('a case that never stands still is said to, after some tries', async () => {
  const link = newLink();
  let asked = 0;
  const answer = await askOfOneState(() => {
    const request = readNow(++asked);
    if (asked % 2) link.add();
    else link.undo();
    return desk.measure(state, request, 'degree');
  });
  expect(answer).toEqual({ ok: false, code: 'changed' });
  expect(asked).toBeGreaterThan(2);
});
