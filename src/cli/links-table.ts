import { type LinkRows, PROOF } from '#analysis/graph/network';
import type { SchemeId } from '#domain/grading/index';
import { readGrade } from '#domain/grading/read-grade';
import { stepOf } from '#domain/grading/strength';
import { type BadInput, isBad } from './cli-command.ts';
import { Clock } from './clock.ts';
import { said } from './command-words.ts';
import { type CsvTable, columnOf } from './csv-table.ts';
import { type Options, text } from './options.ts';

/** The columns of `--links` that options name, a field per row; undefined = none is named. */
export interface LinkColumns {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** NaN where a row has none and may do without. */
  readonly weight: Float64Array | undefined;
  readonly currency: readonly string[] | undefined;
  readonly layer: readonly string[] | undefined;
  readonly proof: Uint8Array | undefined;
  /** The best that any of its grades says: a step of `WORTH_STEPS`, −1 where none is stated. */
  readonly grade: Int8Array | undefined;
  readonly sources: readonly (readonly string[])[] | undefined;
  readonly times: LinkTimes | undefined;
}

export type LinkTimes = Pick<LinkRows, 'begin' | 'end' | 'sureBegin' | 'sureEnd' | 'lasted'>;

/** The columns of some rows. */
export function pickColumns(columns: LinkColumns, rows: readonly number[]): LinkColumns {
  const list = <T>(of: readonly T[]) => rows.map((r) => of[r]!);
  const floats = (of: Float64Array) => Float64Array.from(rows, (r) => of[r]!);
  const { times, weight, proof, grade } = columns;
  return {
    source: list(columns.source),
    target: list(columns.target),
    weight: weight && floats(weight),
    currency: columns.currency && list(columns.currency),
    layer: columns.layer && list(columns.layer),
    proof: proof && Uint8Array.from(rows, (r) => proof[r]!),
    grade: grade && Int8Array.from(rows, (r) => grade[r]!),
    sources: columns.sources && list(columns.sources),
    times: times && {
      begin: floats(times.begin),
      end: floats(times.end),
      sureBegin: floats(times.sureBegin),
      sureEnd: floats(times.sureEnd),
      lasted: Uint8Array.from(rows, (r) => times.lasted[r]!),
    },
  };
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Reads them all. A row that cannot be used refuses the whole file: a figure over half a file misleads. */
export function linkColumns(table: CsvTable, options: Options): LinkColumns | BadInput {
  const fields = new Map<string, readonly string[]>();
  for (const option of [
    'source',
    'target',
    'weight',
    'currency',
    'layer',
    'strength',
    'grade',
    'sources',
    'begin',
    'end',
  ]) {
    const name = text(options, option);
    if (name === undefined) continue;
    const column = columnOf(table, name);
    if (isBad(column)) return column;
    fields.set(
      option,
      table.rows.map((row) => row[column.at]!),
    );
  }
  const trimmed = (option: string) => fields.get(option)?.map((field) => field.trim());
  const [source, target] = [fields.get('source')!, fields.get('target')!];
  const weight = weightsOf(fields.get('weight'), options, table);
  if (weight && 'bad' in weight) return weight;
  const proof = each(trimmed('strength'), table, proofOf);
  if (proof && 'bad' in proof) return proof;
  const scheme = text(options, 'scheme');
  const grade = each(trimmed('grade'), table, (field) => gradeOf(field, scheme as SchemeId | undefined));
  if (grade && 'bad' in grade) return grade;
  const times = timesOf(fields.get('begin'), fields.get('end'), options, table);
  if (times && 'bad' in times) return times;
  for (const [ends, field] of [
    [source, 'source'],
    [target, 'target'],
  ] as const) {
    const r = ends.findIndex((id) => id.trim() === '');
    if (r >= 0) return { bad: `${table.path}, row ${table.line[r]}: no ${field}` };
  }
  return {
    source,
    target,
    weight,
    currency: trimmed('currency'),
    layer: trimmed('layer')?.map((word) => word || NO_LAYER),
    proof: proof && Uint8Array.from(proof),
    grade: grade && Int8Array.from(grade),
    sources: trimmed('sources')?.map((field) => [...new Set(partsOf(field))]),
    times,
  };
}

/** The layer of rows that name none. */
const NO_LAYER = '(none)';

const partsOf = (field: string): string[] =>
  field
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A number per field, or what is wrong with the first that has none. */
function each(
  fields: readonly string[] | undefined,
  table: CsvTable,
  read: (field: string) => number | string,
): readonly number[] | undefined | BadInput {
  if (!fields) return undefined;
  const found: number[] = [];
  for (const [r, field] of fields.entries()) {
    const value = read(field);
    if (typeof value === 'string') return { bad: `${table.path}, row ${table.line[r]}: ${value}` };
    found.push(value);
  }
  return found;
}

/** How sure a line is, by its word (in any case; empty = unconfirmed). */
function proofOf(field: string): number | string {
  const word = field.toLowerCase() || 'unconfirmed';
  if (Object.hasOwn(PROOF, word)) return PROOF[word as keyof typeof PROOF];
  return `strength "${word.slice(0, 40)}" is none of ${Object.keys(PROOF).join(', ')}`;
}

/** The best of the grades in a field, such as `4x4 B2; 4x4 C3`, or `B2` where `--scheme` is given; −1 where none is stated. */
function gradeOf(field: string, scheme: SchemeId | undefined): number | string {
  let best = -1;
  for (const part of partsOf(field)) {
    const grade = readGrade(part, scheme);
    if (!grade) return said('command-line.no-grade', { given: part.slice(0, 40) });
    best = Math.max(best, stepOf(grade));
  }
  return best;
}

/** Positive numbers. Of counts an empty field is one; an amount may be missing or nothing. */
function weightsOf(
  fields: readonly string[] | undefined,
  options: Options,
  table: CsvTable,
): Float64Array | undefined | BadInput {
  const kind = weightsAsked(options);
  let total = 0;
  const read = each(fields, table, (field) => {
    const stated = field.trim();
    if (stated === '' && kind === 'count') return 1;
    const value = DECIMAL.test(stated) ? Number(stated) : Number.NaN;
    if (kind === 'amount' && (stated === '' || value === 0)) return Number.NaN;
    if (!(value > 0 && value <= Number.MAX_VALUE)) return `weight "${field.slice(0, 40)}" is not a positive number`;
    total += value;
    return value;
  });
  if (!read || 'bad' in read) return read;
  return total > Number.MAX_VALUE
    ? { bad: `${table.path}: the weights are too large to be added` }
    : Float64Array.from(read);
}

/** What the weights of lines are: `column` = whatever numbers `--weight` has. */
export function weightsAsked(options: Options): 'none' | 'count' | 'amount' | 'strength' | 'column' {
  const stated = text(options, 'weights');
  if (stated === 'none' || stated === 'count' || stated === 'amount' || stated === 'strength') return stated;
  if (options.has('currency')) return 'amount';
  return options.has('weight') ? 'column' : 'none';
}

/** When each line was; NaN where nothing is stated, infinite where one end is not. */
function timesOf(
  first: readonly string[] | undefined,
  last: readonly string[] | undefined,
  options: Options,
  table: CsvTable,
): LinkTimes | undefined | BadInput {
  if (!first) return undefined;
  const clock = new Clock(options);
  const isLasting = options.get('lasted') === true;
  const count = first.length;
  const unknown = () => new Float64Array(count).fill(Number.NaN);
  const [begin, end, sureBegin, sureEnd] = [unknown(), unknown(), unknown(), unknown()];
  for (let r = 0; r < count; r++) {
    const fields = [first[r]!, (last ?? first)[r]!] as const;
    const [from, to] = [clock.read(fields[0]), clock.read(fields[1])];
    const at = `${table.path}, row ${table.line[r]}`;
    if (from === undefined || to === undefined)
      return {
        bad: `${at}: ${said(`command-line.${clock.isNumbers ? 'no-number' : 'no-date'}`, {
          given: fields[from === undefined ? 0 : 1].slice(0, 40),
        })}`,
      };
    if (from === null && to === null) continue;
    begin[r] = from?.from ?? Number.NEGATIVE_INFINITY;
    end[r] = to?.to ?? Number.POSITIVE_INFINITY;
    if (begin[r]! >= end[r]!) return { bad: `${at}: it ends before it begins` };
    if (isLasting && from && to && from.to < to.from) {
      sureBegin[r] = from.to;
      sureEnd[r] = to.from;
    } else if (isLasting && clock.isNumbers) {
      sureBegin[r] = begin[r]!;
      sureEnd[r] = end[r]!;
    }
  }
  return { begin, end, sureBegin, sureEnd, lasted: new Uint8Array(count).fill(isLasting ? 1 : 0) };
}
