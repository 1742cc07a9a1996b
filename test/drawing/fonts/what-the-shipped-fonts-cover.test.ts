import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontFileName, fontMeasure, fontRuns, missingIn } from '#drawing/fonts/coverage';
import { fontSubsets } from '#drawing/fonts/font-subsets';
import { readWoff2 } from './woff2.ts';

const require = createRequire(import.meta.url);

describe.each(fontSubsets)('$folder $subset', (subset) => {
  it.each([400, 600] as const)('of weight %i says what the file holds', (weight) => {
    const folder = dirname(require.resolve(`@fontsource/${subset.folder}/package.json`));
    const { widths } = readWoff2(readFileSync(join(folder, 'files', fontFileName(subset, weight))));
    const held = [...widths].filter(([point]) => point >= 0x20).sort(([a], [b]) => a - b);
    const said: number[] = [];
    for (const range of subset.covers.split(' ')) {
      const [first, last] = range.split('-').map((h) => Number.parseInt(h, 16));
      for (let c = first!; c <= (last ?? first!); c++) said.push(c);
    }
    expect(said).toEqual(held.map(([point]) => point));
    const saidWidths = subset.advances[weight].split(' ').flatMap((part) => {
      const [width, times] = part.split('x').map(Number);
      return new Array<number>(times ?? 1).fill(width!);
    });
    expect(saidWidths).toEqual(held.map(([, width]) => width));
  });
});

describe('a text', () => {
  it('is split by the font that draws it, spaces staying with the word before', () => {
    const runs = fontRuns('SOK ដារា សុខ 900').map((r) => [r.text, r.subset.family]);
    expect(runs).toEqual([
      ['SOK ', 'Noto Sans'],
      ['ដារា សុខ ', 'Noto Sans Khmer'],
      ['900', 'Noto Sans'],
    ]);
    const families = (t: string) => [...new Set(fontRuns(t).map((r) => r.subset.family))];
    expect(families('สมชาย')).toEqual(['Noto Sans Thai']);
    expect(families('ບຸນມີ')).toEqual(['Noto Sans Lao']);
    expect(families('အောင်')).toEqual(['Noto Sans Myanmar']);
    expect(families('Nguyễn Đức')).toEqual(['Noto Sans']);
  });

  it('is drawn whole or its missing characters are named', () => {
    for (const text of ['SOK Dara', 'លឹម ពិសិដ្ឋ', 'สมชาย ใจดี', 'ບຸນມີ', 'အောင်ကျော်', 'Trần Quốc', 'Пётр', '“…” ×–‹›·'])
      expect(missingIn(text)).toEqual([]);
    expect(missingIn('王 小明 😀 王')).toEqual(['王', '小', '明', '😀']);
    expect(missingIn('ក\u200Bខ')).toEqual([]);
    expect(missingIn('→')).toEqual(['→']);
  });

  it('is as wide as its characters', () => {
    expect(fontMeasure('', 400, 10)).toBe(0);
    expect(fontMeasure('MM', 400, 10)).toBeCloseTo(2 * fontMeasure('M', 400, 10));
    expect(fontMeasure('SOK', 600, 10)).toBeGreaterThan(fontMeasure('SOK', 400, 10));
    expect(fontMeasure('ស្ត', 400, 10)).toBe(fontMeasure('ស', 400, 10));
  });
});
