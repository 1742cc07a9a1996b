import { capped } from '../row-report.ts';
import { type DateOrder, dateShape, isBuddhistYear, readDate, readTime } from '../values/dates.ts';
import { type DecimalMark, provenMark, readNumber } from '../values/numbers.ts';

/** What a column's texts look like, over all rows of the file. */
export interface ColumnProfile {
  readonly name: string;
  /** 0-based position in the row. */
  readonly index: number;
  readonly filled: number;
  /** Distinct texts, counted up to 1,000; `distinctCapped` when there are more. */
  readonly distinct: number;
  readonly distinctCapped: boolean;
  /** First distinct texts, at most 8, each at most 80 characters. */
  readonly examples: readonly string[];
  /** All distinct texts where there are at most 40: the values to map a type, direction or strength from. */
  readonly values: readonly string[];
  readonly dates: DateLooks;
  readonly numbers: NumberLooks;
  readonly times: number;
  /** Texts with an `@`, of 15 digits, like a phone number … : what identifier they could be. */
  readonly phones: number;
  readonly exponents: number;
  readonly leadingZeros: number;
  readonly digitsOnly: number;
  /** Begins like a formula (= + - @): kept as text. */
  readonly formulas: number;
  readonly longest: number;
}

export interface DateLooks {
  /** Texts with the shape of a date. */
  readonly count: number;
  /** Of them, three numbers whose order must be known. */
  readonly ordered: number;
  /** Rows that prove day-first or month-first. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly buddhist: number;
  readonly common: number;
  readonly twoDigits: number;
  readonly timed: number;
  readonly bareYears: number;
  readonly compact: number;
  readonly impossible: number;
  /** The order all rows agree on; missing when no row tells, or rows contradict each other. */
  readonly order?: Exclude<DateOrder, 'text'>;
}

export interface NumberLooks {
  readonly count: number;
  readonly whole: number;
  readonly point: number;
  readonly comma: number;
  readonly ambiguous: number;
  readonly negative: number;
  readonly withUnit: number;
  readonly notFinite: number;
  readonly mark?: DecimalMark;
}

const DISTINCT = 1_000;
const VALUES = 40;
const EXAMPLES = 8;
const PHONE = /^[+0(\d][\d\s().-]{5,20}\d$/;
const EXPONENT = /^[+-]?\d(?:[.,]\d+)?e\+?\d+$/i;
const HAS_DIGIT = /[\d٠-٩۰-۹๐-๙໐-໙၀-၉០-៩０-９∞]|nan|inf/i;

const DIGITS = 1;
const LETTERS = 2;
const COLON = 4;
const POINT = 8;
const SEPARATOR = 16;
const OTHER = 32;

/** Which kinds of characters stand in a text, so that only the patterns that can fit are tried. */
function marksOf(text: string): number {
  let marks = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) marks |= DIGITS;
    else if (c === 0x2f || c === 0x2d || c === 0x20) marks |= SEPARATOR;
    else if (c === 0x2e) marks |= POINT;
    else if (c === 0x3a) marks |= COLON;
    else if ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a) marks |= LETTERS;
    else marks |= c > 0x7f ? LETTERS : OTHER;
  }
  return marks;
}

/** Gathers one column; `add` is called for every data row. */
export class ColumnTally {
  readonly #name: string;
  readonly #index: number;
  /** Distinct texts and how often they stand; each is examined once, at the end. */
  readonly #seen = new Map<string, number>();
  #capped = false;
  #filled = 0;
  #times = 0;
  #phones = 0;
  #exponents = 0;
  #leadingZeros = 0;
  #digitsOnly = 0;
  #formulas = 0;
  #longest = 0;
  #d = {
    count: 0,
    ordered: 0,
    dayFirst: 0,
    monthFirst: 0,
    buddhist: 0,
    common: 0,
    twoDigits: 0,
    timed: 0,
    bareYears: 0,
    compact: 0,
    impossible: 0,
  };
  #n = { count: 0, whole: 0, point: 0, comma: 0, ambiguous: 0, negative: 0, withUnit: 0, notFinite: 0 };

  constructor(name: string, index: number) {
    this.#name = name;
    this.#index = index;
  }

  add(cell: string): void {
    const text = cell.trim();
    if (text === '') return;
    this.#filled++;
    if (text.length > this.#longest) this.#longest = text.length;
    const first = text.charCodeAt(0);
    if (first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40) this.#formulas++;
    const times = text.length <= 200 ? this.#seen.get(text) : undefined;
    if (times !== undefined) this.#seen.set(text, times + 1);
    else if (text.length <= 200 && this.#seen.size < DISTINCT) this.#seen.set(text, 1);
    else {
      this.#capped = true;
      this.#look(text, 1);
    }
  }

  /** What `n` cells of this text add to the column. */
  #look(text: string, n: number): void {
    if (text.length > 60 || !HAS_DIGIT.test(text)) return;
    const is = marksOf(text);
    if (is === DIGITS) {
      this.#digitsOnly += n;
      this.#n.count += n;
      this.#n.whole += n;
      const { length } = text;
      if (length >= 7 && length <= 22) this.#phoneLike(text, n);
      if (length === 4 || length === 8 || length === 12 || length === 14) this.#dateLike(text, n);
      return;
    }
    if ((is & LETTERS) === 0) {
      if (PHONE.test(text)) this.#phoneLike(text, n);
    } else if (EXPONENT.test(text)) this.#exponents += n;
    if (is & (COLON | POINT) && text.length <= 16 && readTime(text) !== undefined) this.#times += n;
    if (is & (SEPARATOR | POINT | LETTERS)) this.#dateLike(text, n);
    if ((is & COLON) === 0) this.#numberLike(text, n);
  }

  #phoneLike(text: string, n: number): void {
    this.#phones += n;
    if (text.startsWith('0')) this.#leadingZeros += n;
  }

  #numberLike(text: string, n: number): void {
    const number = readNumber(text, undefined);
    if ('fault' in number) {
      if (number.fault === 'number.ambiguous') {
        this.#n.ambiguous += n;
        this.#n.count += n;
      } else if (number.fault !== 'number.unreadable') this.#n.notFinite += n;
      return;
    }
    this.#n.count += n;
    if (number.unit !== undefined) this.#n.withUnit += n;
    if (number.decimal.startsWith('-')) this.#n.negative += n;
    const mark = provenMark(text.replace(/[^\d.,]/g, ''));
    if (mark === undefined) this.#n.whole += n;
    else this.#n[mark] += n;
  }

  #dateLike(text: string, n: number): void {
    const s = dateShape(text);
    if (!s) return;
    const d = this.#d;
    d.count += n;
    if (s.time !== undefined) d.timed += n;
    if (s.form === 'year') d.bareYears += n;
    if (s.form === 'compact') d.compact += n;
    if (s.twoDigits) d.twoDigits += n;
    else if (isBuddhistYear(s.year)) d.buddhist += n;
    else d.common += n;
    if (s.form === 'numbers') {
      d.ordered += n;
      if (s.a > 12 && s.b <= 12) d.dayFirst += n;
      else if (s.b > 12 && s.a <= 12) d.monthFirst += n;
    }
    const read = readDate(text, { century: '2000' });
    if ('fault' in read && read.fault === 'date.impossible') d.impossible += n;
  }

  /** Once, after the last row. */
  profile(): ColumnProfile {
    for (const [text, n] of this.#seen) this.#look(text, n);
    const distinct = [...this.#seen.keys()];
    this.#seen.clear();
    const { dayFirst, monthFirst } = this.#d;
    const { point, comma } = this.#n;
    return {
      name: this.#name,
      index: this.#index,
      filled: this.#filled,
      distinct: distinct.length,
      distinctCapped: this.#capped,
      examples: distinct.slice(0, EXAMPLES).map((t) => capped(t, 80)),
      values: distinct.length <= VALUES ? distinct : [],
      dates: {
        ...this.#d,
        ...(dayFirst > 0 !== monthFirst > 0 ? { order: dayFirst > 0 ? 'day-first' : 'month-first' } : {}),
      },
      numbers: { ...this.#n, ...(point > 0 !== comma > 0 ? { mark: point > 0 ? 'point' : 'comma' } : {}) },
      times: this.#times,
      phones: this.#phones,
      exponents: this.#exponents,
      leadingZeros: this.#leadingZeros,
      digitsOnly: this.#digitsOnly,
      formulas: this.#formulas,
      longest: this.#longest,
    };
  }
}
