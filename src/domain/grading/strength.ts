import type { Strength } from '../link/link.ts';
import type { Grade } from '../source/source.ts';
import type { Worth } from './grading-scheme.ts';
import { type GradeCode, gradingScheme, isSchemeId } from './index.ts';

export type Axis = 'source' | 'information';

/** The code's definition, or nothing where the scheme or the code is not known. */
export function gradeCode(grade: Grade, axis: Axis): GradeCode | undefined {
  if (!isSchemeId(grade.scheme)) return undefined;
  return gradingScheme(grade.scheme)[axis].find((c) => c.code === grade[axis]);
}

/** How much a worth counts where grades are asked for "at least so good". What nobody could judge is no proof of quality, nor is what was found weak. */
export const WORTH_STEPS: Readonly<Record<Worth, number>> = {
  certain: 3,
  strong: 2,
  middling: 1,
  unjudged: 0,
  weak: 0,
};

/** The step of a grade: that of the weaker of its two axes. */
export function stepOf(grade: Grade): number {
  const step = (axis: Axis) => WORTH_STEPS[gradeCode(grade, axis)?.worth ?? 'unjudged'];
  return Math.min(step('source'), step('information'));
}

/**
 * How strongly a claim of this grade may be drawn; nothing where a code is not known to its scheme.
 *
 * - Information suspected false or doubtful is tentative, whoever says it.
 * - Information that stands by itself ("accuracy not in doubt", "confirmed by other sources") is confirmed, and unconfirmed from an unreliable source.
 * - Anything else from an unreliable source is tentative.
 * - Confirmed needs both axes strong. What remains, above all where nobody could judge, is *unconfirmed*: that is exactly what
 *   "cannot be judged" says. It never makes a claim tentative, because not knowing is no mark against it.
 */
export function strengthOf(grade: Grade): Strength | undefined {
  const source = gradeCode(grade, 'source')?.worth;
  const information = gradeCode(grade, 'information')?.worth;
  if (source === undefined || information === undefined) return undefined;
  if (information === 'weak') return 'tentative';
  if (information === 'certain') return source === 'weak' ? 'unconfirmed' : 'confirmed';
  if (source === 'weak') return 'tentative';
  return source === 'strong' && information === 'strong' ? 'confirmed' : 'unconfirmed';
}

const order: Readonly<Record<Worth, number>> = { certain: 0, strong: 1, middling: 2, unjudged: 3, weak: 4 };
const strengths: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

/**
 * Rank of a code on its axis, 0 = best, for ordering only. "Cannot judge" stands before what was judged and found weak, and after
 * all that was judged usable. Codes of equal worth keep their printed order. Unknown codes come last.
 */
export function rankOf(grade: Grade, axis: Axis): number {
  const code = gradeCode(grade, axis);
  if (!code) return Number.POSITIVE_INFINITY;
  const printed = gradingScheme(grade.scheme)[axis].indexOf(code);
  return order[code.worth] * 10 + printed;
}

/** Negative when `a` is the better grade: by the line it allows, then information, then source. */
export function compareGrades(a: Grade, b: Grade): number {
  const line = (g: Grade) => {
    const strength = strengthOf(g);
    return strength === undefined ? strengths.length : strengths.indexOf(strength);
  };
  const by = (x: number, y: number) => (x === y ? 0 : x < y ? -1 : 1);
  return (
    by(line(a), line(b)) ||
    by(rankOf(a, 'information'), rankOf(b, 'information')) ||
    by(rankOf(a, 'source'), rankOf(b, 'source'))
  );
}

/**
 * The best of some grades. A link is worth no more than its best *independent* source: pass one grade per origin, for copies of
 * one report corroborate nothing.
 */
export function bestGrade(grades: readonly Grade[]): Grade | undefined {
  return grades.length === 0 ? undefined : grades.reduce((best, g) => (compareGrades(g, best) < 0 ? g : best));
}
