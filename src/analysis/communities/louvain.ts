import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom, shuffled } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import type { CommunityMethod, Partition } from './community-method.ts';
import { partitionOf } from './modularity.ts';

/** A weighted graph of one level; `loop[i]` is twice the weight that lies within what node `i` stands for. */
interface Level {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  readonly loop: Float64Array;
  /** Sum of the row plus the loop. */
  readonly strength: Float64Array;
}

function groundLevel(graph: PackedGraph): Level {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const weights = graph.both.weights ?? new Float64Array(targets.length).fill(1);
  const strength = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let a = offsets[i]!; a < offsets[i + 1]!; a++) strength[i]! += weights[a]!;
  return { n, offsets, targets, weights, loop: new Float64Array(n), strength };
}

/**
 * Moves nodes to the neighbouring community of greatest gain until none gains. Only nodes whose neighbours moved are looked
 * at again (Ozaki, Tezuka and Inaba 2016; Traag, Waltman and van Eck 2019), in a seeded order. Returns whether any moved.
 */
function settle(
  level: Level,
  community: Int32Array,
  doubled: number,
  resolution: number,
  random: () => number,
): boolean {
  const { n, offsets, targets, weights, strength } = level;
  const total = strength.slice();
  const members = new Int32Array(n).fill(1);
  const empty: number[] = [];
  const toward = new Float64Array(n);
  const near = new Int32Array(n + 1);
  const queue = shuffled(n, random);
  const waiting = new Uint8Array(n).fill(1);
  let head = 0;
  let count = n;
  let moved = false;
  while (count > 0) {
    const u = queue[head]!;
    head = head + 1 === n ? 0 : head + 1;
    count--;
    waiting[u] = 0;
    const own = community[u]!;
    const end = offsets[u + 1]!;
    let found = 0;
    for (let a = offsets[u]!; a < end; a++) {
      const c = community[targets[a]!]!;
      if (toward[c] === 0) near[found++] = c;
      toward[c]! += weights[a]!;
    }
    const per = (resolution * strength[u]!) / doubled;
    let best = own;
    let bestGain = toward[own]! - per * (total[own]! - strength[u]!);
    const stay = bestGain;
    for (let k = 0; k < found; k++) {
      const c = near[k]!;
      if (c === own) continue;
      const gain = toward[c]! - per * total[c]!;
      if (gain > bestGain) {
        best = c;
        bestGain = gain;
      }
    }
    for (let k = 0; k < found; k++) toward[near[k]!] = 0;
    // Alone is worth 0: leave a community that has become a loss.
    if (bestGain < 0 && members[own]! > 1 && empty.length > 0) best = empty.pop()!;
    // Rounding must not make two communities swap a node for ever.
    else if (best === own || bestGain - stay <= 1e-12 * Math.abs(stay)) continue;
    total[own]! -= strength[u]!;
    total[best]! += strength[u]!;
    members[best]!++;
    if (--members[own]! === 0) {
      empty.push(own);
      total[own] = 0;
    }
    community[u] = best;
    moved = true;
    for (let a = offsets[u]!; a < end; a++) {
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

/** Numbers the communities in use from 0, in place; returns how many there are. */
function renumber(community: Int32Array): number {
  const now = new Int32Array(community.length).fill(-1);
  let count = 0;
  for (let i = 0; i < community.length; i++) {
    const c = community[i]!;
    if (now[c] === -1) now[c] = count++;
    community[i] = now[c]!;
  }
  return count;
}

/** Each community becomes a node of the next level. */
function gather(level: Level, community: Int32Array, k: number): Level {
  const start = new Int32Array(k + 1);
  for (let i = 0; i < level.n; i++) start[community[i]! + 1]!++;
  for (let c = 0; c < k; c++) start[c + 1]! += start[c]!;
  const fill = start.slice();
  const order = new Int32Array(level.n);
  for (let i = 0; i < level.n; i++) order[fill[community[i]!]!++] = i;
  const offsets = new Int32Array(k + 1);
  const targets = new Int32Array(level.targets.length);
  const weights = new Float64Array(level.targets.length);
  const loop = new Float64Array(k);
  const strength = new Float64Array(k);
  const at = new Int32Array(k).fill(-1);
  let arcs = 0;
  for (let c = 0; c < k; c++) {
    const first = arcs;
    for (let m = start[c]!; m < start[c + 1]!; m++) {
      const u = order[m]!;
      loop[c]! += level.loop[u]!;
      strength[c]! += level.strength[u]!;
      for (let a = level.offsets[u]!; a < level.offsets[u + 1]!; a++) {
        const d = community[level.targets[a]!]!;
        const w = level.weights[a]!;
        if (d === c) loop[c]! += w;
        else if (at[d]! >= first) weights[at[d]!]! += w;
        else {
          at[d] = arcs;
          targets[arcs] = d;
          weights[arcs++] = w;
        }
      }
    }
    offsets[c + 1] = arcs;
  }
  return { n: k, offsets, targets: targets.slice(0, arcs), weights: weights.slice(0, arcs), loop, strength };
}

function* once(graph: PackedGraph, resolution: number, random: () => number, run: number, of: number): Work<Partition> {
  let level = groundLevel(graph);
  const community = Int32Array.from({ length: graph.nodeCount }, (_, i) => i);
  const doubled = level.strength.reduce((a, b) => a + b, 0);
  for (;;) {
    const here = Int32Array.from({ length: level.n }, (_, i) => i);
    if (doubled === 0 || !settle(level, here, doubled, resolution, random)) break;
    const k = renumber(here);
    for (let i = 0; i < community.length; i++) community[i] = here[community[i]!]!;
    level = gather(level, here, k);
    yield { done: run, of, stage: 'levels' };
  }
  return partitionOf(graph, community, resolution);
}

/**
 * Blondel, Guillaume, Lambiotte and Lefebvre, Journal of Statistical Mechanics (2008) P10008, on the undirected collapse with
 * tie weights. The outcome depends on the order of nodes; the seed fixes it, and the best of `runs` orders is kept.
 */
export const louvain = {
  id: 'louvain',
  name: 'communities.louvain.name',
  question: 'communities.louvain.question',
  definition: 'communities.louvain.definition',
  parameters: [
    { name: 'resolution', kind: 'number', min: 0.05, max: 20, step: 0.05, default: 1 },
    { name: 'seed', kind: 'number', min: 0, max: 4294967295, step: 1, default: 1 },
    { name: 'runs', kind: 'number', min: 1, max: 100, step: 1, default: 10 },
  ],
  *run(graph, parameters) {
    const random = seededRandom(Number(parameters.seed));
    const resolution = Number(parameters.resolution);
    const runs = Math.floor(Number(parameters.runs));
    let best = yield* once(graph, resolution, random, 0, runs);
    for (let r = 1; r < runs; r++) {
      const other = yield* once(graph, resolution, random, r, runs);
      if (other.modularity > best.modularity) best = other;
    }
    return best;
  },
} as const satisfies CommunityMethod;
