import { capped } from '../row-report.ts';
import { type DateOrder, type DateShape, dateShape, isBuddhistYear, readDate, readTime } from '../values/dates.ts';
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

/** Gathers one column; `add` is called for every data row. */
export class ColumnTally {
  readonly #name: string;
  readonly #index: number;
  readonly #seen = new Set<string>();
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
    if (!this.#capped && text.length <= 200 && !this.#seen.has(text)) {
      if (this.#seen.size < DISTINCT) this.#seen.add(text);
      else this.#capped = true;
    }
    const first = text.charCodeAt(0);
    if (first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40) this.#formulas++;
    if (text.length > 60 || !HAS_DIGIT.test(text)) return;
    this.#addDigits(text);
  }

  #addDigits(text: string): void {
    if (EXPONENT.test(text)) this.#exponents++;
    if (PHONE.test(text)) {
      this.#phones++;
      if (text.startsWith('0')) this.#leadingZeros++;
    }
    if (/^\d+$/.test(text)) this.#digitsOnly++;
    if (text.length >= 4 && readTime(text) !== undefined) this.#times++;
    const shape = dateShape(text);
    if (shape) this.#addDate(text, shape);
    const number = readNumber(text, undefined);
    if ('fault' in number) {
      if (number.fault === 'number.ambiguous') {
        this.#n.ambiguous++;
        this.#n.count++;
      } else if (number.fault !== 'number.unreadable') this.#n.notFinite++;
      return;
    }
    this.#n.count++;
    if (number.unit !== undefined) this.#n.withUnit++;
    if (number.decimal.startsWith('-')) this.#n.negative++;
    const mark = provenMark(text.replace(/[^\d.,]/g, ''));
    if (mark === undefined) this.#n.whole++;
    else this.#n[mark]++;
  }

  #addDate(text: string, s: DateShape): void {
    const d = this.#d;
    d.count++;
    if (s.time !== undefined) d.timed++;
    if (s.form === 'year') d.bareYears++;
    if (s.form === 'compact') d.compact++;
    if (s.twoDigits) d.twoDigits++;
    else if (isBuddhistYear(s.year)) d.buddhist++;
    else d.common++;
    if (s.form === 'numbers') {
      d.ordered++;
      if (s.a > 12 && s.b <= 12) d.dayFirst++;
      else if (s.b > 12 && s.a <= 12) d.monthFirst++;
    }
    const read = readDate(text, { century: '2000' });
    if ('fault' in read && read.fault === 'date.impossible') d.impossible++;
  }

  profile(): ColumnProfile {
    const distinct = [...this.#seen];
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
