import type { Measure } from '../fonts/coverage.ts';
import { wrapLabel } from '../labels/wrap-label.ts';
import type { ChartColours, Theme } from '../style/colours.ts';
import type { Words } from '../words.ts';
import type { LegendRow } from './legend.ts';
import { SIGN, signShapes } from './legend-signs.ts';
import type { Shape } from './scene.ts';
import { POINT } from './sheet.ts';

const SIZE = 7 * POINT;
const ROW = 4.1;
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
