import type { Wanted } from '#analysis/graph/pack-case';
import type { CaseState } from '#domain/change/case-state';
import { type Entity, isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';

/**
 * What entities can be sorted by: `type`, `status`, `role`, `stage`, an attribute as `attribute:<field>`, or the groups of an answer as `community`.
 * Who has several roles or stages stands in a group of that mixture: choosing one of them would be a guess.
 */
export type GroupingName = 'type' | 'status' | 'role' | 'stage' | 'community' | `attribute:${string}`;

const together = (words: Iterable<string | undefined>): string | undefined => {
  const stated = [...new Set(words)].filter((w): w is string => w !== undefined && w !== '').sort();
  return stated.length === 0 ? undefined : stated.join(' + ');
};

function wordOf(name: GroupingName, e: Entity): string | undefined {
  if (name === 'type') return e.type;
  if (name === 'status') return e.status;
  if (name === 'role') return together((e.roles ?? []).map((r) => r.role));
  if (name === 'stage') return together([e.stage, ...(e.roles ?? []).map((r) => r.stage)]);
  const field = name.slice('attribute:'.length);
  return together((e.attributes ?? []).filter((a) => a.field === field).map((a) => a.value));
}

/** Whether words of this grouping may be shown of a protected person: what is stated of somebody may tell who it is. */
export const isTellable = (name: GroupingName): boolean => name === 'type' || name === 'community';

/** The word of an entity as it may be shown (`isTellable`). Group numbers come from `communities`. */
export function wordTold(
  state: CaseState,
  name: GroupingName,
  communities?: ReadonlyMap<Id, number>,
): (id: Id) => string | undefined {
  const word = groupingsFor(state, [name], communities).get(name)!;
  if (isTellable(name)) return word;
  return (id) => {
    const entity = state.entity(id);
    return entity && !isProtected(entity) ? word(id) : undefined;
  };
}

/** The groupings of these names, to be packed with a graph; `community` comes from `communities`, group numbers from 0. */
export function groupingsFor(
  state: CaseState,
  names: Iterable<GroupingName>,
  communities?: ReadonlyMap<Id, number>,
): NonNullable<Wanted['groupings']> {
  const found = new Map<string, (id: Id) => string | undefined>();
  for (const name of names) {
    if (name === 'community') {
      const of = communities ?? new Map<Id, number>();
      found.set(name, (id) => of.get(id)?.toString());
    } else
      found.set(name, (id) => {
        const entity = state.entity(id);
        return entity && wordOf(name, entity);
      });
  }
  return found;
}

/**
 * Groupings by which at least two of these entities differ (missing: of the case) in words that may be shown, for menus; `community` is the asker's to
 * add.
 */
export function groupingNames(state: CaseState, among?: Iterable<Id>): readonly GroupingName[] {
  const words = new Map<GroupingName, Set<string>>();
  const see = (name: GroupingName, e: Entity) => {
    if (isProtected(e) && !isTellable(name)) return;
    const word = wordOf(name, e);
    if (word === undefined) return;
    const seen = words.get(name);
    if (!seen) words.set(name, new Set([word]));
    else if (seen.size < 2) seen.add(word);
  };
  const entities = among ? [...new Set(among)].flatMap((id) => state.entity(id) ?? []) : state.allOf('entity');
  for (const e of entities) {
    for (const name of ['type', 'status', 'role', 'stage'] as const) see(name, e);
    for (const { field } of e.attributes ?? []) see(`attribute:${field}`, e);
  }
  return [...words].filter(([, seen]) => seen.size > 1).map(([name]) => name);
}
