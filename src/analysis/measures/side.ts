import type { PackedGraph } from '../graph/packed-graph.ts';

/** Which way paths are followed in a directed graph: those that lead to a node, or those that lead away from it. */
const OPTIONS = ['in', 'out'] as const;

/** The parameter `side`, and its default. */
export const sideParameter = (usual: 'in' | 'out') =>
  ({ name: 'side', kind: 'choice', options: OPTIONS, default: usual }) as const;

/** The graph with every arrow turned: what leads away from a node leads to it. The same one when undirected. */
export function turned(graph: PackedGraph): PackedGraph {
  if (!graph.directed) return graph;
  return { ...graph, source: graph.target, target: graph.source, out: graph.in, in: graph.out };
}

/** The graph in which paths into a node are those of the chosen side. */
export const fromSide = (graph: PackedGraph, side: unknown): PackedGraph => (side === 'out' ? turned(graph) : graph);
