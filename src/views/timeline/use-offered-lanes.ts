import { useEffect } from 'react';
import type { Id } from '#domain/record';
import type { CaseSnapshot } from '#queries/open-case';
import { chartOfLanes, laneIds } from '../timeline-marks.ts';
import type { settingsOf } from '../timeline-settings.ts';
import type { Timeline } from './use-timeline.ts';

/** What was offered once stays offered: neither an edit nor a look at another chart puts other lines here. */
export function useOfferedLanes(
  { state }: CaseSnapshot,
  stored: ReturnType<typeof settingsOf>,
  timeline: Timeline,
  chart: Id | undefined,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other lines were worked out
  useEffect(() => {
    const now = stored.get();
    if (now.lanes !== null) return;
    const of = chartOfLanes(state, now, chart);
    const ids = laneIds(state, now, chart);
    const before = now.offered.get(of ?? '');
    if (ids.length === 0 || (now.chart === of && before && before.join() === ids.join())) return;
    stored.set({ ...now, chart: of, offered: new Map(now.offered).set(of ?? '', ids) });
  }, [stored, state, timeline, chart]);
}
