import { sameJson } from '#domain/change/canonical';
import type { CaseState } from '#domain/change/case-state';
import type { Step } from '#domain/change/step';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import type { CaseRecord, Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import { amountText, fieldText, linkWords, nameOf, spanText, wordOf } from '#i18n/record-words';

/** Finds records now, and those that only this change knew. */
export type Find = (id: Id) => CaseRecord | undefined;

export function findIn(state: CaseState, steps: readonly Step[]): Find {
  const known = new Map<Id, CaseRecord>();
  for (const s of steps) {
    const record = s.after ?? s.before;
    if (record) known.set(s.id, record);
  }
  return (id) => state.get(id) ?? known.get(id);
}

/**
 * The name of an entity as it was, unless it is protected today: then the pseudonym, in every view of the past too. One that
 * is gone is protected when it was so at any time this change tells of.
 */
export function nameThen(then: Entity, now: CaseRecord | undefined, other?: CaseRecord | null): string {
  if (now?.kind === 'entity' && isProtected(now)) return nameOf(now);
  if (now === undefined && other?.kind === 'entity' && isProtected(other)) return nameOf(other);
  return nameOf(then);
}

/** One line for a record, safe to show. */
export function recordText(record: CaseRecord, find: Find, other?: CaseRecord | null): string {
  const name = (id: Id): string => {
    const r = find(id);
    return r ? (r.kind === 'entity' ? nameOf(r) : recordText(r, find)) : t('record.missing');
  };
  switch (record.kind) {
    case 'entity':
      return `${tDynamic(`entity-type.${record.type}`)} · ${nameThen(record, find(record.id), other)}`;
    case 'link':
      return t('history.link', { from: name(record.from), words: linkWords(record), to: name(record.to) });
    case 'source':
      return t('history.source', { reference: record.reference });
    case 'statement':
      return t('history.statement', { source: name(record.source), about: name(record.about.record) });
    case 'chart':
    case 'group':
      return t(`history.${record.kind}`, { name: record.name });
    case 'placement':
      return t('history.placement', { item: name(record.item), chart: name(record.chart) });
    case 'applied-measure':
      return t('history.applied-measure', { chart: name(record.chart) });
    case 'merge':
      return t('history.merge', { survivor: name(record.survivor) });
    case 'case':
      return t('history.case');
  }
}

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Fields of a protected person that would give the person away. */
const telling: ReadonlySet<string> = new Set(['label', 'nativeLabel', 'aliases', 'attributes', 'notes']);

/** What a step changed, field by field, in words; what a protected person must not show is withheld. */
export function fieldChanges(step: Step, find: Find): FieldChange[] {
  const { before, after } = step;
  const was = (before ?? {}) as unknown as Readonly<Record<string, unknown>>;
  const is = (after ?? {}) as unknown as Readonly<Record<string, unknown>>;
  const now = find(step.id);
  const guarded = [now ?? null, before && !now ? before : null, after && !now ? after : null].some(
    (r) => r?.kind === 'entity' && isProtected(r),
  );
  const out: FieldChange[] = [];
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (key === 'id' || key === 'kind' || key === 'caseId') continue;
    if (was[key] !== undefined && is[key] !== undefined && sameJson(was[key], is[key])) continue;
    if (was[key] === undefined && is[key] === undefined) continue;
    const text = (value: unknown): string =>
      value === undefined ? '' : guarded && telling.has(key) ? t('history.withheld') : valueText(key, value, find);
    out.push({ field: fieldWords(key), before: text(was[key]), after: text(is[key]) });
  }
  return out;
}

function fieldWords(key: string): string {
  const text = tDynamic(`history.field.${key}`);
  return text === `history.field.${key}` ? fieldText(key) : text;
}

const vocabularies: Readonly<Record<string, readonly string[]>> = {
  type: ['entity-type', 'link-type'],
  strength: ['strength'],
  direction: ['direction'],
  status: ['status-of'],
  stage: ['stage'],
  role: ['role'],
  eventKind: ['event-kind'],
  sourceKind: ['source-kind'],
};

function valueText(key: string, value: unknown, find: Find): string {
  if (typeof value === 'string') {
    for (const prefix of vocabularies[key] ?? []) {
      const words = wordOf(prefix, value);
      if (words !== value) return words;
    }
    const record = find(value);
    if (!record) return value.length > 300 ? `${value.slice(0, 300)} …` : value;
    return record.kind === 'entity' ? displayLabel(record) : recordText(record, find);
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if (key === 'span') return spanText(value as never);
  if (key === 'amounts') return (value as never[]).map(amountText).join('; ');
  if (Array.isArray(value)) {
    const shown = value.slice(0, 20).map((v) => valueText(key === 'stages' ? 'stage' : key, v, find));
    return shown.join('; ') + (value.length > 20 ? ` … (${value.length})` : '');
  }
  const inner = value as Readonly<Record<string, unknown>>;
  if ('field' in inner && 'value' in inner) return `${fieldText(String(inner.field))}: ${String(inner.value)}`;
  return Object.entries(inner)
    .map(([k, v]) => valueText(k, v, find))
    .join(' ');
}
