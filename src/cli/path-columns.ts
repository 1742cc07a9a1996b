import { type LinkRows, PROOF } from '#analysis/graph/network';
import { bounds } from '#domain/time/bounds';
import { isZone } from '#domain/time/zone';
import { type BadInput, isBad } from './cli-command.ts';
import { columnOf, readCsv } from './csv-table.ts';
import { codesOf } from './network-lines.ts';
import { type OptionKinds, type Options, text } from './options.ts';

export const COLUMN_OPTIONS: OptionKinds = {
  layer: 'string',
  only: 'string',
  strength: 'string',
  weakest: 'string',
  time: 'string',
  until: 'string',
  lasted: 'boolean',
  numbers: 'boolean',
  zone: 'string',
  after: 'string',
  before: 'string',
};

const HOUR = 3_600_000;

/** Stretches of time as a file states them: ISO dates at any precision, or plain numbers, which count as hours. */
export class Clock {
  readonly isNumbers: boolean;
  readonly #zone: string;
  constructor(options: Options) {
    this.isNumbers = options.get('numbers') === true;
    this.#zone = text(options, 'zone') ?? 'UTC';
  }
  /** Half-open stretch, ms; null for an empty field, undefined for what cannot be read. */
  read(field: string): { readonly from: number; readonly to: number } | null | undefined {
    const stated = field.trim();
    if (stated === '') return null;
    if (!this.isNumbers) return bounds({ earliest: stated, latest: stated }, this.#zone);
    const n = Number(stated);
    return Number.isFinite(n) ? { from: n * HOUR, to: n * HOUR + 1 } : undefined;
  }
  /** An instant as it would be stated. */
  write(instant: number): string | number | null {
    if (!Number.isFinite(instant)) return null;
    return this.isNumbers ? instant / HOUR : new Date(instant).toISOString();
  }
}

/** The lines of a network with what further columns of their file say of them: type, strength, time. */
export function withColumns(
  rows: LinkRows,
  options: Options,
): { readonly rows: LinkRows; readonly layers: readonly string[] } | BadInput {
  const zone = text(options, 'zone');
  if (zone !== undefined && !isZone(zone)) return { bad: `--zone: "${zone}" is no zone` };
  const table = readCsv(text(options, 'links')!);
  if (isBad(table)) return table;
  const fieldsOf = (option: string): readonly string[] | undefined | BadInput => {
    const name = text(options, option);
    if (name === undefined) return undefined;
    const column = columnOf(table, name);
    return isBad(column) ? column : table.rows.map((row) => row[column.at]!);
  };
  const [layers, strengths, times, ends] = [
    fieldsOf('layer'),
    fieldsOf('strength'),
    fieldsOf('time'),
    fieldsOf('until'),
  ];
  for (const fields of [layers, strengths, times, ends]) if (fields && 'bad' in fields) return fields;
  const at = (r: number) => `${table.path}, row ${table.line[r]}`;
  let out = rows;
  let words: string[] = [];
  if (layers) {
    const fields = layers as readonly string[];
    const { of } = codesOf(fields.map((f) => (f.trim() === '' ? '-' : f.trim())));
    words = [...new Set(fields.map((f) => (f.trim() === '' ? '-' : f.trim())))];
    out = { ...out, layer: of };
  }
  if (strengths) {
    const proof = new Uint8Array(rows.count);
    for (const [r, field] of (strengths as readonly string[]).entries()) {
      const known = field.trim().toLowerCase();
      if (!Object.hasOwn(PROOF, known))
        return { bad: `${at(r)}: strength "${field.slice(0, 40)}" is none of ${Object.keys(PROOF).join(', ')}` };
      proof[r] = PROOF[known as keyof typeof PROOF];
    }
    out = { ...out, proof };
  }
  if (!times) return ends ? { bad: '--until needs --time COL' } : { rows: out, layers: words };
  const clock = new Clock(options);
  const [begin, end, sureBegin, sureEnd] = [rows.begin.slice(), rows.end.slice(), rows.begin.slice(), rows.end.slice()];
  const isLasting = options.get('lasted') === true;
  for (let r = 0; r < rows.count; r++) {
    const first = clock.read((times as readonly string[])[r]!);
    const last = ends ? clock.read((ends as readonly string[])[r]!) : first;
    if (first === undefined || last === undefined) return { bad: `${at(r)}: a time cannot be read` };
    if (first === null && last === null) continue;
    begin[r] = first?.from ?? Number.NEGATIVE_INFINITY;
    end[r] = last?.to ?? Number.POSITIVE_INFINITY;
    if (begin[r]! >= end[r]!) return { bad: `${at(r)}: it ends before it begins` };
    if (isLasting && first && last && first.to < last.from) {
      sureBegin[r] = first.to;
      sureEnd[r] = last.from;
    } else if (isLasting && clock.isNumbers) {
      sureBegin[r] = begin[r]!;
      sureEnd[r] = end[r]!;
    }
  }
  const lasted = new Uint8Array(rows.count).fill(isLasting ? 1 : 0);
  return { rows: { ...out, begin, end, sureBegin, sureEnd, lasted }, layers: words };
}
