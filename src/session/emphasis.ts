import type { Id } from '#domain/record';
import { signal } from './signal.ts';

/** What charts bring out, everything else on them drawn pale: a path, a network of go-betweens. */
export interface Emphasis {
  /** Entities and links. */
  readonly items: ReadonlySet<Id>;
  /** What it is, for the line above the chart. */
  readonly label: string;
}

export const emphasis = signal<Emphasis | null>(null);
