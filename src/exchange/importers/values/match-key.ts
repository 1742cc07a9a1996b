/** Zero-width, bidi, soft hyphen, variation selectors, tags: nothing a reader sees. */
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu;
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * What two spellings of one name share: NFKC, case folded, hidden characters out, white space single.
 * For matching only; the text itself is stored as given. Look-alikes of other scripts stay apart.
 */
export function matchKey(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim();
  return text
    .normalize('NFKC')
    .replace(HIDDEN, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const HIDDEN_ONE = new RegExp(HIDDEN.source, 'u');
/** Khmer, Thai, Lao and Burmese use zero-width spaces and joiners between words: no oddity there. */
const WRITES_WITH_ZERO_WIDTH = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const MARKUP = /<\/?[a-z!][^>]{0,200}>/i;

/** What an analyst should know of a name before believing it. */
export function oddities(text: string): ('label.bidi' | 'label.hidden' | 'label.markup')[] {
  if (PLAIN.test(text) && !text.includes('<')) return [];
  const found: ('label.bidi' | 'label.hidden' | 'label.markup')[] = [];
  if (BIDI.test(text)) found.push('label.bidi');
  else if (HIDDEN_ONE.test(text) && !WRITES_WITH_ZERO_WIDTH.test(text)) found.push('label.hidden');
  if (MARKUP.test(text)) found.push('label.markup');
  return found;
}
