import { describe, expect, it } from 'vitest';
import { partsOf } from '#drawing/timeline/timeline-sheets';

const tops = (heights: readonly number[]) => heights.reduce<number[]>((top, h) => [...top, top.at(-1)! + h], [0]);

describe('lanes dealt to sheets', () => {
  it('leaves no sheet nearly empty: thirteen lanes where twelve fit are six and seven', () => {
    const heights = Array(13).fill(10);
    expect(partsOf(tops(heights), 13, 120, 120)).toEqual([
      [0, 7],
      [7, 13],
    ]);
  });

  it('keeps to one sheet what fits on one, and to the room of each', () => {
    expect(partsOf(tops([10, 10, 10]), 3, 30, 30)).toEqual([[0, 3]]);
    const heights = [10, 60, 10, 10, 50, 10, 10, 10];
    for (const [first, next] of [
      [70, 70],
      [60, 90],
      [90, 60],
    ] as const) {
      const top = tops(heights);
      const parts = partsOf(top, heights.length, first, next);
      expect(parts[0]![0]).toBe(0);
      expect(parts.at(-1)![1]).toBe(heights.length);
      parts.forEach(([from, to], i) => {
        if (i > 0) expect(from).toBe(parts[i - 1]![1]);
        expect(top[to]! - top[from]!).toBeLessThanOrEqual(i === 0 ? first : next);
      });
    }
  });

  it('gives a lane higher than a sheet one of its own', () => {
    expect(partsOf(tops([10, 200, 10]), 3, 100, 100)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });
});
