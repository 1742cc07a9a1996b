import type { Id } from '#domain/record';
import { signal } from './signal.ts';

/** Items copied from a chart, to be put on another one of the same case. */
export interface CopiedItems {
  /** Which open case they belong to: pasting into another would need their records too. */
  readonly localId: string;
  readonly items: readonly { readonly id: Id; readonly x: number; readonly y: number }[];
  /** What was given to the system's clipboard with them: a paste of another text is not of these items. */
  readonly text: string;
}

export const copiedItems = signal<CopiedItems | null>(null);
