import { useQueryClient } from '@tanstack/react-query';
import { Content, readingContent } from '#analysis/graph/graph-content';
import type { Wanted } from '#analysis/graph/pack-case';
import { finish, type Work } from '#analysis/graph/work';
import { fillParameters, measureById } from '#analysis/measures/index';
import type { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import {
  type CommunityResult,
  type Figure,
  type GraphRequest,
  type MeasureOptions,
  type MeasureResult,
  type ParameterValues,
  type RunOptions,
  type Scope,
  useAnalysis,
  wantedBy,
} from './analysis.ts';
import { useOpenCase } from './case-context.ts';
import { type GroupingName, wordTold } from './groupings.ts';
import { recordsOf } from './packing.ts';
import { remember } from './remember.ts';
import { measureWithinGroups, type WithinGroupsResult } from './within-groups.ts';

/**
 * What a figure rests on, in short. As long as it stays the same, so does the figure, whatever else of the case has changed: names, grades, places
 * on charts, sizes and colours.
 */
export function figureContent(state: CaseState, request: Omit<GraphRequest, 'revision'>): string {
  return finish(readingFigureContent(state, request));
}

/** `figureContent` piece by piece. */
export function readingFigureContent(state: CaseState, request: Omit<GraphRequest, 'revision'>): Work<string> {
  return readingContent(recordsOf(state), request.scope, request);
}

/** The same for one measure: with the attributes it sorts entities by, and the types of links where it reads them one by one. */
export function measureContent(
  state: CaseState,
  request: Omit<GraphRequest, 'revision'>,
  id: string,
  parameters: ParameterValues,
  /** By what entities are grouped, where it is worked out within each group alone. */
  within?: GroupingName,
): string {
  return finish(readingMeasureContent(state, request, id, parameters, within));
}

/** `measureContent` piece by piece. */
export function* readingMeasureContent(
  state: CaseState,
  request: Omit<GraphRequest, 'revision'>,
  id: string,
  parameters: ParameterValues,
  within?: GroupingName,
): Work<string> {
  const content = yield* readingFigureContent(state, request);
  const definition = measureById(id);
  const filled = definition && fillParameters(definition.parameters, parameters);
  if (!definition || !filled || 'unfit' in filled) return content;
  const { groupings: by = [], rows } = wantedBy(state, definition, filled.values);
  const groupings = new Map([...by, ...(within === undefined ? [] : [[within, wordTold(state, within)] as const])]);
  if (groupings.size === 0 && !rows) return content;
  return `${content}.${yield* readingBeside(state, request.scope, groupings, rows ? (l) => l.type : undefined)}`;
}

/** What is read beside a graph, in short: the words that entities of the scope are sorted by, and what `told` takes of its links. */
export function besideContent(
  state: CaseState,
  scope: Scope,
  groupings: Wanted['groupings'],
  told: ((link: Link) => unknown) | undefined,
): string {
  return finish(readingBeside(state, scope, groupings, told));
}

/** `besideContent` piece by piece. */
export function* readingBeside(
  state: CaseState,
  { entities, links }: Scope,
  groupings: Wanted['groupings'],
  told: ((link: Link) => unknown) | undefined,
): Work<string> {
  const content = new Content();
  const reached = { done: 1, of: 1, stage: 'reading' };
  if (groupings?.size)
    for (const e of state.allOf('entity')) {
      yield reached;
      if (entities?.has(e.id) ?? true)
        for (const wordOf of groupings.values()) content.add(JSON.stringify([e.id, wordOf(e.id)]));
    }
  if (told)
    for (const l of state.allOf('link')) {
      yield reached;
      if (links?.has(l.id) ?? true) content.add(JSON.stringify([l.id, told(l)]));
    }
  return String(content);
}

/** A question with what its answer will rest on, so that asker and memory read it off the case once. */
export interface FigureRequest extends GraphRequest {
  /** `figureContent` of this request, or `measureContent` where it is a measure's. */
  readonly content: string;
}

/** How a measure is asked beside its parameters. */
export interface MeasureRun extends MeasureOptions {
  /** By what entities are grouped, where the measure is wanted within each group alone. */
  readonly within?: GroupingName;
}

/** Everything a figure, or its method note, depends on; the same question over the same graph is answered from memory. */
function keyOf(
  localId: string,
  kind: string,
  id: string,
  state: CaseState,
  request: FigureRequest,
  parameters: ParameterValues,
) {
  const { scope, direction, weights, currency, twoMode, content } = request;
  let events = 0;
  if (!scope.events)
    for (const e of state.allOf('entity')) if (e.type === 'event' && (scope.entities?.has(e.id) ?? true)) events++;
  return ['figure', localId, kind, id, scope.kind, content, events, direction, weights, currency, twoMode, parameters];
}

/** Asks the analysis workers, remembering answers for as long as somebody may go back to them. */
export function useFigures() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  const ask = <R>(key: readonly unknown[], signal: AbortSignal | undefined, run: () => Promise<Figure<R>>) =>
    remember(client, key, signal, run);
  return {
    /** Seconds that a measure would take, and which one estimates it in less. */
    estimate: (state: CaseState, request: FigureRequest, id: string, parameters: ParameterValues, run: RunOptions) =>
      desk.estimate(state, request, id, parameters, run),
    measure: (state: CaseState, request: FigureRequest, id: string, parameters: ParameterValues, run: MeasureRun) => {
      const { within, groups: known, ...running } = run;
      const sorts = within === 'community' || Object.values(parameters).includes('community');
      const groups = sorts ? known : undefined;
      const by = groups && [groups.method, groups.parameters, groups.revision, [...groups.of]];
      return ask<MeasureResult | WithinGroupsResult>(
        [...keyOf(localId, 'measure', id, state, request, parameters), within, by],
        run.signal,
        () =>
          within === undefined
            ? desk.measure(state, request, id, parameters, { ...running, ...(groups && { groups }) })
            : measureWithinGroups(
                desk,
                state,
                { ...request, measure: id, parameters, within, ...(groups && { groups }) },
                running,
              ),
      );
    },
    communities: (state: CaseState, request: FigureRequest, id: string, parameters: ParameterValues, run: RunOptions) =>
      ask<CommunityResult>(keyOf(localId, 'communities', id, state, request, parameters), run.signal, () =>
        desk.communities(state, request, id, parameters, run),
      ),
  };
}
