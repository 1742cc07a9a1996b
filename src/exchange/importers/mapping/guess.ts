import type { EntityTypeId } from '#domain/entity-types/index';
import { matchKey } from '#domain/identifiers/matching';
import type { LinkTypeId } from '#domain/link-types/index';
import type { Extent } from '#domain/time/span';
import type { ColumnProfile } from '../table/column-profile.ts';
import type { ColumnMapping, ColumnRole, Mapping } from './mapping.ts';

/** Header words, as whole words of the header, likeliest first. A guess to correct, never applied unseen. */
const FROM = [
  'calling',
  'caller',
  'source',
  'from',
  'src',
  'sender',
  'payer',
  'originator',
  'debtor',
  'person1',
  'node1',
  'ego',
  'a',
];
const TO = [
  'called',
  'callee',
  'target',
  'to',
  'dest',
  'destination',
  'receiver',
  'recipient',
  'payee',
  'beneficiary',
  'creditor',
  'person2',
  'node2',
  'alter',
  'counter',
  'other',
  'correspondent',
  'b',
];
/** A bill of one telephone or account: the other party of each row, and the one the bill is of. */
const OTHER = ['other', 'correspondent', 'counterparty', 'counter'];
const OWN = ['target', 'subscriber', 'own', 'msisdn', 'number', 'account'];
const NAME = ['name', 'label', 'fullname', 'person', 'subscriber', 'vessel', 'ชื่อ', 'ឈ្មោះ', 'nama', 'tên', 'ຊື່'];
const ATTRIBUTE_FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(date of birth|birth ?date|dob|born)$/, 'birth-date'],
  [/^(nationality|citizenship)$/, 'nationality'],
  [/^(sex|gender)$/, 'sex'],
  [/^(address|residence)$/, 'address'],
  [/^(passport|passport (no|number)|travel document)$/, 'passport-number'],
  [/^(id document|id card|id number|id no|national id)$/, 'national-id'],
  [/^(occupation|profession)$/, 'occupation'],
  [/^(phone|mobile|tel|telephone)( no| number)?$/, 'phone'],
  [/^imo( no| number)?$/, 'imo'],
  [/^mmsi( no| number)?$/, 'mmsi'],
  [/^call ?sign$/, 'call-sign'],
  [/^imei$/, 'imei'],
  [/^imsi$/, 'imsi'],
  [/^iccid$/, 'iccid'],
  [/^(plate|plate (no|number)|licen[cs]e plate)$/, 'plate'],
  [/^vin$/, 'vin'],
  [/^iban$/, 'iban'],
  [/^(operator|carrier|network)$/, 'operator'],
  [/^(registration|registration (no|number))$/, 'registration-number'],
  [/^(length|length m)$/, 'length'],
  [/^flag$/, 'flag'],
  [/^colou?r$/, 'colour'],
];

function words(header: string): string[] {
  return matchKey(header.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .split(/[\s_./:#()-]+/)
    .filter((w) => w !== '');
}

/**
 * Whole columns looked at, and what each seems to be. Without a `kind`: links when two columns look like ends, entities otherwise.
 * Links are guessed without ends where none are to be seen; the mapping then cannot be used until the analyst names them.
 */
export function guessMapping(
  columns: readonly ColumnProfile[],
  rows: number,
  kind?: Mapping['kind'],
  above: readonly (readonly string[])[] = [],
): Mapping {
  if (kind === 'entities') return guessEntities(columns, rows);
  const ends = guessEnds(columns, rows);
  const party = ends.to && !ends.from ? partyAbove(above, ends.to) : undefined;
  const complete = ends.to !== undefined && (ends.from !== undefined || party !== undefined);
  return complete || kind === 'links' ? guessLinks(columns, { ...ends, party }) : guessEntities(columns, rows);
}

/** The number a bill is of, from the lines above its table: the one text there of the same kind as the other parties. */
function partyAbove(above: readonly (readonly string[])[], to: ColumnProfile): string | undefined {
  if (guessType(to) !== 'phone-number' || !has(words(to.name), ...OTHER)) return undefined;
  const found = new Set(
    above
      .flat()
      .map((c) => c.trim())
      .filter((c) => /^[+0]\d[\d\s().-]{6,18}\d$/.test(c)),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function guessEnds(
  columns: readonly ColumnProfile[],
  rows: number,
): { readonly from?: ColumnProfile; readonly to?: ColumnProfile } {
  // Of a header without rows, the names alone tell.
  const usable = columns.filter(
    (c) =>
      rows === 0 || (c.filled > rows * 0.3 && c.dates.count - c.dates.bareYears - c.dates.compact < c.filled * 0.5),
  );
  const party = bestBy(usable, OTHER);
  const to = party ?? bestBy(usable, TO);
  const rest = usable.filter((c) => c !== to);
  const from = (party ? bestBy(rest, OWN) : undefined) ?? bestBy(rest, FROM);
  if (from && to) return { from, to };
  // One end named, the other the column most like it: same kind of text, shared values.
  const one = to ?? from;
  if (!one) return {};
  const values = new Set(one.examples);
  const other = usable
    .filter((c) => c !== one && likeness(c, one) > 0.8)
    .sort(
      (a, b) => shared(b, values) - shared(a, values) || sameWords(b, one) - sameWords(a, one) || a.index - b.index,
    )[0];
  if (!other || (shared(other, values) === 0 && sameWords(other, one) === 0)) return to ? { to } : { from: one };
  return to ? { from: other, to } : { from: one, to: other };
}

function bestBy(columns: readonly ColumnProfile[], list: readonly string[]): ColumnProfile | undefined {
  let best: ColumnProfile | undefined;
  let rank = Number.POSITIVE_INFINITY;
  for (const c of columns) {
    const w = words(c.name);
    // `from_name` beside `from_account`: the account is the end, the name tells of it.
    const penalty = w.some((x) => x === 'name' || x === 'bank') ? 0.5 : 0;
    if (w.includes('type') || w.includes('code')) continue;
    const found = list.findIndex((word) => w.includes(word) && (word.length > 1 || w.length === 1));
    if (found >= 0 && found + penalty < rank) {
      best = c;
      rank = found + penalty;
    }
  }
  return best;
}

function likeness(a: ColumnProfile, b: ColumnProfile): number {
  const share = (c: ColumnProfile, n: number): number => (c.filled === 0 ? 0 : n / c.filled);
  return (
    1 -
    Math.abs(share(a, a.numbers.count) - share(b, b.numbers.count)) / 2 -
    Math.abs(share(a, a.phones) - share(b, b.phones)) / 2
  );
}
function shared(c: ColumnProfile, values: ReadonlySet<string>): number {
  return c.examples.filter((v) => values.has(v)).length;
}
function sameWords(a: ColumnProfile, b: ColumnProfile): number {
  const w = new Set(words(b.name));
  return words(a.name).filter((x) => w.has(x)).length;
}

function guessLinks(
  columns: readonly ColumnProfile[],
  {
    from,
    to,
    party,
  }: { readonly from?: ColumnProfile; readonly to?: ColumnProfile; readonly party: string | undefined },
): Mapping {
  const taken = new Set<ColumnRole>();
  const fromType = from ? guessType(from) : party && to ? guessType(to) : 'person';
  const toType = to ? guessType(to) : 'person';
  const mapped = columns.map((c): ColumnMapping => {
    if (c === from) return { header: c.name, role: 'from' };
    if (c === to) return { header: c.name, role: 'to' };
    const w = words(c.name);
    for (const [role, test] of LINK_RULES) {
      if (taken.has(role) || !test(w, c)) continue;
      if (role === 'direction' && !saysDirection(c, to)) continue;
      taken.add(role);
      return withReading({ header: c.name, role }, c);
    }
    if (w.includes('name') && w.includes('from')) return { header: c.name, role: 'from-attribute', field: c.name };
    if (w.includes('name') && w.includes('to')) return { header: c.name, role: 'to-attribute', field: c.name };
    return { header: c.name, role: 'attribute' };
  });
  const type = guessLinkType(fromType, toType, taken, columns);
  const directed = type !== 'associate';
  // A row of a bill or a statement is the record of what happened. What somebody listed has been confirmed by nobody until the analyst says so.
  const recorded = type === 'called' || type === 'messaged' || type === 'paid';
  const extent = guessExtent(mapped);
  return {
    version: 1,
    kind: 'links',
    columns: mapped,
    ...(extent && { extent }),
    shortRows: 'reject',
    unreadableDates: 'reject',
    links: {
      fromType,
      toType,
      type,
      direction: directed ? 'forward' : 'none',
      strength: recorded ? 'confirmed' : 'unconfirmed',
      ...(from || party === undefined ? {} : { fixedFrom: party }),
      sum: recorded,
    },
  };
}

/** An end says that it lasted, a latest time that its moment is not known; "last seen" says neither. */
function guessExtent(columns: readonly ColumnMapping[]): Extent | undefined {
  const until = columns.find((c) => c.role === 'until-date');
  if (!until) return undefined;
  const w = words(until.header);
  if (has(w, 'end', 'until', 'finish', 'termination')) return 'lasted';
  return has(w, 'latest') ? 'within' : undefined;
}

const ARROWS: ReadonlySet<string> = new Set([
  'forward',
  'back',
  'backward',
  'both',
  'none',
  '→',
  '←',
  '↔',
  '->',
  '<-',
  '<->',
]);

/** `in` and `out` turn a row round only where it is the bill of one party; beside "calling" and "called" they say it twice. */
function saysDirection(c: ColumnProfile, to: ColumnProfile | undefined): boolean {
  if (c.values.some((v) => ARROWS.has(matchKey(v)))) return true;
  return to !== undefined && has(words(to.name), ...OTHER);
}

function guessLinkType(
  from: EntityTypeId,
  to: EntityTypeId,
  taken: ReadonlySet<ColumnRole>,
  columns: readonly ColumnProfile[],
): LinkTypeId {
  if (from === 'account' || to === 'account' || taken.has('amount')) return 'paid';
  if (from === 'phone-number' && to === 'phone-number') return 'called';
  if (columns.some((c) => words(c.name).some((w) => w === 'call' || w === 'calls'))) return 'called';
  return 'associate';
}

type Rule = readonly [ColumnRole, (w: readonly string[], c: ColumnProfile) => boolean];
const has = (w: readonly string[], ...list: string[]): boolean => list.some((x) => w.includes(x));
const mostly = (n: number, c: ColumnProfile): boolean => c.filled > 0 && n >= c.filled * 0.8;
const dated = (c: ColumnProfile): boolean =>
  mostly(c.dates.count - c.dates.bareYears - c.dates.compact, c) && c.filled > 0;

const LINK_RULES: readonly Rule[] = [
  [
    'from-type',
    (w, c) => has(w, 'type', 'kind') && has(w, 'from', 'source') && !w.includes('code') && c.values.length > 0,
  ],
  ['to-type', (w, c) => has(w, 'type', 'kind') && has(w, 'to', 'target') && !w.includes('code') && c.values.length > 0],
  ['currency', (w) => has(w, 'currency', 'ccy', 'cur')],
  [
    'amount',
    (w, c) =>
      has(w, 'amount', 'amt', 'sum', 'value', 'usd', 'eur', 'thb', 'paid') && mostly(c.numbers.count, c) && !dated(c),
  ],
  ['until-date', (w, c) => has(w, 'end', 'until', 'last', 'latest', 'finish', 'termination') && dated(c)],
  ['date', (w, c) => dated(c) || (has(w, 'date', 'day', 'datetime', 'timestamp', 'วันที่') && mostly(c.dates.count, c))],
  ['time', (w, c) => mostly(c.times, c) && has(w, 'time', 'at', 'เวลา') && !has(w, 'termination', 'end')],
  [
    'link-type',
    (w, c) => has(w, 'type', 'layer', 'relation', 'relationship', 'tie', 'kind', 'service') && c.values.length > 0,
  ],
  ['direction', (w, c) => has(w, 'direction', 'dir', 'out') && c.values.length > 0 && c.values.length <= 6],
  ['strength', (w, c) => has(w, 'strength', 'certainty', 'confidence') && c.values.length > 0 && c.numbers.count === 0],
  ['count', (w, c) => has(w, 'calls', 'count', 'times', 'frequency', 'messages', 'n') && mostly(c.numbers.whole, c)],
  ['weight', (w, c) => has(w, 'weight', 'strength', 'score') && mostly(c.numbers.count, c)],
  ['note', (w) => has(w, 'note', 'notes', 'remark', 'remarks', 'comment', 'comments', 'quote')],
];

function guessEntities(columns: readonly ColumnProfile[], rows: number): Mapping {
  const taken = new Set<ColumnRole>();
  const type = guessTableType(columns);
  const label = guessLabel(columns, rows, type);
  const mapped = columns.map((c): ColumnMapping => {
    if (c === label) return { header: c.name, role: 'label' };
    const w = words(c.name);
    const joined = w.join(' ');
    const once = (role: ColumnRole, when: boolean): boolean => when && !taken.has(role) && taken.add(role).has(role);
    if (once('native-label', has(w, 'native', 'khmer', 'thai', 'lao', 'burmese') && has(w, 'name')))
      return { header: c.name, role: 'native-label' };
    if (has(w, 'alias', 'aliases', 'aka', 'nickname')) return { header: c.name, role: 'alias', split: ';' };
    if (once('status', has(w, 'status'))) return { header: c.name, role: 'status' };
    if (type === 'event' && once('date', dated(c))) return withReading({ header: c.name, role: 'date' }, c);
    if (once('type', has(w, 'type', 'kind') && !has(w, 'vessel', 'record') && joined === 'type' && knownTypes(c)))
      return { header: c.name, role: 'type' };
    if (has(w, 'note', 'notes', 'remark', 'remarks', 'comment')) return { header: c.name, role: 'note' };
    const field = ATTRIBUTE_FIELDS.find(([pattern]) => pattern.test(joined))?.[1];
    const attribute: ColumnMapping = { header: c.name, role: 'attribute', ...(field === undefined ? {} : { field }) };
    return field === 'birth-date' || dated(c) ? withReading(attribute, c) : attribute;
  });
  return {
    version: 1,
    kind: 'entities',
    columns: mapped,
    shortRows: 'reject',
    unreadableDates: 'reject',
    entities: { type },
  };
}

const TYPE_WORDS: ReadonlySet<string> = new Set([
  'person',
  'organisation',
  'organization',
  'company',
  'vessel',
  'vehicle',
  'location',
  'phone',
  'phone number',
  'account',
  'event',
  'handset',
]);
function knownTypes(c: ColumnProfile): boolean {
  return c.values.length > 0 && c.values.filter((v) => TYPE_WORDS.has(matchKey(v))).length >= c.values.length / 2;
}

function guessTableType(columns: readonly ColumnProfile[]): EntityTypeId {
  const all = columns.map((c) => words(c.name));
  const any = (...list: string[]): boolean => all.some((w) => has(w, ...list));
  if (any('imo', 'mmsi') || (any('vessel') && any('registration'))) return 'vessel';
  if (any('plate', 'vin')) return 'vehicle';
  if (any('dob', 'birth', 'citizenship', 'nationality', 'surname') && !any('number')) return 'person';
  if (any('msisdn', 'subscriber', 'imsi', 'operator')) return 'phone-number';
  if (any('imei')) return 'handset';
  if (any('incident', 'encounter', 'event')) return 'event';
  if (any('iban', 'account', 'balance')) return 'account';
  if (any('company', 'organisation', 'organization')) return 'organisation';
  if (any('lat', 'latitude')) return 'location';
  return 'person';
}

function guessLabel(columns: readonly ColumnProfile[], rows: number, type: EntityTypeId): ColumnProfile | undefined {
  const full = columns.filter((c) => c.filled >= rows * 0.5 && c.filled > 0);
  const named = (...list: string[]): ColumnProfile | undefined =>
    full.find((c) => list.some((x) => words(c.name).join(' ') === x));
  if (type === 'phone-number')
    return named('number', 'phone', 'msisdn', 'phone number') ?? full.find((c) => mostly(c.phones, c)) ?? full[0];
  if (type === 'vehicle') return named('plate', 'plate number') ?? full[0];
  if (type === 'account') return full.find((c) => has(words(c.name), 'account', 'iban')) ?? full[0];
  if (type === 'event') return full.find((c) => has(words(c.name), 'id', 'no', 'event', 'incident')) ?? full[0];
  return named(...NAME) ?? full.find((c) => has(words(c.name), ...NAME) && !has(words(c.name), 'native')) ?? full[0];
}

const PHONE_WORDS = ['phone', 'msisdn', 'mobile', 'calling', 'called', 'caller', 'callee', 'tel', 'telephone'];

function guessType(c: ColumnProfile): EntityTypeId {
  const w = words(c.name);
  if (has(w, 'account', 'acct', 'iban')) return 'account';
  if (has(w, 'imei')) return 'handset';
  if (has(w, 'vessel', 'ship', 'boat', 'mmsi', 'imo')) return 'vessel';
  if (has(w, 'plate', 'vehicle', 'car')) return 'vehicle';
  if (has(w, 'company', 'organisation', 'organization', 'org', 'firm')) return 'organisation';
  if (has(w, 'place', 'port', 'location', 'site')) return 'location';
  const phoneLike = c.filled > 0 && c.phones >= c.filled * 0.8 && c.longest >= 8;
  if (phoneLike || (has(w, ...PHONE_WORDS) && c.phones + c.exponents > 0)) return 'phone-number';
  return 'person';
}

/** The whole column decides the order of day and month where it proves one; where it does not, the question stays open. */
function withReading(mapping: ColumnMapping, c: ColumnProfile): ColumnMapping {
  if (mapping.role === 'amount' || mapping.role === 'count' || mapping.role === 'weight') {
    return c.numbers.mark === undefined ? mapping : { ...mapping, decimal: c.numbers.mark };
  }
  if (mapping.role !== 'date' && mapping.role !== 'until-date' && mapping.role !== 'attribute') return mapping;
  return { ...mapping, reading: c.dates.order === undefined ? {} : { order: c.dates.order } };
}
