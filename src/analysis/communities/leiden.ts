import type { Parameter } from '../graph/parameters.ts';
import { shuffled } from '../graph/seeded-random.ts';
import type { Progress } from '../graph/work.ts';
import type { CommunityMethod } from './community-method.ts';
import { type Ground, gather, type Level, renumber, settle } from './level.ts';
import { RESOLUTION, SEEDED_RUNS, seededRuns } from './seeded-runs.ts';

/** θ of the paper, in mean link weights: how far a merge of less gain still has a chance. */
const THETA = 0.05;

/** Iterations of one run at most; small networks settle within five, 10,000 nodes within twenty. */
const ITERATIONS = {
  name: 'iterations',
  kind: 'number',
  min: 1,
  max: 1000,
  step: 1,
  default: 100,
} as const satisfies Parameter;

/**
 * Within each group, nodes that are well tied to it merge with well-tied parts of it: those of a gain, the greater the likelier (the paper's
 * `RefinePartition` and `MergeNodesSubset`). Returns the part of each node; every part is γ-connected.
 */
function refine(
  level: Level,
  community: Int32Array,
  k: number,
  ground: Ground,
  resolution: number,
  random: () => number,
): Int32Array {
  const { n, offsets, targets, weights, strength } = level;
  const scale = resolution / ground.doubled;
  const theta = (THETA * ground.doubled) / (2 * ground.links);
  const whole = new Float64Array(k);
  for (let i = 0; i < n; i++) whole[community[i]!]! += strength[i]!;
  const part = new Int32Array(n);
  /** Weight between a part and the rest of its group. */
  const outward = new Float64Array(n);
  for (let u = 0; u < n; u++) {
    part[u] = u;
    const c = community[u]!;
    let sum = 0;
    const end = offsets[u + 1]!;
    for (let a = offsets[u]!; a < end; a++) if (community[targets[a]!] === c) sum += weights[a]!;
    outward[u] = sum;
  }
  const total = strength.slice();
  const joined = new Uint8Array(n);
  const toward = new Float64Array(n);
  const near = new Int32Array(n + 1);
  const gains = new Float64Array(n + 1);
  // Rounding must not make a part that is just well tied seem loose.
  const wellTied = (d: number, w: number) => {
    const expected = scale * total[d]! * (w - total[d]!);
    return outward[d]! >= expected - 1e-12 * expected;
  };
  for (const u of shuffled(n, random)) {
    const c = community[u]!;
    const w = whole[c]!;
    if (joined[u] === 1 || outward[u] === 0 || !wellTied(u, w)) continue;
    let found = 0;
    const end = offsets[u + 1]!;
    for (let a = offsets[u]!; a < end; a++) {
      const v = targets[a]!;
      if (community[v] !== c) continue;
      const d = part[v]!;
      if (toward[d] === 0) near[found++] = d;
      toward[d]! += weights[a]!;
    }
    const per = scale * strength[u]!;
    let most = -1;
    for (let j = 0; j < found; j++) {
      const d = near[j]!;
      const gain = toward[d]! - per * total[d]!;
      gains[j] = gain >= 0 && wellTied(d, w) ? gain : -1;
      if (gains[j]! > most) most = gains[j]!;
    }
    if (most >= 0) {
      const d = draw(near, gains, found, most, theta, random);
      part[u] = d;
      joined[d] = 1;
      joined[u] = 1;
      total[d]! += strength[u]!;
      outward[d]! += outward[u]! - 2 * toward[d]!;
    }
    for (let j = 0; j < found; j++) toward[near[j]!] = 0;
  }
  return part;
}

/** One of the first `found` of `near` by chance, each of a gain that is not negative with weight exp(gain / θ). */
function draw(
  near: Int32Array,
  gains: Float64Array,
  found: number,
  most: number,
  theta: number,
  random: () => number,
): number {
  let sum = 0;
  for (let j = 0; j < found; j++) {
    if (gains[j]! < 0) continue;
    gains[j] = Math.exp((gains[j]! - most) / theta);
    sum += gains[j]!;
  }
  let left = random() * sum;
  let chosen = -1;
  for (let j = 0; j < found; j++) {
    if (gains[j]! < 0) continue;
    chosen = near[j]!;
    left -= gains[j]!;
    if (left < 0) break;
  }
  return chosen;
}

/** One run: iterations of moving, refining and gathering, until one moves nothing. */
export function* leidenOnce(
  ground: Ground,
  resolution: number,
  random: () => number,
  progress: Progress,
  most: number = ITERATIONS.default,
): Generator<Progress, Int32Array, void> {
  const { n, doubled } = ground;
  const community = Int32Array.from({ length: n }, (_, i) => i);
  if (doubled === 0) return community;
  for (let iteration = 0; iteration < most; iteration++) {
    let level: Level = ground;
    let here = community.slice();
    const nodeOf = Int32Array.from({ length: n }, (_, i) => i);
    let moved = false;
    for (;;) {
      if (settle(level, here, doubled, resolution, random)) moved = true;
      const k = renumber(here);
      if (k === level.n) break;
      const part = refine(level, here, k, ground, resolution, random);
      const r = renumber(part);
      if (r === level.n) {
        // Only where no merge gains or loses anything: each for itself is as good.
        here = Int32Array.from({ length: level.n }, (_, i) => i);
        break;
      }
      const next = new Int32Array(r);
      for (let i = 0; i < level.n; i++) next[part[i]!] = here[i]!;
      for (let i = 0; i < n; i++) nodeOf[i] = part[nodeOf[i]!]!;
      level = gather(level, part, r);
      here = next;
      yield progress;
    }
    for (let i = 0; i < n; i++) community[i] = here[nodeOf[i]!]!;
    if (!moved) break;
  }
  return community;
}

/**
 * Traag, Waltman and van Eck, Scientific Reports 9 (2019) 5233, on the undirected collapse with tie weights, for modularity: θ = 0.05 of the
 * mean link weight; a node stays out of every part only where each merge loses. Every group is connected, and no two groups would gain by
 * merging, after each iteration; once one moves nothing, no node would gain by moving either. The outcome depends on chance, which the seed fixes.
 */
export const leiden = {
  id: 'leiden',
  name: 'communities.leiden.name',
  question: 'communities.leiden.question',
  definition: 'communities.leiden.definition',
  parameters: [RESOLUTION, ...SEEDED_RUNS, ITERATIONS],
  run: (graph, parameters) =>
    seededRuns(graph, parameters, Number(parameters.resolution), (ground, resolution, random, progress) =>
      leidenOnce(ground, resolution, random, progress, Number(parameters.iterations)),
    ),
} as const satisfies CommunityMethod;
