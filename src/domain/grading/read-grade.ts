import type { Grade } from '../source/source.ts';
import { gradingScheme, gradingSchemes, type SchemeId } from './index.ts';

/**
 * A grade as it is written: "4x4 B 2", or "B2" where a scheme is known already. A letter without a scheme means nothing, and the scheme is never
 * guessed: undefined.
 */
export function readGrade(text: string, known: SchemeId | undefined): Grade | undefined {
  const words = text
    .trim()
    .replaceAll('×', 'x')
    .split(/[\s:/]+/);
  let scheme: SchemeId | undefined = gradingSchemes.find((s) => s.id === words[0]?.toLowerCase())?.id;
  if (scheme) words.shift();
  else scheme = known;
  if (!scheme) return undefined;
  const codes = words.join('').toUpperCase();
  const definition = gradingScheme(scheme);
  for (const source of definition.source)
    for (const information of definition.information)
      if (codes === `${source.code}${information.code}`.toUpperCase())
        return { scheme, source: source.code, information: information.code };
  return undefined;
}
