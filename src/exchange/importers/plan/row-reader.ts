import { type EntityTypeId, isEntityTypeId } from '#domain/entity-types/index';
import { matchKey } from '#domain/identifiers/matching';
import type { Amount, Direction, Strength } from '#domain/link/link';
import { isLinkTypeId, type LinkTypeId } from '#domain/link-types/index';
import type { Span } from '#domain/time/span';
import type { ColumnMapping, ColumnRole, LinkSettings, Mapping } from '../mapping/mapping.ts';
import type { RejectionCode } from '../row-report.ts';
import type { Header } from '../table/header.ts';
import { type DateReading, readDate, readTime } from '../values/dates.ts';
import { readNumber } from '../values/numbers.ts';

/** Why a row is turned away, and the cell that did it. */
export class RowFault {
  readonly code: RejectionCode;
  readonly column: string;
  readonly value: string;
  constructor(code: RejectionCode, column: string, value: string) {
    this.code = code;
    this.column = column;
    this.value = value;
  }
}

/** A mapped column with its place in the row. */
export interface Column extends ColumnMapping {
  readonly index: number;
}

interface Moment {
  readonly iso: string | undefined;
  readonly zone: string | undefined;
  readonly asStated: string | undefined;
}

/** ISO 4217 for "no currency": an amount nobody named a currency for. */
const NO_CURRENCY = 'XXX';

/** Columns of a mapping found in the header; the name of the first column that is not there otherwise. */
export function placeColumns(mapping: Mapping, header: Header): readonly Column[] | { readonly missing: string } {
  const at = new Map(header.names.map((name, i) => [name, i]));
  const out: Column[] = [];
  for (const c of mapping.columns) {
    if (c.role === 'ignore') continue;
    const index = at.get(c.header);
    if (index === undefined) return { missing: c.header };
    out.push({ ...c, index });
  }
  return out;
}

/** Reads the cells of one row as the mapping says; throws nothing: a fault is a value. */
export class RowReader {
  readonly #mapping: Mapping;
  readonly #byRole = new Map<ColumnRole, Column>();
  readonly #meanings = new Map<Column, ReadonlyMap<string, string>>();
  readonly #dates = new Map<Column, Map<string, ReturnType<typeof readDate>>>();
  readonly columns: readonly Column[];

  constructor(mapping: Mapping, columns: readonly Column[]) {
    this.#mapping = mapping;
    this.columns = columns;
    for (const c of columns) {
      if (!this.#byRole.has(c.role)) this.#byRole.set(c.role, c);
      this.#meanings.set(c, new Map((c.values ?? []).map((v) => [matchKey(v.stated), v.means])));
    }
  }

  column(role: ColumnRole): Column | undefined {
    return this.#byRole.get(role);
  }

  /** The cell of a role, trimmed; '' when the role is not mapped or the cell is empty. */
  text(cells: readonly string[], role: ColumnRole): string {
    const c = this.#byRole.get(role);
    return c ? (cells[c.index] ?? '').trim() : '';
  }

  /** What the mapping says a text means; undefined when it says nothing. */
  #meaning(c: Column, stated: string): string | undefined {
    return this.#meanings.get(c)?.get(matchKey(stated));
  }

  linkType(cells: readonly string[], settings: LinkSettings): { type: LinkTypeId; wording?: string } {
    const c = this.#byRole.get('link-type');
    const stated = c ? (cells[c.index] ?? '').trim() : '';
    if (!c || stated === '') return { type: settings.type };
    const means = this.#meaning(c, stated) ?? matchKey(stated).replace(/[\s_]+/g, '-');
    return isLinkTypeId(means) ? { type: means } : { type: settings.type, wording: stated };
  }

  /** Type of an entity from a column; a word that is no type gives `unknown` and the word itself. */
  entityType(cells: readonly string[], role: ColumnRole, usual: EntityTypeId): { type: EntityTypeId; stated?: string } {
    const c = this.#byRole.get(role);
    const stated = c ? (cells[c.index] ?? '').trim() : '';
    if (!c || stated === '') return { type: usual };
    const key = matchKey(stated).replace(/[\s_]+/g, '-');
    const means = this.#meaning(c, stated) ?? TYPE_WORDS.get(key) ?? key;
    return isEntityTypeId(means) ? { type: means } : { type: 'unknown', stated };
  }

  direction(cells: readonly string[], usual: Direction): Direction | RowFault {
    const c = this.#byRole.get('direction');
    const stated = c ? (cells[c.index] ?? '').trim() : '';
    if (!c || stated === '') return usual;
    const means = this.#meaning(c, stated) ?? DIRECTIONS.get(matchKey(stated));
    return isDirection(means) ? means : new RowFault('direction.unknown', c.header, stated);
  }

  strength(cells: readonly string[], usual: Strength): Strength | RowFault {
    const c = this.#byRole.get('strength');
    const stated = c ? (cells[c.index] ?? '').trim() : '';
    if (!c || stated === '') return usual;
    const means = this.#meaning(c, stated) ?? matchKey(stated);
    if (means === 'confirmed' || means === 'unconfirmed' || means === 'tentative') return means;
    return new RowFault('strength.unknown', c.header, stated);
  }

  /** Word of a status column with its meaning in the registry, if any. */
  status(cells: readonly string[]): { stated: string; means: string } | undefined {
    const c = this.#byRole.get('status');
    const stated = c ? (cells[c.index] ?? '').trim() : '';
    if (!c || stated === '') return undefined;
    return { stated, means: this.#meaning(c, stated) ?? matchKey(stated) };
  }

  /** Date and time columns as one Span, with what two of them mean; nothing is filled in, and the words stay where they say more than the reading. */
  span(cells: readonly string[]): Span | undefined | RowFault {
    const from = this.#moment(cells, 'date', 'time');
    if (from instanceof RowFault) return from;
    if (!this.#byRole.has('until-date')) return from ? this.#point(from) : undefined;
    const until = this.#moment(cells, 'until-date', 'until-time');
    if (until instanceof RowFault) return until;
    if (!from && !until) return undefined;
    if (from?.iso !== undefined && until?.iso !== undefined && until.iso < from.iso.slice(0, until.iso.length)) {
      return new RowFault('date.reversed', this.#byRole.get('until-date')?.header ?? '', until.iso);
    }
    const stated = [from?.asStated, until?.asStated].filter((s) => s !== undefined);
    const zone = from?.zone ?? until?.zone ?? this.#mapping.zone;
    const { extent } = this.#mapping;
    const dated = from?.iso !== undefined || until?.iso !== undefined;
    return {
      ...(from?.iso === undefined ? {} : { earliest: from.iso }),
      ...(until?.iso === undefined ? {} : { latest: until.iso }),
      ...(dated && zone !== undefined ? { zone } : {}),
      ...(stated.length === 0 ? {} : { asStated: stated.join(' – ') }),
      ...(dated && extent !== undefined ? { extent } : {}),
    };
  }

  #point({ iso, zone, asStated }: Moment): Span {
    const span: { -readonly [K in keyof Span]: Span[K] } = {};
    if (iso !== undefined) {
      span.earliest = iso;
      span.latest = iso;
      const where = zone ?? this.#mapping.zone;
      if (where !== undefined) span.zone = where;
    }
    if (asStated !== undefined) span.asStated = asStated;
    return span;
  }

  #moment(cells: readonly string[], dateRole: ColumnRole, timeRole: ColumnRole): Moment | undefined | RowFault {
    const c = this.#byRole.get(dateRole);
    const day = this.text(cells, dateRole);
    if (!c || day === '') return undefined;
    const clock = this.text(cells, timeRole);
    const stated = clock === '' ? day : `${day} ${clock}`;
    const read = this.readDate(day, c);
    if (read instanceof RowFault) return read;
    if (read === undefined) return { iso: undefined, zone: undefined, asStated: stated };
    let { iso } = read;
    if (clock !== '' && iso.length === 10) {
      const time = readTime(clock);
      if (time === undefined) return new RowFault('time.unreadable', this.#byRole.get(timeRole)?.header ?? '', clock);
      iso = `${iso}T${time}`;
    }
    const same = iso === stated || iso === stated.replace(' ', 'T');
    return { iso, zone: read.zone, asStated: same ? undefined : stated };
  }

  /** A date of a column as its reading says; undefined = keep the words, undated. */
  readDate(stated: string, c: Column): { iso: string; zone?: string } | undefined | RowFault {
    const reading: DateReading = c.reading ?? {};
    if (reading.order === 'text') return undefined;
    let known = this.#dates.get(c);
    if (!known) {
      known = new Map();
      this.#dates.set(c, known);
    }
    let read = known.get(stated);
    if (!read) {
      read = readDate(stated, reading);
      // Days repeat, moments do not.
      if (known.size < 5_000) known.set(stated, read);
    }
    if (!('fault' in read)) return read;
    if (read.fault === 'date.unreadable' && this.#mapping.unreadableDates === 'keep-text') return undefined;
    return new RowFault(read.fault, c.header, stated);
  }

  amount(cells: readonly string[]): Amount | undefined | RowFault {
    const c = this.#byRole.get('amount');
    const stated = c ? (cells[c.index] ?? '').trim() : '';
    if (!c || stated === '') return undefined;
    const read = readNumber(stated, c.decimal);
    if ('fault' in read) return new RowFault(read.fault, c.header, stated);
    const currency = this.text(cells, 'currency') || read.unit || this.#mapping.currency || NO_CURRENCY;
    return { amount: read.decimal, currency };
  }

  /** A positive whole number; undefined when not stated. */
  count(cells: readonly string[]): number | undefined | RowFault {
    const c = this.#byRole.get('count');
    const stated = c ? (cells[c.index] ?? '').trim() : '';
    if (!c || stated === '') return undefined;
    const read = readNumber(stated, c.decimal);
    if ('fault' in read) return new RowFault(read.fault, c.header, stated);
    const n = Number(read.decimal);
    if (!Number.isSafeInteger(n) || n < 1 || read.unit !== undefined)
      return new RowFault('count.not-whole', c.header, stated);
    return n;
  }

  /** Exact decimal text; undefined when not stated. */
  weight(cells: readonly string[]): string | undefined | RowFault {
    const c = this.#byRole.get('weight');
    const stated = c ? (cells[c.index] ?? '').trim() : '';
    if (!c || stated === '') return undefined;
    const read = readNumber(stated, c.decimal);
    return 'fault' in read ? new RowFault(read.fault, c.header, stated) : read.decimal;
  }
}

const TYPE_WORDS: ReadonlyMap<string, string> = new Map([
  ['phone', 'phone-number'],
  ['sim', 'phone-number'],
  ['company', 'organisation'],
  ['organization', 'organisation'],
  ['boat', 'vessel'],
  ['ship', 'vessel'],
  ['car', 'vehicle'],
  ['place', 'location'],
  ['document', 'travel-document'],
  ['passport', 'travel-document'],
  ['online', 'online-account'],
]);

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map(
  (
    [
      ['forward', ['forward', 'out', 'outgoing', '→', '->', '-->', '>', 'from-to', 'sent', 'moc', 'a_out']],
      ['back', ['back', 'backward', 'in', 'incoming', '←', '<-', '<--', '<', 'to-from', 'received', 'mtc', 'a_in']],
      ['both', ['both', '↔', '<->', '<-->', '<>', 'two-way']],
      ['none', ['none', 'undirected', '-', '–', 'no']],
    ] as const
  ).flatMap(([direction, words]) => words.map((w) => [w, direction] as const)),
);

function isDirection(text: string | undefined): text is Direction {
  return text === 'none' || text === 'forward' || text === 'back' || text === 'both';
}
