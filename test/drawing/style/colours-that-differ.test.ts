import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categoryMarks, SEVERAL } from '#drawing/style/categories';
import { categoryColour, chartColours } from '#drawing/style/colours';

type Triple = readonly [number, number, number];

/** CIE L*a*b* (D65) of `#rrggbb`. */
function lab(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (a: string, b: string): number => {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};

const all = [...categoryMarks.map((m) => m.category as number), SEVERAL];

describe.each(['light', 'dark'] as const)('colours of groups, %s', (theme) => {
  it('none is near the colour of protected persons', () => {
    const near = all.filter((c) => distance(categoryColour(theme, c).ink, chartColours[theme].protected) < 24);
    expect(near).toEqual([]);
  });

  it('are the same on the chart and in the interface', () => {
    const css = readFileSync('src/ui/theme/tokens.css', 'utf8');
    const [light, dark] = css.split(/--cat-1: /).slice(1);
    const tokens = theme === 'light' ? light! : dark!;
    for (const c of all.slice(1, -1)) {
      const { ink, tint } = categoryColour(theme, c);
      expect(tokens).toContain(`--cat-${c}: ${ink};`);
      expect(tokens).toContain(`--cat-${c}-tint: ${tint};`);
    }
  });
});

it('no two groups share a mark, so that they differ in black and white as well', () => {
  expect(new Set(categoryMarks.map((m) => m.badge)).size).toBe(categoryMarks.length);
  expect(new Set(categoryMarks.map((m) => m.pattern)).size).toBe(categoryMarks.length);
});
