/**
 * What a code is worth, whatever letter it wears. `certain` is kept for information that stands by itself ("accuracy not in doubt").
 * `unjudged` says that nobody could tell: it is neither good nor bad, and is never read as `weak`.
 */
export type Worth = 'certain' | 'strong' | 'middling' | 'weak' | 'unjudged';

export interface GradeCode {
  readonly code: string;
  readonly worth: Worth;
}

/** Codes of each axis in the printed order, best first. Wording: `grading.<scheme>.source.<code>`, `grading.<scheme>.information.<code>`. */
export interface GradingScheme {
  readonly id: string;
  readonly source: readonly GradeCode[];
  readonly information: readonly GradeCode[];
  /** The handling scheme used with it. */
  readonly handling: string;
}
