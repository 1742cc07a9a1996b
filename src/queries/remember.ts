import type { QueryClient } from '@tanstack/react-query';
import type { Figure } from './analysis.ts';
import type { GraphRequest } from './packing.ts';

class Unanswered extends Error {
  readonly code: string;
  readonly detail: string | undefined;
  constructor(code: string, detail: string | undefined) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** Answers a question from memory where it was asked before; else runs it, and remembers the answer for as long as somebody may go back to it. */
export async function remember<R>(
  client: QueryClient,
  key: readonly unknown[],
  signal: AbortSignal | undefined,
  run: () => Promise<Figure<R>>,
): Promise<Figure<R>> {
  try {
    const figure = await client.fetchQuery({
      queryKey: key,
      queryFn: async () => {
        const answer = await run();
        if (!answer.ok) throw new Unanswered(answer.code, answer.detail);
        return answer.figure;
      },
    });
    return { ok: true, figure };
  } catch (error) {
    if (error instanceof Unanswered) {
      // The same question, asked again while it was being given up, was handed the run that was given up.
      if (error.code === 'cancelled' && signal && !signal.aborted) return remember(client, key, signal, run);
      return { ok: false, code: error.code, ...(error.detail !== undefined && { detail: error.detail }) };
    }
    throw error;
  }
}

/** The scope of a question in its key: by what its graph is made of where that is known, for a key of thousands of ids takes long to compare. */
export function scopeKey({ scope, content }: GraphRequest): readonly unknown[] {
  const { kind, entities, links, events } = scope;
  if (content !== undefined) return [kind, content, events];
  return [kind, [...(entities ?? [])], [...(links ?? [])], events];
}
