import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { busiest, byContacts, byFirst, lanesOf } from '#drawing/timeline/lanes';
import { type Lane, type MarkChoice, type TimeMarks, timeMarks } from '#drawing/timeline/marks';
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

/** The lanes of a timeline in their order, and what happened on them. */
export function marksOnLanes(
  state: CaseState,
  settings: Pick<TimelineSettings, 'lanes' | 'order' | 'events' | 'links' | 'sums'>,
  chart: Id | undefined,
  through: Pick<MarkChoice, 'passes' | 'filterMode'>,
): { readonly lanes: readonly Lane[]; readonly marks: TimeMarks } {
  const ids = settings.lanes ?? firstLanes(state, chart);
  const choice = { events: settings.events, links: settings.links, sums: settings.sums, ...through };
  const lanes = lanesOf(state, ids);
  const marks = timeMarks(state, lanes, choice);
  if (settings.order === 'own') return { lanes, marks };
  const order =
    settings.order === 'contacts' ? byContacts(lanes.length, marks.dated) : byFirst(lanes.length, marks.dated);
  const ordered = order.map((i) => lanes[i]!);
  return { lanes: ordered, marks: timeMarks(state, ordered, choice) };
}
