import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import type { Id } from '#domain/record';
import { datedByLog, type KnownBy, knownBy } from '#domain/source/known-by';
import { bounds } from '#domain/time/bounds';
import { beginnings, happenedBy } from '#domain/time/happened-by';
import { readMoment } from '#domain/time/moment';
import type { OpenCase } from '#queries/open-case';
import { askDate, type ChartDate } from '#session/filter';
import type { FilterMatch } from './filter-match.ts';
import { dayText } from './when.ts';

/** The end of the day, hour or month stated, ms, in the zone of the case; undefined for what is no date. */
export function endOfDate(date: string, zone: string): number | undefined {
  if (!readMoment(date)) return undefined;
  return bounds({ earliest: date, latest: date }, zone)?.to;
}

/** What the case shows at a date. `undated`: whether what has no time counts as happened. */
export function atDate(at: ChartDate, state: CaseState, undated: boolean): FilterMatch {
  return at.kind === 'happened' ? happenedBy(state, untilOf(at, state), undated) : known(at, state);
}

function known(at: Extract<ChartDate, { kind: 'known' }>, state: CaseState): KnownBy {
  const { recorded } = at;
  return knownBy(state, untilOf(at, state), (id) => recorded === 'all' || recorded.has(id));
}

function untilOf(at: ChartDate, state: CaseState): number {
  return endOfDate(at.date, state.properties?.zone ?? 'UTC') ?? Number.POSITIVE_INFINITY;
}

/** The day a head gives as its own: the date shown, else what the chart was stated as of, else today (an instant). */
export function asOfText(
  state: CaseState,
  at: ChartDate | undefined,
  today: Date | number,
  chart?: Pick<Chart, 'asOf'>,
): string {
  return (
    at?.date.replace('T', ' ') ?? chart?.asOf?.replace('T', ' ') ?? dayText(today, state.properties?.zone ?? 'UTC')
  );
}

/** Which sources count at a date: as known, those that had come in by then; as happened, all. */
export function sourcesAt(at: ChartDate, state: CaseState): ((source: Id) => boolean) | undefined {
  return at.kind === 'known' ? known(at, state).source : undefined;
}

/** Sets the date everything is shown at. What the log held then is read first where it matters; false for what is no date. */
export async function showAtDate(open: OpenCase, kind: ChartDate['kind'], date: string): Promise<boolean> {
  const { state } = open.snapshot();
  const until = endOfDate(date, state.properties?.zone ?? 'UTC');
  if (until === undefined) return false;
  const set = askDate();
  set(kind === 'happened' ? { kind, date } : { kind, date, recorded: await recordedBy(open, until) });
  return true;
}

/**
 * Which records that only the log can date were in it before an instant; its clock is that of the computers that wrote it. All only of an instant to
 * come: what is recorded while a past date is shown was not known then, even where the log has nothing later yet.
 */
async function recordedBy(open: OpenCase, until: number): Promise<ReadonlySet<Id> | 'all'> {
  if (until > Date.now()) return 'all';
  const { state, head } = open.snapshot();
  const wanted = datedByLog(state);
  if (wanted.length === 0) return new Set();
  let seq = 0;
  for (const h of await open.headers(1, head.seq)) if (Date.parse(h.wall) < until) seq = h.seq;
  if (seq === 0) return new Set();
  if (seq === head.seq) return new Set(wanted);
  const then = await open.stateAt(seq);
  return new Set(wanted.filter((id) => then.get(id) !== undefined));
}

/** Days on which the picture changes, in order: something begins, or a source comes in. */
export function daysOfChange(kind: ChartDate['kind'], state: CaseState): readonly string[] {
  const zone = state.properties?.zone ?? 'UTC';
  const days = new Set<string>();
  if (kind === 'happened') for (const at of beginnings(state)) days.add(dayText(at, zone));
  else
    for (const s of state.allOf('source')) {
      const b = s.received === undefined ? undefined : bounds({ earliest: s.received, latest: s.received }, zone);
      // Known when all of the stated time is over: on its last day.
      if (b) days.add(dayText(b.to - 1, zone));
    }
  return [...days].sort();
}
