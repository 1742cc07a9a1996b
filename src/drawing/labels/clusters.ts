const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Signs after which the next letter is stacked below (Khmer coeng, Burmese virama), or joined. */
const STACKS = /[\u17D2\u1039\u1A60\u200D]$/u;
/** Vowels of Thai and Lao that are written before the consonant they follow in speech. */
const LEADING = /^[\u0E40-\u0E44\u0EC0-\u0EC4]+$/u;
/** Where every character is a cluster: most labels, spared the work. */
const PLAIN = /^[\x20-\x7E]*$/;
/** A mark by itself: some vowel signs of Burmese count as letters in the rules of Unicode, not for the reader. */
const MARK = /^\p{M}/u;
/** A Burmese consonant with asat closes the syllable before it. */
const CODA = /^[\u1000-\u102A]\u103A/u;

/**
 * The smallest pieces a label may be cut between. They are grapheme clusters of Unicode (UAX 29), joined where the scripts
 * of the region would break: stacked consonants, leading vowels, Burmese vowel signs and closing consonants.
 */
export function clusters(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  const out: string[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = out.at(-1);
    if (last !== undefined && (STACKS.test(last) || LEADING.test(last) || MARK.test(segment) || CODA.test(segment))) {
      out[out.length - 1] = last + segment;
    } else out.push(segment);
  }
  return out;
}

/** Length of a label in characters as a reader counts them: marks above, below and around a letter do not count. */
export function labelLength(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let n = 0;
  for (const { segment } of graphemes.segment(text)) if (!MARK.test(segment) && segment !== '\u200B') n++;
  return n;
}
