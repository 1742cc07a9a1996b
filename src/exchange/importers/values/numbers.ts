import { asciiDigits } from './digits.ts';

export type DecimalMark = 'point' | 'comma';
export type NumberFault = 'number.unreadable' | 'number.not-finite' | 'number.exponent' | 'number.ambiguous';

export interface ReadNumber {
  /** Decimal text as stated, without thousands marks: `-1234.50`. Never a float. */
  readonly decimal: string;
  /** Currency sign or code written beside the number. */
  readonly unit?: string;
}

const NOT_FINITE = /^[+-]?(nan|inf|infinity|∞|#?n\/a|#(num|value|div\/0|ref)[!?]?)$/i;
const EXPONENT = /^[+-]?[\d.,]+e[+-]?\d+$/i;
const WITH_UNIT =
  /^([\p{L}\p{Sc}]{1,4}\.?)?\s?([-+(]?[\d][\d.,' \u00a0\u202f\u2009’_]*\)?-?|[-+]?[.,]\d+)\s?([\p{L}\p{Sc}]{1,4}\.?)?$/u;
const SPACES = /[ \u00a0\u202f\u2009’'_]/g;
const POINT = /^(\d+|\d{1,3}(?:,\d{2,3})*,\d{3})?(?:\.(\d+)?)?$/;
const COMMA = /^(\d+|\d{1,3}(?:\.\d{2,3})*\.\d{3})?(?:,(\d+)?)?$/;
/** One mark, three digits behind it: thousands or decimals, nobody can tell. */
const AMBIGUOUS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads a number as exact decimal text. `mark` is the column's decimal mark; missing, only what is unambiguous is read.
 * NaN, Infinity and exponents (1e400, 8.55E+11) are faults: a spreadsheet has thrown digits away.
 */
export function readNumber(
  stated: string,
  mark: DecimalMark | undefined,
): ReadNumber | { readonly fault: NumberFault } {
  const plain = plainDecimal(stated, mark);
  if (plain !== undefined) return { decimal: plain };
  const text = asciiDigits(stated.trim());
  if (NOT_FINITE.test(text)) return { fault: 'number.not-finite' };
  if (EXPONENT.test(text)) return { fault: 'number.exponent' };
  if (text.length > 60) return { fault: 'number.unreadable' };
  const m = WITH_UNIT.exec(text);
  if (!m || (m[1] !== undefined && m[3] !== undefined)) return { fault: 'number.unreadable' };
  const unit = m[1] ?? m[3];
  let body = (m[2] ?? '').replace(SPACES, '');
  const negative = body.startsWith('-') || body.endsWith('-') || (body.startsWith('(') && body.endsWith(')'));
  body = body.replace(/[-+()]/g, '');
  if (mark === undefined && AMBIGUOUS.test(body)) return { fault: 'number.ambiguous' };
  const decided = mark ?? provenMark(body) ?? 'point';
  const parts = (decided === 'point' ? POINT : COMMA).exec(body);
  if (!parts || body === '' || (parts[1] === undefined && parts[2] === undefined))
    return { fault: 'number.unreadable' };
  const whole = (parts[1] ?? '0').replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const fraction = parts[2];
  const decimal = `${negative && /[1-9]/.test(body) ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
  return unit === undefined ? { decimal } : { decimal, unit };
}

/** `1250` and `1250.75` as they stand, without a pattern; undefined when the text needs a closer look. */
function plainDecimal(text: string, mark: DecimalMark | undefined): string | undefined {
  const { length } = text;
  if (length === 0 || length > 40) return undefined;
  const first = text.charCodeAt(0);
  if (first < 0x31 || first > 0x39) return undefined;
  let point = -1;
  for (let i = 1; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) continue;
    if (c !== 0x2e || point >= 0) return undefined;
    point = i;
  }
  if (point < 0) return text;
  const decimals = length - point - 1;
  // `1.234` may be a thousand.
  if (mark === 'comma' || decimals === 0 || (mark === undefined && decimals === 3 && point <= 3)) return undefined;
  return text;
}

/** The decimal mark this one number proves; undefined when it has no mark or proves nothing. */
export function provenMark(body: string): DecimalMark | undefined {
  const point = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (point < 0 && comma < 0) return undefined;
  if (point >= 0 && comma >= 0) return point > comma ? 'point' : 'comma';
  const at = Math.max(point, comma);
  const isPoint = point >= 0;
  if (body.indexOf(isPoint ? '.' : ',') !== at) return isPoint ? 'comma' : 'point';
  if (AMBIGUOUS.test(body)) return undefined;
  return isPoint ? 'point' : 'comma';
}

/** Exact sum of decimal texts, kept as digits and a scale. */
export class DecimalSum {
  #digits = 0n;
  #scale = 0;

  add(decimal: string): void {
    const point = decimal.indexOf('.');
    const scale = point < 0 ? 0 : decimal.length - point - 1;
    let digits = BigInt(point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1));
    if (scale > this.#scale) {
      this.#digits *= 10n ** BigInt(scale - this.#scale);
      this.#scale = scale;
    } else if (scale < this.#scale) digits *= 10n ** BigInt(this.#scale - scale);
    this.#digits += digits;
  }

  toString(): string {
    const negative = this.#digits < 0n;
    const text = (negative ? -this.#digits : this.#digits).toString().padStart(this.#scale + 1, '0');
    const whole = text.slice(0, text.length - this.#scale);
    return `${negative ? '-' : ''}${whole}${this.#scale > 0 ? `.${text.slice(text.length - this.#scale)}` : ''}`;
  }
}
