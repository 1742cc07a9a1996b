import type { Id } from '#domain/record';
import type { ShownCalendar } from '#domain/time/shown';
import type { BinUnit } from '#drawing/timeline/activity';
import type { Spacing } from '#drawing/timeline/axis';
import type { PlayMode } from '#drawing/timeline/window';
import type { OpenCase } from '#queries/open-case';
import { type Signal, signal } from '#session/signal';

export type LaneOrder = 'own' | 'contacts' | 'first';

/** How an analyst looks at the time of a case; kept for the case while the program is open, never logged. */
export interface TimelineSettings {
  /** Entities and groups, in order; null: those of a chart of which most is dated. */
  readonly lanes: readonly Id[] | null;
  /** The chart whose lanes those are, from the first look until another is asked for; undefined: the one last seen. */
  readonly chart: Id | undefined;
  /** Lanes that were offered, by chart ('' for the whole case): an edit elsewhere or a coming back takes none of them away. */
  readonly offered: ReadonlyMap<Id, readonly Id[]>;
  readonly height: 'compact' | 'tall';
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

export const AT_FIRST: TimelineSettings = {
  lanes: null,
  chart: undefined,
  offered: new Map(),
  height: 'compact',
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

/** By the case's id on this device: whoever closes a case and comes back finds the same lines. */
const kept = new Map<string, Signal<TimelineSettings>>();

export function settingsOf({ localId }: Pick<OpenCase, 'localId'>): Signal<TimelineSettings> {
  let found = kept.get(localId);
  if (!found) {
    found = signal(AT_FIRST);
    kept.set(localId, found);
  }
  return found;
}
