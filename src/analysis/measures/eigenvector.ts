import { componentsOf } from '../graph/components.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import { dot, leadingVector, polish, rowsWithin } from './leading-vector.ts';
import { measure, partly } from './measure.ts';

/**
 * Bonacich, Journal of Mathematical Sociology 2 (1972) 113: on the largest component of the undirected collapse, tie weights
 * as strength. `scale`: largest value 1, or length 1 (sum of squares). Nodes outside that component have no value.
 */
export const eigenvector = measure({
  id: 'eigenvector',
  range: 'unit-interval',
  parameters: [{ name: 'scale', kind: 'choice', options: ['largest-1', 'length-1'], default: 'largest-1' }],
  reads: { direction: false, weights: true },
  *run(graph: PackedGraph, parameters) {
    const n = graph.nodeCount;
    const values = new Float64Array(n);
    const { of, sizes } = componentsOf(graph);
    if (graph.edgeCount === 0) return partly(values, () => 'no-links');
    if (sizes.length > 1 && sizes[1] === sizes[0]) return partly(values, () => 'several-largest-components');
    const nodes = Int32Array.from({ length: n }, (_, i) => i).filter((i) => of[i] === 0);
    const keep = new Int32Array(n).fill(-1);
    nodes.forEach((old, i) => {
      keep[old] = i;
    });
    const rows = rowsWithin(graph.both, nodes, keep);
    const found = yield* leadingVector(rows);
    if (!found) return partly(values, (i) => (of[i] === 0 ? 'not-converged' : 'outside-largest-component'));
    const x = found.vector;
    polish(rows, x, found.value);
    const scale = parameters.scale === 'length-1' ? Math.sqrt(dot(x, x)) : x.reduce((a, b) => Math.max(a, b), 0);
    nodes.forEach((old, i) => {
      values[old] = x[i]! / scale;
    });
    return partly(values, (i) => (of[i] === 0 ? null : 'outside-largest-component'));
  },
});
