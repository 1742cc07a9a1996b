import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom, shuffled } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import { type Objective, STEPS_PER_YIELD, sizeOf } from './objective.ts';

/**
 * DF = 1 − 2 Σ_{i>j} (1/d_ij) / (N (N − 1)) over the N nodes left once the set is taken out, 1/∞ = 0: fragmentation that also counts how far apart
 * those are who can still reach each other. Borgatti 2006, equation 9. Directions ignored.
 *
 * All next members are judged in one round of breadth-first walks. Taking a node out changes a distance from `s` only where *all* shortest paths from
 * `s` pass through it, that is below it in the dominator tree of those paths; there alone distances are worked out again, from the rim inwards.
 *
 * `pivots` > 0 walks from so many nodes, drawn by `seed`, and takes their mean for that of all: an estimate for graphs that are too large.
 * `value` is exact always.
 */
export function distanceFragmentation(graph: PackedGraph, pivots = 0, seed = 1): Objective {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const sources =
    pivots > 0 && pivots < n
      ? shuffled(n, seededRandom(seed)).slice(0, pivots).sort()
      : Int32Array.from({ length: n }, (_, i) => i);
  const inverse = Float64Array.from({ length: n + 1 }, (_, d) => (d === 0 ? 0 : 1 / d));
  const distance = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  /** Immediate dominator and depth in the dominator tree. */
  const above = new Int32Array(n);
  const depth = new Int32Array(n);
  const below = new Int32Array(n);
  const belowInverse = new Float64Array(n);
  /** Place of a node in the tree written out with each branch in one stretch; `free` = the next place in its stretch. */
  const place = new Int32Array(n);
  const free = new Int32Array(n);
  const written = new Int32Array(n);
  const affected = new Int32Array(n);
  const label = new Int32Array(n);
  const settledAt = new Int32Array(n);
  let token = 0;
  let steps = 0;

  /** Distances from `s` in what is left; returns how many nodes are reached, `s` included. */
  const walk = (s: number, base: Uint8Array): number => {
    let tail = 0;
    queue[tail++] = s;
    distance[s] = 0;
    for (let head = 0; head < tail; head++) {
      const u = queue[head]!;
      const d = distance[u]! + 1;
      const end = offsets[u + 1]!;
      for (let a = offsets[u]!; a < end; a++) {
        const v = targets[a]!;
        if (distance[v]! >= 0 || base[v] === 1) continue;
        distance[v] = d;
        queue[tail++] = v;
      }
      steps += end - offsets[u]! + 1;
    }
    return tail;
  };

  const forget = (reached: number) => {
    for (let i = 0; i < reached; i++) distance[queue[i]!] = -1;
  };

  /** Σ 1/d from `s`, level by level. */
  const sumFrom = (reached: number): number => {
    let sum = 0;
    for (let i = 1; i < reached; i++) sum += inverse[distance[queue[i]!]!]!;
    return sum;
  };

  /** The dominator tree of the shortest paths from `queue[0]`, each branch written out in one stretch. */
  const dominate = (reached: number) => {
    const s = queue[0]!;
    depth[s] = 0;
    for (let i = 0; i < reached; i++) {
      below[queue[i]!] = 1;
      belowInverse[queue[i]!] = inverse[distance[queue[i]!]!]!;
    }
    for (let i = 1; i < reached; i++) {
      const t = queue[i]!;
      const nearer = distance[t]! - 1;
      let dominator = -1;
      const end = offsets[t + 1]!;
      for (let a = offsets[t]!; a < end; a++) {
        let u = targets[a]!;
        if (distance[u] !== nearer) continue;
        if (dominator < 0) {
          dominator = u;
          continue;
        }
        while (u !== dominator) {
          if (depth[u]! >= depth[dominator]!) u = above[u]!;
          else dominator = above[dominator]!;
        }
      }
      above[t] = dominator;
      depth[t] = depth[dominator]! + 1;
    }
    for (let i = reached - 1; i > 0; i--) {
      const t = queue[i]!;
      below[above[t]!]! += below[t]!;
      belowInverse[above[t]!]! += belowInverse[t]!;
    }
    place[s] = 0;
    free[s] = 1;
    written[0] = s;
    for (let i = 1; i < reached; i++) {
      const t = queue[i]!;
      const at = free[above[t]!]!;
      free[above[t]!] = at + below[t]!;
      place[t] = at;
      free[t] = at + 1;
      written[at] = t;
    }
  };

  /** Buckets of labels: first node at each distance, and the next one beside it. */
  const bucket = new Int32Array(n + 2).fill(-1);
  const beside = new Int32Array(2 * graph.both.targets.length + n);
  const waiting = new Int32Array(2 * graph.both.targets.length + n);

  /** Σ 1/d, after `v` is gone, over the nodes all of whose shortest paths passed through `v`. */
  const detours = (v: number, base: Uint8Array): number => {
    token++;
    const first = place[v]! + 1;
    const end = place[v]! + below[v]!;
    for (let i = first; i < end; i++) {
      affected[written[i]!] = token;
      label[written[i]!] = -1;
    }
    let entries = 0;
    let low = n + 1;
    let high = -1;
    const enter = (t: number, d: number) => {
      if (label[t]! >= 0 && label[t]! <= d) return;
      label[t] = d;
      waiting[entries] = t;
      beside[entries] = bucket[d]!;
      bucket[d] = entries++;
      if (d < low) low = d;
      if (d > high) high = d;
    };
    for (let i = first; i < end; i++) {
      const t = written[i]!;
      const stop = offsets[t + 1]!;
      let best = -1;
      for (let a = offsets[t]!; a < stop; a++) {
        const u = targets[a]!;
        if (u === v || base[u] === 1 || affected[u] === token) continue;
        if (best < 0 || distance[u]! < best) best = distance[u]!;
      }
      steps += stop - offsets[t]! + 1;
      if (best >= 0) enter(t, best + 1);
    }
    let sum = 0;
    for (let d = low; d <= high; d++) {
      let entry = bucket[d]!;
      bucket[d] = -1;
      while (entry >= 0) {
        const t = waiting[entry]!;
        entry = beside[entry]!;
        if (label[t] !== d || settledAt[t] === token) continue;
        settledAt[t] = token;
        sum += inverse[d]!;
        const stop = offsets[t + 1]!;
        for (let a = offsets[t]!; a < stop; a++) {
          const u = targets[a]!;
          if (affected[u] === token && base[u] !== 1) enter(u, d + 1);
        }
        steps += stop - offsets[t]! + 1;
      }
    }
    return sum;
  };

  /** Adds to `lost[v]` what pairs from `s` lose when `v` goes; returns Σ 1/d from `s`. */
  const judge = (s: number, base: Uint8Array, lost: Float64Array): number => {
    const reached = walk(s, base);
    dominate(reached);
    for (let i = 1; i < reached; i++) {
      const v = queue[i]!;
      lost[v]! += belowInverse[v]! - (below[v]! > 1 ? detours(v, base) : 0);
    }
    const sum = belowInverse[s]!;
    forget(reached);
    return sum;
  };

  function* value(members: Uint8Array): Work<number> {
    const left = n - sizeOf(members);
    let sum = 0;
    let last = steps;
    for (let s = 0; s < n; s++) {
      if (members[s] === 1) continue;
      const reached = walk(s, members);
      sum += sumFrom(reached);
      forget(reached);
      if (steps - last < STEPS_PER_YIELD) continue;
      last = steps;
      yield { done: s + 1, of: n, stage: 'paths' };
    }
    return left < 2 ? Number.NaN : 1 - sum / (left * (left - 1));
  }

  function* sweep(base: Uint8Array, _wanted: Uint8Array, values: Float64Array): Work<number> {
    const left = n - sizeOf(base);
    const lost = new Float64Array(n);
    const own = new Float64Array(n).fill(Number.NaN);
    let sum = 0;
    let walks = 0;
    let last = steps;
    for (let i = 0; i < sources.length; i++) {
      const s = sources[i]!;
      if (base[s] === 1) continue;
      own[s] = judge(s, base, lost);
      sum += own[s]!;
      walks++;
      if (steps - last < STEPS_PER_YIELD) continue;
      last = steps;
      yield { done: i + 1, of: sources.length, stage: 'paths' };
    }
    for (let v = 0; v < n; v++) {
      if (base[v] === 1) continue;
      const walked = Number.isNaN(own[v]!) ? 0 : 1;
      const kept = sum - lost[v]! - (walked === 1 ? own[v]! : 0);
      values[v] = left < 3 ? Number.NaN : 1 - kept / (Math.max(1, walks - walked) * (left - 2));
    }
    return left < 2 ? Number.NaN : 1 - sum / (Math.max(1, walks) * (left - 1));
  }

  return {
    value,
    sweep,
    steps: () => steps,
    *trial() {
      const few = Math.min(sources.length, 12);
      const nobody = new Uint8Array(n);
      const lost = new Float64Array(n);
      for (let k = 0; k < few; k++) {
        judge(sources[Math.floor((k * sources.length) / few)]!, nobody, lost);
        yield { done: k + 1, of: few, stage: 'paths' };
      }
      return sources.length === 0 ? 1 : few / sources.length;
    },
    diminishing: false,
  };
}
