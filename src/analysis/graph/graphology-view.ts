import type Graph from 'graphology';
import { DirectedGraph, UndirectedGraph } from 'graphology';
import type { PackedGraph } from './packed-graph.ts';

/** The packed graph as a graphology graph; node keys are the node numbers as text, edges carry `weight` when weighted. */
export function graphologyView(graph: PackedGraph): Graph {
  const view = graph.directed ? new DirectedGraph() : new UndirectedGraph();
  for (let i = 0; i < graph.nodeCount; i++) view.addNode(String(i));
  for (let e = 0; e < graph.edgeCount; e++) {
    const attributes = graph.weight ? { weight: graph.weight[e]! } : {};
    view.addEdge(String(graph.source[e]), String(graph.target[e]), attributes);
  }
  return view;
}
