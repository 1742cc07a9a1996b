/** Figures this near are the same: sums of 1/d differ in their last digits by the order of summing. */
export const SAME = 1e-12;

/** Other sets as good as the best that are kept by name. */
const MOST_TIES = 20;
const MOST_RUNNERS_UP = 5;

export interface RatedSet {
  /** Node numbers, ascending. */
  readonly members: Int32Array;
  readonly value: number;
}

/** The best sets offered so far: all that tie for the best (the first few by name), and the next best below them. */
export class BestSets {
  best = Number.NEGATIVE_INFINITY;
  /** How many different sets tie for the best. Where sets may be offered twice, only those kept by name are counted. */
  count = 0;
  readonly #once: boolean;
  readonly #floor: number;
  #ties: Int32Array[] = [];
  #next: RatedSet[] = [];

  /** `once`: no set is offered twice. `floor`: what is worth less is of no interest from the start. */
  constructor(once: boolean, floor = Number.NEGATIVE_INFINITY) {
    this.#once = once;
    this.#floor = floor;
  }

  /** A set worth less than this would not be kept. */
  get threshold(): number {
    const last = this.#next.length < MOST_RUNNERS_UP ? this.#floor : this.#next.at(-1)!.value;
    return last - SAME;
  }

  /** The set of `base` and `added`. */
  offer(base: Uint8Array, added: number, value: number): void {
    if (!(value >= this.threshold)) return;
    if (value > this.best + SAME) {
      for (const members of this.#ties) this.#keep({ members, value: this.best });
      this.best = value;
      this.#ties = [membersOf(base, added)];
      this.count = 1;
    } else if (value >= this.best - SAME) {
      if (this.#ties.length > MOST_TIES) {
        if (this.#once) this.count++;
        return;
      }
      const members = membersOf(base, added);
      if (!this.#once && this.#ties.some((known) => equal(known, members))) return;
      this.#ties.push(members);
      this.count++;
    } else {
      const members = membersOf(base, added);
      if (this.#once || !this.#next.some((known) => equal(known.members, members))) this.#keep({ members, value });
    }
  }

  #keep(set: RatedSet): void {
    const at = this.#next.findIndex((known) => known.value < set.value);
    this.#next.splice(at < 0 ? this.#next.length : at, 0, set);
    if (this.#next.length > MOST_RUNNERS_UP) this.#next.pop();
  }

  /** The first found of the best. */
  get first(): Int32Array {
    return this.#ties[0]!;
  }

  get ties(): readonly Int32Array[] {
    return this.#ties.slice(1);
  }

  get runnersUp(): readonly RatedSet[] {
    return this.#next;
  }
}

function membersOf(base: Uint8Array, added: number): Int32Array {
  const members: number[] = [];
  for (let i = 0; i < base.length; i++) if (base[i] === 1 || i === added) members.push(i);
  return Int32Array.from(members);
}

function equal(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}
