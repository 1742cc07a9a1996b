import type { ImportFile, ImportRefusal, ReportProgress } from './import-file.ts';
import { defaultLimits, type ImportLimits } from './limits.ts';
import { guessMapping } from './mapping/guess.ts';
import type { Mapping } from './mapping/mapping.ts';
import { type ImportQuestion, openQuestions } from './mapping/questions.ts';
import { capped, type RejectionCode, type Remarks, RowReport } from './row-report.ts';
import { type ColumnProfile, ColumnTally } from './table/column-profile.ts';
import { sniffDialect, splitSample } from './table/dialect.ts';
import { type Encoding, sniffEncoding } from './table/encoding.ts';
import { chosenHeader, findHeader, HEADER_WITHIN, type Header } from './table/header.ts';
import { FileUnreadable, readRecords, readSample, recalled } from './table/reader.ts';
import type { Dialect, TableRecord } from './table/records.ts';
import { RowCheck, type ShortRows } from './table/row-check.ts';

/** What the analyst may override; the rest is sniffed. */
export interface TableOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly quote?: string;
  /** Row number of the header; 0 = the file has none. */
  readonly headerRow?: number;
  readonly shortRows?: ShortRows;
  /** What the guess is to be of; missing = whatever the columns look like. */
  readonly kind?: Mapping['kind'];
  readonly limits?: Partial<ImportLimits>;
}

/** How a table is read: settled by the preview, used by the plan, so that both see the same rows. */
export interface TableForm {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  readonly header: Header;
  readonly limits: ImportLimits;
}

export interface TablePreview {
  readonly name: string;
  readonly form: TableForm;
  /** The encoding follows from the bytes (mark, valid UTF-8); otherwise it is a guess to look at. */
  readonly encodingCertain: boolean;
  readonly bytes: number;
  /** Rows of the file: data + rejected, always. */
  readonly rows: number;
  readonly dataRows: number;
  readonly columns: readonly ColumnProfile[];
  /** First rows of the file as read, to choose the header from; cells at most 200 characters. */
  readonly head: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** First data rows. */
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly rejected: Remarks<RejectionCode>;
  /** Every column with a role, and whether it looks like links or entities; a proposal. */
  readonly guess: Mapping;
  readonly questions: readonly ImportQuestion[];
}

const SAMPLE_BYTES = 256 * 1024;
const SHOWN = 50;

/**
 * Reads the whole file once: encoding, delimiter, header, what each column holds, and every row that cannot be data.
 * Refuses with `file.empty`, `file.binary` {kind}, `file.unreadable`, `table.too-many-columns` {columns, limit}, `table.header-missing` {row}.
 * Memory does not grow with the file. Throws the signal's reason when cancelled.
 */
export async function previewTable(
  file: ImportFile,
  options: TableOptions,
  signal: AbortSignal,
  progress?: ReportProgress,
): Promise<TablePreview | ImportRefusal> {
  try {
    const bytes = await readSample(file, SAMPLE_BYTES, signal);
    const settled = settleForm(bytes, options);
    if ('refused' in settled) return settled;
    return await readThrough(file, settled.form, settled.certain, options, signal, progress);
  } catch (error) {
    if (error instanceof FileUnreadable) return { refused: 'file.unreadable' };
    throw error;
  }
}

function settleForm(bytes: Uint8Array, options: TableOptions): { form: TableForm; certain: boolean } | ImportRefusal {
  if (bytes.length === 0) return { refused: 'file.empty' };
  const sniffed = sniffEncoding(bytes);
  if ('binary' in sniffed && (options.encoding === undefined || sniffed.binary !== 'unknown'))
    return { refused: 'file.binary', detail: { kind: sniffed.binary } };
  const encoding = options.encoding ?? ('binary' in sniffed ? 'utf-8' : sniffed.encoding);
  const text = new TextDecoder(encoding).decode(bytes, { stream: bytes.length >= SAMPLE_BYTES });
  if (text.trim() === '') return { refused: 'file.empty' };
  const guessed = sniffDialect(text);
  const dialect = { delimiter: options.delimiter ?? guessed.delimiter, quote: options.quote ?? guessed.quote };
  const records = recalled(splitSample(text, dialect, Math.max(HEADER_WITHIN, options.headerRow ?? 0)));
  const header = options.headerRow === undefined ? findHeader(records) : chosenHeader(records, options.headerRow);
  if (!header) return { refused: 'table.header-missing', detail: { row: options.headerRow ?? 0 } };
  const limits = { ...defaultLimits, ...options.limits };
  if (header.names.length > limits.columns)
    return { refused: 'table.too-many-columns', detail: { columns: header.names.length, limit: limits.columns } };
  return {
    form: { encoding, dialect, header, limits },
    certain: options.encoding !== undefined || (!('binary' in sniffed) && sniffed.certain),
  };
}

async function readThrough(
  file: ImportFile,
  form: TableForm,
  encodingCertain: boolean,
  options: TableOptions,
  signal: AbortSignal,
  progress?: ReportProgress,
): Promise<TablePreview> {
  const report = new RowReport(form.limits);
  const shortRows = options.shortRows ?? 'reject';
  const check = new RowCheck(form.header, form.limits, report, shortRows);
  const tallies = form.header.names.map((name, i) => new ColumnTally(name, i));
  const head: { row: number; cells: string[] }[] = [];
  const sample: { row: number; cells: string[] }[] = [];
  let dataRows = 0;
  const summary = await readRecords(
    file,
    form,
    (records, suspect) => {
      for (const record of records) {
        if (head.length < HEADER_WITHIN) head.push(shown(record));
        if (!check.isData(record, suspect)) continue;
        dataRows++;
        if (sample.length < SHOWN) sample.push(shown(record));
        for (let i = 0; i < tallies.length; i++) tallies[i]?.add(record.cells[i] ?? '');
      }
      return undefined;
    },
    signal,
    progress,
  );
  const columns = tallies.map((t) => t.profile());
  const guess = guessMapping(
    columns,
    dataRows,
    options.kind,
    head.filter((r) => r.row < form.header.row).map((r) => r.cells),
  );
  return {
    name: file.name,
    form,
    encodingCertain,
    bytes: summary.bytes,
    rows: check.rows,
    dataRows,
    columns,
    head,
    sample,
    rejected: report.rejected,
    guess: { ...guess, shortRows },
    questions: openQuestions(columns, guess),
  };
}

function shown(record: TableRecord): { row: number; cells: string[] } {
  return { row: record.row, cells: record.cells.slice(0, 1_000).map((c) => capped(c, 200)) };
}
