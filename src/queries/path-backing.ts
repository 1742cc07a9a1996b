import { PROOF } from '#analysis/graph/network';
import { type Backing, compareBacking, weakestLink } from '#analysis/paths/index';
import type { CaseState } from '#domain/change/case-state';
import { bestGrade, rankOf, strengthOf } from '#domain/grading/strength';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { borneOutBy } from '#domain/source/borne-out-by';
import type { Grade } from '#domain/source/source';

import type { Way } from './path-results.ts';

/** The best grade a link has from any of its sources: of statements, else of the sources themselves. */
export function bestGradeOf(state: CaseState, link: Link): Grade | undefined {
  const grades: Grade[] = [];
  const add = (grade: Grade | undefined) => {
    if (grade) grades.push(grade);
  };
  for (const id of state.statementsAbout(link.id)) {
    const s = state.find('statement', id);
    if (s?.says === 'yes') add(s.grade ?? state.find('source', s.source)?.grade);
  }
  for (const b of link.basis ?? []) add(state.find('source', b.source)?.grade);
  return bestGrade(grades);
}

function backingOf(state: CaseState, id: Id): Backing {
  const link = state.link(id);
  if (!link) return { proof: 3, grade: Number.POSITIVE_INFINITY, sources: 0 };
  const grade = bestGradeOf(state, link);
  const line = grade && strengthOf(grade);
  const axis = (which: 'source' | 'information') => Math.min(99, grade ? rankOf(grade, which) : 99);
  return {
    proof: PROOF[link.strength],
    grade: grade
      ? (line ? PROOF[line] : 3) * 10_000 + axis('information') * 100 + axis('source')
      : Number.POSITIVE_INFINITY,
    sources: borneOutBy(state, link).size,
  };
}

/**
 * The link each step of a way is taken over, the best backed of those there are; which step is the weakest of the way (the first of equally weak ones), and how
 * many others are as weak.
 */
export function backedSteps(
  state: CaseState,
  way: Way,
): { readonly links: readonly Id[]; readonly weakest: number | undefined; readonly asWeak: number } {
  const steps = way.steps.map((s) => s.links.map((id) => ({ id, backing: backingOf(state, id) })));
  const best = steps.map((all) => all.reduce((a, b) => (compareBacking(b.backing, a.backing) < 0 ? b : a)));
  const weakest = weakestLink(steps.map((all) => all.map((l) => l.backing)))?.step;
  const asWeak =
    weakest === undefined ? 0 : best.filter((l) => compareBacking(l.backing, best[weakest]!.backing) === 0).length - 1;
  return { links: best.map((l) => l.id), weakest, asWeak };
}
