import type { Network } from '../graph/network.ts';
import { fillParameters, type ParameterValues } from '../graph/parameters.ts';
import type { Progress, Work } from '../graph/work.ts';
import { type Column, type MeasureDefinition, measureById } from '../measures/index.ts';

/** A measure with its parameters, as a ranking is asked for. */
export interface RankedMeasure {
  readonly measure: string;
  readonly parameters: ParameterValues;
  /** Rank the lowest value first. */
  readonly lowest: boolean;
}

/** Why a study cannot begin: `not-a-ranking` = the measure names groups instead of measuring; `no-lines` = the graph came without its lines. */
export type StudyFailure = 'unknown-method' | 'unfit-parameter' | 'not-a-ranking' | 'no-lines';

export interface Ready {
  readonly definition: MeasureDefinition;
  readonly values: ParameterValues;
}

/** Looks a measure up for a ranking, or says why not. */
export function readyMeasure(network: Network, asked: RankedMeasure): Ready | { readonly failure: StudyFailure } {
  const definition = measureById(asked.measure);
  if (!definition) return { failure: 'unknown-method' };
  if (definition.range === 'label') return { failure: 'not-a-ranking' };
  if (!network.rows) return { failure: 'no-lines' };
  const filled = fillParameters(definition.parameters, asked.parameters);
  return 'unfit' in filled ? { failure: 'unfit-parameter' } : { definition, values: filled.values };
}

/** A measure as one of several pieces: its own progress is passed over in favour of the whole's. */
export function* columnWithin({ definition, values }: Ready, graph: Network, progress: Progress): Work<Column> {
  const work = definition.run(graph, values);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield progress;
  }
}
