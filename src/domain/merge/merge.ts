import type { CaseRecord, Id } from '../record.ts';

/** Keeps what a merge altered, so that unmerge can restore both records byte for byte. */
export interface Merge {
  readonly id: Id;
  readonly kind: 'merge';
  readonly survivor: Id;
  readonly absorbed: Id;
  /** Every record the merge touched, as it was before (`before` missing = made by the merge) and after (`after` missing = removed). */
  readonly touched: readonly { readonly id: Id; readonly before?: CaseRecord; readonly after?: CaseRecord }[];
}
