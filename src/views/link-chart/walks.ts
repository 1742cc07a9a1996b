import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';

/** Who is linked with whom among what is shown. */
export type Neighbours = ReadonlyMap<Id, ReadonlySet<Id>>;

export function neighboursOf(
  items: Iterable<Id>,
  links: Iterable<{ readonly from: Id; readonly to: Id }>,
): Map<Id, Set<Id>> {
  const map = new Map<Id, Set<Id>>();
  for (const id of items) map.set(id, new Set());
  for (const { from, to } of links) {
    if (from === to) continue;
    map.get(from)?.add(to);
    map.get(to)?.add(from);
  }
  return map;
}

/** With how many others one item is linked. */
export function neighbourCount(id: Id, links: Iterable<{ readonly from: Id; readonly to: Id }>): number {
  const others = new Set<Id>();
  for (const { from, to } of links)
    if (from === id) others.add(to);
    else if (to === id) others.add(from);
  others.delete(id);
  return others.size;
}

/** The items and all that is linked with them, the items first. */
export function withNeighbours(items: readonly Id[], neighbours: Neighbours): Id[] {
  const out = new Set(items);
  for (const id of items) for (const other of neighbours.get(id) ?? []) out.add(other);
  return [...out];
}

/**
 * A shortest path, both ends included, found breadth first; neighbours in order of id, so that the same chart gives the same
 * path. Undefined when there is none.
 */
export function shortestPath(from: Id, to: Id, neighbours: Neighbours): Id[] | undefined {
  if (from === to) return neighbours.has(from) ? [from] : undefined;
  const came = new Map<Id, Id>([[from, from]]);
  let front = [from];
  while (front.length > 0 && !came.has(to)) {
    const next: Id[] = [];
    for (const id of front)
      for (const other of [...(neighbours.get(id) ?? [])].sort()) {
        if (came.has(other)) continue;
        came.set(other, id);
        next.push(other);
      }
    front = next;
  }
  if (!came.has(to)) return undefined;
  const path = [to];
  for (let at = to; at !== from; ) {
    at = came.get(at)!;
    path.push(at);
  }
  return path.reverse();
}

/** All that can be reached from the items, the items first. */
export function components(items: readonly Id[], neighbours: Neighbours): Id[] {
  const out = new Set(items);
  const queue = [...items];
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const other of neighbours.get(id) ?? [])
      if (!out.has(other)) {
        out.add(other);
        queue.push(other);
      }
  return [...out];
}

export interface Reached {
  readonly id: Id;
  /** Links away from the nearest of the starting items; 1 and up. */
  readonly steps: number;
  /** The item it was reached from. */
  readonly from: Id;
}

/**
 * What the case links with these items within some steps, nearest first, then in order of id. `through` says which link types
 * are followed (all when it is empty).
 */
export function reach(
  state: CaseState,
  items: readonly Id[],
  steps: number,
  through: ReadonlySet<string> = new Set(),
): Reached[] {
  const seen = new Set(items);
  const out: Reached[] = [];
  let front: readonly Id[] = items;
  for (let step = 1; step <= steps && front.length > 0; step++) {
    const found: Reached[] = [];
    for (const id of front)
      for (const linkId of state.linksOf(id)) {
        const link = state.link(linkId);
        if (!link || (through.size > 0 && !through.has(link.type))) continue;
        const other = link.from === id ? link.to : link.from;
        if (seen.has(other)) continue;
        seen.add(other);
        found.push({ id: other, steps: step, from: id });
      }
    found.sort((a, b) => (a.id < b.id ? -1 : 1));
    out.push(...found);
    front = found.map((f) => f.id);
  }
  return out;
}

/**
 * The order of the list beside the chart, and of Page Up and Page Down on it: along links, breadth first, from the most linked
 * item; then the next piece, from its most linked item. Equal counts go by id.
 */
export function readingOrder(neighbours: Neighbours): Id[] {
  const rank = (a: Id, b: Id) => neighbours.get(b)!.size - neighbours.get(a)!.size || (a < b ? -1 : 1);
  const out = new Set<Id>();
  for (const start of [...neighbours.keys()].sort(rank)) {
    if (out.has(start)) continue;
    out.add(start);
    const queue = [start];
    for (let i = 0; i < queue.length; i++)
      for (const other of [...(neighbours.get(queue[i]!) ?? [])].sort(rank))
        if (!out.has(other)) {
          out.add(other);
          queue.push(other);
        }
  }
  return [...out];
}
