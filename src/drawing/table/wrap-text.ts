import type { Measure } from '../fonts/coverage.ts';
import { clusters } from '../labels/clusters.ts';
import type { FontWeight } from '../style/fonts.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * A text in lines of a width, all of it: broken between words, in scripts without spaces where the language has a word's end, and within a
 * word only where the word alone is wider than the line.
 */
export function wrapText(
  text: string,
  width: number,
  face: { readonly measure: Measure; readonly weight: FontWeight; readonly size: number; readonly locale: string },
): readonly string[] {
  const { measure, weight, size, locale } = face;
  const wide = (t: string): boolean => measure(t, weight, size) > width;
  if (!wide(text)) return [text];
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  const lines: string[] = [];
  let line = '';
  const take = (piece: string): void => {
    if (!wide((line + piece).trimEnd())) {
      line += piece;
      return;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    if (!wide(piece.trimEnd())) {
      line = piece.trimStart();
      return;
    }
    for (const c of clusters(piece)) {
      if (line !== '' && wide(line + c)) {
        lines.push(line);
        line = '';
      }
      line += c;
    }
  };
  // Punctuation stays with the word before it.
  let held = '';
  for (const { segment } of segmenter.segment(text)) {
    if (/^[\p{P}\p{M}]+$/u.test(segment) && held !== '' && !/\s$/.test(held)) held += segment;
    else if (/^\s+$/.test(segment)) held += segment;
    else {
      if (held !== '') take(held);
      held = segment;
    }
  }
  if (held !== '') take(held);
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
