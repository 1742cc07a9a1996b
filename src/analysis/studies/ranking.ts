import type { Column } from '../measures/index.ts';

/** Values closer than this, relative to the larger, are one value: sums over paths differ in their last digits. */
const SAME = 1e-9;

/**
 * Places in a ranking, best value first. Equal values hold several places together: with 9, 7, 7, 4 the two sevens hold places 2 to 3.
 * A node without a value holds the places after all that have one, and `defined` is 0 for it.
 */
export interface Ranking {
  /** First place of each node, from 1: its rank as usually printed (1, 2, 2, 4). */
  readonly first: Int32Array;
  /** Last of the places it holds together with its equals. */
  readonly last: Int32Array;
  readonly defined: Uint8Array;
}

/** Ranks the values of a measure, highest first; `lowest` turns that round (low constraint marks a broker). `left` nodes hold no place: 0. */
export function rankingOf(column: Column, lowest = false, left?: Uint8Array): Ranking {
  const n = column.values.length;
  const first = new Int32Array(n);
  const last = new Int32Array(n);
  const defined = new Uint8Array(n);
  const order: number[] = [];
  const without: number[] = [];
  for (let i = 0; i < n; i++) {
    if (left?.[i]) continue;
    if (Number.isNaN(column.values[i])) {
      without.push(i);
      continue;
    }
    defined[i] = 1;
    order.push(i);
  }
  const { values } = column;
  order.sort(lowest ? (a, b) => values[a]! - values[b]! || a - b : (a, b) => values[b]! - values[a]! || a - b);
  for (let k = 0; k < order.length; ) {
    let end = k + 1;
    while (end < order.length && same(values[order[end - 1]!]!, values[order[end]!]!)) end++;
    for (let j = k; j < end; j++) {
      first[order[j]!] = k + 1;
      last[order[j]!] = end;
    }
    k = end;
  }
  for (const i of without) {
    first[i] = order.length + 1;
    last[i] = order.length + without.length;
  }
  return { first, last, defined };
}

/** First place of each node, from 1; 0 where it has no value, and where all of several are equal: then nobody stands before anybody. */
export function placesOf(column: Column, lowest = false): Int32Array {
  const { first, last, defined } = rankingOf(column, lowest);
  const ranked = defined.reduce((sum, d) => sum + d, 0);
  const allEqual = ranked > 1 && last.every((at, i) => defined[i] === 0 || at === ranked);
  return first.map((place, i) => (defined[i] === 1 && !allEqual ? place : 0));
}

function same(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * How much of a node that holds these places is among the first `k`: 1 inside, 0 outside; equals that hold more places than are left share
 * them (three equal values on the last place: a third each).
 */
export function shareOfPlaces(first: number, last: number, k: number): number {
  if (first > k) return 0;
  return last <= k ? 1 : (k - first + 1) / (last - first + 1);
}

/** Nodes that surely are among the first `k`: those whose equals find room there too. In order of place, then number. */
export function topOf(ranking: Ranking, k: number): number[] {
  const top: number[] = [];
  for (let i = 0; i < ranking.first.length; i++) if (ranking.defined[i] === 1 && ranking.last[i]! <= k) top.push(i);
  return top.sort((a, b) => ranking.first[a]! - ranking.first[b]! || a - b);
}

/** Nodes on the first place, unless all that have a value are equal: then nobody leads. */
export function leadersOf(ranking: Ranking): number[] {
  const leaders: number[] = [];
  let ranked = 0;
  for (let i = 0; i < ranking.first.length; i++) {
    if (ranking.defined[i] === 0) continue;
    ranked++;
    if (ranking.first[i] === 1) leaders.push(i);
  }
  return leaders.length === ranked && ranked > 1 ? [] : leaders;
}
