import { expect, test } from 'vitest';
import { seededRandom } from '#analysis/graph/seeded-random';
import { agreementOf, leadersOf, rankingOf, topOf } from '#analysis/studies/index';

const column = (...values: number[]) => ({ values: Float64Array.from(values), reason: null, reasons: [] });

test('equal values hold their places together, and one without a value stands after all', () => {
  const ranking = rankingOf(column(7, Number.NaN, 9, 7, 4));
  expect([...ranking.first]).toEqual([2, 5, 1, 2, 4]);
  expect([...ranking.last]).toEqual([3, 5, 1, 3, 4]);
  expect([...ranking.defined]).toEqual([1, 0, 1, 1, 1]);
  expect(topOf(ranking, 2), 'the sevens do not both find room').toEqual([2]);
  expect(topOf(ranking, 3)).toEqual([2, 0, 3]);
});

test('values that differ in their last digits are equal; the lowest may come first; those left out hold no place', () => {
  expect([...rankingOf(column(0.1 + 0.2, 0.3)).first]).toEqual([1, 1]);
  expect([...rankingOf(column(3, 1, 2), true).first]).toEqual([3, 1, 2]);
  expect([...rankingOf(column(3, 1, 2), false, Uint8Array.of(1, 0, 0)).first]).toEqual([0, 2, 1]);
});

test('nobody leads where all are equal, and who stands alone leads', () => {
  expect(leadersOf(rankingOf(column(1, 1, 1)))).toEqual([]);
  expect(leadersOf(rankingOf(column(1, 2, 2)))).toEqual([1, 2]);
  expect(leadersOf(rankingOf(column(5)))).toEqual([0]);
  expect(leadersOf(rankingOf(column()))).toEqual([]);
});

/** τ_b and ρ pair by pair, straight from their definitions. */
function plain(x: readonly number[], y: readonly number[]): { kendall: number; spearman: number } {
  let [balance, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      balance += dx * dy;
      untiedX += dx * dx;
      untiedY += dy * dy;
    }
  const mid = (v: readonly number[]) =>
    v.map((a) => 1 + v.filter((b) => b > a).length + (v.filter((b) => b === a).length - 1) / 2);
  const [a, b] = [mid(x), mid(y)];
  const mean = (x.length + 1) / 2;
  const sum = (f: (i: number) => number) => x.reduce((s, _, i) => s + f(i), 0);
  return {
    kendall: balance / Math.sqrt(untiedX * untiedY),
    spearman:
      sum((i) => (a[i]! - mean) * (b[i]! - mean)) /
      Math.sqrt(sum((i) => (a[i]! - mean) ** 2) * sum((i) => (b[i]! - mean) ** 2)),
  };
}

test('agreement is that of the definitions, ties and all, on two hundred pairs of rankings', () => {
  const random = seededRandom(5);
  for (let run = 0; run < 200; run++) {
    const n = 2 + Math.floor(random() * 30);
    const values = () => Array.from({ length: n }, () => Math.floor(random() * (1 + random() * n)));
    const [x, y] = [values(), values()];
    const found = agreementOf(rankingOf(column(...x)), rankingOf(column(...y)));
    if (new Set(x).size === 1 || new Set(y).size === 1) {
      expect(found).toMatchObject({ kendall: Number.NaN, spearman: Number.NaN, reason: 'all-equal', of: n });
      continue;
    }
    const oracle = plain(x, y);
    expect(found.kendall).toBeCloseTo(oracle.kendall, 12);
    expect(found.spearman).toBeCloseTo(oracle.spearman, 12);
  }
});

test('agreement is over those who have a value in both, and says where there are too few', () => {
  const a = rankingOf(column(3, 2, 1, Number.NaN));
  const b = rankingOf(column(1, 2, Number.NaN, 4));
  expect(agreementOf(a, b)).toMatchObject({ kendall: -1, spearman: -1, of: 2, reason: null });
  expect(agreementOf(rankingOf(column(1)), rankingOf(column(1)))).toMatchObject({ reason: 'fewer-than-two' });
});

test('equals are counted among those who have a value in both alone, however far down the places of the others run', () => {
  // Two stand in both: first and second here, fourth and first there.
  const a = rankingOf(column(2, 1, Number.NaN, Number.NaN));
  const b = rankingOf(column(1, 4, 3, 2));
  expect(agreementOf(a, b)).toMatchObject({ kendall: -1, spearman: -1, of: 2, reason: null });
});
