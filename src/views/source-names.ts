import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { namesSought, spellsOut } from '#domain/search/spelled-out';
import { t } from '#i18n/index';

interface Read {
  readonly version: number;
  /** Names that pseudonyms cover. */
  readonly covered: readonly string[];
  readonly said: Map<Id, string>;
}

const read = new WeakMap<CaseState, Read>();

function readOf(state: CaseState): Read {
  let found = read.get(state);
  if (found?.version !== state.version) {
    const covered = [...state.allOf('entity')].flatMap((e) => (isProtected(e) ? namesSought(e) : []));
    found = { version: state.version, covered, said: new Map() };
    read.set(state, found);
  }
  return found;
}

/**
 * What a source is called in answers, lists, files and on paper: its reference, and never one that spells the name of a protected person. The card of
 * the source shows it as it was written. '' where there is no such source.
 */
export function sourceName(state: CaseState, id: Id): string {
  const { covered, said } = readOf(state);
  const known = said.get(id);
  if (known !== undefined) return known;
  const source = state.find('source', id);
  if (!source) return '';
  const { kind, sourceKind, reference } = source;
  const name = spellsOut({ id, kind, sourceKind, reference }, covered) ? t('sources.covered') : reference;
  said.set(id, name);
  return name;
}
