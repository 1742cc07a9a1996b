import type { EntityTypeId } from '../entity-types/index.ts';

export interface LinkType {
  /** Message keys `link-type.<id>` (read from → to) and `link-type.<id>.reverse` (read to → from). */
  readonly id: string;
  readonly directed: boolean;
  /** Usually summed: a count of calls, meetings, payments. */
  readonly counted?: true;
  /** Usually carries amounts. */
  readonly money?: true;
  /** Happens at one moment: two different ends can then only mean that the moment is not known. */
  readonly momentary?: true;
  /** Says that two records may be one thing; no contact between two, so no tie for measures: `isTie`. */
  readonly identity?: true;
  /** Usual ends, likeliest first; hints for guessing and warning, never a refusal. Empty = any. */
  readonly from: readonly EntityTypeId[];
  readonly to: readonly EntityTypeId[];
}
