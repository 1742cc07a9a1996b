import type { Id } from '#domain/record';
import type { ShownCalendar } from '#domain/time/shown';
import type { BinUnit } from '#drawing/timeline/activity';
import type { Spacing } from '#drawing/timeline/axis';
import type { PlayMode } from '#drawing/timeline/window';
import type { OpenCase } from '#queries/open-case';
import { type Signal, signal } from '#session/signal';

export type LaneOrder = 'own' | 'contacts' | 'first';

/** How an analyst looks at the time of a case; kept while the case is open, never logged. */
export interface TimelineSettings {
  /** Entities and groups, in order; null: those of the chart last seen of which most is dated. */
  readonly lanes: readonly Id[] | null;
  readonly order: LaneOrder;
  readonly events: boolean;
  readonly links: boolean;
  readonly sums: boolean;
  readonly spacing: Spacing;
  /** Zones shown beside the one of the case. */
  readonly zones: readonly string[];
  readonly calendar: ShownCalendar;
  /** What stands below the lines. */
  readonly below: 'table' | 'accounts' | null;
  readonly play: PlayMode;
  /** How far one step goes; null: one bar of the overview. */
  readonly step: BinUnit | null;
}

const AT_FIRST: TimelineSettings = {
  lanes: null,
  order: 'own',
  events: true,
  links: true,
  sums: false,
  spacing: 'proportional',
  zones: [],
  calendar: 'gregory',
  below: 'table',
  play: 'cumulative',
  step: null,
};

const kept = new WeakMap<OpenCase, Signal<TimelineSettings>>();

export function settingsOf(open: OpenCase): Signal<TimelineSettings> {
  let found = kept.get(open);
  if (!found) {
    found = signal(AT_FIRST);
    kept.set(open, found);
  }
  return found;
}
