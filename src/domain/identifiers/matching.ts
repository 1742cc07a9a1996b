/**
 * Characters nobody sees: controls, soft hyphen, joiners, zero-width, direction marks and overrides, fillers, variation selectors, tags,
 * and the two inherent vowels of Khmer that Unicode says not to use.
 */
const hidden = /(?![\t\n\r])\p{Cc}|\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu;

/** Scripts whose writers use zero-width space and joiners in good faith: as word breaks, or to keep letters apart. */
const southEastAsian =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Arabic}]/u;

/** Lower case by way of upper case, so that ß and ss, and the three sigmas, meet. */
function fold(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Nothing to normalise or hide: most cells of most files, and searching asks for every one of them. */
const plainLatin = /^[\x20-\x7e]*$/;

/**
 * The key by which two texts are the same: NFKC, hidden characters out, case folded, white space single. Accents and vowel signs count:
 * `Hạnh` and `Hanh` differ here, and meet in `searchKey`. Never shown, never stored in the log.
 */
export function matchKey(text: string): string {
  if (plainLatin.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  let key = text;
  // Folding can make text that normalises further (and removing a joiner can bring marks together); two rounds settle nearly everything.
  for (let round = 0; round < 4; round++) {
    const next = fold(key.normalize('NFKC').replace(hidden, '')).normalize('NFKC').replace(/\s+/gu, ' ').trim();
    if (next === key) break;
    key = next;
  }
  return key;
}

const undecomposed: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
]);

/**
 * The key for finding: `matchKey` without the accents of Latin letters. Only U+0300–036F go: the vowels and tone marks of Thai, Khmer, Lao
 * and Burmese are combining marks too, and a name without its vowels is another name.
 */
export function searchKey(text: string): string {
  if (plainLatin.test(text)) return matchKey(text);
  const bare = matchKey(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return matchKey(bare.replace(/[đðħłøæœþ]/g, (c) => undecomposed.get(c) ?? c));
}

export interface HiddenCharacter {
  /** Offset in UTF-16 code units. */
  readonly at: number;
  readonly length: number;
  /** `U+200B`. */
  readonly point: string;
  /** A word break or joiner in a script that needs it: shown on request, no cause for a warning. */
  readonly usual: boolean;
}

/** Where a text holds characters nobody sees, so that they can be made visible. */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  for (const match of text.matchAll(hidden)) {
    const point = match[0].codePointAt(0) ?? 0;
    const joiner = point === 0x200b || point === 0x200c || point === 0x200d;
    const beside = text.slice(Math.max(0, match.index - 1), match.index + match[0].length + 1);
    found.push({
      at: match.index,
      length: match[0].length,
      point: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
      usual: joiner && southEastAsian.test(beside),
    });
  }
  return found;
}

/** Cyrillic and Greek letters drawn like Latin ones in either case, after folding; from Unicode's confusables (UTS 39), the common part. */
const looks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    е: 'e',
    ё: 'e',
    һ: 'h',
    н: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    с: 'c',
    ѕ: 's',
    т: 't',
    у: 'y',
    ү: 'y',
    ԝ: 'w',
    х: 'x',
    ԁ: 'd',
    ӏ: 'l',
    α: 'a',
    β: 'b',
    ε: 'e',
    ζ: 'z',
    η: 'h',
    ι: 'i',
    κ: 'k',
    μ: 'm',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'y',
    χ: 'x',
    γ: 'y',
    '0': 'o',
    '1': 'l',
  }),
);

/** Two search keys of one skeleton look alike. */
function skeleton(key: string): string {
  return [...key].map((c) => looks.get(c) ?? c).join('');
}

/** True when two texts differ and yet look alike (`Sok` with a Cyrillic о). A reason to warn, never to merge. */
export function confusable(a: string, b: string): boolean {
  return confusableKeys(searchKey(a), searchKey(b));
}

/** The same of their search keys. Each letter stands for one letter, so keys of different length never look alike. */
export function confusableKeys(a: string, b: string): boolean {
  return a.length === b.length && a !== b && skeleton(a) === skeleton(b);
}

export interface MixedWord {
  readonly word: string;
  /** The letters foreign to the word's first script: `U+043E`. */
  readonly points: readonly string[];
}

/** Words that mix Latin with Cyrillic or Greek letters. Words wholly in one script are nobody's business. */
export function mixedWords(text: string): readonly MixedWord[] {
  const found: MixedWord[] = [];
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}]+/gu)) {
    const foreign = [...word].filter((c) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(c));
    if (foreign.length === 0 || !/\p{Script=Latin}/u.test(word)) continue;
    const points = [...new Set(foreign)].map(
      (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    found.push({ word, points });
  }
  return found;
}
