import type { CaseState } from '#domain/change/case-state';
import { foldingOn } from '#domain/chart/folding';
import type { Id } from '#domain/record';

/** With more entities on a chart than this its summary comes first: drawn, it would be a cloth nobody can read. */
export const READABLE_AT_MOST = 3000;
/** Links read in one go; then the page gets its turn. */
const SLICE = 20_000;

/** Who is on a chart, and how strongly each two of them are linked. Items and pairs by number. */
export interface Ties {
  readonly ids: readonly Id[];
  /** Ends of each pair that is linked, and how many links (a counted one as many as it counts) join it. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
  /** Links in all; a link is one, whatever it counts. */
  readonly links: number;
}

/** Entities on a chart, hidden ones left out. */
export function shownOn(state: CaseState, chart: Id): Id[] {
  const out: Id[] = [];
  for (const id of state.placementsOn(chart)) {
    const p = state.get(id);
    if (p?.kind === 'placement' && !p.hidden && state.get(p.item)?.kind === 'entity') out.push(p.item);
  }
  return out;
}

/** How many items of these are drawn: a folded group is one. */
export function drawnCount(state: CaseState, chart: Id, ids: readonly Id[]): number {
  const { standIn } = foldingOn(state, chart);
  if (standIn.size === 0) return ids.length;
  return new Set(ids.map((id) => standIn.get(id) ?? id)).size;
}

/** Reads the ties among these entities, in slices so that the page stays awake. */
export async function readTies(state: CaseState, ids: readonly Id[]): Promise<Ties> {
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const weights = new Map<number, number>();
  let links = 0;
  let seen = 0;
  for (const link of state.allOf('link')) {
    if (++seen % SLICE === 0) await new Promise((resolve) => setTimeout(resolve));
    const a = indexOf.get(link.from);
    const b = indexOf.get(link.to);
    if (a === undefined || b === undefined) continue;
    links++;
    if (a === b) continue;
    const key = a < b ? a * ids.length + b : b * ids.length + a;
    weights.set(key, (weights.get(key) ?? 0) + (link.count ?? 1));
  }
  const from = new Int32Array(weights.size);
  const to = new Int32Array(weights.size);
  const weight = new Float64Array(weights.size);
  let i = 0;
  for (const [key, w] of weights) {
    from[i] = Math.floor(key / ids.length);
    to[i] = key % ids.length;
    weight[i++] = w;
  }
  return { ids, from, to, weight, links };
}

/** With how many others each is linked. */
export function contactsOf(ties: Ties): Uint32Array {
  const contacts = new Uint32Array(ties.ids.length);
  for (let i = 0; i < ties.from.length; i++) {
    contacts[ties.from[i]!]!++;
    contacts[ties.to[i]!]!++;
  }
  return contacts;
}

/** Those linked with the most others; equal ones in order of id. */
export function mostLinked(ties: Ties, most: number): Id[] {
  const contacts = contactsOf(ties);
  return [...ties.ids.keys()]
    .sort((a, b) => contacts[b]! - contacts[a]! || (ties.ids[a]! < ties.ids[b]! ? -1 : 1))
    .slice(0, most)
    .map((i) => ties.ids[i]!);
}

/** Ends of the heaviest ties, until as many entities are together. */
export function strongestTies(ties: Ties, most: number): Id[] {
  const order = [...ties.weight.keys()].sort((a, b) => ties.weight[b]! - ties.weight[a]! || a - b);
  const out = new Set<number>();
  for (const i of order) {
    const more = Number(!out.has(ties.from[i]!)) + Number(!out.has(ties.to[i]!));
    if (out.size + more > most) break;
    out.add(ties.from[i]!);
    out.add(ties.to[i]!);
  }
  return [...out].map((i) => ties.ids[i]!);
}

/**
 * The k-core with the lowest k that holds no more than `most`: everybody in it is linked with at least k others in it (Seidman 1983).
 * `k` is 0 and `ids` empty when even the innermost core is larger.
 */
export function denseCore(ties: Ties, most: number): { readonly k: number; readonly ids: Id[] } {
  const n = ties.ids.length;
  const degree = contactsOf(ties);
  const start = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) start[i + 1] = start[i]! + degree[i]!;
  const fill = start.slice(0, n);
  const neighbours = new Int32Array(start[n]!);
  for (let i = 0; i < ties.from.length; i++) {
    neighbours[fill[ties.from[i]!]!++] = ties.to[i]!;
    neighbours[fill[ties.to[i]!]!++] = ties.from[i]!;
  }
  const gone = new Uint8Array(n);
  let left = n;
  const highest = degree.reduce((max, d) => Math.max(max, d), 0);
  for (let k = 1; k <= highest + 1; k++) {
    const queue: number[] = [];
    for (let i = 0; i < n; i++) if (gone[i] === 0 && degree[i]! < k) queue.push(i);
    for (let q = queue.pop(); q !== undefined; q = queue.pop()) {
      if (gone[q] === 1) continue;
      gone[q] = 1;
      left--;
      for (let j = start[q]!; j < start[q + 1]!; j++) {
        const other = neighbours[j]!;
        if (gone[other] === 0 && --degree[other]! < k) queue.push(other);
      }
    }
    if (left === 0) break;
    if (left <= most) {
      // Nobody in it may have fewer than k; often nobody has fewer than something higher.
      const least = degree.reduce((min, d, i) => (gone[i] === 0 ? Math.min(min, d) : min), highest);
      return { k: least, ids: ties.ids.filter((_, i) => gone[i] === 0) };
    }
  }
  return { k: 0, ids: [] };
}

/** These and those linked with them, the heaviest ties first, until as many are together. */
export function around(ties: Ties, ids: readonly Id[], most: number): Id[] {
  const middle = new Set(ids);
  const near: { readonly id: Id; readonly weight: number }[] = [];
  for (let i = 0; i < ties.from.length; i++) {
    const a = ties.ids[ties.from[i]!]!;
    const b = ties.ids[ties.to[i]!]!;
    if (middle.has(a) === middle.has(b)) continue;
    near.push({ id: middle.has(a) ? b : a, weight: ties.weight[i]! });
  }
  near.sort((x, y) => y.weight - x.weight || (x.id < y.id ? -1 : 1));
  const out = new Set(ties.ids.filter((id) => middle.has(id)));
  for (const { id } of near) {
    if (out.size >= most) break;
    out.add(id);
  }
  return [...out];
}
