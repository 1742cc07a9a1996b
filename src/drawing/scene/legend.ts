import type { Strength } from '#domain/link/link';
import type { Measure } from '../fonts/coverage.ts';
import type { IconId } from '../icons/icon-data.ts';
import { iconRole } from '../icons/icon-role.ts';
import { visibleText } from '../labels/visible-text.ts';
import { type ChartColours, categoryColour, type Theme } from '../style/colours.ts';
import { DOUBTED_DASH, LINK_WIDTHS, type LinkWidth, linePattern, STRENGTHS } from '../style/lines.ts';
import { type TimeSign, timeSignShapes } from '../timeline/time-signs.ts';
import type { Words } from '../words.ts';
import type { ChartLayout } from './chart-layout.ts';
import { badgeShapes, symbolShapes } from './chart-shapes.ts';
import { isGroup } from './fold-content.ts';
import type { Shape } from './scene.ts';
import { POINT } from './sheet.ts';

/** A row of the legend: what a sign means, and how many of it the chart shows. */
export type LegendRow =
  | { readonly sign: 'icon'; readonly icon: IconId; readonly text: string; readonly count: number }
  | { readonly sign: 'doubted'; readonly text: string; readonly count: number }
  | { readonly sign: 'strength'; readonly strength: Strength; readonly text: string; readonly count: number }
  | { readonly sign: 'width'; readonly width: LinkWidth; readonly text: string; readonly count: number }
  | { readonly sign: 'category'; readonly category: number; readonly text: string; readonly count: number }
  | { readonly sign: 'group'; readonly strength: Strength; readonly text: string; readonly count: number }
  | { readonly sign: 'size'; readonly text: string; readonly count: number }
  | { readonly sign: 'time'; readonly mark: TimeSign; readonly text: string; readonly count: number };

export interface LegendNames {
  /** Names of the categories the chart is coloured by; a missing one is named by its number. */
  readonly categories?: ReadonlyMap<number, string>;
  /** What the sizes stand for. */
  readonly sizedBy?: string;
}

/** Rows for exactly what is drawn: counted from the layout, nothing that is not on it. In the order of the look. */
export function legendRows(layout: ChartLayout, words: Words, names: LegendNames = {}): readonly LegendRow[] {
  const rows: LegendRow[] = [];
  const icons = new Map<IconId, number>();
  const categories = new Map<number, number>();
  let doubted = 0;
  let sized = 0;
  for (const { placed } of layout.entities) {
    count(icons, isGroup(placed) ? 'group' : iconRole(placed.entity));
    if (placed.category) count(categories, placed.category);
    if (isGroup(placed)) continue;
    if (placed.entity.doubted) doubted++;
    if (placed.sizeStep !== undefined) sized++;
  }
  for (const [icon, n] of [...icons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
    rows.push({ sign: 'icon', icon, text: words(`drawing.icon.${icon}`), count: n });
  if (doubted > 0) rows.push({ sign: 'doubted', text: words('drawing.legend.doubted'), count: doubted });
  const strengths = new Map<Strength, number>();
  const widths = new Map<LinkWidth, number>();
  for (const { drawn } of layout.lines) {
    count(strengths, drawn.strength);
    count(widths, drawn.width);
  }
  for (const strength of STRENGTHS) {
    const n = strengths.get(strength);
    if (n) rows.push({ sign: 'strength', strength, text: words(`drawing.strength.${strength}`), count: n });
  }
  if (widths.size > 1 || !widths.has(LINK_WIDTHS[0])) {
    for (const width of LINK_WIDTHS) {
      const n = widths.get(width);
      if (n) rows.push({ sign: 'width', width, text: words(`drawing.width.${LINK_WIDTHS.indexOf(width)}`), count: n });
    }
  }
  for (const [category, n] of [...categories].sort(([a], [b]) => a - b)) {
    const text = names.categories?.get(category) ?? words('drawing.legend.category', { number: category });
    rows.push({ sign: 'category', category, text: visibleText(text), count: n });
  }
  const groups = new Map<Strength, number>();
  for (const { group } of layout.groups) count(groups, group.strength);
  for (const strength of STRENGTHS) {
    const n = groups.get(strength);
    if (n) rows.push({ sign: 'group', strength, text: words(`drawing.legend.group.${strength}`), count: n });
  }
  if (sized > 0 && names.sizedBy !== undefined)
    rows.push({
      sign: 'size',
      text: words('drawing.legend.size', { measure: visibleText(names.sizedBy) }),
      count: sized,
    });
  return rows;
}

function count<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

const SIZE = 7 * POINT;
const ROW = 4.1;
const SIGN = 10;
const PAD = 2.2;

export interface LegendBox {
  readonly width: number;
  readonly height: number;
  readonly shapes: (left: number, top: number) => Shape[];
}

/** The legend as a box, in millimetres, its rows in so many columns. */
export function legendBox(
  rows: readonly LegendRow[],
  look: { readonly theme: Theme; readonly colours: ChartColours; readonly words: Words; readonly measure: Measure },
  columnCount: number,
): LegendBox {
  const { theme, colours, words, measure } = look;
  const heading = words('drawing.legend.title');
  const perColumn = Math.max(1, Math.ceil(rows.length / columnCount));
  const columns: LegendRow[][] = [];
  for (let i = 0; i < rows.length; i += perColumn) columns.push(rows.slice(i, i + perColumn));
  const number = (row: LegendRow): string => String(row.count);
  const columnWidths = columns.map((rs) =>
    Math.max(...rs.map((r) => SIGN + 1.5 + measure(r.text, 400, SIZE) + 3 + measure(number(r), 400, SIZE))),
  );
  const width =
    Math.max(
      measure(heading, 600, SIZE),
      columnWidths.reduce((a, b) => a + b + 4, -4),
    ) +
    2 * PAD;
  const height = 2 * PAD + ROW * (1 + Math.max(...columns.map((c) => c.length)));
  return {
    width,
    height,
    shapes: (left, top) => {
      const out: Shape[] = [
        {
          kind: 'rect',
          x: left,
          y: top,
          width,
          height,
          radius: 0.7,
          fill: colours.canvas,
          stroke: colours.lineStrong,
          strokeWidth: 0.25,
        },
      ];
      const text = (
        t: string,
        x: number,
        y: number,
        weight: 400 | 600,
        anchor: 'start' | 'end',
        fill: string,
      ): Shape => ({
        kind: 'text',
        text: t,
        x,
        y,
        size: SIZE,
        weight,
        anchor,
        fill,
      });
      out.push(text(heading, left + PAD, top + PAD + 2.6, 600, 'start', colours.text));
      let x = left + PAD;
      columns.forEach((rs, c) => {
        rs.forEach((row, i) => {
          const y = top + PAD + ROW * (i + 1);
          out.push(...signShapes(row, x, y + ROW / 2, theme, colours));
          out.push(text(row.text, x + SIGN + 1.5, y + 2.9, 400, 'start', colours.text));
          out.push(text(number(row), x + columnWidths[c]!, y + 2.9, 400, 'end', colours.text3));
        });
        x += columnWidths[c]! + 4;
      });
      return out;
    },
  };
}

/** A sign as the chart draws it, in a strip 10 mm wide round the height `y`. */
function signShapes(row: LegendRow, x: number, y: number, theme: Theme, colours: ChartColours): Shape[] {
  const unit = 0.2646;
  const line = (strength: Strength, width: LinkWidth): Shape => {
    const { dash, cap } = linePattern(strength, width);
    return {
      kind: 'path',
      d: `M${x} ${y}h${SIGN}`,
      fill: 'none',
      stroke: colours.link,
      strokeWidth: width * unit,
      ...(dash.length === 0 ? {} : { dash: dash.map((d) => d * unit), cap }),
    };
  };
  switch (row.sign) {
    case 'icon': {
      const ink = row.icon === 'protected' ? colours.protected : colours.nodeLine;
      return symbolShapes(row.icon, x + SIGN / 2, y, 3.7, ink);
    }
    case 'doubted':
      return [
        {
          kind: 'circle',
          x: x + SIGN / 2,
          y,
          r: 1.6,
          fill: 'none',
          stroke: colours.nodeLine,
          strokeWidth: 0.3,
          dash: DOUBTED_DASH.map((d) => d * 0.24),
          cap: 'butt',
        },
      ];
    case 'strength':
      return [line(row.strength, LINK_WIDTHS[0])];
    case 'width':
      // Between two ticks: the thinnest would else look like a confirmed link.
      return [
        line('confirmed', row.width),
        {
          kind: 'path',
          d: `M${x} ${y - 1.1}v2.2M${x + SIGN} ${y - 1.1}v2.2`,
          fill: 'none',
          stroke: colours.link,
          strokeWidth: 0.2,
        },
      ];
    case 'category':
      return badgeShapes(row.category, x + SIGN / 2, y, 4.2, categoryColour(theme, row.category).ink, colours.canvas);
    case 'group': {
      const { dash, cap } = linePattern(row.strength);
      return [
        {
          kind: 'rect',
          x: x + 2,
          y: y - 1.4,
          width: 6,
          height: 2.8,
          radius: 0.5,
          fill: colours.groupFill,
          stroke: colours.groupLine,
          strokeWidth: 0.3,
          ...(dash.length === 0 ? {} : { dash: dash.map((d) => d * 0.2), cap }),
        },
      ];
    }
    case 'time':
      return timeSignShapes(row.mark, x, y, SIGN, colours);
    case 'size':
      return [0.7, 1, 1.4].map((r, i) => ({
        kind: 'circle',
        x: x + 2.2 + i * 2.8,
        y,
        r,
        fill: 'none',
        stroke: colours.nodeLine,
        strokeWidth: 0.25,
      }));
  }
}
