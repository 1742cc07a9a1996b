import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';
import { strongComponentsOf } from '../graph/strong-components.ts';
import { dot } from './leading-vector.ts';
import { type Column, defined, measure, partly, type Work } from './measure.ts';

const MOST_SWEEPS = 100_000;
/** Of a system that has no solution. */
const IN_VAIN = 50;
/** Relative width at which the bounds of the largest eigenvalue meet. */
const MEET = 1e-12;
const MOST_STEPS = 200_000;
const TOLERANCE = 1e-13;

/** Σ over row i of weight × x, within the nodes of the same part. */
function within(rows: Adjacency, of: Int32Array, x: Float64Array, i: number): number {
  const { offsets, targets, weights } = rows;
  let sum = 0;
  for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
    const j = targets[a]!;
    if (of[j] === of[i]) sum += (weights ? weights[a]! : 1) * x[j]!;
  }
  return sum;
}

/**
 * The largest eigenvalue of the adjacency matrix from above: per strong component, power steps of A + s·1 narrow the bounds
 * min and max of (Ax)ᵢ/xᵢ around it (Collatz 1942, Wielandt 1950). 0 where there is no cycle.
 */
export function* largestEigenvalue(rows: Adjacency): Work<number> {
  const n = rows.offsets.length - 1;
  const { of, count } = strongComponentsOf(rows);
  const members: number[][] = Array.from({ length: count }, () => []);
  for (let i = 0; i < n; i++) members[of[i]!]!.push(i);
  let largest = 0;
  let x = new Float64Array(n).fill(1);
  let next = new Float64Array(n).fill(1);
  let walked = 0;
  for (const part of members) {
    if (part.length < 2) continue;
    let shift = 0;
    for (let step = 0; step < MOST_STEPS; step++) {
      let least = Number.POSITIVE_INFINITY;
      let most = 0;
      let top = 0;
      for (const i of part) {
        const ax = within(rows, of, x, i);
        const ratio = ax / x[i]!;
        least = Math.min(least, ratio);
        most = Math.max(most, ratio);
        next[i] = ax + shift * x[i]!;
        top = Math.max(top, next[i]!);
        walked += 1 + rows.offsets[i + 1]! - rows.offsets[i]!;
      }
      if (most - least <= MEET * most || most <= largest || step === MOST_STEPS - 1) {
        largest = Math.max(largest, most);
        break;
      }
      // A shift of half the value makes the part aperiodic; larger ones would slow the steps down.
      if (step === 0) shift = most / 2;
      for (const i of part) next[i]! /= top;
      [x, next] = [next, x];
      if (walked > 2_000_000) {
        walked = 0;
        yield { done: step, of: MOST_STEPS, stage: 'steps' };
      }
    }
  }
  return largest;
}

interface Solution {
  readonly x: Float64Array;
  readonly settled: boolean;
  /** Σ|1 + αAx − x| / Σ x. */
  readonly residual: number;
}

/** Gauss–Seidel sweeps over x = 1 + α·A x, which settle if and only if α is below 1/λ. */
function* solve(rows: Adjacency, alpha: number, sweeps = MOST_SWEEPS): Work<Solution> {
  const { offsets, targets, weights } = rows;
  const n = offsets.length - 1;
  const x = new Float64Array(n).fill(1);
  const perYield = Math.max(1, Math.round(2_000_000 / (n + targets.length + 1)));
  let left = n === 0 ? 0 : 1;
  for (let k = 1; left > TOLERANCE && k <= sweeps; k++) {
    let change = 0;
    let total = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let a = offsets[i]!; a < offsets[i + 1]!; a++) sum += (weights ? weights[a]! : 1) * x[targets[a]!]!;
      const now = 1 + alpha * sum;
      change += Math.abs(now - x[i]!);
      total += now;
      x[i] = now;
    }
    if (!(total < 1e300)) break;
    left = change / total;
    if (k % perYield === 0) yield { done: Math.min(13, Math.max(0, -Math.log10(left))), of: 13, stage: 'sweeps' };
  }
  let off = 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let a = offsets[i]!; a < offsets[i + 1]!; a++) sum += (weights ? weights[a]! : 1) * x[targets[a]!]!;
    off += Math.abs(1 + alpha * sum - x[i]!);
    total += x[i]!;
  }
  return { x, settled: left <= TOLERANCE, residual: total > 0 ? off / total : 0 };
}

/**
 * Katz, Psychometrika 18 (1953) 39: x = 1 + α·Aᵀx, all walks that end at a node, one of k links counting αᵏ. `attenuation` is
 * α as a share of 1/λ, λ the largest eigenvalue (of the largest tie weight where there is no cycle, as then every α will do), or α itself.
 * Follows arrows and tie weights. α of 1/λ or more has no solution: no value then.
 */
export const katz = measure({
  id: 'katz',
  range: 'non-negative',
  parameters: [
    { name: 'attenuation', kind: 'number', min: 0, max: 100, step: 0.01, default: 0.85 },
    { name: 'attenuation-as', kind: 'choice', options: ['share', 'itself'], default: 'share' },
    { name: 'scale', kind: 'choice', options: ['none', 'largest-1', 'length-1'], default: 'none' },
  ],
  reads: { direction: true, weights: true },
  *run(graph: PackedGraph, parameters): Work<Column> {
    const n = graph.nodeCount;
    const lambda = yield* largestEigenvalue(graph.in);
    const given = Number(parameters.attenuation);
    const limit = lambda || graph.weight?.reduce((a, b) => Math.max(a, b), 0) || 1;
    const alpha = parameters['attenuation-as'] === 'itself' ? given : given / limit;
    const facts = { attenuation: alpha, 'largest-eigenvalue': lambda };
    if (lambda > 0 && alpha * lambda >= 1) {
      // No solution, or a meaningless one with negative values; what is left after some sweeps is told all the same.
      const { residual } = yield* solve(graph.in, alpha, IN_VAIN);
      return { ...partly(new Float64Array(n), () => 'not-converged'), facts: { ...facts, residual } };
    }
    const { x, settled, residual } = yield* solve(graph.in, alpha);
    const told = { ...facts, residual };
    if (!settled) return { ...partly(x, () => 'not-converged'), facts: told };
    const scale =
      parameters.scale === 'length-1'
        ? Math.sqrt(dot(x, x))
        : parameters.scale === 'largest-1'
          ? x.reduce((a, b) => Math.max(a, b), 0)
          : 1;
    return { ...defined(x.map((v) => v / scale)), facts: told };
  },
});
