import type { HowSure, WeakestLink } from '#queries/how-sure';
import type { OpenCase } from '#queries/open-case';
import type { OverTime } from '#queries/over-time';
import { type Signal, signal } from '#session/signal';
import type { Asked, MeasureAnswer } from './last-answer.ts';

/** How sure the ranking of an answer is, as far as it is worked out. */
export interface Sure {
  readonly of: MeasureAnswer;
  readonly settings: Asked['settings'];
  readonly weakest?: WeakestLink;
  readonly intervals?: HowSure;
  readonly problem?: string;
}

/** What was worked out while an answer was looked at; each holds for the answer it is `of` alone. */
export interface Look {
  readonly sure?: Sure;
  readonly overTime?: { readonly of: MeasureAnswer; readonly figure: OverTime };
}

const kept = new WeakMap<OpenCase, Signal<Look>>();

/** The last look at an answer of a case, while it is open: files and sheets of it say the same as the screen did. */
export function lastLook(open: OpenCase): Signal<Look> {
  let found = kept.get(open);
  if (!found) {
    found = signal<Look>({});
    kept.set(open, found);
  }
  return found;
}

/** What of a look is about this answer. */
export function lookAt({ sure, overTime }: Look, answer: Asked['answer']): Look {
  return {
    ...(sure && sure.of === answer && { sure }),
    ...(overTime && overTime.of === answer && { overTime }),
  };
}
