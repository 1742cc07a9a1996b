import type { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link, Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { Work } from '../graph/work.ts';
import { type Code, codeOf, codes, strengths } from './cell-code.ts';

/** What is recorded between the entity of a row and that of a column. */
export interface MatrixCell {
  /** All links between the two: first the one whose strength and code the cell tells, then the others as recorded. */
  readonly links: readonly Id[];
  /** Of the first of them. */
  readonly strength: Strength;
  readonly code: Code;
  /** An arrow leads from row to column; from column to row. */
  readonly out: boolean;
  readonly back: boolean;
}

/** Which records a matrix is made of; an entity without links has a row as well. */
export interface Taken {
  entity(entity: Entity): boolean;
  link(link: Link): boolean;
}

interface Pair extends MatrixCell {
  readonly rank: number;
}

/** Records read at a time, so that a page can draw and hear keys between two of them. */
const AT_ONCE = 256;

/** Who is associated with whom: sparse, whatever the order of its rows. */
export class AssociationMatrix {
  readonly entities: readonly Id[];
  /** Pairs of different entities with an association, identity not counted. */
  readonly pairs: number;
  /** What its cells say, as `<code>.<strength>`: for a legend. */
  readonly says: ReadonlySet<string>;
  readonly #numbers: ReadonlyMap<Id, number>;
  readonly #cells: ReadonlyMap<number, MatrixCell>;
  readonly #associated: Uint32Array;

  /** `cells` by `lower × entities + higher` number of the two, seen from the lower one. */
  constructor(entities: readonly Id[], numbers: ReadonlyMap<Id, number>, cells: ReadonlyMap<number, MatrixCell>) {
    this.entities = entities;
    this.#numbers = numbers;
    this.#cells = cells;
    this.#associated = new Uint32Array(entities.length);
    let pairs = 0;
    const says = new Set<string>();
    for (const [key, { code, strength }] of cells) {
      says.add(`${code}.${strength}`);
      const [a, b] = [Math.floor(key / entities.length), key % entities.length];
      if (a === b || code === 'identity') continue;
      this.#associated[a]!++;
      this.#associated[b]!++;
      pairs++;
    }
    this.pairs = pairs;
    this.says = says;
  }

  /** What stands in the cell, seen from its row; undefined where nothing is recorded, which is not the same as "no". */
  cell(row: Id, column: Id): MatrixCell | undefined {
    const [a, b] = [this.#numbers.get(row), this.#numbers.get(column)];
    if (a === undefined || b === undefined) return undefined;
    if (a <= b) return this.#cells.get(a * this.entities.length + b);
    const cell = this.#cells.get(b * this.entities.length + a);
    return cell && cell.out !== cell.back ? { ...cell, out: cell.back, back: cell.out } : cell;
  }

  /** How many different others an entity is associated with; links to itself and of identity do not count. 0 for one that is not here. */
  associated(id: Id): number {
    const at = this.#numbers.get(id);
    return at === undefined ? 0 : this.#associated[at]!;
  }
}

/** The order of what a cell says: identity after all that is an association, else by strength, then by code. */
function rankOf(strength: Strength, code: Code): number {
  return (
    (code === 'identity' ? strengths.length * codes.length : 0) +
    strengths.indexOf(strength) * codes.length +
    codes.indexOf(code)
  );
}

/**
 * Reads the matrix of a case, of all its records or of those `taken`, in time linear in them. A link counts where both its ends are taken.
 */
export function* readingMatrix(state: CaseState, taken?: Taken): Work<AssociationMatrix> {
  const of = state.countOf('entity') + state.countOf('link');
  let read = 0;
  const entities: Id[] = [];
  const numbers = new Map<Id, number>();
  for (const e of state.allOf('entity')) {
    if (++read % AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    if (taken && !taken.entity(e)) continue;
    numbers.set(e.id, entities.length);
    entities.push(e.id);
  }
  const cells = new Map<number, Pair>();
  for (const l of state.allOf('link')) {
    if (++read % AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    const [from, to] = [numbers.get(l.from), numbers.get(l.to)];
    if (from === undefined || to === undefined || (taken && !taken.link(l))) continue;
    const key = Math.min(from, to) * entities.length + Math.max(from, to);
    cells.set(key, withLink(cells.get(key), l, codeOf(state, l), from > to));
  }
  return new AssociationMatrix(entities, numbers, cells);
}

/** A pair with one more link; `turned`: the link runs from the higher number to the lower. */
function withLink(pair: Pair | undefined, link: Link, code: Code, turned: boolean): Pair {
  const { direction, strength } = link;
  const forward = direction === 'forward' || direction === 'both';
  const backward = direction === 'back' || direction === 'both';
  const rank = rankOf(strength, code);
  const [out, back] = turned ? [backward, forward] : [forward, backward];
  if (!pair) return { links: [link.id], strength, code, out, back, rank };
  const arrows = { out: pair.out || out, back: pair.back || back };
  return rank < pair.rank
    ? { links: [link.id, ...pair.links], strength, code, rank, ...arrows }
    : { ...pair, links: [...pair.links, link.id], ...arrows };
}
