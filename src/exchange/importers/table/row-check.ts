import type { ImportLimits } from '../limits.ts';
import type { RejectionCode, RowReport } from '../row-report.ts';
import type { Header } from './header.ts';
import { BAD_CHARACTER } from './reader.ts';
import type { TableRecord } from './records.ts';

/** What to do with a row that has fewer cells than the header: some programs leave out empty cells at the end. */
export type ShortRows = 'reject' | 'fill';

/** Words a totals line begins with, in the languages of the region. */
const TOTALS =
  /^(grand |sub-?)?(totals?|sum|summary|รวม|ยอดรวม|សរុប|ລວມ|tổng|jumlah|total keseluruhan|စုစုပေါင်း)(?![\p{L}\p{M}]{3})/iu;
/**
 * Sorts records into data rows and reported ones. Every record passed is counted once, as one of both;
 * data rows are counted by whoever accepts or rejects them in the end.
 */
export class RowCheck {
  readonly #header: Header;
  readonly #limits: ImportLimits;
  readonly #report: RowReport;
  readonly #short: ShortRows;
  #data = 0;
  #rows = 0;

  constructor(header: Header, limits: ImportLimits, report: RowReport, short: ShortRows) {
    this.#header = header;
    this.#limits = limits;
    this.#report = report;
    this.#short = short;
  }

  /** All rows seen, the swallowed ones too. */
  get rows(): number {
    return this.#rows;
  }

  /** True when the record is a data row; otherwise it has been reported. `suspect` false = its batch holds no bad character. */
  isData(record: TableRecord, suspect = true): boolean {
    this.#rows += 1 + (record.swallowed ?? 0);
    const reject = (code: RejectionCode, column?: string, value?: string): false => {
      this.#report.reject(record, code, column, value);
      if (record.swallowed)
        this.#report.rejectRun(record.row + 1, record.row + record.swallowed, record.line + 1, 'quote.swallowed');
      return false;
    };
    if (record.fault !== undefined) return reject(FAULTS[record.fault]);
    if (record.row < this.#header.row) return reject(isBlank(record) ? 'row.blank' : 'row.above-header');
    if (record.row === this.#header.row) return reject('row.header');
    const { cells } = record;
    const width = this.#header.names.length;
    if (isBlank(record)) return reject('row.blank');
    if (cells.length !== width || cells.includes('')) {
      if (this.#isTotals(cells)) return reject('row.totals');
    }
    if (cells.length > width && cells.slice(width).some((c) => c !== '')) return reject('row.too-many-cells');
    if (cells.length < width && this.#short === 'reject') return reject('row.too-few-cells');
    if (this.#header.row > 0 && cells[0]?.trim() === this.#header.stated[0] && this.#repeatsHeader(cells))
      return reject('row.header-repeated');
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? '';
      if (cell.length > this.#limits.cell) return reject('cell.too-long', this.#header.names[i], cell);
      if (suspect && BAD_CHARACTER.test(cell))
        return reject(
          cell.includes('\ufffd') ? 'text.undecodable' : 'text.control-character',
          this.#header.names[i],
          cell,
        );
    }
    if (++this.#data > this.#limits.rows) return reject('row.over-limit');
    return true;
  }

  #isTotals(cells: readonly string[]): boolean {
    const first = cells.find((c) => c.trim() !== '');
    if (first === undefined || !TOTALS.test(first.trim())) return false;
    const filled = cells.filter((c) => c.trim() !== '').length;
    const width = this.#header.names.length;
    return filled < width && (cells.length !== width || filled <= Math.max(2, Math.ceil(width * 0.6)));
  }

  #repeatsHeader(cells: readonly string[]): boolean {
    return this.#header.stated.every((name, i) => (cells[i] ?? '').trim() === name);
  }
}

const FAULTS = {
  'quote-unclosed': 'quote.unclosed',
  'quote-stray': 'quote.stray',
  'record-too-long': 'row.too-long',
} as const satisfies Record<NonNullable<TableRecord['fault']>, RejectionCode>;

function isBlank(record: TableRecord): boolean {
  return record.cells.every((c) => c === '' || c.trim() === '');
}
