import { matchKey } from './matching.ts';

/** What spreadsheets make of a long number: `8.55E+11`, `8,55E+11`. The digits after the shown ones are gone. */
export function isScientific(text: string): boolean {
  return /^\s*\d(?:[.,]\d+)?E\+?\d{1,2}\s*$/i.test(text);
}

/** Letters and digits in upper case, digits of any script as 0–9, everything between them out: the form of identifiers that are written with or without gaps. */
export function compact(text: string): string {
  const bare = matchKey(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return bare.replace(/\p{Nd}/gu, (c) => digit(c) ?? c);
}

/** Digits of any script as 0–9, and whether anything besides gaps stood among them. */
export function digitsOf(text: string): { readonly digits: string; readonly pure: boolean } {
  const key = [...matchKey(text)].map((c) => digit(c) ?? c).join('');
  const bare = key.replace(/[\s\-–—./()'’]/gu, '');
  return { digits: bare.replace(/\D/g, ''), pure: /^\d+$/.test(bare) };
}

/** Thai, Lao, Khmer, Burmese, Arabic and other decimal digits: Unicode keeps each set in a run of ten. */
function digit(c: string): string | undefined {
  if (!/^\p{Nd}$/u.test(c)) return undefined;
  const point = c.codePointAt(0) ?? 0;
  let zero = point;
  for (let back = 1; back <= 9; back++) {
    if (!/^\p{Nd}$/u.test(String.fromCodePoint(point - back))) break;
    zero = point - back;
  }
  return String((point - zero) % 10);
}
