import type { Ranking } from './ranking.ts';

/** Why two rankings cannot be compared: fewer than two entities stand in both, or one of them puts all on the same place. */
export type AgreementReason = 'fewer-than-two' | 'all-equal';

/**
 * How far two rankings of the same nodes agree, over those that have a value in both.
 *
 * - `kendall`: τ_b (Kendall, Biometrika 33 (1945) 239): pairs in the same order less pairs in opposite order, over the geometric mean of
 *   the pairs untied in either. 1 = same order, −1 = reversed.
 * - `spearman`: ρ: Pearson's correlation of mid-ranks (Spearman, American Journal of Psychology 15 (1904) 72).
 *
 * Both NaN where `reason` is given.
 */
export interface Agreement {
  readonly kendall: number;
  readonly spearman: number;
  readonly of: number;
  readonly reason: AgreementReason | null;
}

export function agreementOf(a: Ranking, b: Ranking): Agreement {
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < a.first.length; i++) {
    if (a.defined[i] === 0 || b.defined[i] === 0) continue;
    x.push(a.first[i]!);
    y.push(b.first[i]!);
  }
  const none = (reason: AgreementReason): Agreement => ({
    kendall: Number.NaN,
    spearman: Number.NaN,
    of: x.length,
    reason,
  });
  if (x.length < 2) return none('fewer-than-two');
  if (x.every((v) => v === x[0]) || y.every((v) => v === y[0])) return none('all-equal');
  return { kendall: kendall(x, y), spearman: spearman(x, y), of: x.length, reason: null };
}

/** Knight's way in O(n log n) (Journal of the American Statistical Association 61 (1966) 436): exchanges of a merge sort are the discordant pairs. */
function kendall(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => x[i]! - x[j]! || y[i]! - y[j]!);
  const pairs = (n * (n - 1)) / 2;
  const tiedX = tiedPairs(order, (i, j) => x[i] === x[j]);
  const tiedBoth = tiedPairs(order, (i, j) => x[i] === x[j] && y[i] === y[j]);
  const sorted = order.map((i) => y[i]!);
  const exchanges = sortCounting(sorted);
  const tiedY = tiedPairs(sorted, (v, w) => v === w);
  const balance = pairs - tiedX - tiedY + tiedBoth - 2 * exchanges;
  return balance / (Math.sqrt(pairs - tiedX) * Math.sqrt(pairs - tiedY));
}

function tiedPairs(sorted: readonly number[], tie: (a: number, b: number) => boolean): number {
  let tied = 0;
  let run = 1;
  for (let k = 1; k <= sorted.length; k++) {
    if (k < sorted.length && tie(sorted[k]!, sorted[k - 1]!)) {
      run++;
      continue;
    }
    tied += (run * (run - 1)) / 2;
    run = 1;
  }
  return tied;
}

/** Sorts ascending and counts the pairs that stood the other way round. */
function sortCounting(values: number[]): number {
  const n = values.length;
  let from = values;
  let to = new Array<number>(n);
  let exchanges = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let l = start;
      let r = middle;
      for (let k = start; k < end; k++) {
        if (l < middle && (r >= end || from[l]! <= from[r]!)) to[k] = from[l++]!;
        else {
          exchanges += middle - l;
          to[k] = from[r++]!;
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) for (let k = 0; k < n; k++) values[k] = from[k]!;
  return exchanges;
}

function spearman(x: readonly number[], y: readonly number[]): number {
  const a = midRanks(x);
  const b = midRanks(y);
  const mean = (x.length + 1) / 2;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < x.length; i++) {
    const da = a[i]! - mean;
    const db = b[i]! - mean;
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}

function midRanks(values: readonly number[]): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let k = 0; k < order.length; ) {
    let end = k + 1;
    while (end < order.length && values[order[end]!] === values[order[k]!]) end++;
    for (let j = k; j < end; j++) ranks[order[j]!] = (k + 1 + end) / 2;
    k = end;
  }
  return ranks;
}
