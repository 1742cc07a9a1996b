import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import { type Entity, isProtected } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { spanAt } from '#domain/time/shown';
import { iconRole } from '#drawing/icons/icon-role';
import { conflictsOf } from '#drawing/timeline/accounts';
import { binsFor, histogram } from '#drawing/timeline/activity';
import { Clocks } from '#drawing/timeline/day-clock';
import { lanesOf } from '#drawing/timeline/lanes';
import { type TimeMark, timeMarks } from '#drawing/timeline/marks';
import type { LaneHead } from '#drawing/timeline/picture';
import { zoneText } from '#drawing/timeline/tick-words';
import { weekHours } from '#drawing/timeline/week-hours';
import { i18nInstance, number, t } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { FilterMatch } from '../filter-match.ts';
import { markText, whenText } from '../time-words.ts';
import { marksOnLanes } from '../timeline-marks.ts';
import { blockTexts } from './block-texts.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';

/** Bars that can still be told apart on A4. */
const BARS = 60;

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
  const on = (passes: FilterMatch | null) => marksOnLanes(state, settings, chart, { passes, filterMode: 'hide' });
  const { lanes, marks } = on(filter);
  const all = filter ? on(null).marks : marks;
  const of = all.dated.length + all.undated.length;
  const drawn = [...marks.dated, ...marks.undated];
  const contested = new Set(conflictsOf(state).flatMap((c) => c.accounts.map((a) => a.record)));
  const { zone, text } = where(state, wanted);
  const idle = new Clocks(zone).bounds(state.properties?.period);
  return {
    request: {
      kind: 'timeline',
      ...common,
      lanes,
      heads: lanes.map(({ id }) => headOf(state, id)),
      marks,
      labels: marks.dated.map((m) => markText(state, m, contested)),
      undatedLabels: marks.undated.map((m) => markText(state, m, contested)),
      spacing: settings.spacing,
      zone,
      zones: settings.zones,
      calendar: settings.calendar,
      ...(idle && Number.isFinite(idle.from) && Number.isFinite(idle.to) && { idle }),
      block: blockTexts(state, head, wanted, {
        title: t('paper.title.timeline', { of: nameOfChart(state, chart) }),
        zone: text,
        ...(settings.spacing !== 'proportional' && { notes: [t(`paper.spacing.${settings.spacing}`)] }),
        hidden: of - drawn.length,
        of,
        records: recordsOf(state, drawn),
      }),
    },
    hidden: of - drawn.length,
    of,
    facts:
      drawn.length === 0
        ? []
        : [
            { of: 'lanes', count: lanes.length },
            { of: 'marks', count: drawn.length },
          ],
  };
}

function headOf(state: CaseState, id: Id): LaneHead {
  const record = state.get(id);
  if (record?.kind === 'group') return { name: record.name, icon: 'group', isProtected: false };
  const entity = state.entity(id);
  return {
    name: nameOf(entity),
    icon: entity ? iconRole(entity) : 'unknown',
    isProtected: entity ? isProtected(entity) : false,
  };
}

function nameOfChart(state: CaseState, chart: Id): string {
  return state.find('chart', chart)?.name ?? '';
}

/** What begins when, in bars and by hour of the week: of all the case, or as far as the filter lets it through. */
export function activityRequest(state: CaseState, head: Head, wanted: Wanted, common: Common): Asked {
  const { filter, settings } = wanted;
  const lanes = lanesOf(state, [...state.idsOf('entity')]);
  const on = (passes: FilterMatch | null) =>
    timeMarks(state, lanes, { events: true, links: true, sums: true, passes, filterMode: 'hide' });
  const marks = on(filter);
  const of = filter ? on(null).dated.length : marks.dated.length;
  const { zone, text } = where(state, wanted);
  const clocks = new Clocks(zone);
  const [low, high] = marks.dated
    .flatMap((m) => [m.from, m.to])
    .filter(Number.isFinite)
    .reduce(([a, b], at) => [Math.min(a!, at), Math.max(b!, at)], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  const bins =
    low! < high!
      ? binsFor(low!, high!, clocks.home, BARS, settings.step ?? undefined)
      : { unit: 'day' as const, every: 1, edges: [] };
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
