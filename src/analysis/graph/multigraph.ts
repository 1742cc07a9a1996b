import type { Network } from './network.ts';
import { compressedRows, type PackedGraph } from './packed-graph.ts';

/**
 * The network with its parallel lines side by side: a neighbour stands in a node's row once for each line, with that line's weight. Loops are left
 * out. Not for code that takes each neighbour to stand there once. Throws without rows, unless nothing was merged.
 */
export function multigraph(network: Network): PackedGraph {
  const { rows, directed, nodeCount: n } = network;
  if (!rows && network.parallelRows === 0) return network;
  if (!rows) throw new RangeError('the lines of this network are not known one by one');
  const source: number[] = [];
  const target: number[] = [];
  const weights: number[] = [];
  const arc = (u: number, v: number, w: number) => {
    source.push(u);
    target.push(v);
    weights.push(w);
  };
  for (let r = 0; r < rows.count; r++) {
    const u = rows.source[r]!;
    const v = rows.target[r]!;
    if (u === v) continue;
    arc(u, v, rows.weight[r]!);
    if (directed && !rows.arrow[r]) arc(v, u, rows.weight[r]!);
  }
  const from = Int32Array.from(source);
  const to = Int32Array.from(target);
  const weight = network.weight ? Float64Array.from(weights) : null;
  const both = compressedRows(n, from, to, weight, true);
  return {
    nodeCount: n,
    edgeCount: from.length,
    directed,
    source: from,
    target: to,
    weight,
    both,
    out: directed ? compressedRows(n, from, to, weight, false) : both,
    in: directed ? compressedRows(n, to, from, weight, false) : both,
    loopRows: network.loopRows,
    parallelRows: 0,
  };
}
