import type { ChangeHeader } from './change-record.ts';

type UndoRelevant = Pick<ChangeHeader, 'seq' | 'command' | 'undoes' | 'redoes'>;

/** The first change of every log; a case cannot be undone out of existence. */
export const CREATE_CASE = 'create-case';

/** Undo and redo, derived from headers alone, so that they survive a reload. Top of stack last. */
export interface UndoStacks {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/**
 * Folds headers into the stacks one by one. `undo` holds sequence numbers of changes that stand; `redo` those that were
 * taken back since the last ordinary change. A redo puts the original's number back, so that it can be undone again.
 */
export class UndoFold {
  #undo: number[] = [];
  #redo: number[] = [];

  push(h: UndoRelevant): void {
    if (h.undoes !== undefined) {
      this.#undo = this.#undo.filter((s) => s !== h.undoes);
      this.#redo.push(h.undoes);
    } else if (h.redoes !== undefined) {
      this.#redo = this.#redo.filter((s) => s !== h.redoes);
      this.#undo.push(h.redoes);
    } else if (h.command !== CREATE_CASE) {
      this.#undo.push(h.seq);
      this.#redo = [];
    }
  }

  get stacks(): UndoStacks {
    return { undo: this.#undo, redo: this.#redo };
  }
}

export function undoStacks(headers: Iterable<UndoRelevant>): UndoStacks {
  const fold = new UndoFold();
  for (const h of headers) fold.push(h);
  return fold.stacks;
}

/**
 * How many undos lead from the changes that stand now back to those that stood then; undefined where no number of them does,
 * because something that stood then was taken back since. Counted in undos, never by sequence numbers: a change that was
 * done again keeps its old number.
 */
export function undosBetween(then: UndoStacks, now: UndoStacks): number | undefined {
  return then.undo.every((change, i) => now.undo[i] === change) ? now.undo.length - then.undo.length : undefined;
}

/** How many undos lead back to the state right after change `seq` of a whole log. */
export function undosTo(headers: readonly UndoRelevant[], seq: number): number | undefined {
  return undosBetween(undoStacks(headers.slice(0, seq)), undoStacks(headers));
}
