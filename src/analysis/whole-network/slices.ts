import { withinEach } from '../graph/induced.ts';
import { type Network, subNetwork } from '../graph/network.ts';
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
    // Half-open spans meet; a moment, which begins and ends at once, stands in the slice that holds it.
    const stands = (r: number) => {
      const begin = rows.begin[r]!;
      const end = rows.end[r]!;
      return begin < to && (end > from || (begin === end && begin >= from));
    };
    let part = subNetwork(network, stands);
    const lines = part.rows!.count;
    if (nodes === 'active') {
      const of = new Int32Array(network.nodeCount).fill(-1);
      for (let r = 0; r < lines; r++) {
        of[part.rows!.source[r]!] = 0;
        of[part.rows!.target[r]!] = 0;
      }
      for (const { network: active } of withinEach(part, { of, count: 1 })) part = active;
    }
    const values = yield* figures(part);
    slices.push({ from, to, nodes: part.nodeCount, edges: part.edgeCount, lines, figures: values });
    yield { done: i + 1, of: bounds.length - 1, stage: 'slices' };
  }
  return { slices, undated: rows.begin.reduce((k, t) => k + (Number.isNaN(t) ? 1 : 0), 0) };
}
