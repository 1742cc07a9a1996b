import type { Id } from '../record.ts';

/** Links between the same two: one line with a sum, one per direction, or each by itself. */
export type Multiplicity = 'single' | 'direction' | 'each';

/** A chart is presentation, never evidence: names no fact, holds no positions itself (see Placement). */
export interface Chart {
  readonly id: Id;
  readonly kind: 'chart';
  readonly name: string;
  readonly multiplicity: Multiplicity;
  readonly skin: 'icons' | 'classic';
  readonly asOf?: string;
  readonly notes?: string;
}
