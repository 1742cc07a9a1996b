import type { Network } from '../graph/network.ts';

/** The links of one type, or of all. */
export interface Layer {
  /** Nodes with a link of it. */
  readonly nodes: number;
  /** Pairs of nodes that it links, directions ignored. */
  readonly links: number;
  readonly lines: number;
  /** Links against the pairs of all nodes of the network, and against those of the nodes with a link of it; NaN below two. */
  readonly density: number;
  readonly ownDensity: number;
}

export interface Layers {
  /** By number of the link type. */
  readonly layers: readonly Layer[];
  readonly all: Layer;
  /** Row by row, for each two layers: pairs that both link, and those against the pairs that either links (Jaccard); NaN where neither has any. */
  readonly common: Float64Array;
  readonly overlap: Float64Array;
}

/** Sizes of the layers of a network, one for each type of link, and how far they link the same pairs. Throws without rows. */
export function layersOf(network: Network): Layers {
  const { rows, nodeCount: n } = network;
  if (!rows) throw new RangeError('a network without rows has no layers');
  const count = rows.layer.reduce((most, l) => Math.max(most, l + 1), 0);
  const pairs = Array.from({ length: count }, () => new Set<number>());
  const lines = new Int32Array(count);
  for (let r = 0; r < rows.count; r++) {
    const u = rows.source[r]!;
    const v = rows.target[r]!;
    if (u === v) continue;
    lines[rows.layer[r]!]!++;
    pairs[rows.layer[r]!]!.add(Math.min(u, v) * n + Math.max(u, v));
  }
  const density = (links: number, nodes: number) => (nodes < 2 ? Number.NaN : links / ((nodes * (nodes - 1)) / 2));
  const layer = (linked: ReadonlySet<number>, count: number): Layer => {
    const ends = new Set<number>();
    for (const pair of linked) ends.add(Math.floor(pair / n)).add(pair % n);
    return {
      nodes: ends.size,
      links: linked.size,
      lines: count,
      density: density(linked.size, n),
      ownDensity: density(linked.size, ends.size),
    };
  };
  const all = new Set<number>();
  for (const linked of pairs) for (const pair of linked) all.add(pair);
  const common = new Float64Array(count * count);
  const overlap = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      let shared = 0;
      for (const pair of pairs[a]!) if (pairs[b]!.has(pair)) shared++;
      common[a * count + b] = shared;
      overlap[a * count + b] = shared / (pairs[a]!.size + pairs[b]!.size - shared);
    }
  }
  return {
    layers: pairs.map((linked, l) => layer(linked, lines[l]!)),
    all: layer(
      all,
      lines.reduce((a, b) => a + b, 0),
    ),
    common,
    overlap,
  };
}
