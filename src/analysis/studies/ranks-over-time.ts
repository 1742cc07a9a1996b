import { withinEach } from '../graph/induced.ts';
import { type Network, subNetwork } from '../graph/network.ts';
import { activeNodes, standsBetween, undatedLines } from '../graph/time-slices.ts';
import type { Work } from '../graph/work.ts';
import { columnWithin, type Ready } from './ranked-measure.ts';
import { placesOf } from './ranking.ts';

/** A ranking over the lines that may stand in a slice of time, among those who have one. */
export interface SliceRanking {
  readonly from: number;
  readonly to: number;
  /** Lines that may stand in it; one that lasted may stand in several slices. */
  readonly lines: number;
  /** Entities with such a line. */
  readonly nodes: number;
  readonly edges: number;
  /** Of each node of the network; NaN for who has no line in the slice, or no value there. */
  readonly values: Float64Array;
  /** First place held, from 1; 0 where there is no value, and where all of several are equal: then nobody stands before anybody. */
  readonly places: Int32Array;
}

export interface RanksOverTime {
  readonly slices: readonly SliceRanking[];
  /** Lines in no slice, because nothing is known of their time. */
  readonly undated: number;
}

/**
 * One ranking for each slice of time, `bounds[i]` up to `bounds[i + 1]` (ms since 1970 UTC, ascending), over the network of those who have a line in
 * it: who is not there has no rank, so that an absence is never a low rank. Throws without rows.
 */
export function* ranksOverTime(
  network: Network,
  ready: Ready,
  lowest: boolean,
  bounds: Float64Array,
): Work<RanksOverTime> {
  const { rows } = network;
  if (!rows) throw new RangeError('a network without rows has no times');
  const slices: SliceRanking[] = [];
  const of = Math.max(0, bounds.length - 1);
  for (let i = 0; i < of; i++) {
    const progress = { done: i, of, stage: 'slices' };
    yield progress;
    const [from, to] = [bounds[i]!, bounds[i + 1]!];
    const part = subNetwork(network, standsBetween(rows, from, to));
    const values = new Float64Array(network.nodeCount).fill(Number.NaN);
    const places = new Int32Array(network.nodeCount);
    let [nodeCount, edges] = [0, 0];
    const active = { of: activeNodes(network.nodeCount, part.rows!), count: 1 };
    for (const { nodes, network: slice } of part.rows!.count > 0 ? withinEach(part, active) : []) {
      [nodeCount, edges] = [slice.nodeCount, slice.edgeCount];
      const column = yield* columnWithin(ready, slice, progress);
      const held = placesOf(column, lowest);
      nodes.forEach((node, k) => {
        values[node] = column.values[k]!;
        places[node] = held[k]!;
      });
    }
    slices.push({ from, to, lines: part.rows!.count, nodes: nodeCount, edges, values, places });
  }
  return { slices, undated: undatedLines(rows) };
}
