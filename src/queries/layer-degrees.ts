import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { type AnalysisDesk, type Derivation, derivation, type Figure, type RunOptions } from './analysis.ts';
import type { GraphRequest } from './packing.ts';

/** Who has how many links of which type. */
export interface LayerDegreesResult extends Derivation {
  /** Link types. */
  readonly layers: readonly string[];
  /** Degree in each layer, in the order of `layers`. */
  readonly rows: readonly { readonly id: Id; readonly degrees: readonly number[] }[];
}

/** The degree of every entity in every link type of the graph asked for. */
export async function degreesByLayer(
  desk: AnalysisDesk,
  state: CaseState,
  request: GraphRequest,
  run: RunOptions = {},
): Promise<Figure<LayerDegreesResult>> {
  const began = performance.now();
  const packed = await desk.pack(state, request, { rows: true }, run);
  if ('failure' in packed) return { ok: false, code: packed.failure };
  const outcome = await desk.ask('layer-degrees', {}, packed, run);
  if ('failure' in outcome) return { ok: false, code: outcome.failure };
  const { count, degree } = outcome.result;
  return {
    ok: true,
    figure: {
      layers: packed.layers ?? [],
      rows: packed.ids.map((id, i) => ({ id, degrees: [...degree.subarray(i * count, (i + 1) * count)] })),
      ...derivation(request, packed, {}, began),
    },
  };
}
