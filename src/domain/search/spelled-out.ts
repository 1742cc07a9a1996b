import { type Entity, isProtected } from '../entity/entity.ts';
import { searchKey } from '../identifiers/matching.ts';
import type { CaseRecord } from '../record.ts';

/** Scripts that leave no space between words: a name stands in a text wherever its signs do. */
const UNSPACED = /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Shorter names would be found in every other word; where words are not spaced a name of two signs is a whole one. */
const SHORTEST = 3;
const SHORTEST_UNSPACED = 2;

/** Whether `name` stands in `text`, both as search keys; in spaced scripts as whole words. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (UNSPACED.test(name)) return true;
    const before = text[at - 1] ?? ' ';
    const after = text[at + name.length] ?? ' ';
    if (!WORD.test(before) && !WORD.test(after)) return true;
  }
  return false;
}

/** Texts of a record that somebody wrote and that are shown as they stand. Of a protected person only tags are. */
function textsOf(record: CaseRecord): readonly (string | undefined)[] {
  const tags = ('tags' in record && record.tags) || [];
  if (record.kind === 'entity' && isProtected(record)) return tags;
  const notes = 'notes' in record ? record.notes : undefined;
  const aliases = ('aliases' in record && record.aliases) || [];
  const attributes = 'attributes' in record ? (record.attributes ?? []).map((a) => a.value) : [];
  const described = [...tags, notes, ...aliases, ...attributes];
  switch (record.kind) {
    case 'entity':
      return [record.label, record.nativeLabel, ...described];
    case 'link':
      return [record.wording, ...described];
    case 'source':
      return [record.reference, record.title, record.text, record.handling, record.file?.name, ...described];
    case 'statement':
      return [record.locator?.quotation, record.locator?.page, record.locator?.row, ...described];
    case 'chart':
    case 'group':
      return [record.name, ...described];
    case 'case':
      return [record.title, record.reference];
    default:
      return [];
  }
}

/**
 * What to look for in texts that spell the name of a person: label, name in its own script, aliases, in full, as search keys. A pseudonym cannot
 * cover such texts: they are evidence, and shown as they were written.
 *
 * @returns without names of fewer than three signs, or two in a script that does not space its words; empty when none is left
 */
export function namesSought(person: Entity): readonly string[] {
  const names = [person.label, person.nativeLabel, ...(person.aliases ?? [])].flatMap((n) => (n ? searchKey(n) : []));
  const isLong = (n: string) => [...n].length >= (UNSPACED.test(n) ? SHORTEST_UNSPACED : SHORTEST);
  return [...new Set(names)].filter(isLong);
}

/** Whether a text of the record, as it is shown, holds one of the names, as whole words, whatever the case and the accents. */
export function spellsOut(record: CaseRecord, names: readonly string[]): boolean {
  return textsOf(record).some((text) => {
    if (!text) return false;
    const key = searchKey(text);
    return names.some((name) => holds(key, name));
  });
}
