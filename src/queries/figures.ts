import { useQueryClient } from '@tanstack/react-query';
import type { CaseState } from '#domain/change/case-state';
import {
  type CommunityResult,
  type Figure,
  type GraphRequest,
  type MeasureResult,
  type ParameterValues,
  type RunOptions,
  useAnalysis,
} from './analysis.ts';
import { useOpenCase } from './case-context.ts';

/** Everything a figure depends on; the same question at the same revision is answered from memory. */
function keyOf(localId: string, kind: string, id: string, request: GraphRequest, parameters: ParameterValues) {
  const { scope, directed, weights, revision } = request;
  const ids = (set: ReadonlySet<string> | undefined) => (set ? [...set].sort().join(' ') : null);
  return [
    'figure',
    localId,
    revision,
    kind,
    id,
    scope.kind,
    scope.events ?? false,
    ids(scope.entities),
    ids(scope.links),
    directed,
    weights,
    parameters,
  ];
}

class Unanswered extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Asks the analysis workers, remembering answers for as long as somebody may go back to them. */
export function useFigures() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  const ask = async <R>(key: readonly unknown[], run: () => Promise<Figure<R>>): Promise<Figure<R>> => {
    try {
      const figure = await client.fetchQuery({
        queryKey: key,
        queryFn: async () => {
          const answer = await run();
          if (!answer.ok) throw new Unanswered(answer.code);
          return answer.figure;
        },
      });
      return { ok: true, figure };
    } catch (error) {
      if (error instanceof Unanswered) return { ok: false, code: error.code };
      throw error;
    }
  };
  return {
    measure: (state: CaseState, request: GraphRequest, id: string, parameters: ParameterValues, run: RunOptions) =>
      ask<MeasureResult>(keyOf(localId, 'measure', id, request, parameters), () =>
        desk.measure(state, request, id, parameters, run),
      ),
    communities: (state: CaseState, request: GraphRequest, id: string, parameters: ParameterValues, run: RunOptions) =>
      ask<CommunityResult>(keyOf(localId, 'communities', id, request, parameters), () =>
        desk.communities(state, request, id, parameters, run),
      ),
  };
}
