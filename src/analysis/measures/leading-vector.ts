import type { Adjacency } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/** Lanczos vectors between two restarts. */
const BASIS = 30;
const MOST_RESTARTS = 2_000;
/** Error of the vector (residual over the gap to the next eigenvalue) aimed at, and accepted when no more can be had. */
const AIM = 1e-11;
const ACCEPT = 1e-7;

function product(rows: Adjacency, x: Float64Array, into: Float64Array): void {
  const { offsets, targets, weights } = rows;
  for (let i = 0; i < into.length; i++) {
    const end = offsets[i + 1]!;
    let sum = 0;
    if (weights) for (let a = offsets[i]!; a < end; a++) sum += weights[a]! * x[targets[a]!]!;
    else for (let a = offsets[i]!; a < end; a++) sum += x[targets[a]!]!;
    into[i] = sum;
  }
}

export function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

function addScaled(into: Float64Array, x: Float64Array, by: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += by * x[i]!;
}

interface Ritz {
  readonly value: number;
  /** Of the vector, in the Lanczos basis. */
  readonly coefficients: Float64Array;
  /** Residual over the gap to the next value: about the error of the vector. */
  readonly error: number;
}

/** The largest eigenpair of the tridiagonal matrix; `last` is what is left of the next basis vector. */
function leadingRitz(diagonal: readonly number[], beside: readonly number[], last: number): Ritz {
  const k = diagonal.length;
  const { values, vectors } = tridiagonalEigen(diagonal, beside);
  let top = 0;
  for (let j = 1; j < k; j++) if (values[j]! > values[top]!) top = j;
  let second = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < k; j++) if (j !== top && values[j]! > second) second = values[j]!;
  const coefficients = Float64Array.from({ length: k }, (_, j) => vectors[j * k + top]!);
  const residual = Math.abs(last * coefficients[k - 1]!);
  return { value: values[top]!, coefficients, error: residual === 0 ? 0 : residual / (values[top]! - second) };
}

/**
 * The eigenvector of the largest eigenvalue of a connected graph's adjacency matrix (non-negative, length 1), by restarted
 * Lanczos iteration with full reorthogonalisation; null when it does not settle.
 */
export function* leadingVector(
  unscaled: Adjacency,
): Work<{ readonly vector: Float64Array; readonly value: number } | null> {
  // Weights up to 1, so that no product of two leaves the range of numbers.
  const unit = unscaled.weights?.reduce((a, b) => Math.max(a, b), 0) ?? 1;
  const rows = unscaled.weights ? { ...unscaled, weights: unscaled.weights.map((w) => w / unit) } : unscaled;
  const n = rows.offsets.length - 1;
  const most = Math.min(n, BASIS);
  let start = new Float64Array(n);
  for (let i = 0; i < n; i++) start[i] = rows.offsets[i + 1]! - rows.offsets[i]!;
  const basis = Array.from({ length: most }, () => new Float64Array(n));
  let best = Number.POSITIVE_INFINITY;
  let stalled = 0;
  for (let restart = 0; restart < MOST_RESTARTS; restart++) {
    const scale = 1 / Math.sqrt(dot(start, start));
    for (let i = 0; i < n; i++) basis[0]![i] = start[i]! * scale;
    const diagonal: number[] = [];
    const beside: number[] = [];
    let last = 0;
    let found: Ritz | undefined;
    for (let j = 0; j < most; j++) {
      const next = j + 1 < most ? basis[j + 1]! : new Float64Array(n);
      product(rows, basis[j]!, next);
      diagonal.push(dot(next, basis[j]!));
      // A second pass only where the first took most of the vector away, as then rounding is left in (Kahan and Parlett).
      let before = Math.sqrt(dot(next, next));
      for (let pass = 0; pass < 2; pass++) {
        for (let q = 0; q <= j; q++) addScaled(next, basis[q]!, -dot(next, basis[q]!));
        const after = Math.sqrt(dot(next, next));
        if (after > 0.5 * before) break;
        before = after;
      }
      last = Math.sqrt(dot(next, next));
      if (last <= 1e-13 * Math.abs(diagonal[0]! || 1)) {
        last = 0;
        break;
      }
      if (j + 1 === most) break;
      if (j % 4 === 3) {
        found = leadingRitz(diagonal, beside, last);
        if (found.error <= AIM) break;
      }
      found = undefined;
      for (let i = 0; i < n; i++) next[i]! /= last;
      beside.push(last);
    }
    found ??= leadingRitz(diagonal, beside, last);
    const { value, coefficients, error } = found;
    const ritz = new Float64Array(n);
    coefficients.forEach((c, j) => {
      addScaled(ritz, basis[j]!, c);
    });
    start = ritz;
    stalled = error < best * 0.99 ? 0 : stalled + 1;
    best = Math.min(best, error);
    if (error <= AIM || (error <= ACCEPT && stalled > 3)) return { vector: ritz, value: value * unit };
    yield { done: Math.min(11, Math.max(0, -Math.log10(error))), of: 11, stage: 'restarts' };
  }
  return null;
}

/** Rows of the nodes with `keep[i] >= 0`, renumbered to `keep[i]`. */
export function rowsWithin(rows: Adjacency, nodes: Int32Array, keep: Int32Array): Adjacency {
  let arcs = 0;
  for (const i of nodes) arcs += rows.offsets[i + 1]! - rows.offsets[i]!;
  const offsets = new Int32Array(nodes.length + 1);
  const targets = new Int32Array(arcs);
  const weights = rows.weights ? new Float64Array(arcs) : null;
  let k = 0;
  nodes.forEach((old, i) => {
    for (let a = rows.offsets[old]!; a < rows.offsets[old + 1]!; a++) {
      targets[k] = keep[rows.targets[a]!]!;
      if (weights && rows.weights) weights[k] = rows.weights[a]!;
      k++;
    }
    offsets[i + 1] = k;
  });
  return { offsets, targets, weights };
}

/**
 * Sweeps x = Ax/λ in place. Every entry becomes a sum of non-negative terms, so that the small values of far nodes, which
 * Lanczos knows only to the precision of the largest, become right in their own digits.
 */
export function polish(rows: Adjacency, x: Float64Array, value: number): void {
  for (let i = 0; i < x.length; i++) x[i] = Math.abs(x[i]!);
  const { offsets, targets, weights } = rows;
  for (let round = 0; round < 12; round++) {
    for (let i = 0; i < x.length; i++) {
      let sum = 0;
      for (let a = offsets[i]!; a < offsets[i + 1]!; a++) sum += (weights ? weights[a]! : 1) * x[targets[a]!]!;
      x[i] = sum / value;
    }
  }
}
