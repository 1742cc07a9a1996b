import type { PackedGraph } from '../graph/packed-graph.ts';
import { measure, partly, type Work } from './measure.ts';
import { addRowWeights } from './strength.ts';

/**
 * Burt's measures of structural holes (Structural Holes, 1992, chapter 2), all on the undirected collapse with tie strengths: p_ij is the share of
 * i's tie strength spent on contact j.
 */

/**
 * Visits every node that has contacts: `tied[a − start]` is c_ij = (p_ij + Σ_q p_iq p_qj)², how far contact j = `targets[a]` binds i
 * (Burt 1992, 54).
 */
function* bonds(graph: PackedGraph, visit: (i: number, tied: Float64Array, contacts: number) => void): Work<void> {
  const n = graph.nodeCount;
  const { offsets, targets, weights } = graph.both;
  const strength = addRowWeights(graph.both, new Float64Array(n));
  const mark = new Int32Array(n).fill(-1);
  const spent = new Float64Array(n);
  const tied = new Float64Array(n);
  let work = 0;
  for (let i = 0; i < n; i++) {
    const start = offsets[i]!;
    const end = offsets[i + 1]!;
    const share = (a: number) => (weights ? weights[a]! : 1) / strength[i]!;
    for (let a = start; a < end; a++) {
      mark[targets[a]!] = i;
      spent[targets[a]!] = share(a);
    }
    for (let a = start; a < end; a++) {
      const q = targets[a]!;
      const onQ = share(a) / strength[q]!;
      const stop = offsets[q + 1]!;
      for (let b = offsets[q]!; b < stop; b++) {
        const j = targets[b]!;
        if (mark[j] === i) spent[j]! += onQ * (weights ? weights[b]! : 1);
      }
      work += stop - offsets[q]!;
    }
    for (let a = start; a < end; a++) tied[a - start] = spent[targets[a]!]! ** 2;
    if (end > start) visit(i, tied, end - start);
    if (work > 2_000_000) {
      work = 0;
      yield { done: i + 1, of: n, stage: 'egos' };
    }
  }
}

const contactsOf = (graph: PackedGraph, i: number) => graph.both.offsets[i + 1]! - graph.both.offsets[i]!;
const withoutLinks = (graph: PackedGraph) => (i: number) => (contactsOf(graph, i) === 0 ? ('no-links' as const) : null);

/**
 * Burt 1992, 54: Σ_j (p_ij + Σ_q p_iq p_qj)² over i's contacts j. Low = free to play contacts off against each other. Isolates have no value.
 */
export const constraint = measure({
  id: 'constraint',
  range: 'non-negative',
  parameters: [],
  reads: { direction: false, weights: true },
  *run(graph) {
    const values = new Float64Array(graph.nodeCount);
    yield* bonds(graph, (i, tied, contacts) => {
      let sum = 0;
      for (let a = 0; a < contacts; a++) sum += tied[a]!;
      values[i] = sum;
    });
    return partly(values, withoutLinks(graph));
  },
});

/**
 * Coleman–Theil disorder of the constraint over the contacts: Σ_j r_j ln r_j / (N ln N), r_j = c_ij / (C / N) (Burt 1992, 71). 0 = all contacts bind
 * alike, 1 = one contact binds alone. Undefined for isolates and for a single contact, where 0 would be divided by 0.
 */
export const hierarchy = measure({
  id: 'hierarchy',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false, weights: true },
  *run(graph) {
    const values = new Float64Array(graph.nodeCount);
    yield* bonds(graph, (i, tied, contacts) => {
      let all = 0;
      for (let a = 0; a < contacts; a++) all += tied[a]!;
      let sum = 0;
      for (let a = 0; a < contacts; a++) {
        const ratio = (tied[a]! * contacts) / all;
        sum += ratio * Math.log(ratio);
      }
      // Rounding may leave the equal case a hair below 0.
      values[i] = Math.min(1, Math.max(0, sum / (contacts * Math.log(contacts))));
    });
    return partly(values, (i) => {
      const contacts = contactsOf(graph, i);
      return contacts === 0 ? 'no-links' : contacts === 1 ? 'one-contact' : null;
    });
  },
});

/** Effective size of each node's network; 0 where it has no contacts. */
function* effectiveSizes(graph: PackedGraph): Work<Float64Array> {
  const n = graph.nodeCount;
  const { offsets, targets, weights } = graph.both;
  const strength = addRowWeights(graph.both, new Float64Array(n));
  const strongest = new Float64Array(n).fill(1);
  if (weights) {
    for (let i = 0; i < n; i++) {
      strongest[i] = 0;
      for (let a = offsets[i]!; a < offsets[i + 1]!; a++) strongest[i] = Math.max(strongest[i]!, weights[a]!);
    }
  }
  const values = new Float64Array(n);
  const mark = new Int32Array(n).fill(-1);
  let work = 0;
  for (let i = 0; i < n; i++) {
    const start = offsets[i]!;
    const end = offsets[i + 1]!;
    for (let a = start; a < end; a++) mark[targets[a]!] = i;
    let redundant = 0;
    for (let a = start; a < end; a++) {
      const q = targets[a]!;
      const stop = offsets[q + 1]!;
      let closed = 0;
      for (let b = offsets[q]!; b < stop; b++) {
        const j = targets[b]!;
        if (mark[j] === i) closed += weights ? weights[b]! / strongest[j]! : 1;
      }
      redundant += ((weights ? weights[a]! : 1) / strength[i]!) * closed;
      work += stop - offsets[q]!;
    }
    values[i] = end - start - redundant;
    if (work > 2_000_000) {
      work = 0;
      yield { done: i + 1, of: n, stage: 'egos' };
    }
  }
  return values;
}

/**
 * Burt 1992, 52: Σ_j (1 − Σ_q p_iq m_jq) over i's contacts j, m_jq = tie of j and q against j's strongest tie; unweighted, contacts − 2t/contacts with
 * t links among them (Borgatti, Connections 20 (1997) 35). Isolates have no value.
 */
export const effectiveSize = measure({
  id: 'effective-size',
  range: 'non-negative',
  parameters: [],
  reads: { direction: false, weights: true },
  *run(graph) {
    return partly(yield* effectiveSizes(graph), withoutLinks(graph));
  },
});

/** Effective size against the number of contacts (Burt 1992, 53): 1 = no contact leads to another. Isolates have no value. */
export const efficiency = measure({
  id: 'efficiency',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false, weights: true },
  *run(graph) {
    const values = yield* effectiveSizes(graph);
    for (let i = 0; i < values.length; i++) values[i]! /= contactsOf(graph, i) || 1;
    return partly(values, withoutLinks(graph));
  },
});
