import type { CaseState } from '#domain/change/case-state';
import { displayLabel } from '#domain/entity/entity';
import { entityTypes } from '#domain/entity-types/index';
import type { Id } from '#domain/record';
import type { Work } from '../graph/work.ts';
import type { AssociationMatrix } from './matrix.ts';

/**
 * What rows and columns are ordered by. `type`: persons, organisations, then the other types as they are registered. `value`: the largest first.
 * `group`: groups by their number, 0 first. Whoever has no value or group stands at the end; equals stand by name.
 */
export type MatrixOrder =
  | { readonly by: 'type' | 'name' | 'associated' }
  | { readonly by: 'value' | 'group'; readonly of: ReadonlyMap<Id, number> };

/** A run of neighbours that belong together: a line stands before all but the first. */
export interface Block {
  readonly start: number;
  /** Id of the type, number of the group; undefined: those without a value or group. */
  readonly of: string | number | undefined;
}

export interface OrderedEntities {
  readonly ids: readonly Id[];
  readonly blocks: readonly Block[];
}

interface Key {
  readonly id: Id;
  readonly name: string;
  /** Place of its block, the first 0. */
  readonly block: number;
  readonly of: string | number | undefined;
  readonly value: number;
}

/** Entities sorted at a time. */
const RUN = 256;
const LAST = Number.POSITIVE_INFINITY;
const places: ReadonlyMap<string, number> = new Map(
  ['person', 'organisation', ...entityTypes.map((d) => d.id)].map((id, i) => [id, i]).reverse() as [string, number][],
);

/** Puts the entities of a matrix in order. Names are those that may be shown: of a protected person the pseudonym. */
export function* readingOrder(state: CaseState, matrix: AssociationMatrix, order: MatrixOrder): Work<OrderedEntities> {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const keys = matrix.entities.flatMap((id): Key[] => {
    const entity = state.entity(id);
    if (!entity) return [];
    const key = { id, name: displayLabel(entity), block: 0, of: undefined, value: 0 };
    if (order.by === 'type') return [{ ...key, block: places.get(entity.type) ?? LAST, of: entity.type }];
    if (order.by === 'associated') return [{ ...key, value: matrix.associated(id) }];
    if (!('of' in order)) return [key];
    const value = order.of.get(id);
    if (value === undefined || Number.isNaN(value)) return [{ ...key, block: LAST }];
    return [order.by === 'group' ? { ...key, block: value, of: value } : { ...key, value, of: order.by }];
  });
  const sorted = yield* sorting(
    keys,
    (a, b) =>
      // Infinity minus itself is nothing to sort by.
      (a.block === b.block ? 0 : a.block - b.block) ||
      (a.value === b.value ? 0 : b.value - a.value) ||
      collator.compare(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  );
  const blocks: Block[] = [];
  sorted.forEach(({ block, of }, start) => {
    if (start === 0 || sorted[start - 1]!.block !== block) blocks.push({ start, of });
  });
  return { ids: sorted.map((k) => k.id), blocks };
}

/** Merge sort in pieces: comparing a hundred thousand names takes longer than a page may stand still. */
function* sorting<T>(list: readonly T[], compare: (a: T, b: T) => number): Work<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let i = 0; i < list.length; i += RUN) {
    runs.push(list.slice(i, i + RUN).sort(compare));
    yield { done: i, of: list.length, stage: 'ordering' };
  }
  while (runs.length > 1) {
    const next: (readonly T[])[] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [a, b] = [runs[i]!, runs[i + 1] ?? []];
      const merged: T[] = [];
      for (let x = 0, y = 0; x < a.length || y < b.length; ) {
        const takeA = y >= b.length || (x < a.length && compare(a[x]!, b[y]!) <= 0);
        merged.push(takeA ? a[x++]! : b[y++]!);
        if (merged.length % RUN === 0) yield { done: merged.length, of: list.length, stage: 'ordering' };
      }
      next.push(merged);
    }
    runs = next;
  }
  return runs[0] ?? [];
}
