import { failed, type Outcome, type Progress } from '#threads/protocol';
import type { RunOptions } from './derivation.ts';

/**
 * Runs the shares of one question side by side. The first that fails is the outcome, and the others are given up: nobody waits for a part of an
 * answer. `signal` gives up all of them; progress is told of all together.
 */
export async function allShares<R>(
  shares: readonly ((run: RunOptions) => Promise<Outcome<R>>)[],
  { signal, onProgress }: RunOptions,
): Promise<{ readonly results: readonly R[] } | Extract<Outcome<never>, { readonly failure: unknown }>> {
  const rest = new AbortController();
  const stop = signal ? AbortSignal.any([signal, rest.signal]) : rest.signal;
  let first: Extract<Outcome<never>, { readonly failure: unknown }> | undefined;
  const results: R[] = [];
  const parts = shares.map(() => 0);
  let of: number | undefined;
  await Promise.all(
    shares.map(async (start, i) => {
      const told = (progress: Progress) => {
        // One count for all, whatever each counts by: a bar that is never drawn back.
        of ??= progress.of * shares.length;
        parts[i] = Math.max(parts[i]!, progress.done / progress.of || 0);
        const part = parts.reduce((sum, p) => sum + p, 0) / parts.length;
        onProgress?.({ done: Math.floor(part * of), of, stage: progress.stage });
      };
      const outcome = await start({ signal: stop, ...(onProgress && { onProgress: told }) });
      parts[i] = 1;
      if (failed(outcome)) {
        first ??= outcome;
        rest.abort();
      } else results[i] = outcome.result;
    }),
  );
  return first ?? { results };
}
