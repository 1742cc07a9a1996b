import type { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { namesSought, spellsOut } from '#domain/search/spelled-out';
import type { Work } from './in-breaths.ts';

/** Kinds of records with texts of somebody's own, in the order in which they are told. */
const KINDS = ['source', 'statement', 'entity', 'link', 'chart', 'group', 'case'] as const;
/** Records between two breaths. */
const AT_ONCE = 20;

/** Where texts of the case spell the name of a person. */
export interface SpelledOut {
  /** False: the name is too short to be told from parts of words, and was not looked for. */
  readonly sought: boolean;
  /** Each once; the person's own record only for its tags. */
  readonly records: readonly Id[];
}

/** Looks through the texts of all records, piece by piece. */
export function* readingSpelledOut(state: CaseState, person: Entity): Work<SpelledOut> {
  const names = namesSought(person);
  const records: Id[] = [];
  if (names.length === 0) return { sought: false, records };
  const of = KINDS.reduce((sum, kind) => sum + state.countOf(kind), 0);
  let done = 0;
  for (const kind of KINDS)
    for (const record of state.allOf(kind)) {
      if (++done % AT_ONCE === 0) yield { done, of, stage: 'reading' };
      if (spellsOut(record, names)) records.push(record.id);
    }
  return { sought: true, records };
}
