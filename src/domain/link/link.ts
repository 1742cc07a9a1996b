import type { LinkTypeId } from '../link-types/index.ts';
import type { Described, Id } from '../record.ts';
import type { Span } from '../time/span.ts';

export type Strength = 'confirmed' | 'unconfirmed' | 'tentative';
export type Direction = 'none' | 'forward' | 'back' | 'both';

/** An amount as decimal text ("4200.50"), never a float, with its currency code as stated. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

export interface Link extends Described {
  readonly id: Id;
  readonly kind: 'link';
  readonly type: LinkTypeId;
  /** The analyst's own wording where it differs from the type's. */
  readonly wording?: string;
  readonly from: Id;
  readonly to: Id;
  /** `forward` = from → to. */
  readonly direction: Direction;
  readonly strength: Strength;
  readonly span?: Span;
  /** How many calls, payments … are summed in this link; a positive integer. */
  readonly count?: number;
  readonly amounts?: readonly Amount[];
  /** Role in the event or organisation this link leads to. */
  readonly role?: string;
  readonly stage?: string;
}
