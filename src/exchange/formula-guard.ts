/**
 * A spreadsheet runs a cell that begins with = + - @ (or their full-width forms), TAB or a line break. An apostrophe in front makes it text;
 * one more is put before apostrophes that already stand there, so that what went out comes back as it was. Plain negative numbers are harmless.
 */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
const DEFUSED = /^''*[=+\-@\t\r\n＝＋－＠]/;

/** Text for a spreadsheet. `recall(defuse(x))` = x for every x. */
export function defuse(text: string): string {
  return RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text as it was before `defuse`, or before a spreadsheet marked it as text. */
export function recall(text: string): string {
  return text.charCodeAt(0) === 0x27 && DEFUSED.test(text) ? text.slice(1) : text;
}
