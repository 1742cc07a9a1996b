import type { CaseState } from '#domain/change/case-state';
import { displayLabel, isProtected } from '#domain/entity/entity';
import { matchKey, searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import type { Look } from './field.ts';

/** Reads names against a state. A protected person is called by the pseudonym alone. */
export function lookAt(state: CaseState): Look {
  let names: Map<string, Id[]> | undefined;
  const index = (): Map<string, Id[]> => {
    const found = new Map<string, Id[]>();
    for (const e of state.allOf('entity')) {
      const texts = isProtected(e) ? [displayLabel(e)] : [e.label, e.nativeLabel ?? '', ...(e.aliases ?? [])];
      for (const key of new Set(texts.map(matchKey))) {
        if (key === '') continue;
        const ids = found.get(key);
        if (ids) ids.push(e.id);
        else found.set(key, [e.id]);
      }
    }
    return found;
  };
  return {
    state,
    byName(name) {
      names ??= index();
      return names.get(matchKey(name)) ?? [];
    },
  };
}

/** Whether a cell passes a filter: it holds the text, in any script and without accents; `>5`, `<=10`, `=3` compare figures. */
export function cellMatches(text: string, query: string): boolean {
  const figures = /^\s*(>=|<=|>|<|=)\s*(-?\d+(?:\.\d+)?)\s*$/.exec(query);
  if (figures) {
    const bare = text.replace(/[^\d.-]/g, '');
    if (bare === '') return false;
    const [value, bound] = [Number(bare), Number(figures[2])];
    switch (figures[1]) {
      case '>':
        return value > bound;
      case '<':
        return value < bound;
      case '>=':
        return value >= bound;
      case '<=':
        return value <= bound;
      default:
        return value === bound;
    }
  }
  return searchKey(text).includes(searchKey(query));
}
