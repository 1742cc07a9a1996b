import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { signal } from './signal.ts';

/** What charts bring out, everything else on them drawn pale: a path, a network of go-betweens. */
export interface Emphasis {
  /** Entities and links. */
  readonly items: ReadonlySet<Id>;
  /** What it is, for the line above the chart and the sheet; asked for when it is said, for whom it names may be protected since. */
  readonly label: (state: CaseState) => string;
  /** Whom the label names, where they are not the items: a sheet on which one of them does not stand may not name any. */
  readonly named?: readonly Id[];
}

export const emphasis = signal<Emphasis | null>(null);
