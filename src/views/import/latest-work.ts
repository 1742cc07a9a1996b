/**
 * One piece of work at a time. When another one begins, or it is given up, the one that runs is ended and its answer counts no more: it was asked for
 * under a mapping and decisions that may hold no longer.
 */
export class LatestWork {
  #runs: AbortController | undefined;

  begin(): AbortController {
    this.giveUp();
    this.#runs = new AbortController();
    return this.#runs;
  }

  isLatest(work: AbortController): boolean {
    return this.#runs === work;
  }

  /** Its answer has come; false where it counts no more. */
  end(work: AbortController): boolean {
    const counts = this.isLatest(work);
    if (counts) this.#runs = undefined;
    return counts;
  }

  /** False when nothing ran. */
  giveUp(): boolean {
    const runs = this.#runs;
    this.#runs = undefined;
    runs?.abort();
    return runs !== undefined;
  }
}
