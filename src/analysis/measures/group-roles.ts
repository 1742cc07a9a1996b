import type { Grouping, Network } from '../graph/network.ts';
import { inOnePiece, measure, type ParameterValues, partly } from './measure.ts';

/** By which attribute nodes are grouped. */
const BY = { name: 'by', kind: 'grouping', default: 'type' } as const;

const groupingOf = (network: Network, { by }: ParameterValues): Grouping | undefined =>
  network.groupings?.get(String(by));

/**
 * Participation coefficient P = 1 − Σ_s (k_s / k)² over groups s, k_s = neighbours in s: 0 = all in one group, towards 1 = spread evenly over many.
 * Guimerà and Amaral, Nature 433 (2005) 895. Undirected collapse; neighbours without a stated group are left out.
 */
export const participation = measure({
  id: 'participation',
  range: 'unit-interval',
  parameters: [BY],
  reads: { direction: false, weights: false },
  run: (network, parameters) =>
    inOnePiece(() => {
      const values = new Float64Array(network.nodeCount);
      const grouping = groupingOf(network, parameters);
      if (!grouping) return partly(values, () => 'no-grouping');
      const { offsets, targets } = network.both;
      const inGroup = new Float64Array(grouping.count);
      const stated = new Float64Array(network.nodeCount);
      for (let i = 0; i < network.nodeCount; i++) {
        let known = 0;
        for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
          const group = grouping.of[targets[a]!]!;
          if (group < 0) continue;
          inGroup[group]!++;
          known++;
        }
        let squares = 0;
        for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
          const group = grouping.of[targets[a]!]!;
          if (group < 0) continue;
          squares += inGroup[group]! ** 2;
          inGroup[group] = 0;
        }
        stated[i] = known;
        values[i] = 1 - squares / (known * known);
      }
      return partly(values, (i) =>
        offsets[i] === offsets[i + 1] ? 'no-links' : stated[i] === 0 ? 'no-links-to-groups' : null,
      );
    }),
});

/**
 * Within-group degree as a z-score: (κ − mean κ) / standard deviation of κ over the members of the group, κ = neighbours in one's own group.
 * Guimerà and Amaral (2005). Undirected collapse. No value where all members have the same κ.
 */
export const withinGroupDegree = measure({
  id: 'within-group-degree',
  range: 'any',
  parameters: [BY],
  reads: { direction: false, weights: false },
  run: (network, parameters) =>
    inOnePiece(() => {
      const n = network.nodeCount;
      const values = new Float64Array(n);
      const grouping = groupingOf(network, parameters);
      if (!grouping) return partly(values, () => 'no-grouping');
      const { of, count } = grouping;
      const { offsets, targets } = network.both;
      const members = new Float64Array(count);
      const sum = new Float64Array(count);
      const squares = new Float64Array(count);
      for (let i = 0; i < n; i++) {
        const group = of[i]!;
        if (group < 0) continue;
        let kin = 0;
        for (let a = offsets[i]!; a < offsets[i + 1]!; a++) if (of[targets[a]!] === group) kin++;
        values[i] = kin;
        members[group]!++;
        sum[group]! += kin;
        squares[group]! += kin * kin;
      }
      // Of whole numbers: members·Σκ² − (Σκ)² is exact, and 0 only where all are equal.
      const spread = squares.map((s, g) => members[g]! * s - sum[g]! ** 2);
      for (let i = 0; i < n; i++) {
        const g = of[i]!;
        if (g >= 0 && spread[g]! > 0) values[i] = (members[g]! * values[i]! - sum[g]!) / Math.sqrt(spread[g]!);
      }
      return partly(values, (i) =>
        of[i]! < 0 ? 'group-not-stated' : spread[of[i]!] === 0 ? 'no-spread-in-group' : null,
      );
    }),
});
