import type { CommunityResult, MeasureResult, Scope } from '#queries/analysis';
import type { OpenCase } from '#queries/open-case';

/** What was asked, over which records, and what came of it. */
export type Answer =
  | { readonly kind: 'measure'; readonly id: string; readonly scope: Scope; readonly result: MeasureResult }
  | { readonly kind: 'groups'; readonly id: string; readonly scope: Scope; readonly result: CommunityResult };

export interface Asked {
  readonly question?: { readonly kind: Answer['kind']; readonly id: string };
  readonly answer?: Answer;
}

const kept = new WeakMap<OpenCase, Asked>();

/** The last answer of a case, while it is open: looking at the chart meanwhile must not cost it, and it can be put on paper. */
export function lastAnswer(open: OpenCase): Asked {
  return kept.get(open) ?? {};
}

export function keepAnswer(open: OpenCase, asked: Asked): void {
  kept.set(open, asked);
}
