import { breadthOrder } from '../graph/breadth-order.ts';
import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';

/** One end of a search that walks towards the other. */
interface Front {
  readonly rows: Adjacency;
  /** Steps from this end, from 1; 0 = not seen. */
  readonly level: Int32Array;
  /** Shortest paths from this end. */
  readonly paths: Float64Array;
  /** Seen nodes in order; the last level starts at `start`, the whole ends at `end`. */
  readonly seen: Int32Array;
  start: number;
  end: number;
  depth: number;
}

/**
 * Searches all shortest paths between two nodes from both ends, a level at a time at the end where less is to be walked (Borassi
 * and Natale, "KADABRA is an adaptive algorithm for betweenness", ESA 2016), and shares them out over the nodes between.
 */
export class PathSampler {
  /** Old number of each node here (nodes stand in breadth-first order). */
  readonly original: Int32Array;
  readonly #near: Front;
  readonly #far: Front;
  readonly #share: Float64Array;
  readonly #waiting: Int32Array;

  constructor(graph: PackedGraph) {
    const n = graph.nodeCount;
    const { original, rows } = breadthOrder(graph, graph.out);
    this.original = original;
    const front = (of: Adjacency): Front => ({
      rows: of,
      level: new Int32Array(n),
      paths: new Float64Array(n),
      seen: new Int32Array(n),
      start: 0,
      end: 0,
      depth: 1,
    });
    this.#near = front(rows);
    this.#far = front(graph.directed ? breadthOrder(graph, graph.in).rows : rows);
    this.#share = new Float64Array(n);
    this.#waiting = new Int32Array(n);
  }

  /** Adds onto `sum`, for each node between s and t (≠ s), the share of their shortest paths that pass it. Returns the arcs walked. */
  add(s: number, t: number, sum: Float64Array): number {
    const near = this.#near;
    const far = this.#far;
    begin(near, s);
    begin(far, t);
    let walked = 0;
    for (;;) {
      const toWalk = ahead(near);
      const back = ahead(far);
      if (toWalk === 0 || back === 0) break;
      const here = toWalk <= back ? near : far;
      const there = here === near ? far : near;
      walked += Math.min(toWalk, back);
      if (!widen(here, there)) continue;
      // All shortest paths cross the new level of `here` at a node that `there` has seen.
      let all = 0;
      for (let i = here.start; i < here.end; i++) {
        const v = here.seen[i]!;
        if (there.level[v] !== 0) all += here.paths[v]! * there.paths[v]!;
      }
      let met = 0;
      for (let i = here.start; i < here.end; i++) {
        const v = here.seen[i]!;
        if (there.level[v] === 0) continue;
        this.#share[v] = (here.paths[v]! * there.paths[v]!) / all;
        this.#waiting[met++] = v;
      }
      for (let i = 0; i < met; i++) {
        const v = this.#waiting[i]!;
        if (v !== s && v !== t) sum[v]! += this.#share[v]!;
      }
      walked += this.#homewards(near, far.rows, met, sum) + this.#homewards(far, near.rows, met, sum);
      for (let i = 0; i < met; i++) this.#share[this.#waiting[i]!] = 0;
      break;
    }
    clear(near);
    clear(far);
    return walked;
  }

  /** Walks back from the nodes where both ends met to one end, sharing out at each step by the number of paths. */
  #homewards(front: Front, back: Adjacency, met: number, sum: Float64Array): number {
    const { level, paths } = front;
    const share = this.#share;
    const waiting = this.#waiting;
    let walked = 0;
    let first = 0;
    let last = met;
    // What waits beyond `met` is this walk's own; the meeting nodes stay for the other.
    for (let at = level[waiting[0]!]! - 1; at > 1; at--) {
      const end = last;
      for (let i = first; i < end; i++) {
        const v = waiting[i]!;
        const each = share[v]! / paths[v]!;
        const stop = back.offsets[v + 1]!;
        for (let a = back.offsets[v]!; a < stop; a++) {
          const u = back.targets[a]!;
          if (level[u] !== at) continue;
          if (share[u] === 0) waiting[last++] = u;
          share[u]! += each * paths[u]!;
        }
        walked += stop - back.offsets[v]!;
      }
      first = end;
      for (let i = first; i < last; i++) sum[waiting[i]!]! += share[waiting[i]!]!;
    }
    for (let i = met; i < last; i++) share[waiting[i]!] = 0;
    return walked;
  }
}

function begin(front: Front, node: number): void {
  front.level[node] = 1;
  front.paths[node] = 1;
  front.seen[0] = node;
  front.start = 0;
  front.end = 1;
  front.depth = 1;
}

function clear({ level, seen, end }: Front): void {
  for (let i = 0; i < end; i++) level[seen[i]!] = 0;
}

/** Arcs that lead on from the last level. */
function ahead({ rows: { offsets }, seen, start, end }: Front): number {
  let arcs = 0;
  for (let i = start; i < end; i++) arcs += offsets[seen[i]! + 1]! - offsets[seen[i]!]!;
  return arcs;
}

/** One level further; whether it met what the other end has seen. */
function widen(here: Front, there: Front): boolean {
  const {
    rows: { offsets, targets },
    level,
    paths,
    seen,
  } = here;
  const other = there.level;
  const next = ++here.depth;
  let end = here.end;
  let met = false;
  for (let i = here.start; i < here.end; i++) {
    const u = seen[i]!;
    const stop = offsets[u + 1]!;
    for (let a = offsets[u]!; a < stop; a++) {
      const v = targets[a]!;
      const at = level[v]!;
      if (at === 0) {
        level[v] = next;
        paths[v] = paths[u]!;
        seen[end++] = v;
        if (other[v] !== 0) met = true;
      } else if (at === next) paths[v]! += paths[u]!;
    }
  }
  here.start = here.end;
  here.end = end;
  return met;
}
