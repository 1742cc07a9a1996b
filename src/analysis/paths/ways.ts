import { type Adjacency, packGraph } from '../graph/packed-graph.ts';
import type { PathRows } from './path-rows.ts';

/**
 * How long a link is. `links`: each counts one. `inverse`: 1 / weight, so that strong ties are short (Newman 2001); weights of parallel links add first.
 * `same`: the weight is the length; of parallel links the shortest counts.
 */
export type LengthKind = 'links' | 'inverse' | 'same';

/** Where one can go from each node, and from where one comes: simple rows, neighbours ascending; `weights` are lengths, null where each link counts one. */
export interface Ways {
  readonly nodeCount: number;
  readonly out: Adjacency;
  readonly into: Adjacency;
  /** Neighbours whatever the arrows. */
  readonly both: Adjacency;
}

/**
 * Ways over the kept rows. Loops lead nowhere and are left out. Throws RangeError for a length that is not positive and finite: the caller has checked
 * its weights.
 */
export function waysOf(
  nodeCount: number,
  rows: Pick<PathRows, 'count' | 'source' | 'target' | 'arrow' | 'weight'>,
  keep: Uint8Array | null,
  options: { readonly arrows: boolean; readonly length: LengthKind },
): Ways {
  const { arrows, length } = options;
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  const at = new Map<number, number>();
  const arc = (u: number, v: number, w: number) => {
    // Where every link counts one, whoever packs them merges them.
    if (length === 'links') {
      source.push(u);
      target.push(v);
      return;
    }
    const key = u * nodeCount + v;
    const known = at.get(key);
    if (known === undefined) {
      at.set(key, source.length);
      source.push(u);
      target.push(v);
      weight.push(w);
    } else weight[known] = length === 'inverse' ? weight[known]! + w : Math.min(weight[known]!, w);
  };
  for (let r = 0; r < rows.count; r++) {
    if (keep && keep[r] === 0) continue;
    const u = rows.source[r]!;
    const v = rows.target[r]!;
    if (u === v) continue;
    const w = rows.weight[r]!;
    if (arrows) {
      arc(u, v, w);
      if (rows.arrow[r] === 0) arc(v, u, w);
    } else if (u < v) arc(u, v, w);
    else arc(v, u, w);
  }
  const lengths =
    length === 'links' ? undefined : length === 'same' ? weight : weight.map((w) => Math.min(1 / w, Number.MAX_VALUE));
  const graph = packGraph({ nodeCount, source, target, weight: lengths, directed: arrows });
  return { nodeCount, out: graph.out, into: graph.in, both: graph.both };
}

/** Length of the link from one node to its neighbour; NaN where there is none. */
export function lengthBetween(rows: Adjacency, u: number, v: number): number {
  let low = rows.offsets[u]!;
  let high = rows.offsets[u + 1]! - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const t = rows.targets[mid]!;
    if (t === v) return rows.weights ? rows.weights[mid]! : 1;
    if (t < v) low = mid + 1;
    else high = mid - 1;
  }
  return Number.NaN;
}
