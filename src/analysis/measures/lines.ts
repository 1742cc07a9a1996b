import { multigraph } from '../graph/multigraph.ts';
import type { Network } from '../graph/network.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import type { ParameterValues } from '../graph/parameters.ts';

/** Whether parallel lines are one link or as many as there are. */
export const PARALLEL = {
  name: 'parallel',
  kind: 'choice',
  options: ['merged', 'counted'],
  default: 'merged',
} as const;

/** Whether a line from a node to itself counts. */
export const LOOPS = {
  name: 'loops',
  kind: 'choice',
  options: ['left-out', 'counted'],
  default: 'left-out',
} as const;

/** Whether a measure with these parameters must know the lines one by one. */
export const readsLines = ({ parallel, loops }: ParameterValues): boolean =>
  parallel === 'counted' || loops === 'counted';

export const linesOf = (network: Network, { parallel }: ParameterValues): PackedGraph =>
  parallel === 'counted' ? multigraph(network) : network;

/** Adds, per node, the number of its loops to `into`, each once or, where both of its ends count, twice. */
export function addLoops(network: Network, parameters: ParameterValues, ends: 1 | 2, into: Float64Array): void {
  const { rows } = network;
  if (parameters.loops !== 'counted' || (!rows && network.loopRows === 0)) return;
  if (!rows) throw new RangeError('the lines of this network are not known one by one');
  const merged = parameters.parallel !== 'counted';
  const seen = new Set<number>();
  for (let r = 0; r < rows.count; r++) {
    const u = rows.source[r]!;
    if (u !== rows.target[r] || (merged && seen.has(u))) continue;
    seen.add(u);
    into[u]! += ends;
  }
}
