import { expect, test } from 'vitest';
import { decimalsOf, figureWriter } from '../../../src/views/figure-words.ts';

test('all figures of a column have the same decimals: six digits of the largest, none for whole numbers', () => {
  expect(decimalsOf([3, 12, 0])).toBe(0);
  expect(decimalsOf([0.5, 1.25, 12])).toBe(2);
  expect(decimalsOf([1523.5, 1 / 3])).toBe(2);
  expect(decimalsOf([0.0512345678, 0.01])).toBe(7);
  expect(decimalsOf([])).toBe(0);
  const written = figureWriter(decimalsOf([1523.5, 1 / 3]));
  expect([1523.5, 1 / 3, 0].map(written)).toEqual(['1,523.50', '0.33', '0.00']);
});

test('a figure too small for the decimals of its column is not written as nothing', () => {
  const written = figureWriter(2);
  expect([0.001, 0.006, 0].map(written)).toEqual(['< 0.01', '0.01', '0.00']);
});
