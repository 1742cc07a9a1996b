import { useQueryClient } from '@tanstack/react-query';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { CalendarUnit } from '#domain/time/calendar-slices';
import {
  type AnalysisDesk,
  type Derivation,
  derivation,
  type Figure,
  type RunOptions,
  type Scope,
  useAnalysis,
} from './analysis.ts';
import { useOpenCase } from './case-context.ts';
import { readingBeside } from './figures.ts';
import { askedOf, wantedFor } from './how-sure.ts';
import type { Work } from './in-breaths.ts';
import { remember, scopeKey } from './remember.ts';
import type { RankedRequest } from './sure-answers.ts';
import { boundsOfLines } from './time-slices.ts';

/** Most slices of one answer: two years of weeks, and some. */
const MOST_SLICES = 120;

export interface OverTimeRequest extends RankedRequest {
  readonly unit: CalendarUnit;
}

/** A measure by slice of time. */
export interface OverTime extends Derivation {
  readonly measure: string;
  readonly unit: CalendarUnit;
  readonly zone: string;
  /** Lines of the scope, and those in no slice because no time is known of them. */
  readonly lines: number;
  readonly undated: number;
  /** `from` ≤ t < `to` in ms since 1970 UTC; `nodes` have a link that may stand in it. */
  readonly slices: readonly {
    readonly from: number;
    readonly to: number;
    readonly lines: number;
    readonly nodes: number;
    readonly edges: number;
  }[];
  /** A cell for each slice: no value for who has no link in it or for whom it is not defined there, no rank where all are equal. Those without a value in any are left out. */
  readonly rows: readonly {
    readonly id: Id;
    readonly cells: readonly { readonly value?: number; readonly rank?: number }[];
  }[];
}

/** When the links of a scope were, and in which zone that is read, in short: what slices rest on beside what the measure rests on. */
export function* readingDates(state: CaseState, scope: Scope): Work<string> {
  const spans = yield* readingBeside(state, scope, undefined, (l) => l.span);
  return `${state.properties?.zone ?? ''}.${spans}`;
}

/** A ranking by week, month or year of the case's zone. Failures besides those of a ranking: `no-dates`, `too-many-slices`. */
export async function measureOverTime(
  desk: AnalysisDesk,
  state: CaseState,
  request: OverTimeRequest,
  run: RunOptions = {},
): Promise<Figure<OverTime>> {
  const began = performance.now();
  const packed = await desk.pack(state, request, wantedFor(state, request), run);
  if ('failure' in packed) return { ok: false, code: packed.failure };
  const { rows } = packed.graph;
  const zone = state.properties?.zone ?? 'UTC';
  const bounds = boundsOfLines(rows!, request.unit, zone, MOST_SLICES);
  if ('ok' in bounds) return bounds;
  const lines = rows!.count;
  const asked = askedOf(request);
  const found = await desk.ask('ranks-over-time', { asked, bounds }, packed, run);
  if ('failure' in found) return { ok: false, code: found.failure };
  const { slices, undated } = found.result;
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, asked.parameters, began),
      measure: asked.measure,
      unit: request.unit,
      zone,
      lines,
      undated,
      slices: slices.map(({ values: _, places: __, ...slice }) => slice),
      rows: packed.ids.flatMap((id, i) => {
        const cells = slices.map(({ values, places }) => ({
          ...(!Number.isNaN(values[i]) && { value: values[i]! }),
          ...(places[i]! > 0 && { rank: places[i]! }),
        }));
        return cells.some((c) => c.value !== undefined) ? [{ id, cells }] : [];
      }),
    },
  };
}

/** The question, remembered for the revision it was asked at. */
export function useOverTime() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  return (state: CaseState, request: OverTimeRequest, run: RunOptions) => {
    const { scope: _, ...rest } = request;
    return remember(client, ['over-time', localId, ...scopeKey(request), rest], run.signal, () =>
      measureOverTime(desk, state, request, run),
    );
  };
}
