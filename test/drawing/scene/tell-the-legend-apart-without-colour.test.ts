import { expect, it } from 'vitest';
import { fontMeasure } from '#drawing/fonts/coverage';
import { type IconId, icons } from '#drawing/icons/icon-data';
import type { LegendRow } from '#drawing/scene/legend';
import { legendBox } from '#drawing/scene/legend-box';
import type { Shape } from '#drawing/scene/scene';
import { categoryMarks, SEVERAL } from '#drawing/style/categories';
import { chartColours, type Theme } from '#drawing/style/colours';
import { LINK_WIDTHS, STRENGTHS } from '#drawing/style/lines';
import type { TimeSign } from '#drawing/timeline/time-signs';
import { tDynamic } from '#i18n/index';

const timeSigns: readonly TimeSign[] = [
  ...STRENGTHS.flatMap((s) => [`diamond-${s}`, `bar-${s}`, `join-${s}`] as const),
  'tick',
  'unsure',
  'arrow',
  'undated',
  'weekend',
  'night',
  'break',
];

/** Everything a legend can hold. */
const rows: readonly LegendRow[] = [
  ...(Object.keys(icons) as IconId[]).map((icon) => ({ sign: 'icon', icon, text: icon, count: 1 }) as const),
  { sign: 'doubted', text: 'doubted', count: 1 },
  ...STRENGTHS.map((strength) => ({ sign: 'strength', strength, text: strength, count: 1 }) as const),
  ...LINK_WIDTHS.map((width) => ({ sign: 'width', width, text: `width ${width}`, count: 1 }) as const),
  ...categoryMarks.map(
    ({ category }) => ({ sign: 'category', category, text: `category ${category}`, count: 1 }) as const,
  ),
  { sign: 'category', category: SEVERAL, text: 'several', count: 1 },
  // Who has the colour of no group looks alike, whyever that is; only what was coloured by hand does not.
  ...(['by-hand', 'none'] as const).map(
    (outside) => ({ sign: 'outside', outside, text: `outside ${outside}`, count: 1 }) as const,
  ),
  ...STRENGTHS.map((strength) => ({ sign: 'group', strength, text: `group ${strength}`, count: 1 }) as const),
  ...(['size', 'label', 'badge', 'doubtful-member'] as const).map((sign) => ({ sign, text: sign, count: 1 })),
  ...timeSigns.map((mark) => ({ sign: 'time', mark, text: mark, count: 1 }) as const),
];

/** What is left of a sign on paper without colours, and without greys: its lines and areas, and which of them are inked. */
function drawn(row: LegendRow, theme: Theme): string {
  const colours = chartColours[theme];
  const inked = (paint: string): string => (paint === 'none' || paint === colours.canvas ? 'blank' : 'ink');
  const [, ...shapes] = legendBox([row], { theme, colours, words: tDynamic, measure: fontMeasure }, 1).shapes(0, 0);
  return JSON.stringify(
    shapes
      .filter((s): s is Exclude<Shape, { kind: 'text' }> => s.kind !== 'text')
      // What has neither ink in its line nor in its area only clears the ground.
      .filter((s) => inked(s.stroke) === 'ink' || inked(s.fill) === 'ink')
      .map((s) => ({
        ...s,
        fill: s.kind === 'rect' ? 'blank' : inked(s.fill),
        stroke: inked(s.stroke),
        // A quarter of a millimetre is seen, less is not.
        strokeWidth: s.stroke === 'none' ? 0 : Math.round(s.strokeWidth / 0.25),
        dash: s.dash?.map((part) => Math.round(part / 0.25)),
      })),
  );
}

it.each(['light', 'monochrome'] as const)('no two entries of a legend look alike without colour (%s)', (theme) => {
  const signs = new Map<string, string>();
  for (const row of rows) {
    const sign = drawn(row, theme);
    expect(sign, row.text).not.toBe('[]');
    expect(signs.get(sign), `${row.text} looks like`).toBeUndefined();
    signs.set(sign, row.text);
  }
  expect(signs.size).toBe(rows.length);
});
