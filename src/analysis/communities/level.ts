import type { PackedGraph } from '../graph/packed-graph.ts';
import { shuffled } from '../graph/seeded-random.ts';

/** A weighted graph of one level: nodes of the ground, or groups of them. Weight within a node is no part of it, but counts in its strength. */
export interface Level {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  readonly strength: Float64Array;
}

/** The undirected collapse with its tie weights (1 where it has none) and the sum of all strengths, twice the weight of all links. */
export interface Ground extends Level {
  readonly doubled: number;
  readonly links: number;
}

export function groundOf(graph: PackedGraph): Ground {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const weights = graph.both.weights ?? new Float64Array(targets.length).fill(1);
  const strength = new Float64Array(n);
  let doubled = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let a = offsets[i]!; a < offsets[i + 1]!; a++) sum += weights[a]!;
    strength[i] = sum;
    doubled += sum;
  }
  return { n, offsets, targets, weights, strength, doubled, links: targets.length / 2 };
}

/**
 * Moves nodes to the neighbouring group of greatest gain in modularity until none gains, from the groups given and in place. Only nodes whose
 * neighbours moved are looked at again (Ozaki, Tezuka and Inaba 2016; Traag, Waltman and van Eck 2019), in a seeded order. Groups are numbered
 * below `level.n`. Returns whether any node moved.
 */
export function settle(
  level: Level,
  community: Int32Array,
  doubled: number,
  resolution: number,
  random: () => number,
): boolean {
  const { n, offsets, targets, weights, strength } = level;
  const total = new Float64Array(n);
  const members = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const c = community[i]!;
    total[c]! += strength[i]!;
    members[c]!++;
  }
  const empty: number[] = [];
  for (let c = n - 1; c >= 0; c--) if (members[c] === 0) empty.push(c);
  const toward = new Float64Array(n);
  const near = new Int32Array(n + 1);
  const queue = shuffled(n, random);
  const waiting = new Uint8Array(n).fill(1);
  const scale = resolution / doubled;
  let head = 0;
  let count = n;
  let moved = false;
  while (count > 0) {
    const u = queue[head]!;
    head = head + 1 === n ? 0 : head + 1;
    count--;
    waiting[u] = 0;
    const own = community[u]!;
    const begin = offsets[u]!;
    const end = offsets[u + 1]!;
    let found = 0;
    for (let a = begin; a < end; a++) {
      const c = community[targets[a]!]!;
      const before = toward[c]!;
      if (before === 0) near[found++] = c;
      toward[c] = before + weights[a]!;
    }
    const s = strength[u]!;
    const per = scale * s;
    let best = own;
    const stay = toward[own]! - per * (total[own]! - s);
    // Rounding must not make two groups swap a node for ever.
    const equal = 1e-12 * s;
    let bestGain = stay;
    let ties = 0;
    for (let k = 0; k < found; k++) {
      const c = near[k]!;
      const gain = toward[c]! - per * total[c]!;
      toward[c] = 0;
      const more = gain - bestGain;
      // Its own group, itself among the members, is never better than as it stands.
      if (more > equal) {
        best = c;
        bestGain = gain;
        ties = 1;
        // Of equals one by chance: the order in which neighbours are numbered must not decide for all runs.
      } else if (more >= -equal && ties > 0 && random() * ++ties < 1) best = c;
    }
    // Alone is worth 0: leave a group that has become a loss.
    if (bestGain < -equal && members[own]! > 1 && empty.length > 0) best = empty.pop()!;
    else if (best === own) continue;
    total[own]! -= s;
    total[best]! += s;
    members[best]!++;
    if (--members[own]! === 0) {
      empty.push(own);
      total[own] = 0;
    }
    community[u] = best;
    moved = true;
    for (let a = begin; a < end; a++) {
      const v = targets[a]!;
      if (waiting[v] === 1 || community[v] === best) continue;
      waiting[v] = 1;
      const at = head + count;
      queue[at >= n ? at - n : at] = v;
      count++;
    }
  }
  return moved;
}

/** Numbers the groups in use from 0, in place; returns how many there are. */
export function renumber(community: Int32Array): number {
  const now = new Int32Array(community.length).fill(-1);
  let count = 0;
  for (let i = 0; i < community.length; i++) {
    const c = community[i]!;
    if (now[c] === -1) now[c] = count++;
    community[i] = now[c]!;
  }
  return count;
}

/** Each group becomes a node of the next level; groups are numbered 0 … k − 1. */
export function gather(level: Level, community: Int32Array, k: number): Level {
  const { n, offsets, targets, weights, strength } = level;
  const start = new Int32Array(k + 1);
  for (let i = 0; i < n; i++) start[community[i]! + 1]!++;
  for (let c = 0; c < k; c++) start[c + 1]! += start[c]!;
  const fill = start.slice();
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[fill[community[i]!]!++] = i;
  const rows = new Int32Array(k + 1);
  const to = new Int32Array(offsets[n]!);
  const sums = new Float64Array(offsets[n]!);
  const strengths = new Float64Array(k);
  const at = new Int32Array(k).fill(-1);
  let arcs = 0;
  for (let c = 0; c < k; c++) {
    const first = arcs;
    let sum = 0;
    for (let m = start[c]!; m < start[c + 1]!; m++) {
      const u = order[m]!;
      sum += strength[u]!;
      const end = offsets[u + 1]!;
      for (let a = offsets[u]!; a < end; a++) {
        const d = community[targets[a]!]!;
        if (d === c) continue;
        const seen = at[d]!;
        if (seen >= first) {
          sums[seen] = sums[seen]! + weights[a]!;
          continue;
        }
        at[d] = arcs;
        to[arcs] = d;
        sums[arcs++] = weights[a]!;
      }
    }
    strengths[c] = sum;
    rows[c + 1] = arcs;
  }
  return { n: k, offsets: rows, targets: to, weights: sums, strength: strengths };
}
