import type { Adjacency } from './packed-graph.ts';

/** Two lengths within this relative distance are the same: sums of 1/weight differ in their last digits by the order of summing. */
const SAME = 1e-11;

/** Shortest paths from one node. Arrays are shared between calls: read them before the next one. */
export interface PathTree {
  /** Reached nodes in order of distance, the source first; `count` of them. */
  readonly order: Int32Array;
  readonly count: number;
  readonly distance: Float64Array;
  /** Number of shortest paths to each reached node. */
  readonly sigma: Float64Array;
  /** Nearer ends of the shortest-path links into `order[i]`: `nearer[linkEnd[i - 1]] … nearer[linkEnd[i] - 1]` (i ≥ 1). */
  readonly nearer: Int32Array;
  readonly linkEnd: Int32Array;
}

/**
 * Dijkstra with a binary heap over CSR rows whose weights are lengths (positive). Paths are counted when a node is settled,
 * by looking back along `into`, so that equal lengths are judged on final distances only.
 * `into` are the rows against the direction of travel; the same rows when undirected.
 */
export function shortestPaths(rows: Adjacency, into: Adjacency = rows): { from(source: number): PathTree } {
  const n = rows.offsets.length - 1;
  const { offsets, targets } = rows;
  const lengths = rows.weights!;
  const backOffsets = into.offsets;
  const backTargets = into.targets;
  const backLengths = into.weights!;
  const distance = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const sigma = new Float64Array(n);
  const settled = new Uint8Array(n);
  const order = new Int32Array(n);
  const linkEnd = new Int32Array(n);
  const nearer = new Int32Array(targets.length);
  // A heap of four children a node; keys lie beside the nodes, so that sifting reads no distances from all over memory.
  const heap = new Int32Array(n);
  const keys = new Float64Array(n);
  const place = new Int32Array(n);
  let size = 0;
  let reached = 0;

  const rise = (node: number, d: number, from: number) => {
    let i = from;
    while (i > 0) {
      const up = (i - 1) >> 2;
      const key = keys[up]!;
      if (key <= d) break;
      const other = heap[up]!;
      heap[i] = other;
      keys[i] = key;
      place[other] = i;
      i = up;
    }
    heap[i] = node;
    keys[i] = d;
    place[node] = i;
  };
  const takeNearest = (): number => {
    const top = heap[0]!;
    const last = heap[--size]!;
    const d = keys[size]!;
    let i = 0;
    for (;;) {
      const first = 4 * i + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let down = first;
      let least = keys[first]!;
      for (let c = first + 1; c < end; c++) {
        const key = keys[c]!;
        if (key < least) {
          least = key;
          down = c;
        }
      }
      if (least >= d) break;
      const other = heap[down]!;
      heap[i] = other;
      keys[i] = least;
      place[other] = i;
      i = down;
    }
    heap[i] = last;
    keys[i] = d;
    place[last] = i;
    return top;
  };

  return {
    from(source) {
      for (let i = 0; i < reached; i++) {
        const v = order[i]!;
        distance[v] = Number.POSITIVE_INFINITY;
        settled[v] = 0;
        sigma[v] = 0;
      }
      reached = 0;
      let links = 0;
      distance[source] = 0;
      rise(source, 0, size++);
      while (size > 0) {
        const u = takeNearest();
        const du = distance[u]!;
        if (u === source) sigma[u] = 1;
        else {
          const limit = du * (1 + SAME);
          let paths = 0;
          for (let a = backOffsets[u]!; a < backOffsets[u + 1]!; a++) {
            const v = backTargets[a]!;
            if (distance[v]! + backLengths[a]! <= limit && settled[v] === 1) {
              paths += sigma[v]!;
              nearer[links++] = v;
            }
          }
          sigma[u] = paths;
        }
        settled[u] = 1;
        linkEnd[reached] = links;
        order[reached++] = u;
        const end = offsets[u + 1]!;
        for (let a = offsets[u]!; a < end; a++) {
          const v = targets[a]!;
          const d = du + lengths[a]!;
          if (d < distance[v]!) {
            const known = distance[v] !== Number.POSITIVE_INFINITY;
            if (settled[v] === 1) continue;
            distance[v] = d;
            rise(v, d, known ? place[v]! : size++);
          }
        }
      }
      return { order, count: reached, distance, sigma, nearer, linkEnd };
    },
  };
}
