import { finish, type Work } from './work.ts';

/**
 * Neighbours in compressed rows (CSR): those of node `i` stand at `targets[offsets[i]] … targets[offsets[i + 1] - 1]`, ascending.
 * `weights` runs beside `targets`; null when the graph is unweighted.
 */
export interface Adjacency {
  /** nodeCount + 1 entries. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array | null;
}

/**
 * A simple graph in typed arrays: no loops, no parallel edges. Nodes are numbered 0 … nodeCount − 1; their ids stay with
 * whoever packed the graph, so that no word of the case travels to a worker.
 */
export interface PackedGraph {
  readonly nodeCount: number;
  /** Edges after merging: pairs when undirected, ordered pairs when directed. */
  readonly edgeCount: number;
  readonly directed: boolean;
  /** Ends and weight of each edge, in order of first appearance. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Strength of tie, positive and finite; null = unweighted. */
  readonly weight: Float64Array | null;
  /** Each node's neighbours whatever the direction; weights of both directions add. */
  readonly both: Adjacency;
  /** Along the arrows; the same object as `both` when undirected. */
  readonly out: Adjacency;
  /** Against the arrows; the same object as `both` when undirected. */
  readonly in: Adjacency;
  /** Rows left out because both ends are the same node. */
  readonly loopRows: number;
  /** Rows that fell onto an edge that was there already. */
  readonly parallelRows: number;
}

export interface EdgeList {
  readonly nodeCount: number;
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
  /** Strength of tie per row; missing = unweighted. */
  readonly weight?: ArrayLike<number> | undefined;
  readonly directed?: boolean | undefined;
}

/** Rows taken at a time, so that whoever drives the work can breathe between two of them. */
const PIECE = 4096;

/**
 * Packs rows into a simple graph: loops are left out and counted, parallel rows merged and counted, their weights added.
 * Throws RangeError when a row names a node outside 0 … nodeCount − 1 or a weight is not positive and finite: the caller
 * has checked its input by then.
 */
export function packGraph(list: EdgeList): PackedGraph {
  return finish(packingGraph(list));
}

/** `packGraph` piece by piece; reports rows. */
export function* packingGraph(list: EdgeList): Work<PackedGraph> {
  const n = list.nodeCount;
  const rows = list.source.length;
  const directed = list.directed ?? false;
  const weightOf = list.weight;
  let source = new Int32Array(rows);
  let target = new Int32Array(rows);
  let weight = weightOf ? new Float64Array(rows) : null;
  const edgeOf = new Map<number, number>();
  let edges = 0;
  let loopRows = 0;
  for (let r = 0; r < rows; r++) {
    const u = list.source[r]!;
    const v = list.target[r]!;
    if (!(u >= 0 && u < n && v >= 0 && v < n)) throw new RangeError(`row ${r} names a node outside the graph`);
    const w = weightOf ? weightOf[r]! : 1;
    if (!(w > 0 && w < Number.POSITIVE_INFINITY)) throw new RangeError(`row ${r} has a weight that is not positive`);
    if (r % PIECE === PIECE - 1) yield { done: r + 1, of: rows, stage: 'rows' };
    if (u === v) {
      loopRows++;
      continue;
    }
    const key = directed || u < v ? u * n + v : v * n + u;
    const at = edgeOf.get(key);
    if (at !== undefined) {
      if (weight) weight[at]! += w;
      continue;
    }
    edgeOf.set(key, edges);
    source[edges] = u;
    target[edges] = v;
    if (weight) weight[edges] = w;
    edges++;
  }
  source = source.slice(0, edges);
  target = target.slice(0, edges);
  weight = weight?.slice(0, edges) ?? null;
  const both = directed
    ? yield* undirected(n, source, target, weight)
    : yield* compressing(n, source, target, weight, true);
  return {
    nodeCount: n,
    edgeCount: edges,
    directed,
    source,
    target,
    weight,
    both,
    out: directed ? yield* compressing(n, source, target, weight, false) : both,
    in: directed ? yield* compressing(n, target, source, weight, false) : both,
    loopRows,
    parallelRows: rows - loopRows - edges,
  };
}

/** CSR by two counting sorts, first by target and then (stable) by source, so that each row ends ascending. */
export function compressedRows(
  n: number,
  source: Int32Array,
  target: Int32Array,
  weight: Float64Array | null,
  mirror: boolean,
): Adjacency {
  return finish(compressing(n, source, target, weight, mirror));
}

function* compressing(
  n: number,
  source: Int32Array,
  target: Int32Array,
  weight: Float64Array | null,
  mirror: boolean,
): Work<Adjacency> {
  const m = source.length;
  const arcs = mirror ? 2 * m : m;
  const from = new Int32Array(arcs);
  const to = new Int32Array(arcs);
  from.set(source);
  to.set(target);
  if (mirror) {
    from.set(target, m);
    to.set(source, m);
  }
  const byTarget = countingOrder(n, to, null);
  yield { done: 1, of: 3, stage: 'arcs' };
  const order = countingOrder(n, from, byTarget);
  yield { done: 2, of: 3, stage: 'arcs' };
  const rows = inOrder(n, from, to, weight, order);
  yield { done: 3, of: 3, stage: 'arcs' };
  return rows;
}

function inOrder(
  n: number,
  from: Int32Array,
  to: Int32Array,
  weight: Float64Array | null,
  order: Int32Array,
): Adjacency {
  const arcs = from.length;
  const m = weight?.length ?? arcs;
  const offsets = new Int32Array(n + 1);
  for (let a = 0; a < arcs; a++) offsets[from[a]! + 1]!++;
  for (let i = 0; i < n; i++) offsets[i + 1]! += offsets[i]!;
  const targets = new Int32Array(arcs);
  const weights = weight ? new Float64Array(arcs) : null;
  for (let k = 0; k < arcs; k++) {
    const a = order[k]!;
    targets[k] = to[a]!;
    if (weights && weight) weights[k] = weight[a < m ? a : a - m]!;
  }
  return { offsets, targets, weights };
}

/** Positions of `keys` (0 … n − 1) in ascending order, stable over `previous` (or over 0, 1, 2 …). */
function countingOrder(n: number, keys: Int32Array, previous: Int32Array | null): Int32Array {
  const start = new Int32Array(n + 1);
  for (let a = 0; a < keys.length; a++) start[keys[a]! + 1]!++;
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const order = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) {
    const a = previous ? previous[k]! : k;
    order[start[keys[a]!]!++] = a;
  }
  return order;
}

/** The undirected collapse of directed edges: u → v and v → u become one edge and their weights add. */
function* undirected(n: number, source: Int32Array, target: Int32Array, weight: Float64Array | null): Work<Adjacency> {
  const doubled = yield* compressing(n, source, target, weight, true);
  const offsets = new Int32Array(n + 1);
  const targets = new Int32Array(doubled.targets.length);
  const weights = doubled.weights ? new Float64Array(doubled.targets.length) : null;
  let k = 0;
  for (let i = 0; i < n; i++) {
    offsets[i] = k;
    const end = doubled.offsets[i + 1]!;
    for (let a = doubled.offsets[i]!; a < end; a++) {
      const v = doubled.targets[a]!;
      if (k > offsets[i]! && targets[k - 1] === v) {
        if (weights && doubled.weights) weights[k - 1]! += doubled.weights[a]!;
        continue;
      }
      targets[k] = v;
      if (weights && doubled.weights) weights[k] = doubled.weights[a]!;
      k++;
    }
  }
  offsets[n] = k;
  return { offsets, targets: targets.slice(0, k), weights: weights?.slice(0, k) ?? null };
}
