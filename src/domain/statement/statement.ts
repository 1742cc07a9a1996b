import type { Id } from '../record.ts';
import type { Grade } from '../source/source.ts';

/** Where in the source it stands. */
export interface Locator {
  readonly page?: string;
  readonly row?: string;
  readonly quotation?: string;
}

/** "Says who?": one source saying yes or no to one record, or to one field of it. Regraded and purged alone. */
export interface Statement {
  readonly id: Id;
  readonly kind: 'statement';
  readonly about: { readonly record: Id; readonly field?: string };
  readonly source: Id;
  readonly locator?: Locator;
  /** Its own grade; missing = the grade of the source. */
  readonly grade?: Grade;
  readonly says: 'yes' | 'no';
  readonly notes?: string;
}
