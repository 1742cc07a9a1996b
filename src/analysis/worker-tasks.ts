import type { Ended, Handlers } from '#threads/serve';
import { buffersOf, communityMethodById, isRefusal } from './communities/index.ts';
import type { Network } from './graph/network.ts';
import { fillParameters, type Parameter, type ParameterValues } from './graph/parameters.ts';
import type { Progress, Work } from './graph/work.ts';
import { keyPlayerHandlers } from './key-players/tasks.ts';
import { layoutById, qualityOf } from './layouts/index.ts';
import { inLayer, linkMeasureById, measureById, withinGroups } from './measures/index.ts';
import { answerPaths } from './paths/index.ts';
import { studyHandlers } from './studies/index.ts';
import { networkHandlers } from './whole-network/tasks.ts';
import type { AnalysisContract } from './worker-contract.ts';

/** Looks a definition up, fills its parameters in, and runs `work`; `buffers` names what of its result is handed over. */
function* method<D extends { readonly parameters: readonly Parameter[] }, R>(
  graph: Network | undefined,
  definition: D | undefined,
  given: ParameterValues,
  work: (graph: Network, definition: D, values: ParameterValues) => Work<R> | undefined,
  buffers: (result: R) => readonly (ArrayBufferView | null)[],
): Generator<Progress, Ended<R>, void> {
  if (!graph) return { failure: 'not-loaded' };
  if (!definition) return { failure: 'unknown-method' };
  const filled = fillParameters(definition.parameters, given);
  if ('unfit' in filled) return { failure: 'unfit-parameter', detail: filled.unfit };
  const steps = work(graph, definition, filled.values);
  if (!steps) return { failure: 'cannot-be-shared' };
  const result = yield* steps;
  const transfer = new Set<ArrayBuffer>();
  for (const view of buffers(result)) if (view && view.buffer instanceof ArrayBuffer) transfer.add(view.buffer);
  return { result, transfer: [...transfer] };
}

/** The tasks of the analysis worker, whichever thread serves them. */
export const analysisHandlers: Handlers<AnalysisContract> = {
  ...studyHandlers,
  ...keyPlayerHandlers,
  ...networkHandlers,
  measure: ({ measure, parameters, within, layer }, { data, part }) =>
    method(
      data,
      measureById(measure),
      parameters,
      (whole, m, values) => {
        const run = (graph: Network, tell?: typeof part) =>
          within === undefined ? m.run(graph, values, tell) : withinGroups(graph, within, m, values);
        return layer === undefined ? run(whole, part) : inLayer(whole, layer, run);
      },
      (column) => [column.values, column.reason],
    ),
  'measure-share': ({ measure, parameters, share }, { data }) =>
    method(
      data,
      measureById(measure) ?? linkMeasureById(measure),
      parameters,
      (graph, m, values) => m.split?.share(graph, values, share),
      (sums) => sums,
    ),
  'link-measure': ({ measure, parameters }, { data }) =>
    method(
      data,
      linkMeasureById(measure),
      parameters,
      (graph, m, values) => m.run(graph, values),
      (column) => [column.values, column.reason],
    ),
  *communities({ method: id, parameters }, { data }) {
    const ended = yield* method(
      data,
      communityMethodById(id),
      parameters,
      (graph, m, values) => m.run(graph, values),
      buffersOf,
    );
    if ('failure' in ended) return ended;
    const { result, transfer } = ended;
    if (isRefusal(result)) return { failure: result.refused, detail: String(result.most) };
    return { result, ...(transfer && { transfer }) };
  },
  layout: ({ layout, parameters, subject }, { data }) =>
    method(
      data,
      layoutById(layout),
      parameters,
      (graph, l, values) => l.run(graph, subject, values),
      (positions) => [positions],
    ),
  *'layout-quality'({ positions, radii }, { data }) {
    if (!data) return { failure: 'not-loaded' };
    return { result: yield* qualityOf(data, positions, radii) };
  },
  *paths(request, { data }) {
    if (!data?.rows) return { failure: 'not-loaded' };
    const answer = yield* answerPaths(data.nodeCount, data.rows, request);
    if (!('refused' in answer)) return { result: answer };
    return { failure: answer.refused, ...(answer.detail !== undefined && { detail: answer.detail }) };
  },
};
