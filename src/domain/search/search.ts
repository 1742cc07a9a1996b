import type { CaseState } from '../change/case-state.ts';
import { displayLabel, type Entity, isProtected } from '../entity/entity.ts';
import { searchKey } from '../identifiers/matching.ts';
import type { CaseRecord, Id } from '../record.ts';

export interface SearchHit {
  readonly record: Id;
  readonly kind: 'entity' | 'link' | 'source';
  /** Where it was found: `label`, `alias`, a field id, `notes`, `tag`, `reference`, `text`. */
  readonly where: string;
  /** 0 = whole text equal, 1 = begins with it, 2 = a word begins with it, 3 = inside. */
  readonly rank: number;
}

interface Keys {
  readonly text: readonly { readonly where: string; readonly key: string; readonly digits: string }[];
}

/** Search keys hang on the immutable record: an edited record is another object and gets new ones. */
const cache = new WeakMap<CaseRecord, Keys>();

function digits(text: string): string {
  const d = text.replace(/[\s().+-]/g, '');
  return /^\d{3,}$/.test(d) ? d : '';
}

/** What of a record may be searched. Of a protected person: pseudonym, tags and nothing that could name them. */
function keysOf(record: Entity | CaseRecord): Keys {
  const known = cache.get(record);
  if (known) return known;
  const text: { where: string; key: string; digits: string }[] = [];
  const add = (where: string, value: string | undefined) => {
    if (value) text.push({ where, key: searchKey(value), digits: digits(value) });
  };
  if (record.kind === 'entity') {
    add('label', displayLabel(record));
    if (!isProtected(record)) {
      add('label', record.nativeLabel);
      for (const a of record.aliases ?? []) add('alias', a);
      for (const a of record.attributes ?? []) add(a.field, a.value);
      add('notes', record.notes);
    }
  } else if (record.kind === 'link') {
    add('label', record.wording);
    add('notes', record.notes);
    for (const a of record.attributes ?? []) add(a.field, a.value);
  } else if (record.kind === 'source') {
    add('reference', record.reference);
    add('label', record.title);
    add('text', record.text);
    add('notes', record.notes);
  }
  if ('tags' in record) for (const tag of record.tags ?? []) add('tag', tag);
  const keys = { text };
  cache.set(record, keys);
  return keys;
}

function rankOf(key: string, query: string): number | undefined {
  const at = key.indexOf(query);
  if (at < 0) return undefined;
  if (key === query) return 0;
  if (at === 0) return 1;
  return key.includes(` ${query}`) ? 2 : 3;
}

/**
 * Records whose name, alias, identifier, tag, note or (sources) text holds the query: any script, letters without their
 * diacritics, identifier fragments with or without spaces and signs. Best first, names before other fields; ties by label. Linear in the records.
 */
export function search(state: CaseState, query: string, limit = 50): SearchHit[] {
  const key = searchKey(query).trim();
  if (key === '') return [];
  const fragment = digits(query);
  const hits: (SearchHit & { readonly label: string })[] = [];
  for (const kind of ['entity', 'source', 'link'] as const) {
    for (const record of state.allOf(kind)) {
      let best: { where: string; rank: number } | undefined;
      const { text } = keysOf(record);
      for (const t of text) {
        let rank = rankOf(t.key, key);
        if (rank === undefined && fragment && t.digits) rank = rankOf(t.digits, fragment);
        if (rank !== undefined && (!best || rank < best.rank)) best = { where: t.where, rank };
      }
      if (best) hits.push({ record: record.id, kind, ...best, label: text[0]?.key ?? '' });
    }
  }
  const named = (hit: SearchHit) => (hit.where === 'label' || hit.where === 'reference' ? 0 : 1);
  hits.sort((a, b) => a.rank - b.rank || named(a) - named(b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  return hits.slice(0, limit).map(({ label: _, ...hit }) => hit);
}
