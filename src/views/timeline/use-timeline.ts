import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { type Conflict, conflictsOf } from '#drawing/timeline/accounts';
import { TimeAxis } from '#drawing/timeline/axis';
import { Clocks } from '#drawing/timeline/day-clock';
import { busiest, byContacts, byFirst, lanesOf } from '#drawing/timeline/lanes';
import { layTimeline, momentsOf, type TimelineLayout } from '#drawing/timeline/layout';
import { type Lane, type TimeMarks, timeMarks } from '#drawing/timeline/marks';
import type { CaseSnapshot } from '#queries/open-case';
import { type Filter, filter } from '#session/filter';
import { chartLastSeen } from '#session/panes';
import { useSignal } from '#session/signal';
import { filterMatch } from '../filter-match.ts';
import type { TimelineSettings } from './settings.ts';

/** Lanes offered before anybody has chosen any. */
const LANES_AT_FIRST = 12;

/** The filter without its dates: the timeline shows them as a window and cuts nothing out. */
function withoutDates({ from: _, to: __, ...rest }: Filter): Filter {
  return { ...rest, undated: true };
}

/** The same without its hours of the week, which are shown as chosen cells. */
export function withoutWindow({ weekHours: _, ...rest }: Filter): Filter {
  return withoutDates(rest);
}

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

export interface Timeline {
  readonly lanes: readonly Lane[];
  readonly marks: TimeMarks;
  readonly layout: TimelineLayout;
  /** What of the case is told in more than one way. */
  readonly conflicts: readonly Conflict[];
  /** Records those are about. */
  readonly contested: ReadonlySet<Id>;
}

/** Everything on the timeline, worked out anew when the case, the settings or the filter (but its dates) change. */
export function useTimeline({ state, version }: CaseSnapshot, settings: TimelineSettings): Timeline {
  const wanted = useSignal(filter);
  const chart = useSignal(chartLastSeen);
  const key = JSON.stringify(withoutDates(wanted));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is one mutable object; its version tells when it changed
  const marked = useMemo(() => {
    const ids = settings.lanes ?? firstLanes(state, chart);
    const choice = {
      events: settings.events,
      links: settings.links,
      sums: settings.sums,
      passes: filterMatch(withoutDates(wanted), state),
      filterMode: wanted.mode,
    };
    const lanes = lanesOf(state, ids);
    const marks = timeMarks(state, lanes, choice);
    if (settings.order === 'own') return { lanes, marks };
    const order =
      settings.order === 'contacts' ? byContacts(lanes.length, marks.dated) : byFirst(lanes.length, marks.dated);
    const ordered = order.map((i) => lanes[i]!);
    return { lanes: ordered, marks: timeMarks(state, ordered, choice) };
  }, [state, version, key, chart, settings.lanes, settings.order, settings.events, settings.links, settings.sums]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const told = useMemo(() => {
    const conflicts = conflictsOf(state);
    return { conflicts, contested: new Set(conflicts.flatMap((c) => c.accounts.map((a) => a.record))) };
  }, [state, version]);
  return useMemo(() => {
    const axis = TimeAxis.of(settings.spacing, momentsOf(marked.marks.dated));
    const idle = new Clocks(state.properties?.zone ?? 'UTC').bounds(state.properties?.period);
    const known = idle && Number.isFinite(idle.from) && Number.isFinite(idle.to) ? idle : undefined;
    return { ...marked, ...told, layout: layTimeline(marked.lanes, marked.marks, axis, known) };
  }, [marked, told, settings.spacing, state]);
}
