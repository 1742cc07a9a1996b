import { expect, test } from 'vitest';
import { numberTyped } from '#ui/controls/index';

test('what is typed counts where it says a number within the bounds, and else says none', () => {
  const typed = (text: string) => numberTyped(text, 1, 20);
  expect(['12', ' 3 ', '1', '20', '2.5'].map(typed)).toEqual([12, 3, 1, 20, 2.5]);
  expect(['', ' ', '0', '21', '-', '1e', 'x'].map(typed)).toEqual(Array(7).fill(undefined));
  expect(numberTyped('0', 0, 1)).toBe(0);
});
