import type { Adjacency, PackedGraph } from './packed-graph.ts';

/**
 * Rows with link lengths made from tie strengths: `inverse` = 1 / weight (strong ties are short), `same` = weight.
 * Null when lengths play no part: unasked, or the graph is unweighted.
 */
export function lengthsOf(graph: PackedGraph, rows: Adjacency, length: unknown): Adjacency | null {
  if (!graph.weight || !rows.weights || (length !== 'inverse' && length !== 'same')) return null;
  if (length === 'same') return rows;
  return { offsets: rows.offsets, targets: rows.targets, weights: rows.weights.map((w) => 1 / w) };
}
