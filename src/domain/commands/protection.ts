import type { CaseState } from '../change/case-state.ts';
import { type Entity, isProtected } from '../entity/entity.ts';

/** Hands out P-01, P-02 … in order, never a number in use; one for a whole plan, so that a batch gets different ones. */
export class PseudonymRegister {
  #last: number | undefined;
  readonly #state: CaseState;
  constructor(state: CaseState) {
    this.#state = state;
  }
  next(): string {
    if (this.#last === undefined) {
      this.#last = 0;
      for (const e of this.#state.allOf('entity')) {
        const n = e.pseudonym?.match(/^P-(\d{1,6})$/)?.[1];
        if (n) this.#last = Math.max(this.#last, Number(n));
      }
    }
    this.#last++;
    return `P-${String(this.#last).padStart(2, '0')}`;
  }
  /** The entity, with a pseudonym when it is protected and has none yet. */
  cover(entity: Entity): Entity {
    return isProtected(entity) && !entity.pseudonym ? { ...entity, pseudonym: this.next() } : entity;
  }
}
