/**
 * One record of a delimited file as RFC 4180 splits it.
 *
 * `row` counts records, `line` physical lines, both from 1 over the whole file; they differ once a quoted cell holds a line break.
 * `fault` says that the record cannot be trusted: its cells then serve for display only.
 */
export interface TableRecord {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: RecordFault;
  /** Later lines lost to an unclosed quote; they take the row numbers that follow. */
  readonly swallowed?: number;
}

/**
 * - `quote-unclosed`: a quote opened on `line` never closes; `swallowed` later lines went with it, each a row of its own.
 * - `quote-stray`: text stands between a closing quote and the next delimiter.
 * - `record-too-long`: longer than the limit; its text was let go, so nothing of it can be accepted.
 */
export type RecordFault = 'quote-unclosed' | 'quote-stray' | 'record-too-long';

export interface Dialect {
  /** One character. */
  readonly delimiter: string;
  /** One character, or '' when the file quotes nothing. */
  readonly quote: string;
}

const LF = 10;
const CR = 13;
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
const CLOSING = 3;
const TAIL = 4;

/**
 * Splits text that arrives in pieces. A general parser waits for the closing quote with the whole rest of the file in memory and
 * starts over at every piece; this one never looks back, holds at most `maxRecord` characters, and knows where a quote opened.
 */
export class RecordSplitter {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #quoteText: string;
  readonly #maxRecord: number;
  #mode = START;
  #cells: string[] = [];
  #cell = '';
  #length = 0;
  #tooLong = false;
  #stray = false;
  #row = 0;
  #line = 1;
  #recordLine = 1;
  #quoteLine = 1;
  #newlinesInQuote = 0;
  #sawCr = false;
  #touched = false;

  constructor(dialect: Dialect, maxRecord: number) {
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.#quoteText = dialect.quote;
    this.#maxRecord = maxRecord;
  }

  /** Records finished by this piece, in order. */
  push(text: string): TableRecord[] {
    const out: TableRecord[] = [];
    const end = text.length;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    let i = 0;
    // The second half of a CR LF that was cut between two pieces.
    if (this.#sawCr && end > 0) {
      this.#sawCr = false;
      if (text.charCodeAt(0) === LF) i = 1;
    }
    while (i < end) {
      switch (this.#mode) {
        case START: {
          this.#touched = true;
          if (text.charCodeAt(i) === quote) {
            this.#mode = QUOTED;
            this.#quoteLine = this.#line;
            this.#newlinesInQuote = 0;
            this.#lastInQuote = 0;
            i++;
          } else this.#mode = PLAIN;
          break;
        }
        case PLAIN:
        case TAIL: {
          let j = i;
          let c = -1;
          while (j < end) {
            c = text.charCodeAt(j);
            if (c === delimiter || c === LF || c === CR) break;
            j++;
          }
          if (this.#mode === TAIL && j > i) this.#stray = true;
          this.#add(text, i, j);
          i = j;
          if (j < end) i = this.#break(text, j, c, out);
          break;
        }
        case QUOTED: {
          const at = text.indexOf(this.#quoteText, i);
          const stop = at < 0 ? end : at;
          this.#countNewlines(text, i, stop);
          this.#add(text, i, stop);
          i = stop;
          if (at >= 0) {
            this.#mode = CLOSING;
            i++;
          }
          break;
        }
        default: {
          const c = text.charCodeAt(i);
          if (c === quote) {
            this.#add(this.#quoteText, 0, 1);
            this.#mode = QUOTED;
            i++;
          } else if (c === delimiter || c === LF || c === CR) i = this.#break(text, i, c, out);
          else this.#mode = TAIL;
        }
      }
    }
    return out;
  }

  /** What is left when the file has ended. */
  end(): TableRecord[] {
    if (!this.#touched) return [];
    const out: TableRecord[] = [];
    if (this.#mode === QUOTED) {
      const opened = this.#quoteLine;
      const swallowed = this.#newlinesInQuote - (this.#lastInQuote === LF || this.#lastInQuote === CR ? 1 : 0);
      const cells = [...this.#cells, this.#cell.slice(0, 200)];
      this.#row++;
      out.push({ row: this.#row, line: opened, cells, fault: 'quote-unclosed', swallowed });
      this.#row += swallowed;
    } else {
      this.#closeCell();
      out.push(this.#take());
    }
    this.#reset();
    return out;
  }

  /** Last character code inside the open quote: tells CR LF from two breaks, and whether the file ended on a break. */
  #lastInQuote = 0;

  #countNewlines(text: string, from: number, to: number): void {
    if (to <= from) return;
    let n = 0;
    let before = this.#lastInQuote;
    for (let i = from; i < to; i++) {
      const c = text.charCodeAt(i);
      if (c === CR || (c === LF && before !== CR)) n++;
      before = c;
    }
    this.#lastInQuote = before;
    this.#newlinesInQuote += n;
    this.#line += n;
  }

  #add(text: string, from: number, to: number): void {
    if (to <= from) return;
    this.#length += to - from;
    if (this.#length > this.#maxRecord) {
      this.#tooLong = true;
      // An unclosed quote may swallow the whole file: the text is let go, the lines are still counted.
      if (this.#cell.length > 200) this.#cell = this.#cell.slice(0, 200);
      return;
    }
    this.#cell = this.#cell === '' ? text.slice(from, to) : this.#cell + text.slice(from, to);
  }

  /** Ends a cell, and the record when `c` breaks the line; returns where to go on. */
  #break(text: string, at: number, c: number, out: TableRecord[]): number {
    this.#closeCell();
    if (c === this.#delimiter) {
      this.#mode = START;
      // A record that ends in a delimiter has one more, empty, cell; START must not be mistaken for a fresh record.
      return at + 1;
    }
    out.push(this.#take());
    this.#reset();
    this.#line++;
    this.#recordLine = this.#line;
    if (c === CR) {
      if (at + 1 === text.length) this.#sawCr = true;
      else if (text.charCodeAt(at + 1) === LF) return at + 2;
    }
    return at + 1;
  }

  #closeCell(): void {
    // Delimiters count too, else a line of nothing but commas would never reach the limit.
    this.#length++;
    if (this.#length > this.#maxRecord) this.#tooLong = true;
    if (!this.#tooLong || this.#cells.length < 1000) this.#cells.push(this.#cell);
    this.#cell = '';
  }

  #take(): TableRecord {
    this.#row++;
    const record = { row: this.#row, line: this.#recordLine, cells: this.#cells };
    if (this.#tooLong)
      return { ...record, cells: this.#cells.slice(0, 1000).map((c) => c.slice(0, 200)), fault: 'record-too-long' };
    return this.#stray ? { ...record, line: this.#quoteLine, fault: 'quote-stray' } : record;
  }

  #reset(): void {
    this.#mode = START;
    this.#cells = [];
    this.#cell = '';
    this.#length = 0;
    this.#tooLong = false;
    this.#stray = false;
    this.#touched = false;
    this.#newlinesInQuote = 0;
  }
}
