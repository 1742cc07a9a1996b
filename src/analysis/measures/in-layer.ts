import { type Network, packingRows, subNetwork } from '../graph/network.ts';
import { type Column, type MeasureDefinition, type ParameterValues, partly, reasonAt, type Work } from './measure.ts';

/**
 * What `run` makes of one layer (the lines of one link type) of a network, as one column: the same nodes, that layer's lines alone, packed as the whole was. Who has
 * no link with another in the layer has no value there: in a multiplex network a node may be absent from a layer, and absence is no low value (Nicosia and
 * Latora, Physical Review E 92 (2015) 032805).
 */
export function* inLayer(network: Network, layer: number, run: (part: Network) => Work<Column>): Work<Column> {
  const { rows, nodeCount } = network;
  if (!rows) return partly(new Float64Array(nodeCount), () => 'no-lines');
  // Packing is done in one piece: told before, so that it can be stopped.
  yield { done: 0, of: 1, stage: 'layers' };
  const part = subNetwork(network, (r) => rows.layer[r] === layer);
  const column = yield* run(part);
  const { offsets } = part.both;
  const absent = (i: number) => offsets[i] === offsets[i + 1];
  const why = partly(column.values, (i) => (absent(i) ? 'not-in-layer' : reasonAt(column, i)));
  return column.facts ? { ...why, facts: column.facts } : why;
}

/** Seconds of one thread that a measure takes over all lines, and in each of so many layers, roughly. Throws without rows. */
export function* layersCost(
  { rows, nodeCount, directed, weight, ...network }: Network,
  layers: number,
  { cost }: MeasureDefinition,
  parameters: ParameterValues,
): Work<readonly number[]> {
  if (!rows) throw new RangeError('a network without rows has no layers');
  if (!cost) return new Array<number>(layers + 1).fill(0);
  const seconds = [cost({ nodeCount, directed, weight, ...network }, parameters)];
  for (let l = 0; l < layers; l++) {
    const keep = Uint8Array.from(rows.layer, (of) => (of === l ? 1 : 0));
    const { graph } = yield* packingRows(nodeCount, rows, { directed, weighted: weight !== null }, keep);
    seconds.push(cost(graph, parameters));
  }
  return seconds;
}
