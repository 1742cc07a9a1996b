import { useMemo } from 'react';
import type { Id } from '#domain/record';
import { type Conflict, conflictsOf } from '#drawing/timeline/accounts';
import { TimeAxis } from '#drawing/timeline/axis';
import { Clocks } from '#drawing/timeline/day-clock';
import { COMPACT, layTimeline, momentsOf, TALL, type TimelineLayout } from '#drawing/timeline/layout';
import type { Lane, TimeMarks } from '#drawing/timeline/marks';
import type { CaseSnapshot } from '#queries/open-case';
import { filter } from '#session/filter';
import { chartLastSeen } from '#session/panes';
import { useSignal } from '#session/signal';
import { filterMatch, filterParts } from '../filter-match.ts';
import { marksOnLanes, withoutDates } from '../timeline-marks.ts';
import type { TimelineSettings } from '../timeline-settings.ts';

export interface Timeline {
  readonly lanes: readonly Lane[];
  readonly marks: TimeMarks;
  readonly layout: TimelineLayout;
  /** What of the case is told in more than one way. */
  readonly conflicts: readonly Conflict[];
  /** Records those are about. */
  readonly contested: ReadonlySet<Id>;
}

export const HEIGHTS = { compact: COMPACT, tall: TALL };

/** Everything on the timeline, worked out anew when the case, the settings or the filter (but its dates) change. */
export function useTimeline({ state, version }: CaseSnapshot, settings: TimelineSettings): Timeline {
  const wanted = useSignal(filter);
  const chart = useSignal(chartLastSeen);
  const [others, at] = filterParts(withoutDates(wanted));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is one mutable object; its version tells when it changed
  const marked = useMemo(() => {
    const passes = filterMatch(withoutDates(wanted), state);
    return marksOnLanes(state, settings, chart, { passes, filterMode: wanted.mode });
  }, [
    state,
    version,
    others,
    at,
    chart,
    settings.lanes,
    settings.chart,
    settings.offered,
    settings.order,
    settings.events,
    settings.links,
    settings.sums,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const told = useMemo(() => {
    const conflicts = conflictsOf(state);
    return { conflicts, contested: new Set(conflicts.flatMap((c) => c.accounts.map((a) => a.record))) };
  }, [state, version]);
  return useMemo(() => {
    const axis = TimeAxis.of(settings.spacing, momentsOf(marked.marks.dated));
    const idle = new Clocks(state.properties?.zone ?? 'UTC').bounds(state.properties?.period);
    const known = idle && Number.isFinite(idle.from) && Number.isFinite(idle.to) ? idle : undefined;
    return {
      ...marked,
      ...told,
      layout: layTimeline(marked.lanes, marked.marks, axis, known, HEIGHTS[settings.height]),
    };
  }, [marked, told, settings.spacing, settings.height, state]);
}
