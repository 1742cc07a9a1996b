import { expect, test } from 'vitest';
import type { CommunityResult } from '#queries/groups';
import { treeOf } from '../../../src/views/results/tree-layout.ts';

/** Five of whom 0–1, then 2–3, then 0–1–2–3 become one; 4 stays alone. Two groups and the one alone is the answer. */
const result = {
  rows: [0, 1, 0, 1, 2].map((community, i) => ({ id: `e${i}`, community })),
  sizes: [2, 2, 1],
  merges: [
    [0, 2],
    [1, 3],
    [5, 6],
  ],
  levels: [
    { groups: 2, modularity: 0 },
    { groups: 3, modularity: 0.4 },
    { groups: 4, modularity: 0.1 },
    { groups: 5, modularity: -0.2 },
  ],
} as unknown as CommunityResult;

test('leaves stand so that no lines cross, joins between what they join, and the cut after as many as lead to the answer', () => {
  const { leaves, joins, cut } = treeOf(result)!;
  expect([...leaves].sort()).toEqual([0, 1, 2, 3, 4]);
  expect(cut).toBe(2);
  // Each join holds an unbroken run of leaves.
  for (const { parts } of joins) {
    const at = parts.flat().map((row) => leaves.indexOf(row));
    expect(Math.max(...at) - Math.min(...at)).toBe(at.length - 1);
  }
  expect(joins.map((j) => [j.step, j.groups, j.modularity, j.parts.map((p) => p.length)])).toEqual([
    [1, 5, -0.2, [1, 1]],
    [2, 4, 0.1, [1, 1]],
    [3, 3, 0.4, [2, 2]],
  ]);
  expect(joins[2]!.ends.map((e) => e.step).sort()).toEqual([1, 2]);
  const [a, b] = joins[2]!.ends;
  expect(Math.abs(a.height - b.height)).toBe(2);
  // Whoever belongs to nobody stands at the foot.
  expect(leaves.at(-1)).toBe(4);
});

test('without a tree nothing is laid out', () => {
  const { merges: _, ...rest } = result;
  expect(treeOf(rest)).toBeUndefined();
});
