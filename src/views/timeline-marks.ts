import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { busiest, byContacts, byFirst, lanesOf } from '#drawing/timeline/lanes';
import { type Lane, type MarkChoice, type TimeMarks, timeMarks } from '#drawing/timeline/marks';
import type { LaneHead } from '#drawing/timeline/picture';
import { nameOf } from '#i18n/record-words';
import type { Filter } from '#session/filter';
import type { TimelineSettings } from './timeline-settings.ts';

/** Lanes offered before anybody has chosen any. */
const LANES_AT_FIRST = 12;

/** The filter without its dates: the timeline shows them as a window and cuts nothing out. */
export function withoutDates({ from: _, to: __, ...rest }: Filter): Filter {
  return { ...rest, undated: true };
}

/** The same without its hours of the week, which are shown as chosen cells. */
export function withoutWindow({ weekHours: _, ...rest }: Filter): Filter {
  return withoutDates(rest);
}

/** What stands at the head of a lane: an entity's name, a protected person's pseudonym, or a group's name. */
export function laneHead(state: CaseState, id: Id): LaneHead {
  const record = state.get(id);
  if (record?.kind === 'group') return { name: record.name, icon: 'group', isProtected: false };
  const entity = state.entity(id);
  return {
    name: nameOf(entity),
    icon: entity ? iconRole(entity) : 'unknown',
    isProtected: entity ? isProtected(entity) : false,
  };
}

/** The lanes of a chart of which most is dated; of the whole case where nothing of the chart is. */
export function firstLanes(state: CaseState, chart: Id | undefined): readonly Id[] {
  const placed: Id[] = [];
  if (chart !== undefined)
    for (const id of state.placementsOn(chart)) {
      const p = state.find('placement', id);
      if (p && !p.hidden) placed.push(p.item);
    }
  const some = busiest(state, placed, LANES_AT_FIRST);
  return some.length > 0 ? some : busiest(state, state.idsOf('entity'), LANES_AT_FIRST);
}

/** Lanes offered before, as long as they are in the case, then those that came to be busy since, up to as many as are offered at first. */
export function keptLanes(state: CaseState, before: readonly Id[] | undefined, now: readonly Id[]): readonly Id[] {
  if (!before) return now;
  const kept = before.filter((id) => state.get(id));
  const more = now.filter((id) => !kept.includes(id));
  return [...kept, ...more.slice(0, Math.max(0, LANES_AT_FIRST - kept.length))];
}

/** The chart a timeline without lanes of its own speaks of: the one it began with, as long as it is there. */
export function chartOfLanes(
  state: CaseState,
  settings: Pick<TimelineSettings, 'chart'>,
  lastSeen: Id | undefined,
): Id | undefined {
  return settings.chart !== undefined && state.find('chart', settings.chart) ? settings.chart : lastSeen;
}

/** Ids of the lanes before they are put in order. */
export function laneIds(
  state: CaseState,
  settings: Pick<TimelineSettings, 'lanes' | 'chart' | 'offered'>,
  lastSeen: Id | undefined,
): readonly Id[] {
  if (settings.lanes) return settings.lanes;
  const chart = chartOfLanes(state, settings, lastSeen);
  return keptLanes(state, settings.offered.get(chart ?? ''), firstLanes(state, chart));
}

/** Lanes as far as a filter lets those through who stand on them: of a group the members it lets through. */
export function passingLanes(state: CaseState, lanes: readonly Lane[], passes: MarkChoice['passes']): readonly Lane[] {
  if (!passes) return lanes;
  return lanes.flatMap((lane) => {
    const members = lane.members.filter((id) => {
      const entity = state.entity(id);
      return entity !== undefined && passes.entity(entity);
    });
    return members.length > 0 ? [{ ...lane, members }] : [];
  });
}

/**
 * The lanes of a timeline in their order, and what happened on them. `lastSeen`: the chart looked at last. `only: 'passing'` leaves out lanes of
 * those the filter hides: on paper nobody is named whom it leaves out, on screen a lane stays where it was put.
 */
export function marksOnLanes(
  state: CaseState,
  settings: Pick<TimelineSettings, 'lanes' | 'chart' | 'offered' | 'order' | 'events' | 'links' | 'sums'>,
  lastSeen: Id | undefined,
  through: Pick<MarkChoice, 'passes' | 'filterMode'>,
  only: 'all' | 'passing' = 'all',
): { readonly lanes: readonly Lane[]; readonly marks: TimeMarks } {
  const ids = laneIds(state, settings, lastSeen);
  const choice = { events: settings.events, links: settings.links, sums: settings.sums, ...through };
  const named = lanesOf(state, ids);
  const lanes = only === 'passing' ? passingLanes(state, named, through.passes) : named;
  const marks = timeMarks(state, lanes, choice);
  if (settings.order === 'own') return { lanes, marks };
  const order =
    settings.order === 'contacts' ? byContacts(lanes.length, marks.dated) : byFirst(lanes.length, marks.dated);
  const ordered = order.map((i) => lanes[i]!);
  return { lanes: ordered, marks: timeMarks(state, ordered, choice) };
}
