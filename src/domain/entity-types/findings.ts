import { type Entity, isProtected } from '../entity/entity.ts';
import { type Finding, warn } from '../identifiers/finding.ts';
import { examine } from '../identifiers/index.ts';
import { hiddenCharacters, matchKey, mixedWords } from '../identifiers/matching.ts';
import { findingsOfSpan } from '../time/bounds.ts';
import { readMoment } from '../time/moment.ts';
import { entityType, type FieldDefinition } from './index.ts';

/** A warning about a record; `field` where it is about one attribute, to be shown as `field.<id>`. */
export interface RecordFinding extends Finding {
  readonly field?: string;
}

export interface FindingOptions {
  readonly caseZone: string;
  /** ISO 3166-1 alpha-2 assumed for phones without a country. */
  readonly region?: string;
  /** ISO day on which ages are judged: the as-of date of the case. Without it a birth date tells no age. */
  readonly asOf?: string;
}

/** Decimal text as attributes hold it. */
export function isDecimal(text: string): boolean {
  return /^-?\d{1,18}(?:\.\d{1,18})?$/.test(text.trim());
}

/** Whole years surely not yet lived on `asOf`: a birth year alone says nothing until the year in which the 18th birthday could fall is out of reach. */
function surelyUnder18(birth: string, asOf: string): boolean {
  const born = readMoment(birth);
  const on = readMoment(asOf);
  if (!born || !on) return false;
  // The earliest day the birth may have been, as the oldest the person can be.
  const oldest = [born.year, born.month ?? 1, born.day ?? 1];
  const latest = [on.year, on.month ?? 12, on.day ?? 31];
  const [y, m, d] = [0, 1, 2].map((i) => (latest[i] ?? 0) - (oldest[i] ?? 0));
  const had = (m ?? 0) > 0 || ((m ?? 0) === 0 && (d ?? 0) >= 0);
  return (y ?? 0) - (had ? 0 : 1) < 18;
}

function ofValue(field: FieldDefinition, value: string, region: string | undefined): readonly Finding[] {
  const text = value.trim();
  switch (field.kind) {
    case 'identifier':
      return field.identifier
        ? examine(field.identifier, value, region).findings.filter((f) => f.level === 'warn')
        : [];
    case 'date':
      return readMoment(text) ? [] : [warn('finding.entity.date-unreadable', { value })];
    case 'number':
      return isDecimal(text) ? [] : [warn('finding.entity.number-unreadable', { value })];
    case 'amount':
      return /^-?\d{1,18}(?:\.\d{1,18})? \S{1,8}$/.test(text)
        ? []
        : [warn('finding.entity.amount-unreadable', { value })];
    case 'coordinates':
      return ofCoordinates(text);
    case 'text':
    case 'choice':
    case 'country':
      return [];
  }
}

function ofCoordinates(text: string): readonly Finding[] {
  const m = /^(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!m) return [warn('finding.entity.coordinates-unreadable', { value: text })];
  const inside = Math.abs(Number(m[1])) <= 90 && Math.abs(Number(m[2])) <= 180;
  return inside ? [] : [warn('finding.entity.coordinates-out-of-range', { value: text })];
}

/** Everything to be warned of in one entity. Nothing here refuses: the record stands as stated. Phones want `loadPhoneRules()` awaited before. */
export function findingsOfEntity(entity: Entity, options: FindingOptions): readonly RecordFinding[] {
  const found: RecordFinding[] = [];
  if (matchKey(entity.label) === '') found.push(warn('finding.entity.no-label'));
  for (const name of [entity.label, entity.nativeLabel ?? '', ...(entity.aliases ?? [])]) found.push(...ofName(name));
  found.push(...ofAttributes(entity, options));
  if (entity.span) found.push(...findingsOfSpan(entity.span, options.caseZone));
  for (const role of entity.roles ?? []) if (role.span) found.push(...findingsOfSpan(role.span, options.caseZone));
  if (entity.type === 'event') {
    if (!entity.span?.earliest && !entity.span?.latest) found.push(warn('finding.entity.event-without-time'));
  } else if (entity.place !== undefined || entity.eventKind !== undefined) {
    found.push(warn('finding.entity.place-outside-event'));
  }
  if (entity.status === 'suspect' && (entity.roles ?? []).some((r) => r.role === 'migrant')) {
    found.push(warn('finding.entity.suspect-migrant'));
  }
  return found;
}

function ofName(name: string): readonly RecordFinding[] {
  const found: RecordFinding[] = [];
  const hidden = hiddenCharacters(name).filter((h) => !h.usual);
  if (hidden.length > 0) {
    found.push(
      warn('finding.entity.hidden-characters', { points: [...new Set(hidden.map((h) => h.point))].join(', ') }),
    );
  }
  // The word itself stays out: the name of a protected person must not come back through a warning.
  for (const { points } of mixedWords(name)) {
    found.push(warn('finding.entity.mixed-scripts', { points: points.join(', ') }));
  }
  return found;
}

function ofAttributes(entity: Entity, options: FindingOptions): readonly RecordFinding[] {
  const found: RecordFinding[] = [];
  const fields = new Map<string, FieldDefinition>(entityType(entity.type).fields.map((f) => [f.id, f]));
  const values = new Map<string, string[]>();
  for (const { field: id, value } of entity.attributes ?? []) {
    const field = fields.get(id);
    if (!field) continue;
    values.set(id, [...(values.get(id) ?? []), value]);
    for (const finding of ofValue(field, value, options.region)) found.push({ ...finding, field: id });
  }
  for (const [id, stated] of values) {
    const different = new Set(stated.map(matchKey)).size;
    if (different > 1 && !fields.get(id)?.multiple)
      found.push({ ...warn('finding.entity.stated-twice', { count: different }), field: id });
  }
  const issued = values.get('issued')?.[0]?.trim() ?? '';
  const expires = values.get('expires')?.[0]?.trim() ?? '';
  if (readMoment(issued) && readMoment(expires) && expires < issued.slice(0, expires.length)) {
    found.push({ ...warn('finding.entity.expires-before-issued', { issued, expires }), field: 'expires' });
  }
  if (entity.type === 'person' && !isProtected(entity)) {
    const minor =
      (values.get('age') ?? []).some((age) => isDecimal(age) && Number(age) < 18) ||
      (values.get('birth-date') ?? []).some(
        (birth) => options.asOf !== undefined && surelyUnder18(birth.trim(), options.asOf),
      );
    if (minor) found.push(warn('finding.entity.minor'));
  }
  return found;
}
