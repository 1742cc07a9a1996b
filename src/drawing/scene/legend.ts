import type { Strength } from '#domain/link/link';
import type { Measure } from '../fonts/coverage.ts';
import type { IconId } from '../icons/icon-data.ts';
import { iconRole } from '../icons/icon-role.ts';
import { visibleText } from '../labels/visible-text.ts';
import { wrapLabel } from '../labels/wrap-label.ts';
import { SEVERAL } from '../style/categories.ts';
import { type ChartColours, categoryColour, type Theme } from '../style/colours.ts';
import { OUTSIDE, type Outside } from '../style/group-legend.ts';
import { DOUBTED_DASH, LINK_WIDTHS, type LinkWidth, linePattern, STRENGTHS } from '../style/lines.ts';
import { type TimeSign, timeSignShapes } from '../timeline/time-signs.ts';
import type { Words } from '../words.ts';
import { type BroughtOut, paled } from './brought-out.ts';
import type { ChartLayout } from './chart-layout.ts';
import { badgeShapes, doubtfulStroke, rankShapes, symbolShapes } from './chart-shapes.ts';
import { isGroup } from './fold-content.ts';
import type { Shape } from './scene.ts';
import { POINT } from './sheet.ts';

/** A row of the legend: what a sign means, and how many of it the chart shows. */
export type LegendRow =
  | { readonly sign: 'brought-out' | 'pale'; readonly text: string; readonly count: number }
  | { readonly sign: 'icon'; readonly icon: IconId; readonly text: string; readonly count: number }
  | { readonly sign: 'doubted'; readonly text: string; readonly count: number }
  | { readonly sign: 'strength'; readonly strength: Strength; readonly text: string; readonly count: number }
  | { readonly sign: 'width'; readonly width: LinkWidth; readonly text: string; readonly count: number }
  | { readonly sign: 'category'; readonly category: number; readonly text: string; readonly count: number }
  | { readonly sign: 'outside'; readonly outside: Outside; readonly text: string; readonly count: number }
  | { readonly sign: 'group'; readonly strength: Strength; readonly text: string; readonly count: number }
  | { readonly sign: FigureSign; readonly text: string; readonly count: number }
  | { readonly sign: 'time'; readonly mark: TimeSign; readonly text: string; readonly count: number };

/** Signs of what a figure says of an entity. */
export type FigureSign = 'size' | 'colour' | 'label' | 'badge' | 'doubtful-member';

export interface LegendNames {
  /** Names of the categories the chart is coloured by; a missing one is named by its number. */
  readonly categories?: ReadonlyMap<number, string>;
  /** What the sizes stand for. */
  readonly sizedBy?: string;
  /** … and what the smallest and the largest of them mean. */
  readonly sizeScale?: string;
  /** What the categories stand for: which figure, and what it was asked of. */
  readonly colouredBy?: string;
  /** What is written under the names. */
  readonly labelledBy?: string;
  /** What the numbers at the symbols count. */
  readonly rankedBy?: string;
  /** How often groups were looked for, and how often a member that is not doubtful is with its own; in words. */
  readonly stability?: { readonly runs: string; readonly below: string };
}

/** Rows for exactly what is drawn: counted from the layout, nothing that is not on it. In the order of the look. */
export function legendRows(
  layout: ChartLayout,
  words: Words,
  names: LegendNames = {},
  broughtOut?: BroughtOut & { readonly label: string },
): readonly LegendRow[] {
  const rows: LegendRow[] = [];
  if (broughtOut) {
    const out = layout.entities.filter((e) => broughtOut.item(e.placed)).length;
    const what = visibleText(broughtOut.label);
    rows.push({ sign: 'brought-out', text: words('drawing.legend.brought-out', { what }), count: out });
    rows.push({ sign: 'pale', text: words('drawing.legend.pale'), count: layout.entities.length - out });
  }
  const icons = new Map<IconId, number>();
  const categories = new Map<number, number>();
  const outside = new Map<Outside, number>();
  let doubted = 0;
  const signs = new Map<FigureSign, number>();
  for (const { placed } of layout.entities) {
    count(icons, isGroup(placed) ? 'group' : iconRole(placed.entity));
    // Where groups colour the chart, a colour of another origin is none of theirs.
    const apart =
      names.colouredBy === undefined
        ? undefined
        : isGroup(placed)
          ? placed.category
            ? 'by-hand'
            : undefined
          : placed.outside;
    if (apart) count(outside, apart);
    else if (placed.category) {
      count(categories, placed.category);
      count(signs, 'colour');
    }
    if (isGroup(placed)) continue;
    if (placed.entity.doubted) doubted++;
    if (placed.sizeStep !== undefined) count(signs, 'size');
    if (placed.figure !== undefined) count(signs, 'label');
    if (placed.rank !== undefined) count(signs, 'badge');
    if (placed.doubtful) count(signs, 'doubtful-member');
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
    const text =
      category === SEVERAL
        ? words('drawing.legend.several')
        : (names.categories?.get(category) ?? words('drawing.legend.category', { number: category }));
    rows.push({ sign: 'category', category, text: visibleText(text), count: n });
  }
  if (categories.size > 0 || outside.has('beyond')) {
    for (const why of OUTSIDE) {
      const n = outside.get(why);
      if (n) rows.push({ sign: 'outside', outside: why, text: words(`drawing.legend.outside.${why}`), count: n });
    }
  }
  const doubtfulMembers = signs.get('doubtful-member');
  if (doubtfulMembers) {
    const text = names.stability
      ? words('drawing.legend.doubtful-member', names.stability)
      : words('drawing.legend.doubtful-member.plain');
    rows.push({ sign: 'doubtful-member', text, count: doubtfulMembers });
  }
  const groups = new Map<Strength, number>();
  for (const { group } of layout.groups) count(groups, group.strength);
  for (const strength of STRENGTHS) {
    const n = groups.get(strength);
    if (n) rows.push({ sign: 'group', strength, text: words(`drawing.legend.group.${strength}`), count: n });
  }
  for (const [sign, measure] of [
    ['size', names.sizedBy],
    ['colour', names.colouredBy],
    ['label', names.labelledBy],
    ['badge', names.rankedBy],
  ] as const) {
    const n = signs.get(sign);
    if (!n || measure === undefined) continue;
    const text = words(`drawing.legend.${sign}`, { measure: visibleText(measure) });
    const scale = sign === 'size' && names.sizeScale !== undefined ? `. ${names.sizeScale}` : '';
    rows.push({ sign, text: text + scale, count: n });
  }
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

/** Characters of a line: a legend as wide as a sentence takes the sheet from the chart. */
const LINE = 38;

interface WrittenRow {
  readonly row: LegendRow;
  readonly lines: readonly string[];
}

const linesIn = (rows: readonly WrittenRow[]): number => rows.reduce((n, r) => n + r.lines.length, 0);

/** Rows dealt to at most so many columns of about the same height; none is parted. */
function inColumns(rows: readonly WrittenRow[], count: number): WrittenRow[][] {
  const height = Math.max(1, Math.ceil(linesIn(rows) / count));
  const columns: WrittenRow[][] = [[]];
  for (const row of rows) {
    const last = columns.at(-1)!;
    if (last.length > 0 && columns.length < count && linesIn(last) + row.lines.length > height) columns.push([row]);
    else last.push(row);
  }
  return columns;
}

/** The legend as a box, in millimetres, its rows in so many columns. */
export function legendBox(
  rows: readonly LegendRow[],
  look: { readonly theme: Theme; readonly colours: ChartColours; readonly words: Words; readonly measure: Measure },
  columnCount: number,
): LegendBox {
  const { theme, colours, words, measure } = look;
  const heading = words('drawing.legend.title');
  const columns = inColumns(
    rows.map((row): WrittenRow => ({ row, lines: wrapLabel(row.text, { maxLines: 6, maxCharacters: LINE }).lines })),
    columnCount,
  );
  const number = (row: LegendRow): string => String(row.count);
  const columnWidths = columns.map((rs) =>
    Math.max(
      ...rs.map(({ row, lines }) => {
        const widest = Math.max(...lines.map((line) => measure(line, 400, SIZE)));
        return SIGN + 1.5 + widest + 3 + measure(number(row), 400, SIZE);
      }),
    ),
  );
  const width =
    Math.max(
      measure(heading, 600, SIZE),
      columnWidths.reduce((a, b) => a + b + 4, -4),
    ) +
    2 * PAD;
  const height = 2 * PAD + ROW * (1 + Math.max(...columns.map(linesIn)));
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
        let y = top + PAD + ROW;
        for (const { row, lines } of rs) {
          out.push(...signShapes(row, x, y + ROW / 2, theme, colours));
          lines.forEach((line, i) => {
            out.push(text(line, x + SIGN + 1.5, y + ROW * i + 2.9, 400, 'start', colours.text));
          });
          out.push(text(number(row), x + columnWidths[c]!, y + 2.9, 400, 'end', colours.text3));
          y += ROW * lines.length;
        }
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
    case 'brought-out':
    case 'pale': {
      const shapes = [
        line('confirmed', LINK_WIDTHS[0]),
        {
          kind: 'circle' as const,
          x: x + SIGN / 2,
          y,
          r: 1.2,
          fill: colours.nodeFill,
          stroke: colours.nodeLine,
          strokeWidth: 0.3,
        },
      ];
      return row.sign === 'pale' ? paled(shapes, colours.canvas) : shapes;
    }
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
    case 'outside': {
      const plain: Shape = {
        kind: 'circle',
        x: x + SIGN / 2,
        y,
        r: 1.4,
        fill: 'none',
        stroke: colours.nodeLine,
        strokeWidth: 0.3,
      };
      return row.outside === 'by-hand'
        ? [plain, ...badgeShapes(1, x + SIGN / 2 + 1.2, y + 1.1, 2.2, colours.nodeLine, colours.canvas)]
        : [plain];
    }
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
    case 'doubtful-member':
      return [
        { kind: 'circle', x: x + SIGN / 2, y, r: 1.1, fill: 'none', stroke: colours.nodeLine, strokeWidth: 0.3 },
        { kind: 'circle', x: x + SIGN / 2, y, r: 1.75, fill: 'none', ...doubtfulStroke(colours.nodeLine, 0.24) },
      ];
    case 'colour':
      return [1, 2, 3].flatMap((category, i) =>
        badgeShapes(category, x + 2.2 + i * 2.8, y, 2.6, categoryColour(theme, category).ink, colours.canvas),
      );
    case 'label':
      return [
        {
          kind: 'circle',
          x: x + SIGN / 2,
          y: y - 0.6,
          r: 0.9,
          fill: 'none',
          stroke: colours.nodeLine,
          strokeWidth: 0.3,
        },
        {
          kind: 'path',
          d: `M${x + SIGN / 2 - 1.6} ${y + 1.3}h3.2`,
          fill: 'none',
          stroke: colours.text,
          strokeWidth: 0.5,
        },
      ];
    case 'badge':
      return [
        {
          kind: 'circle',
          x: x + SIGN / 2 + 0.5,
          y: y + 0.2,
          r: 1.5,
          fill: 'none',
          stroke: colours.nodeLine,
          strokeWidth: 0.3,
        },
        ...rankShapes(1, x + SIGN / 2 + 0.5, y + 0.2, 6, 0.2, colours.nodeLine, colours),
      ];
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
