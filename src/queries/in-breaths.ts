import { finish, type Work } from '#analysis/graph/work';
import type { CaseState } from '#domain/change/case-state';
import { giveWay } from '#store/give-way';
import type { RunOptions } from './derivation.ts';

export { finish, type Work };

/** Work at a stretch before the page may draw and hear keys, ms: what is measured is the clock, and on a busy machine half of it is others'. */
const STRETCH = 8;
/** Between two reports, ms: each has the status line drawn anew. */
const BETWEEN_REPORTS = 100;

/** Does work on the page in slices, with the page drawing and hearing keys between them. The first report comes after the first slice. */
export async function inBreaths<T>(
  work: Work<T>,
  { signal, onProgress }: RunOptions = {},
): Promise<{ readonly result: T } | { readonly failure: 'cancelled' }> {
  let reported = Number.NEGATIVE_INFINITY;
  for (;;) {
    if (signal?.aborted) return { failure: 'cancelled' };
    const began = performance.now();
    for (;;) {
      const step = work.next();
      if (step.done) return { result: step.value };
      const now = performance.now();
      if (now - began < STRETCH) continue;
      if (signal?.aborted) return { failure: 'cancelled' };
      if (now - reported >= BETWEEN_REPORTS) {
        reported = now;
        onProgress?.(step.value);
      }
      break;
    }
    await giveWay();
  }
}

/** How often a question is asked before whoever asks is told that the case does not stand still. */
const ASKED = 8;

/**
 * Asks a question that is read off the case first and packed later, with `version` in its request: where the case was changed between the two, it is
 * read and asked again, so that the answer's content, its revision and its graph are of one state.
 */
export async function askOfOneState<R extends { readonly ok: true } | { readonly ok: false; readonly code: string }>(
  ask: () => Promise<R>,
): Promise<R> {
  for (let times = 1; ; times++) {
    const answer = await ask();
    if (answer.ok || answer.code !== 'changed' || times === ASKED) return answer;
  }
}

/** How often work is begun anew because the case was changed meanwhile; then it is done in one piece. */
const ANEW = 3;

/** Reads a case that may be changed between two pieces of the reading: what is read is always one state of it, the latest. */
export function* ofOneState<T>(state: CaseState, reading: () => Work<T>): Work<T> {
  for (let times = 0; times < ANEW; times++) {
    const { version } = state;
    const work = reading();
    do {
      const step = work.next();
      if (step.done) return step.value;
      yield step.value;
    } while (state.version === version);
  }
  return finish(reading());
}
