import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fontFileName } from '#drawing/fonts/coverage';
import { fontSubsets } from '#drawing/fonts/font-subsets';

const css = readFileSync(new URL('../../../src/ui/fonts/faces.css', import.meta.url), 'utf8');

/** Family, weight, file and ranges of each rule, in the order of the file. */
function declared() {
  return [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, rule]) => {
    const value = (name: string) => new RegExp(`\\b${name}:\\s*([^;]*);`).exec(rule!)?.[1]?.replace(/\s+/g, ' ');
    return {
      family: value('font-family'),
      weight: value('font-weight'),
      display: value('font-display'),
      src: value('src'),
      ranges: value('unicode-range')
        ?.split(', ')
        .map((range) => range.replace(/^U\+/, ''))
        .join(' '),
    };
  });
}

it('every shipped file is declared once, for exactly the characters it holds, and comes from the program itself', () => {
  const wanted = fontSubsets.flatMap((subset) =>
    ([400, 600] as const).map((weight) => ({
      family: `"${subset.family}"`,
      weight: String(weight),
      display: 'swap',
      src: `url("@fontsource/${subset.folder}/files/${fontFileName(subset, weight)}") format("woff2")`,
      ranges: subset.covers,
    })),
  );
  const byFile = (a: { src?: string | undefined }, b: { src?: string | undefined }) => (a.src! < b.src! ? -1 : 1);
  expect(declared().sort(byFile)).toEqual(wanted.sort(byFile));
});

it('of overlapping ranges the browser asks the one first that the paper asks first', () => {
  const stems = fontSubsets.map(({ folder, subset }) => `${folder}-${subset}-400-`);
  const rules = declared().filter(({ weight }) => weight === '400');
  expect(rules.map(({ src }) => stems.findIndex((stem) => src!.includes(`/${stem}`))).reverse()).toEqual(
    stems.map((_, i) => i),
  );
});
