import type { Adjacency } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import { type Objective, STEPS_PER_YIELD } from './objective.ts';

/** What a node is worth to the set at each distance from its nearest member; never growing, and 1 at distance 0. */
export interface Worth {
  at(distance: number): number;
  /** Distances beyond are worth nothing. */
  readonly furthest: number;
}

/** m-step reach: within `steps` links or not (Borgatti 2006, section 3.2). */
export const withinSteps = (steps: number): Worth => ({ at: (d) => (d <= steps ? 1 : 0), furthest: steps });

/** Distance-weighted reach: 1/d, a member itself counting as distance 1 (Borgatti 2006, equation 14). */
export const byDistance: Worth = { at: (d) => (d === 0 ? 1 : 1 / d), furthest: Number.POSITIVE_INFINITY };

const UNREACHED = 0x7fffffff;

/**
 * Share of the network that a set reaches: Σ_j worth(d(set, j)) / n over all nodes, members included, d along the rows given.
 *
 * A further member is judged by a breadth-first walk that turns back wherever the set was nearer already: beyond such a node the set is nearer, too.
 */
export function reach(nodeCount: number, rows: Adjacency, worth: Worth): Objective {
  const n = nodeCount;
  const { offsets, targets } = rows;
  const nearest = new Int32Array(n);
  const distance = new Int32Array(n);
  const mark = new Int32Array(n);
  const queue = new Int32Array(n);
  // A sum of 1/d over a level, added level by level, so that equal sets come to equal figures.
  const table = Float64Array.from({ length: Math.min(n, 1 + worth.furthest) + 1 }, (_, d) =>
    d <= worth.furthest ? worth.at(d) : 0,
  );
  const worthOf = (d: number) => (d < table.length ? table[d]! : 0);
  let token = 0;
  let steps = 0;

  /** Distance of every node from the nearest member; returns the sum of what they are worth. */
  const settle = (members: Uint8Array): number => {
    nearest.fill(UNREACHED);
    let tail = 0;
    for (let i = 0; i < n; i++) {
      if (members[i] !== 1) continue;
      nearest[i] = 0;
      queue[tail++] = i;
    }
    let sum = 0;
    for (let head = 0; head < tail; head++) {
      const u = queue[head]!;
      const d = nearest[u]!;
      sum += worthOf(d);
      if (d >= worth.furthest) continue;
      const end = offsets[u + 1]!;
      steps += end - offsets[u]! + 1;
      for (let a = offsets[u]!; a < end; a++) {
        const v = targets[a]!;
        if (nearest[v] !== UNREACHED) continue;
        nearest[v] = d + 1;
        queue[tail++] = v;
      }
    }
    return sum;
  };

  /** What `s` would add to the set that `nearest` tells of. */
  const gainOf = (s: number): number => {
    token++;
    let tail = 0;
    queue[tail++] = s;
    mark[s] = token;
    distance[s] = 0;
    let gain = 0;
    for (let head = 0; head < tail; head++) {
      const u = queue[head]!;
      const d = distance[u]!;
      gain += worthOf(d) - worthOf(nearest[u]!);
      if (d >= worth.furthest) continue;
      const end = offsets[u + 1]!;
      steps += end - offsets[u]! + 1;
      for (let a = offsets[u]!; a < end; a++) {
        const v = targets[a]!;
        if (mark[v] === token || nearest[v]! <= d + 1) continue;
        mark[v] = token;
        distance[v] = d + 1;
        queue[tail++] = v;
      }
    }
    return gain;
  };

  function* value(members: Uint8Array): Work<number> {
    const sum = settle(members);
    yield { done: 1, of: 1, stage: 'sets' };
    return sum / n;
  }

  function* sweep(base: Uint8Array, wanted: Uint8Array, values: Float64Array): Work<number> {
    const sum = settle(base);
    let last = steps;
    for (let v = 0; v < n; v++) {
      if (base[v] === 1 || wanted[v] !== 1) continue;
      values[v] = (sum + gainOf(v)) / n;
      if (steps - last < STEPS_PER_YIELD) continue;
      last = steps;
      yield { done: v + 1, of: n, stage: 'sets' };
    }
    return sum / n;
  }

  return {
    value,
    sweep,
    steps: () => steps,
    *trial() {
      nearest.fill(UNREACHED);
      const few = Math.min(n, 40);
      for (let k = 0; k < few; k++) {
        gainOf(Math.floor((k * n) / few));
        yield { done: k + 1, of: few, stage: 'sets' };
      }
      return n === 0 ? 1 : few / n;
    },
    diminishing: true,
  };
}
