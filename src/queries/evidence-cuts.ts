import { PROOF } from '#analysis/graph/network';
import type { PackedCase } from '#analysis/graph/pack-case';
import type { CaseState } from '#domain/change/case-state';
import { stepOf, WORTH_STEPS } from '#domain/grading/strength';
import type { Id } from '#domain/record';
import type { Grade } from '#domain/source/source';

/**
 * Which links a ranking is asked over. `all`; `without-tentative`: confirmed and unconfirmed; `confirmed`; by grade: those that some source supports
 * whose source and information are both graded at least `middling` ("usually reliable", "known to the source" …) or at least `strong`. What nobody
 * could judge is below either, as is what has no grade.
 */
export type CutId = 'all' | 'without-tentative' | 'confirmed' | 'graded-middling' | 'graded-strong';

export interface Cut {
  readonly id: CutId;
  /** One byte a row, 1 = kept. */
  readonly keep: Uint8Array;
}

/** The cuts that make sense of a packed case: none by grade where nothing is graded, none without what is not there. */
export function cutsOf(
  state: CaseState,
  packed: PackedCase,
): { readonly cuts: readonly Cut[]; readonly ungraded: boolean } {
  const { proof, count } = packed.graph.rows!;
  const where = (is: (r: number) => boolean) => Uint8Array.from({ length: count }, (_, r) => (is(r) ? 1 : 0));
  const worth = packed.linkIds.map((id) => worthOf(state, id));
  const ungraded = worth.every((w) => w === undefined);
  const cuts: Cut[] = [{ id: 'all', keep: where(() => true) }];
  if (proof.includes(PROOF.tentative))
    cuts.push({ id: 'without-tentative', keep: where((r) => proof[r]! < PROOF.tentative) });
  cuts.push({ id: 'confirmed', keep: where((r) => proof[r] === PROOF.confirmed) });
  if (!ungraded) {
    cuts.push({ id: 'graded-middling', keep: where((r) => (worth[r] ?? 0) >= WORTH_STEPS.middling) });
    cuts.push({ id: 'graded-strong', keep: where((r) => (worth[r] ?? 0) >= WORTH_STEPS.strong) });
  }
  return { cuts, ungraded };
}

/** The best that any one source's grade says of a link: the weaker of its two axes. Undefined where no source is graded. */
export function worthOf(state: CaseState, link: Id): number | undefined {
  let best: number | undefined;
  const see = (grade: Grade | undefined) => {
    if (grade) best = Math.max(best ?? 0, stepOf(grade));
  };
  for (const id of state.statementsAbout(link)) {
    const s = state.find('statement', id);
    if (s?.says === 'yes') see(s.grade ?? state.find('source', s.source)?.grade);
  }
  for (const b of state.link(link)?.basis ?? []) see(state.find('source', b.source)?.grade);
  return best;
}
