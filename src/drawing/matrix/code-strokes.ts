import type { Strength } from '#domain/link/link';

/** What a cell says, as in `analysis/association-matrix`. */
export type CodeId = 'participation' | 'ownership' | 'association' | 'identity';

/** One stroke of a symbol round (0, 0), some 9 wide; `solid` fills it. */
export interface CodeStroke {
  readonly d: string;
  readonly dash?: readonly number[];
  readonly solid?: true;
}

/** Stroke of the symbols, in their own coordinates. */
export const CODE_STROKE = 1.5;

const CIRCLE = 'M -4 0 A 4 4 0 1 0 4 0 A 4 4 0 1 0 -4 0 Z';
const DOLLAR =
  'M 2.4 -3.4 C 1.6 -4.6 -2.4 -4.8 -2.4 -2.3 C -2.4 0.2 2.5 -0.7 2.5 1.8 C 2.5 4.3 -1.7 4.3 -2.6 2.8 M 0 -5.6 L 0 4.8';
const PLUS = 'M -4.5 0 L 4.5 0 M 0 -4.5 L 0 4.5';
const MINUS = 'M -4.5 0 L 4.5 0';
const BELOW = 'M -4.5 7 L 4.5 7';
const TWO_LINES = 'M -4.5 -2 L 4.5 -2 M -4.5 2 L 4.5 2';

/** Solid, dashed, dotted: the line is the grade, as on a chart. */
const DASHES: Readonly<Record<Strength, readonly number[] | undefined>> = {
  confirmed: undefined,
  unconfirmed: [3, 2],
  tentative: [1, 2],
};

/**
 * The symbol of a code in a strength, on screen and paper: known ● and suspected ○ (FM 34-60), + and − for a part taken in an organisation, $ for what is
 * owned, = for who may be the same; dotted where tentative. Told in form, never in colour.
 */
export function codeStrokes(code: CodeId, strength: Strength): readonly CodeStroke[] {
  const dash = DASHES[strength];
  const lined = (d: string): CodeStroke => ({ d, ...(dash && { dash }) });
  switch (code) {
    case 'association':
      if (strength === 'confirmed') return [{ d: CIRCLE, solid: true }];
      return [{ d: CIRCLE, ...(strength === 'tentative' && { dash: [1, 2.14] }) }];
    case 'participation':
      if (strength === 'confirmed') return [{ d: PLUS }];
      return [strength === 'tentative' ? lined(MINUS) : { d: MINUS }];
    case 'ownership':
      return [{ d: DOLLAR }, ...(strength === 'confirmed' ? [] : [lined(BELOW)])];
    case 'identity':
      return [lined(TWO_LINES)];
  }
}

/** Arrowheads beside a symbol, in the same coordinates: from row to column, and back. */
export const ARROW_OUT = 'M 7 -3 L 7 3 L 11 0 Z';
export const ARROW_BACK = 'M -7 -3 L -7 3 L -11 0 Z';
