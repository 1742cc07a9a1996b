import fc from 'fast-check';
import { expect } from 'vitest';
import { type LinkRows, type Network, packRows } from '#analysis/graph/network';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';
import {
  type Column,
  fillParameters,
  finish,
  type LinkMeasureId,
  linkMeasureById,
  type MeasureDefinition,
  type MeasureId,
  measureById,
  type ParameterValues,
} from '#analysis/measures/index';

// Small graphs by chance, and the slow plain ways of reckoning over their matrices that are held against the measures.

/** A raw edge list with loops and parallel rows; weights are quarters, so that their sums are exact. */
export interface Raw {
  readonly n: number;
  readonly directed: boolean;
  readonly rows: readonly (readonly [number, number, number])[];
}

export const raw: fc.Arbitrary<Raw> = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    rows: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 0, max: n - 1 }),
        fc.constantFrom(0.25, 0.5, 1, 2, 3),
      ),
      { maxLength: 24 },
    ),
  }),
);

export function pack(g: Raw, weighted: boolean): PackedGraph {
  return packGraph({
    nodeCount: g.n,
    source: g.rows.map((r) => r[0]),
    target: g.rows.map((r) => r[1]),
    weight: weighted ? g.rows.map((r) => r[2]) : undefined,
    directed: g.directed,
  });
}

export type Matrix = number[][];

/** Adjacency matrix straight from the rows: loops dropped, parallel rows added; `undirected` adds both directions. */
export function matrix(g: Raw, weighted: boolean, undirected = !g.directed): Matrix {
  const a = Array.from({ length: g.n }, () => new Array<number>(g.n).fill(0));
  for (const [u, v, w] of g.rows) {
    if (u === v) continue;
    a[u]![v]! += w;
    if (undirected) a[v]![u]! += w;
  }
  return weighted ? a : a.map((row) => row.map((w) => (w > 0 ? 1 : 0)));
}

/** All-pairs distances by Floyd and Warshall. */
export function distances(lengths: Matrix): Matrix {
  const n = lengths.length;
  const d = lengths.map((row, i) => row.map((l, j) => (i === j ? 0 : l > 0 ? l : Number.POSITIVE_INFINITY)));
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  return d;
}

export const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/** Number of shortest paths between every pair, by memory over distance. */
export function pathCounts(lengths: Matrix, d: Matrix): Matrix {
  const n = lengths.length;
  const count = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let s = 0; s < n; s++) {
    const order = [...Array(n).keys()].filter((v) => d[s]![v]! < Number.POSITIVE_INFINITY);
    order.sort((a, b) => d[s]![a]! - d[s]![b]!);
    for (const v of order) {
      if (v === s) count[s]![v] = 1;
      else
        for (let u = 0; u < n; u++)
          if (lengths[u]![v]! > 0 && same(d[s]![u]! + lengths[u]![v]!, d[s]![v]!)) count[s]![v]! += count[s]![u]!;
    }
  }
  return count;
}

export function plainBetweenness(lengths: Matrix, directed: boolean): number[] {
  const d = distances(lengths);
  const c = pathCounts(lengths, d);
  return lengths.map((_, v) => {
    let sum = 0;
    for (let s = 0; s < lengths.length; s++)
      for (let t = 0; t < lengths.length; t++) {
        if (s === t || s === v || t === v || !(d[s]![t]! < Number.POSITIVE_INFINITY)) continue;
        if (same(d[s]![v]! + d[v]![t]!, d[s]![t]!)) sum += (c[s]![v]! * c[v]![t]!) / c[s]![t]!;
      }
    return directed ? sum : sum / 2;
  });
}

export function run(graph: PackedGraph, id: MeasureId, given: ParameterValues = {}): Column {
  return ran(graph, measureById(id)!, given);
}

export function runOnLinks(graph: PackedGraph, id: LinkMeasureId, given: ParameterValues = {}): Column {
  return ran(graph, linkMeasureById(id)!, given);
}

function ran(graph: PackedGraph, definition: MeasureDefinition, given: ParameterValues): Column {
  const filled = fillParameters(definition.parameters, given);
  if ('unfit' in filled) throw new Error(filled.unfit);
  return finish(definition.run(graph, filled.values));
}

export function agree(got: Float64Array, want: readonly number[], tolerance = 1e-9): void {
  want.forEach((w, i) => {
    if (Number.isNaN(w)) expect(got[i]).toBeNaN();
    else expect(Math.abs(got[i]! - w)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(w)));
  });
  expect(got.length).toBe(want.length);
}

export const lengthsBy = {
  none: (w: number) => (w > 0 ? 1 : 0),
  same: (w: number) => w,
  inverse: (w: number) => (w > 0 ? 1 / w : 0),
};

/** The raw graph with its lines kept one by one; every third line has no arrow. `groups` sorts the nodes, −1 = not stated. */
export function networkOf(g: Raw, weighted: boolean, groups?: readonly number[]): Network {
  return network(g, weighted, (k) => g.directed && k % 3 !== 2, groups);
}

/** The raw graph with its lines kept one by one, all with an arrow where it is directed. */
export const arrowed = (g: Raw, weighted: boolean): Network => network(g, weighted, () => g.directed);

function network(g: Raw, weighted: boolean, arrow: (row: number) => boolean, groups?: readonly number[]): Network {
  const count = g.rows.length;
  const floats = () => new Float64Array(count).fill(Number.NaN);
  const lines = {
    count,
    source: Int32Array.from(g.rows, (r) => r[0]),
    target: Int32Array.from(g.rows, (r) => r[1]),
    arrow: Uint8Array.from(g.rows, (_, k) => (arrow(k) ? 1 : 0)),
    weight: Float64Array.from(g.rows, (r) => (weighted ? r[2] : 1)),
  };
  const { graph, edge } = packRows(g.n, lines, { directed: g.directed, weighted });
  const rows: LinkRows = {
    ...lines,
    edge,
    layer: Int32Array.from(g.rows, (_, k) => k % 4),
    proof: new Uint8Array(count),
    begin: floats(),
    end: floats(),
    sureBegin: floats(),
    sureEnd: floats(),
    lasted: new Uint8Array(count),
    sourceOffsets: new Int32Array(count + 1),
    sources: new Int32Array(),
  };
  return {
    ...graph,
    rows,
    ...(groups && {
      groupings: new Map([['set', { of: Int32Array.from(groups), count: 1 + Math.max(-1, ...groups) }]]),
    }),
  };
}

/** The lines of `networkOf` as arcs: u, v, weight; both ways where there is no arrow. Loops left out. */
export function arcsOf(g: Raw): [number, number, number][] {
  return g.rows.flatMap(([u, v, w], k): [number, number, number][] => {
    if (u === v) return [];
    return g.directed && k % 3 !== 2
      ? [[u, v, w]]
      : [
          [u, v, w],
          [v, u, w],
        ];
  });
}
