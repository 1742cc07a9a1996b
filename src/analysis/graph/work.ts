/** Real work done: `done` of `of` units of this stage. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly stage: string;
}

/** Long work: yields after each piece, so that its driver can report it, breathe or stop; returns the result. */
export type Work<T> = Generator<Progress, T, void>;

/** Work that is linear in the links, or less, and so short that it is done in one piece. */
export function* inOnePiece<T>(piece: () => T): Work<T> {
  const result = piece();
  yield { done: 1, of: 1, stage: 'all' };
  return result;
}

/** Work as part of something larger, which has come so far by then. */
export function* within<T>(work: Work<T>, reached: Progress): Work<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield reached;
  }
}

/** Runs work to its end without a pause. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
