import type { LinkRows } from './network.ts';

/** The distinct links of each layer (link type): parallel lines of a layer are one, loops none. */
export interface LayerPairs {
  readonly count: number;
  /** One entry for each link and layer it is in: ends and layer. Directed: one for each arrow. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly layer: Int32Array;
}

export function layerPairs(nodeCount: number, rows: LinkRows, directed: boolean): LayerPairs {
  const count = rows.layer.reduce((most, layer) => Math.max(most, layer + 1), 0);
  const pairs = new Map<number, number>();
  const seen = new Set<number>();
  const source: number[] = [];
  const target: number[] = [];
  const layers: number[] = [];
  const add = (u: number, v: number, layer: number) => {
    const key = directed || u < v ? u * nodeCount + v : v * nodeCount + u;
    const number = pairs.get(key) ?? pairs.size;
    pairs.set(key, number);
    const entry = number * count + layer;
    if (seen.has(entry)) return;
    seen.add(entry);
    source.push(u);
    target.push(v);
    layers.push(layer);
  };
  for (let r = 0; r < rows.count; r++) {
    const u = rows.source[r]!;
    const v = rows.target[r]!;
    if (u === v) continue;
    add(u, v, rows.layer[r]!);
    if (directed && !rows.arrow[r]) add(v, u, rows.layer[r]!);
  }
  return {
    count,
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    layer: Int32Array.from(layers),
  };
}
