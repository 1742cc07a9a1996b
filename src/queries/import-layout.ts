import { packGraph } from '#analysis/graph/packed-graph';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { ImportGraph, PlannedPlace } from '#exchange/importers/index';
import type { AnalysisDesk, Figure, RunOptions } from './analysis.ts';

/** Items of a chart that an import lays out at most, those it finds there included; beyond, its own stay on their first spread. */
export const LAID_OUT_AT_MOST = 10_000;
/** Half of the room an icon with its label takes. */
const RADIUS = 45;

export type ImportLayout = (graph: ImportGraph, run: RunOptions) => Promise<Figure<ReadonlyMap<Id, PlannedPlace>>>;

/** How many items the chart would hold that an import of so many fresh ones is put on. */
export function itemsAfter(state: CaseState, chart: Id | undefined, fresh: number): number {
  let there = 0;
  if (chart !== undefined) for (const _ of state.placementsOn(chart)) there++;
  return there + fresh;
}

/**
 * Places for what an import brings, found before anything is written, so that import and layout are one change. What is on the chart
 * already (`chart` missing = a new one) stays where it is and holds its neighbours near.
 */
export function importLayout(analysis: AnalysisDesk, state: CaseState, chart: Id | undefined): ImportLayout {
  return async (graph, run) => {
    const there = chart === undefined ? [] : placedOn(state, chart);
    const fresh = graph.ids.slice(0, graph.fresh);
    const n = fresh.length + there.length;
    const subject = {
      positions: new Float64Array(2 * n),
      radii: new Float64Array(n).fill(RADIUS),
      pinned: new Uint8Array(n).fill(1, fresh.length),
    };
    subject.positions.set(graph.spread);
    for (const [i, p] of there.entries()) subject.positions.set([p.x, p.y], 2 * (fresh.length + i));
    const packed = packGraph({ nodeCount: n, ...linksAmong(state, graph, [...fresh, ...there.map((p) => p.item)]) });
    const laid = await analysis.arrange(packed, 'stress', subject, run);
    if (!laid.ok) return laid;
    const places = fresh.map((id, i): [Id, PlannedPlace] => [
      id,
      { x: Math.round(laid.figure[2 * i]!), y: Math.round(laid.figure[2 * i + 1]!) },
    ]);
    return { ok: true, figure: new Map(places) };
  };
}

function placedOn(state: CaseState, chart: Id): { item: Id; x: number; y: number }[] {
  return [...state.placementsOn(chart)].flatMap((id) => {
    const p = state.find('placement', id);
    return p && state.entity(p.item) ? [{ item: p.item, x: p.x, y: p.y }] : [];
  });
}

/** The links the chart will show: those of the case between what is there, and those of the plan. */
function linksAmong(
  state: CaseState,
  graph: ImportGraph,
  items: readonly Id[],
): { source: number[]; target: number[] } {
  const indexOf = new Map(items.map((id, i) => [id, i]));
  const source: number[] = [];
  const target: number[] = [];
  const join = (from: Id | undefined, to: Id | undefined): void => {
    const [a, b] = [indexOf.get(from ?? ''), indexOf.get(to ?? '')];
    if (a === undefined || b === undefined) return;
    source.push(a);
    target.push(b);
  };
  if (items.length > graph.fresh) for (const link of state.allOf('link')) join(link.from, link.to);
  for (let i = 0; i < graph.ends.length; i += 2) join(graph.ids[graph.ends[i]!], graph.ids[graph.ends[i + 1]!]);
  return { source, target };
}
