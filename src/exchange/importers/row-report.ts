import type { ImportLimits } from './limits.ts';

/**
 * Why a row did not become part of the case. Everything above, below and between the data counts too (`NOT_DATA`):
 * accepted + rejected = rows in the file, always.
 */
export const rejectionCodes = [
  'row.above-header',
  'row.header',
  'row.header-repeated',
  'row.totals',
  'row.blank',
  'row.too-few-cells',
  'row.too-many-cells',
  'row.over-limit',
  'row.too-long',
  'quote.unclosed',
  'quote.swallowed',
  'quote.stray',
  'cell.too-long',
  'text.undecodable',
  'text.control-character',
  'end.missing',
  'label.missing',
  'direction.unknown',
  'strength.unknown',
  'date.unreadable',
  'date.year',
  'date.impossible',
  'date.order-needed',
  'date.two-digit-year',
  'date.reversed',
  'time.unreadable',
  'number.unreadable',
  'number.not-finite',
  'number.exponent',
  'number.ambiguous',
  'count.not-whole',
  'identifier.digits-lost',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** Rows that never were data: told by their own count, so that nobody takes the header for a loss. */
export const NOT_DATA: ReadonlySet<RejectionCode> = new Set([
  'row.above-header',
  'row.header',
  'row.header-repeated',
  'row.totals',
  'row.blank',
]);

/** What was accepted as stated, and is worth a look. */
export const warningCodes = [
  'link.self',
  'label.twin',
  'label.bidi',
  'label.markup',
  'label.hidden',
  'identifier.no-leading-zero',
  'identifier.check',
  'text.formula',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** One remark, or a run of neighbouring rows with the same one. Rows are records, 1-based; `line` is where the first begins. */
export interface RowRemark<C extends string> {
  readonly row: number;
  readonly toRow: number;
  readonly line: number;
  readonly code: C;
  readonly column?: string;
  /** The offending text, at most 200 characters. */
  readonly value?: string;
  /** The row as read, cells joined by TAB, capped; missing once the store of texts is full. */
  readonly text?: string;
}

export interface Remarks<C extends string> {
  readonly total: number;
  readonly counts: readonly (readonly [C, number])[];
  readonly list: readonly RowRemark<C>[];
}

/** Parts remarks in two: those whose code is among `codes`, and the rest. No row is in both, none in neither. */
export function partRemarks<C extends string>(
  remarks: Remarks<C>,
  codes: ReadonlySet<C>,
): readonly [among: Remarks<C>, rest: Remarks<C>] {
  const of = (wanted: boolean): Remarks<C> => {
    const counts = remarks.counts.filter(([code]) => codes.has(code) === wanted);
    return {
      total: counts.reduce((sum, [, n]) => sum + n, 0),
      counts,
      list: remarks.list.filter((r) => codes.has(r.code) === wanted),
    };
  };
  return [of(true), of(false)];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class RemarkList<C extends string> {
  readonly #list: Mutable<RowRemark<C>>[] = [];
  readonly #counts = new Map<C, number>();
  #total = 0;

  add(remark: RowRemark<C>): void {
    const n = remark.toRow - remark.row + 1;
    this.#total += n;
    this.#counts.set(remark.code, (this.#counts.get(remark.code) ?? 0) + n);
    const last = this.#list.at(-1);
    if (
      last &&
      last.code === remark.code &&
      last.toRow + 1 === remark.row &&
      last.text === undefined &&
      remark.text === undefined &&
      last.column === remark.column &&
      last.value === remark.value
    ) {
      last.toRow = remark.toRow;
    } else this.#list.push({ ...remark });
  }

  get total(): number {
    return this.#total;
  }
  remarks(): Remarks<C> {
    return { total: this.#total, counts: [...this.#counts], list: this.#list };
  }
}

const CAP = 200;

/** Counts every row once and keeps the reasons, in bounded memory: when the store of texts is full, runs of rows fold together. */
export class RowReport {
  readonly #rejected = new RemarkList<RejectionCode>();
  readonly #warned = new RemarkList<WarningCode>();
  readonly #limits: ImportLimits;
  #textLeft: number;
  #warningsLeft = 10_000;
  accepted = 0;

  constructor(limits: ImportLimits) {
    this.#limits = limits;
    this.#textLeft = limits.rejectedTextTotal;
  }

  reject(
    row: { readonly row: number; readonly line: number; readonly cells: readonly string[] },
    code: RejectionCode,
    column?: string,
    value?: string,
  ): void {
    const text = this.#textOf(row.cells);
    const about = text === undefined ? {} : { text, ...(column === undefined ? {} : { column }) };
    this.#rejected.add({
      row: row.row,
      toRow: row.row,
      line: row.line,
      code,
      ...about,
      ...(text === undefined || value === undefined ? {} : { value: capped(value, CAP) }),
    });
  }

  rejectRun(row: number, toRow: number, line: number, code: RejectionCode): void {
    if (toRow >= row) this.#rejected.add({ row, toRow, line, code });
  }

  warn(row: { readonly row: number; readonly line: number }, code: WarningCode, column?: string, value?: string): void {
    const room = this.#warningsLeft-- > 0;
    this.#warned.add({
      row: row.row,
      toRow: row.row,
      line: row.line,
      code,
      ...(room && column !== undefined ? { column } : {}),
      ...(room && value !== undefined ? { value: capped(value, CAP) } : {}),
    });
  }

  get rejectedCount(): number {
    return this.#rejected.total;
  }
  get rejected(): Remarks<RejectionCode> {
    return this.#rejected.remarks();
  }
  get warned(): Remarks<WarningCode> {
    return this.#warned.remarks();
  }

  #textOf(cells: readonly string[]): string | undefined {
    if (this.#textLeft <= 0) return undefined;
    let text = cells[0] ?? '';
    for (let i = 1; i < cells.length && text.length <= this.#limits.rejectedText; i++) text += `\t${cells[i]}`;
    const kept = capped(text, this.#limits.rejectedText);
    this.#textLeft -= kept.length + 40;
    return kept;
  }
}

/** Cut without splitting a surrogate pair: half a character has no canonical form. */
export function capped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/** `3-40,77` of ascending row numbers. */
export function compactRows(rows: readonly number[]): string {
  let out = '';
  let i = 0;
  while (i < rows.length) {
    const from = rows[i] ?? 0;
    let to = from;
    while (i + 1 < rows.length && (rows[i + 1] ?? 0) <= to + 1) to = rows[++i] ?? to;
    out += `${out === '' ? '' : ','}${from === to ? from : `${from}-${to}`}`;
    i++;
  }
  return out;
}
