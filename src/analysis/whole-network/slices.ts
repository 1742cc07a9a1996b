import { withinEach } from '../graph/induced.ts';
import { type Network, subNetwork } from '../graph/network.ts';
import { activeNodes, standsBetween, undatedLines } from '../graph/time-slices.ts';
import type { Work } from '../graph/work.ts';
import type { FigureValue } from './figure.ts';

/** Which lines and nodes a slice of time has. */
export interface Slicing {
  /** Ends of the slices, ascending (ms since 1970 UTC): slice i lasts from `bounds[i]` up to `bounds[i + 1]`. */
  readonly bounds: Float64Array;
  /** `active` = those with a line in the slice; `all` = all nodes of the network in every slice. */
  readonly nodes: 'active' | 'all';
}

export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly nodes: number;
  readonly edges: number;
  /** Lines that may stand in the slice; one that lasted, or of which only an earliest and a latest moment are known, may stand in several. */
  readonly lines: number;
  /** In the order asked for. */
  readonly figures: readonly FigureValue[];
}

export interface Slices {
  readonly slices: readonly Slice[];
  /** Lines in no slice because nothing is known of their time. */
  readonly undated: number;
}

/** The network of each slice, with the lines that may stand in it. Throws without rows. */
export function* slicesOf(
  network: Network,
  { bounds, nodes }: Slicing,
  figures: (network: Network) => Work<readonly FigureValue[]>,
): Work<Slices> {
  const { rows } = network;
  if (!rows) throw new RangeError('a network without rows has no times');
  const slices: Slice[] = [];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const from = bounds[i]!;
    const to = bounds[i + 1]!;
    let part = subNetwork(network, standsBetween(rows, from, to));
    const lines = part.rows!.count;
    if (nodes === 'active') {
      const of = activeNodes(network.nodeCount, part.rows!);
      for (const { network: active } of withinEach(part, { of, count: 1 })) part = active;
    }
    const values = yield* figures(part);
    slices.push({ from, to, nodes: part.nodeCount, edges: part.edgeCount, lines, figures: values });
    yield { done: i + 1, of: bounds.length - 1, stage: 'slices' };
  }
  return { slices, undated: undatedLines(rows) };
}
