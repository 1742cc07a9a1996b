import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';
import { defined, measure, partly } from './measure.ts';
import { addRowWeights } from './strength.ts';

const TOLERANCE = 1e-13;
const MOST_SWEEPS = 20_000;

/**
 * One Gauss–Seidel sweep over y = (1 − d)·1 + d·Pᵀy with `share[j] = y[j] / strength(j)`; returns Σ|change| / Σ y.
 */
function sweep(
  rows: Adjacency,
  damping: number,
  y: Float64Array,
  share: Float64Array,
  perStrength: Float64Array,
): number {
  const { offsets, targets, weights } = rows;
  let change = 0;
  let total = 0;
  for (let i = 0; i < y.length; i++) {
    const end = offsets[i + 1]!;
    let sum = 0;
    if (weights) for (let a = offsets[i]!; a < end; a++) sum += weights[a]! * share[targets[a]!]!;
    else for (let a = offsets[i]!; a < end; a++) sum += share[targets[a]!]!;
    const now = 1 - damping + damping * sum;
    change += Math.abs(now - y[i]!);
    total += now;
    y[i] = now;
    share[i] = now * perStrength[i]!;
  }
  return change / total;
}

/**
 * Brin and Page, Computer Networks 30 (1998) 107. Follows arrows and tie weights; an undirected link is two arcs; the mass
 * of nodes without a way out is spread evenly. That spreading only scales the solution of the system without it (Del Corso,
 * Gullì and Romani, Internet Mathematics 2 (2005) 251), so it is solved without and brought to sum 1.
 */
export const pagerank = measure({
  id: 'pagerank',
  range: 'share',
  parameters: [{ name: 'damping', kind: 'number', min: 0, max: 0.99, step: 0.01, default: 0.85 }],
  reads: { direction: true, weights: true },
  *run(graph: PackedGraph, parameters) {
    const n = graph.nodeCount;
    const damping = Number(parameters.damping);
    const perStrength = addRowWeights(graph.out, new Float64Array(n));
    for (let i = 0; i < n; i++) perStrength[i] = perStrength[i] === 0 ? 0 : 1 / perStrength[i]!;
    const y = new Float64Array(n).fill(1);
    const share = perStrength.slice();
    const perYield = Math.max(1, Math.round(2_000_000 / (n + graph.in.targets.length + 1)));
    let left = n === 0 ? 0 : 1;
    for (let k = 1; left > TOLERANCE; k++) {
      if (k > MOST_SWEEPS) return partly(y, () => 'not-converged');
      left = sweep(graph.in, damping, y, share, perStrength);
      // Progress in digits gained: each sweep gains about the same.
      if (k % perYield === 0) yield { done: Math.min(13, Math.max(0, -Math.log10(left))), of: 13, stage: 'sweeps' };
    }
    let total = 0;
    for (let i = 0; i < n; i++) total += y[i]!;
    for (let i = 0; i < n; i++) y[i]! /= total;
    return defined(y);
  },
});
