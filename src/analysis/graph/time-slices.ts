import type { LinkRows } from './network.ts';

/** Which lines may stand in a slice of time, `from` ≤ t < `to` in ms since 1970 UTC. Undated lines stand in none. */
export function standsBetween({ begin, end }: LinkRows, from: number, to: number): (row: number) => boolean {
  // Half-open spans meet; a moment, which begins and ends at once, stands in the slice that holds it.
  return (r) => begin[r]! < to && (end[r]! > from || (begin[r] === end[r] && begin[r]! >= from));
}

/** Lines of which no time is known. */
export function undatedLines({ begin }: LinkRows): number {
  return begin.reduce((k, t) => k + (Number.isNaN(t) ? 1 : 0), 0);
}

/** One group of all that have a line: who is active. */
export function activeNodes(nodeCount: number, { count, source, target }: LinkRows): Int32Array {
  const of = new Int32Array(nodeCount).fill(-1);
  for (let r = 0; r < count; r++) {
    of[source[r]!] = 0;
    of[target[r]!] = 0;
  }
  return of;
}
