import { hiddenCharacters } from '#domain/identifiers/matching';

const PLAIN = /^[\x20-\x7e]*$/;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const MARKUP = /<\/?[a-z!][^>]{0,200}>/i;

/** What an analyst should know of a name before believing it. Word breaks and joiners of scripts that write with them are no oddity. */
export function oddities(text: string): ('label.bidi' | 'label.hidden' | 'label.markup')[] {
  if (PLAIN.test(text) && !text.includes('<')) return [];
  const found: ('label.bidi' | 'label.hidden' | 'label.markup')[] = [];
  if (BIDI.test(text)) found.push('label.bidi');
  else if (hiddenCharacters(text).some((h) => !h.usual)) found.push('label.hidden');
  if (MARKUP.test(text)) found.push('label.markup');
  return found;
}
