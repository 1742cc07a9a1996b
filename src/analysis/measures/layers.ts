import { layerPairs } from '../graph/layer-pairs.ts';
import type { Network } from '../graph/network.ts';
import { type Column, inOnePiece, measure, partly, type ReasonCode, type Work } from './measure.ts';

/** Degree of node i in layer l (a link type) at i · count + l: distinct neighbours; incoming plus outgoing when directed. */
export interface LayerDegrees {
  readonly count: number;
  /** Layers with any link between two nodes. */
  readonly used: number;
  readonly degree: Int32Array;
}

/** The node × layer table of Battiston, Nicosia and Latora, Physical Review E 89 (2014) 032804. Undefined where the lines are not known one by one. */
export function layerDegrees({ rows, nodeCount: n, directed }: Network): LayerDegrees | undefined {
  if (!rows) return undefined;
  const { count, source, target, layer } = layerPairs(n, rows, directed);
  const degree = new Int32Array(n * count);
  for (let k = 0; k < source.length; k++) {
    degree[source[k]! * count + layer[k]!]!++;
    degree[target[k]! * count + layer[k]!]!++;
  }
  return { count, degree, used: new Set(layer).size };
}

const lines = {
  reads: { direction: true, weights: false },
  readsLines: () => true,
  acrossLayers: true,
  parameters: [],
} as const;

/** A column from the degrees of each node per layer; `value` gives NaN where `why` has a reason. */
function overLayers(
  network: Network,
  value: (degrees: Int32Array, used: number) => number,
  why: (degrees: Int32Array, used: number) => ReasonCode | null = () => null,
): Work<Column> {
  return inOnePiece(() => {
    const n = network.nodeCount;
    const values = new Float64Array(n);
    const table = layerDegrees(network);
    if (!table) return partly(values, () => 'no-lines');
    const { count, degree, used } = table;
    const of = (i: number) => degree.subarray(i * count, (i + 1) * count);
    for (let i = 0; i < n; i++) values[i] = value(of(i), used);
    return partly(values, (i) => why(of(i), used));
  });
}

const sum = (degrees: Int32Array) => degrees.reduce((a, k) => a + k, 0);

/** In how many layers a node has links. Nicosia and Latora, Physical Review E 92 (2015) 032805. */
export const layersPresent = measure({
  id: 'layers-present',
  range: 'count',
  ...lines,
  run: (network) => overLayers(network, (degrees) => degrees.reduce((a, k) => a + (k > 0 ? 1 : 0), 0)),
});

/** Sum over layers of the degree within the layer. Battiston, Nicosia and Latora (2014). */
export const overlappingDegree = measure({
  id: 'overlapping-degree',
  range: 'count',
  ...lines,
  run: (network) => overLayers(network, sum),
});

/**
 * L/(L − 1) · (1 − Σ (k_l / o)²), k_l = degree in layer l, o = their sum, L = layers with links at all: 0 = all in one layer, 1 = evenly in all.
 * Battiston, Nicosia and Latora (2014).
 */
export const layerParticipation = measure({
  id: 'layer-participation',
  range: 'unit-interval',
  ...lines,
  run: (network) =>
    overLayers(
      network,
      (degrees, used) => {
        const all = sum(degrees);
        return (used / (used - 1)) * (1 - degrees.reduce((a, k) => a + (k / all) ** 2, 0));
      },
      (degrees, used) => (sum(degrees) === 0 ? 'no-links' : used < 2 ? 'one-layer' : null),
    ),
});
