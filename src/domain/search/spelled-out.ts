import type { CaseState } from '../change/case-state.ts';
import { type Entity, isProtected } from '../entity/entity.ts';
import { searchKey } from '../identifiers/matching.ts';
import type { CaseRecord, Id } from '../record.ts';

/** Scripts that leave no space between words: a name stands in a text wherever its signs do. */
const UNSPACED = /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Shorter names would be found in every other word. */
const SHORTEST = 3;

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

/** Texts of a record that somebody wrote and that are shown as they stand. Of a protected person nothing is. */
function textsOf(record: CaseRecord): (string | undefined)[] {
  const described =
    'attributes' in record || 'notes' in record || 'tags' in record
      ? [record.notes, ...(('tags' in record && record.tags) || [])]
      : [];
  const attributes = 'attributes' in record ? (record.attributes ?? []).map((a) => a.value) : [];
  switch (record.kind) {
    case 'entity':
      if (isProtected(record)) return [];
      return [record.label, record.nativeLabel, ...(record.aliases ?? []), ...attributes, ...described];
    case 'link':
      return [record.wording, ...attributes, ...described];
    case 'source':
      return [record.reference, record.title, record.text, record.file?.name, ...attributes, ...described];
    case 'statement':
      return [record.locator?.quotation, ...described];
    case 'chart':
    case 'group':
      return [record.name, ...described];
    case 'case':
      return [record.title];
    default:
      return [];
  }
}

/**
 * Records in whose texts the name of a person stands: label, name in its own script, aliases; as whole words, whatever the case and the accents. A
 * pseudonym cannot cover these: texts are evidence and are shown as they were written. Names of fewer than three signs are not looked for.
 *
 * @returns ids in the order of the case, each once
 */
export function whereSpelledOut(state: CaseState, person: Entity): readonly Id[] {
  const names = [
    ...new Set(
      [person.label, person.nativeLabel, ...(person.aliases ?? [])]
        .filter((n): n is string => n !== undefined)
        .map((n) => searchKey(n))
        .filter((n) => n.length >= SHORTEST),
    ),
  ];
  if (names.length === 0) return [];
  const found: Id[] = [];
  for (const kind of ['case', 'source', 'statement', 'entity', 'link', 'chart', 'group'] as const)
    for (const record of state.allOf(kind)) {
      if (record.id === person.id) continue;
      const isIn = textsOf(record).some((text) => {
        if (!text) return false;
        const key = searchKey(text);
        return names.some((name) => holds(key, name));
      });
      if (isIn) found.push(record.id);
    }
  return found;
}
