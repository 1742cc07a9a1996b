import { fiveByFiveByFive } from './five-by-five-by-five.ts';
import { fourByFour } from './four-by-four.ts';
import type { GradingScheme } from './grading-scheme.ts';
import { handlingEuropol } from './handling-europol.ts';
import { handlingFiveByFiveByFive } from './handling-five-by-five-by-five.ts';
import type { HandlingScheme } from './handling-scheme.ts';
import { handlingThreeByFiveByTwo } from './handling-three-by-five-by-two.ts';
import { handlingTlp } from './handling-tlp.ts';
import { sixBySix } from './six-by-six.ts';
import { threeByFiveByTwo } from './three-by-five-by-two.ts';

export type { GradeCode, GradingScheme, Worth } from './grading-scheme.ts';
export type { HandlingCode, HandlingCondition, HandlingScheme, Limit } from './handling-scheme.ts';

/** Schemes that grade source and information. */
export const gradingSchemes = [
  fourByFour,
  fiveByFiveByFive,
  threeByFiveByTwo,
  sixBySix,
] as const satisfies readonly GradingScheme[];

export type SchemeId = (typeof gradingSchemes)[number]['id'];

/** Schemes that say who may be told. A source's `handling` is written `<scheme>:<code>`, as `europol:H1` or `3x5x2:C/A1/S2`. */
export const handlingSchemes = [
  handlingEuropol,
  handlingFiveByFiveByFive,
  handlingThreeByFiveByTwo,
  handlingTlp,
] as const satisfies readonly HandlingScheme[];

export type HandlingSchemeId = (typeof handlingSchemes)[number]['id'];

const grading: ReadonlyMap<string, GradingScheme> = new Map(gradingSchemes.map((s) => [s.id, s]));
const handling: ReadonlyMap<string, HandlingScheme> = new Map(handlingSchemes.map((s) => [s.id, s]));

/** The definition of a registered scheme. Throws for an id that is not registered: records are checked on their way in. */
export function gradingScheme(id: SchemeId): GradingScheme & { readonly id: SchemeId } {
  const found = grading.get(id);
  if (!found) throw new RangeError('unregistered grading scheme');
  return found as GradingScheme & { readonly id: SchemeId };
}

export function isSchemeId(id: string): id is SchemeId {
  return grading.has(id);
}

export function handlingScheme(id: HandlingSchemeId): HandlingScheme & { readonly id: HandlingSchemeId } {
  const found = handling.get(id);
  if (!found) throw new RangeError('unregistered handling scheme');
  return found as HandlingScheme & { readonly id: HandlingSchemeId };
}

export function isHandlingSchemeId(id: string): id is HandlingSchemeId {
  return handling.has(id);
}
