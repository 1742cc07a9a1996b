import { useEffect } from 'react';
import type { Id } from '#domain/record';
import { isZone } from '#domain/time/zone';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { AT_FIRST, settingsOf, type TimelineSettings } from '#views/timeline-settings';
import { useProgram } from '../skein-context.ts';

/** What of the settings is kept on the device: ids and choices, no word of the case. */
export function keptTimeline(settings: TimelineSettings): unknown {
  return { ...settings, offered: [...settings.offered] };
}

/** What an earlier visit left, as far as it still makes sense: lanes and charts that are in the case, choices this version knows. */
export function restoredTimeline(kept: unknown, exists: (id: Id) => boolean): TimelineSettings {
  if (typeof kept !== 'object' || kept === null) return AT_FIRST;
  const was = kept as Partial<Record<keyof TimelineSettings, unknown>>;
  const ids = (value: unknown): Id[] =>
    Array.isArray(value) ? value.filter((id): id is Id => typeof id === 'string' && exists(id)) : [];
  const one = <K extends keyof TimelineSettings>(key: K, ...known: readonly TimelineSettings[K][]) =>
    known.find((k) => k === was[key]) ?? AT_FIRST[key];
  const is = (key: 'events' | 'links' | 'sums') => (typeof was[key] === 'boolean' ? was[key] : AT_FIRST[key]);
  const lanes = ids(was.lanes);
  const offered = (Array.isArray(was.offered) ? was.offered : []).flatMap((pair): [Id, Id[]][] =>
    Array.isArray(pair) && typeof pair[0] === 'string' && (pair[0] === '' || exists(pair[0]))
      ? [[pair[0], ids(pair[1])]]
      : [],
  );
  return {
    lanes: lanes.length > 0 ? lanes : null,
    chart: typeof was.chart === 'string' && exists(was.chart) ? was.chart : undefined,
    offered: new Map(offered),
    height: one('height', 'compact', 'tall'),
    order: one('order', 'own', 'contacts', 'first'),
    events: is('events'),
    links: is('links'),
    sums: is('sums'),
    spacing: one('spacing', 'proportional', 'broken', 'ordinal'),
    zones: (Array.isArray(was.zones) ? was.zones : []).filter((z): z is string => typeof z === 'string' && isZone(z)),
    calendar: one('calendar', 'gregory', 'buddhist'),
    below: was.below === null ? null : one('below', 'table', 'accounts'),
    play: one('play', 'cumulative', 'sliding'),
    step: one('step', null, 'hour', 'day', 'week', 'month'),
  };
}

/** Keeps how the time of a case is looked at on this device, over a reload too. */
export function useTimelineMemory(): void {
  const { device } = useProgram().skein;
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per case, not at each change of it.
  useEffect(() => {
    const key = `timeline.${open.localId}`;
    const settings = settingsOf(open);
    // What was chosen since the program was opened is newer.
    if (settings.get() === AT_FIRST)
      settings.set(restoredTimeline(device.get(key), (id) => state.get(id) !== undefined));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = settings.subscribe(() => {
      clearTimeout(timer);
      // A closed database refuses; how time was looked at is not worth a word.
      timer = setTimeout(() => void device.set(key, keptTimeline(settings.get())).catch(() => {}), 500);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [open]);
}
