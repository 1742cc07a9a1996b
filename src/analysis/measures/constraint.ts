import { measure, partly } from './measure.ts';
import { addRowWeights } from './strength.ts';

/**
 * Burt, Structural Holes (1992) 54: Σ_j (p_ij + Σ_q p_iq p_qj)² over i's contacts j, where p_ij is the share of i's tie
 * strength spent on j. Low = free to play contacts off against each other. Undirected collapse; isolates have no value.
 */
export const constraint = measure({
  id: 'constraint',
  range: 'non-negative',
  parameters: [],
  reads: { direction: false, weights: true },
  *run(graph) {
    const n = graph.nodeCount;
    const { offsets, targets, weights } = graph.both;
    const strength = addRowWeights(graph.both, new Float64Array(n));
    const values = new Float64Array(n);
    const mark = new Int32Array(n).fill(-1);
    const spent = new Float64Array(n);
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
      let sum = 0;
      for (let a = start; a < end; a++) sum += spent[targets[a]!]! ** 2;
      values[i] = sum;
      if (work > 2_000_000) {
        work = 0;
        yield { done: i + 1, of: n, stage: 'egos' };
      }
    }
    return partly(values, (i) => (offsets[i] === offsets[i + 1] ? 'no-links' : null));
  },
});
