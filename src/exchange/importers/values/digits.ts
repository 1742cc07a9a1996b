/** Zeros of the scripts of the region and its neighbours: Arabic-Indic, Persian, Thai, Lao, Burmese, Khmer, full-width. */
const ZEROS = [0x660, 0x6f0, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];
const OTHER_DIGITS = /[٠-٩۰-۹๐-๙໐-໙၀-၉០-៩０-９]/;
const EACH = new RegExp(OTHER_DIGITS, 'g');

/** The same text with digits of other scripts as 0–9, so that ๒๕๖๙ is read as 2569. */
export function asciiDigits(text: string): string {
  if (!OTHER_DIGITS.test(text)) return text;
  return text.replace(EACH, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = ZEROS.find((z) => code >= z && code <= z + 9);
    return zero === undefined ? digit : String(code - zero);
  });
}
