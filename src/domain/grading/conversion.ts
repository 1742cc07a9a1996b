import type { Grade } from '../source/source.ts';
import { type GradingScheme, gradingScheme, type SchemeId, type Worth } from './index.ts';
import { type Axis, gradeCode } from './strength.ts';

/** `detail` holds message keys of the two wordings and the code; message `grading.warning.<code>`. */
export interface ConversionWarning {
  readonly code: 'same-code-other-meaning' | 'no-equal' | 'wider' | 'axes-swapped' | 'unknown-code';
  readonly axis: Axis;
  readonly detail: Readonly<Record<string, string>>;
}

/** A proposal: a code is missing where the other scheme has nothing of the same worth, and the analyst must choose. */
export interface Conversion {
  readonly scheme: SchemeId;
  readonly source?: string;
  readonly information?: string;
  readonly warnings: readonly ConversionWarning[];
}

const axes: readonly Axis[] = ['source', 'information'];

/** Message key of a code's wording. */
export function gradeKey(scheme: SchemeId, axis: Axis, code: string): string {
  return `grading.${scheme}.${axis}.${code}`;
}

/**
 * Codes that are spelled alike in two schemes and do not mean the same: C is "unreliable in most instances", "sometimes reliable" or
 * "fairly reliable"; E "untested" or "unreliable". Empty where a code may be read across.
 */
export function sameCodeTraps(from: SchemeId, to: SchemeId): readonly { readonly axis: Axis; readonly code: string }[] {
  if (from === to) return [];
  return axes.flatMap((axis) =>
    gradingScheme(from)[axis].flatMap((a) => {
      const b = gradingScheme(to)[axis].find((c) => c.code === a.code);
      return b && !sameMeaning(from, to, axis, a.code) ? [{ axis, code: a.code }] : [];
    }),
  );
}

/** Only these share their wording, not merely their worth: 2 and 3 of information in 4x4 and 5x5x5. */
function sameMeaning(from: SchemeId, to: SchemeId, axis: Axis, code: string): boolean {
  const pair = new Set<SchemeId>([from, to]);
  return axis === 'information' && pair.has('4x4') && pair.has('5x5x5') && (code === '2' || code === '3');
}

function propose(worth: Worth, scheme: GradingScheme, axis: Axis): { codes: readonly string[]; wider: boolean } {
  const same = scheme[axis].filter((c) => c.worth === worth).map((c) => c.code);
  if (same.length > 0) return { codes: same, wider: false };
  // "Certain" may step down to "strong": the scheme simply has no word for more. Nothing else is stretched, and never "unjudged".
  if (worth === 'certain') {
    return { codes: scheme[axis].filter((c) => c.worth === 'strong').map((c) => c.code), wider: true };
  }
  return { codes: [], wider: false };
}

/**
 * Proposes a grade in another scheme, always with a warning, because no scheme is another's translation. The same printed
 * place is kept among codes of equal worth (A stays A, B stays B); "cannot judge" becomes "cannot judge" or nothing.
 */
export function convertGrade(grade: Grade, to: SchemeId): Conversion {
  const warnings: ConversionWarning[] = [];
  const chosen: { source?: string; information?: string } = {};
  const target = gradingScheme(to);
  for (const axis of axes) {
    const from = gradeCode(grade, axis);
    if (!from) {
      warnings.push({ code: 'unknown-code', axis, detail: { code: grade[axis] } });
      continue;
    }
    const peers = gradingScheme(grade.scheme)[axis].filter((c) => c.worth === from.worth);
    const { codes, wider } = propose(from.worth, target, axis);
    const code = codes[Math.min(peers.indexOf(from), codes.length - 1)];
    const was = gradeKey(grade.scheme, axis, from.code);
    if (code === undefined) {
      warnings.push({ code: 'no-equal', axis, detail: { code: from.code, was } });
      continue;
    }
    chosen[axis] = code;
    const becomes = gradeKey(to, axis, code);
    if (wider || codes.length !== peers.length) {
      warnings.push({ code: 'wider', axis, detail: { code: from.code, to: code, was, becomes } });
    }
  }
  return { scheme: to, ...chosen, warnings: [...convertWarning(grade, to), ...warnings] };
}

/** What to tell before codes of one scheme are read, or typed, as another's. Empty only when the schemes are the same. */
export function convertWarning(grade: Grade, to: SchemeId): readonly ConversionWarning[] {
  if (grade.scheme === to) return [];
  const warnings: ConversionWarning[] = [];
  if ((grade.scheme === '3x5x2') !== (to === '3x5x2')) {
    warnings.push({ code: 'axes-swapped', axis: 'source', detail: { from: grade.scheme, to } });
  }
  for (const { axis, code } of sameCodeTraps(grade.scheme, to)) {
    if (grade[axis] !== code) continue;
    const detail = { code, was: gradeKey(grade.scheme, axis, code), reads: gradeKey(to, axis, code) };
    warnings.push({ code: 'same-code-other-meaning', axis, detail });
  }
  return warnings;
}
