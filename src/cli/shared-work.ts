import { availableParallelism } from 'node:os';
import type { PackedGraph } from '#analysis/graph/packed-graph';
import {
  addShares,
  type Column,
  finish,
  type MeasureDefinition,
  type ParameterValues,
  sharesOf,
} from '#analysis/measures/index';
import type { AnalysisContract } from '#analysis/worker-contract';
import { Pool } from '#threads/pool';
import type { Line } from '#threads/port';
import { failed } from '#threads/protocol';

/** Node-link steps from which starting threads pays: about a second of work. */
const WORTH_SHARING = 100_000_000;
const MOST_WORKERS = 8;

/**
 * The column of a measure; a long one that is a sum over sources is shared out over worker threads, where these can be opened.
 * A worker that fails is no reason to fail: the work is then done here.
 */
export async function columnOf(
  graph: PackedGraph,
  definition: MeasureDefinition,
  parameters: ParameterValues,
  open: (() => Line) | undefined,
): Promise<Column> {
  const { split } = definition;
  const workers = Math.min(MOST_WORKERS, availableParallelism());
  const work = graph.nodeCount * (graph.nodeCount + graph.out.targets.length);
  if (!split || !open || workers < 2 || work < WORTH_SHARING) return finish(definition.run(graph, parameters));
  const pool = new Pool<AnalysisContract>(workers, open);
  const shares = await Promise.all(
    sharesOf(graph.nodeCount).map((share) =>
      pool.run(
        'measure-share',
        { measure: definition.id, parameters, share },
        { revision: 'network', load: () => ({ data: graph }) },
      ),
    ),
  );
  pool.end();
  const sums: (readonly Float64Array[])[] = [];
  for (const share of shares) {
    if (failed(share)) return finish(definition.run(graph, parameters));
    sums.push(share.result);
  }
  return split.join(graph, parameters, addShares(sums));
}
