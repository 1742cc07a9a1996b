import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import type { Chart } from '#domain/chart/chart';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { spanAt } from '#domain/time/shown';
import { type Bins, binsFor, histogram } from '#drawing/timeline/activity';
import { Clocks } from '#drawing/timeline/day-clock';
import { lanesOf } from '#drawing/timeline/lanes';
import { type TimeMark, timeMarks } from '#drawing/timeline/marks';
import { zoneText } from '#drawing/timeline/tick-words';
import { weekHours } from '#drawing/timeline/week-hours';
import { i18nInstance, number, t } from '#i18n/index';
import type { FilterMatch } from '../filter-match.ts';
import { markText, whenText } from '../time-words.ts';
import { chartOfLanes, laneHead, marksOnLanes } from '../timeline-marks.ts';
import { blockTexts } from './block-texts.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';
import { toldByThen } from './told-by-then.ts';

/** Bars that can still be told apart on A4. */
const BARS = 60;
/** Bars that still have a width there: a step asked for that makes more is not kept to. */
const MOST_BARS = 120;

/** The records marks stand for. */
function recordsOf(state: CaseState, marks: readonly TimeMark[]): (Entity | Link)[] {
  const ids = new Set<Id>(marks.map((m) => m.record));
  return [...ids].flatMap((id) => state.entity(id) ?? state.link(id) ?? []);
}

function where(state: CaseState, { settings }: Wanted): { readonly zone: string; readonly text: string } {
  const zone = state.properties?.zone ?? 'UTC';
  return { zone, text: `${zoneText(zone)} · ${t(`calendar.${settings.calendar}`)}` };
}

/** The lines of the timeline room with all their time; what the filter hides is left out, its dates too. */
export function timelineRequest(state: CaseState, head: Head, wanted: Wanted, common: Common): Asked {
  const { settings, chart, filter } = wanted;
  const on = (passes: FilterMatch | null) =>
    marksOnLanes(state, settings, chart, { passes, filterMode: 'hide' }, 'passing');
  const { contested, kept } = toldByThen(state, wanted.atDate);
  const { lanes, marks: passing } = on(filter);
  const marks = kept(passing);
  const all = filter ? on(null).marks : passing;
  const count = all.dated.length + all.undated.length;
  const behind = chartBehind(state, wanted);
  const drawn = [...marks.dated, ...marks.undated];
  const { zone, text } = where(state, wanted);
  const idle = new Clocks(zone).bounds(state.properties?.period);
  return {
    request: {
      kind: 'timeline',
      ...common,
      lanes,
      heads: lanes.map(({ id }) => laneHead(state, id)),
      marks,
      labels: marks.dated.map((m) => markText(state, m, contested)),
      undatedLabels: marks.undated.map((m) => markText(state, m, contested)),
      spacing: settings.spacing,
      zone,
      zones: settings.zones,
      calendar: settings.calendar,
      ...(idle && Number.isFinite(idle.from) && Number.isFinite(idle.to) && { idle }),
      block: blockTexts(state, head, wanted, {
        title: t('paper.title.timeline', { of: state.properties?.title ?? '' }),
        chart: behind,
        zone: text,
        notes: [
          linesText(state, behind, lanes.length),
          ...(settings.spacing === 'proportional' ? [] : [t(`paper.spacing.${settings.spacing}`)]),
        ],
        hidden: count - drawn.length,
        of: count,
        records: recordsOf(state, drawn),
      }),
    },
    hidden: count - drawn.length,
    of: count,
    facts:
      drawn.length === 0
        ? []
        : [
            { of: 'lanes', count: lanes.length },
            { of: 'marks', count: drawn.length },
          ],
  };
}

/** How many of how many entities have a line, as the screen says it, and which. */
function linesText(state: CaseState, of: Chart | undefined, lanes: number): string {
  const counts = { shown: number(lanes), all: number(state.countOf('entity')) };
  return of ? t('paper.timeline.lines.of-chart', { ...counts, chart: of.name }) : t('paper.timeline.lines', counts);
}

/** The chart whose busiest these lines are; undefined of lines chosen by hand. */
function chartBehind(state: CaseState, { settings, chart }: Wanted): Chart | undefined {
  const id = settings.lanes === null ? chartOfLanes(state, settings, chart) : undefined;
  return id === undefined ? undefined : state.find('chart', id);
}

/** Bars over all that is dated, each where it is counted: what has no beginning at its end. */
function barsOf(dated: readonly TimeMark[], clocks: Clocks, step: Wanted['settings']['step']): Bins {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { from, to } of dated)
    for (const at of [Number.isFinite(from) ? from : to - 1, to]) {
      if (!Number.isFinite(at)) continue;
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
  if (low > high) return { unit: 'day', every: 1, edges: [] };
  // All may begin at one instant, and last on.
  if (low === high) high++;
  const asked = step === null ? undefined : binsFor(low, high, clocks.home, BARS, step);
  return asked && asked.edges.length - 1 <= MOST_BARS ? asked : binsFor(low, high, clocks.home, BARS);
}

/** What begins when, in bars and by hour of the week: of all the case, or as far as the filter lets it through. */
export function activityRequest(state: CaseState, head: Head, wanted: Wanted, common: Common): Asked {
  const { filter, settings } = wanted;
  const lanes = lanesOf(state, [...state.idsOf('entity')]);
  const on = (passes: FilterMatch | null) =>
    timeMarks(state, lanes, { events: true, links: true, sums: true, passes, filterMode: 'hide' });
  const passing = on(filter);
  const marks = toldByThen(state, wanted.atDate).kept(passing);
  const of = (filter ? on(null) : passing).dated.length;
  const { zone, text } = where(state, wanted);
  const clocks = new Clocks(zone);
  const bins = barsOf(marks.dated, clocks, settings.step);
  const heat = weekHours(marks.dated, clocks);
  const word = (at: number) =>
    whenText(spanAt(at, zone), { zone, caseZone: zone, calendar: settings.calendar }).slice(
      0,
      bins.unit === 'minute' || bins.unit === 'hour' ? 16 : 10,
    );
  const per = t(`timeline.per.${bins.unit}`, { count: bins.every });
  return {
    request: {
      kind: 'activity',
      ...common,
      counts: [...histogram(bins, marks.dated)],
      edges: bins.edges.map(word),
      hours: [...heat.counts],
      weekdays: weekdays(),
      titles: { bars: t('paper.activity.bars', { per }), hours: t('activity.heat'), sum: t('activity.sum') },
      note: t('activity.note', { undated: number(marks.undated.length), hourless: number(heat.withoutHour) }),
      block: blockTexts(state, head, wanted, {
        title: t('paper.title.activity', { of: state.properties?.title ?? '' }),
        zone: text,
        hidden: of - marks.dated.length,
        of,
        records: recordsOf(state, marks.dated),
      }),
    },
    hidden: of - marks.dated.length,
    of,
    facts: [{ of: 'marks', count: marks.dated.length }],
  };
}

/** In the reader's language, Monday first. */
function weekdays(): readonly string[] {
  const format = new Intl.DateTimeFormat(i18nInstance.language, { weekday: 'short', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, i) => format.format(new Date(Date.UTC(1970, 0, 5 + i))));
}
