import { failed, type Outcome } from '#threads/protocol';

/**
 * Runs the shares of one question side by side. The first that fails is the outcome, and the others are given up: nobody waits for a part of an
 * answer. `signal` gives up all of them.
 */
export async function allShares<R>(
  shares: readonly ((signal: AbortSignal) => Promise<Outcome<R>>)[],
  signal: AbortSignal | undefined,
): Promise<{ readonly results: readonly R[] } | Extract<Outcome<never>, { readonly failure: unknown }>> {
  const rest = new AbortController();
  const stop = signal ? AbortSignal.any([signal, rest.signal]) : rest.signal;
  let first: Extract<Outcome<never>, { readonly failure: unknown }> | undefined;
  const results: R[] = [];
  await Promise.all(
    shares.map(async (start, i) => {
      const outcome = await start(stop);
      if (failed(outcome)) {
        first ??= outcome;
        rest.abort();
      } else results[i] = outcome.result;
    }),
  );
  return first ?? { results };
}
