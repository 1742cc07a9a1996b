import { fontMeasure, type Measure } from '../fonts/coverage.ts';
import { visibleText } from '../labels/visible-text.ts';
import { categoryMark } from '../style/categories.ts';
import { type ChartColours, categoryColour, chartColours, type Theme } from '../style/colours.ts';
import type { Words } from '../words.ts';
import { type BlockTexts, footLine, titleBlock } from './block.ts';
import type { ChartContent } from './chart-content.ts';
import { type LayoutContext, prepareChart } from './chart-layout.ts';
import {
  arrowShapes,
  entityLabelShapes,
  entityShapes,
  type Frame,
  groupNameShape,
  groupShapes,
  labelGrounds,
  lineLabelShapes,
  lineShape,
  patternId,
} from './chart-shapes.ts';
import { type Fitted, fitChart, labelPoints } from './fit.ts';
import { overlap, type Rect } from './label-placement.ts';
import { type LegendBox, type LegendNames, type LegendRow, legendBox, legendRows } from './legend.ts';
import { pointAt } from './link-geometry.ts';
import type { Layer, Scene, ScenePattern, SceneWarning, Shape } from './scene.ts';
import { largestPoints, POINT, SHEET_MARGIN, type Sheet, SMALLEST_POINTS, sheetSize } from './sheet.ts';

export interface SheetInput {
  readonly content: ChartContent;
  readonly sheet: Sheet;
  readonly block: BlockTexts;
  /** Printed top and bottom. */
  readonly marking?: string;
  readonly words: Words;
  readonly legend?: LegendNames;
  /** BCP 47, for figures and the breaking of lines. Default `en`. */
  readonly locale?: string;
  /** Default: the advance tables of the shipped fonts, the same everywhere. */
  readonly measure?: Measure;
}

export interface DrawnSheet {
  readonly scene: Scene;
  /** As printed, for a list beside a preview and for tests. */
  readonly legend: readonly LegendRow[];
}

const MARKING = 5.6;
const FOOT = 4;
const GAP = 3;
/** Shapes of the legend that are tried; of equals the first. */
const LEGEND_COLUMNS = [4, 3, 2, 5, 6, 1];

/** A chart on a sheet: marking, block, chart, legend. Everything that will be printed is in the scene, and nothing else. */
export function buildSheet(input: SheetInput): DrawnSheet {
  const { content, sheet, words } = input;
  const theme: Theme = sheet.ink === 'monochrome' ? 'monochrome' : 'light';
  const colours = chartColours[theme];
  const measure = input.measure ?? fontMeasure;
  const context: LayoutContext = { words, measure, locale: input.locale ?? 'en' };
  const { width, height } = sheetSize(sheet);
  const marking = visibleText(input.marking ?? '');
  const strip = marking === '' ? 0 : MARKING + 2;
  const left = SHEET_MARGIN;
  const right = width - SHEET_MARGIN;
  const blockTop = SHEET_MARGIN + strip;
  const block = titleBlock(input.block, right - left, { colours, words, measure });
  const foot = footLine(input.block, words);
  const area: Rect = {
    left,
    right,
    top: blockTop + block.height + GAP,
    bottom: height - SHEET_MARGIN - strip - (foot === undefined ? 0 : FOOT),
  };

  const prepared = prepareChart(content, context);
  const warnings: SceneWarning[] = [];
  const layers: Layer[] = [];
  const add = (name: Layer['name'], shapes: readonly Shape[]): void => {
    layers.push({ name, shapes });
  };
  add('ground', [
    { kind: 'rect', x: 0, y: 0, width, height, radius: 0, fill: colours.canvas, stroke: 'none', strokeWidth: 0 },
  ]);
  let scale = (9 * POINT) / 11;
  let legend: readonly LegendRow[] = [];
  const patterns: ScenePattern[] = [];

  if (content.entities.length === 0) {
    warnings.push({ code: 'chart-empty' });
    add('entities', [note(words('drawing.sheet.empty'), (left + right) / 2, (area.top + area.bottom) / 2, colours)]);
  } else {
    const full = fitChart(prepared, [area], context, largestPoints(sheet));
    legend = legendRows(full.layout, words, input.legend);
    const boxes = LEGEND_COLUMNS.map((columns) =>
      legendBox(legend, { theme, colours, words, measure }, columns),
    ).filter((b) => b.width <= area.right - area.left && b.height <= (area.bottom - area.top) * 0.8);
    const { fitted, box, at } = besideLegend(full, boxes, area, (areas) =>
      fitChart(prepared, areas, context, largestPoints(sheet)),
    );
    scale = fitted.scale;
    const { layout } = fitted;
    const frame: Frame = { theme, colours, fitted };
    add(
      'groups',
      layout.groups.flatMap((g) => groupShapes(frame, g)),
    );
    add(
      'links',
      layout.lines.map((l) => lineShape(frame, l)),
    );
    add('label-grounds', labelGrounds(frame, layout.lines, layout.entities));
    add(
      'arrows',
      layout.lines.flatMap((l) => arrowShapes(frame, l)),
    );
    add(
      'entities',
      layout.entities.flatMap((e) => entityShapes(frame, e)),
    );
    // Above the symbols: where there is no room at all, a label may cover one, but nothing covers a label.
    add(
      'link-labels',
      layout.lines.flatMap((l) => lineLabelShapes(frame, l)),
    );
    add('entity-labels', [
      ...layout.groups.map((g) => groupNameShape(frame, g)),
      ...layout.entities.flatMap((e) => entityLabelShapes(frame, e)),
    ]);
    add('legend', box.shapes(at.left, at.top));
    for (const category of new Set(layout.groups.map((g) => g.group.colour ?? 0))) {
      if (categoryMark(category)?.pattern)
        patterns.push({ id: patternId(category), category, ...categoryColour(theme, category), tile: 8 * scale });
    }
    if (layout.crowded > 0) warnings.push({ code: 'labels-crowded', count: layout.crowded });
    const points = labelPoints(scale);
    if (points < SMALLEST_POINTS) warnings.push({ code: 'type-too-small', points: Math.round(points * 10) / 10 });
  }
  add('block', [
    ...block.shapes(left, blockTop),
    ...(foot === undefined ? [] : [footShape(foot, left, area.bottom + FOOT - 0.6, colours)]),
  ]);
  if (marking !== '') {
    add('marking', [
      ...markingShapes(marking, left, SHEET_MARGIN, right - left, colours),
      ...markingShapes(marking, left, height - SHEET_MARGIN - MARKING, right - left, colours),
    ]);
  }
  return { scene: { width, height, layers, warnings, scale, patterns }, legend };
}

/**
 * Gives the legend a strip of its own at the right or at the bottom, where that costs the chart nothing; else a corner the
 * chart leaves free, bottom right first; else the strip that costs least, of all shapes the legend can have.
 */
function besideLegend(
  full: Fitted,
  boxes: readonly LegendBox[],
  area: Rect,
  refit: (areas: readonly Rect[]) => Fitted & { readonly area: Rect },
): { fitted: Fitted; box: LegendBox; at: { left: number; top: number } } {
  const strips = boxes.flatMap((box) => [
    { box, area: { ...area, right: area.right - box.width - GAP } },
    { box, area: { ...area, bottom: area.bottom - box.height - GAP } },
  ]);
  const beside = refit(strips.map((s) => s.area));
  const { box: strip } = strips.find((s) => s.area === beside.area)!;
  const bottomRight = { left: area.right - strip.width, top: area.bottom - strip.height };
  const costsNothing = beside.scale >= full.scale * 0.97 && beside.layout.crowded <= full.layout.crowded;
  if (costsNothing) return { fitted: beside, box: strip, at: bottomRight };
  const taken = occupied(full);
  for (const box of boxes) {
    const [right, bottom] = [area.right - box.width, area.bottom - box.height];
    const corners = [
      { left: right, top: bottom },
      { left: area.left, top: bottom },
      { left: right, top: area.top },
      { left: area.left, top: area.top },
    ];
    const free = corners.find(({ left, top }) => {
      const roomy = { left: left - 2, top: top - 2, right: left + box.width + 2, bottom: top + box.height + 2 };
      return taken.every((t) => overlap(t, roomy) === 0);
    });
    if (free) return { fitted: full, box, at: free };
  }
  return { fitted: beside, box: strip, at: bottomRight };
}

/** Rectangles of the sheet the chart draws on. */
function occupied({ layout, scale, x, y }: Fitted): Rect[] {
  const on = (l: number, t: number, r: number, b: number): Rect => ({
    left: x + l * scale,
    top: y + t * scale,
    right: x + r * scale,
    bottom: y + b * scale,
  });
  const out: Rect[] = [];
  for (const e of layout.entities) {
    const r = e.radius + 4;
    out.push(on(e.x - r, e.y - r, e.x + r, e.y + r), on(e.label.left, e.label.top, e.label.right, e.label.bottom));
  }
  for (const g of layout.groups) out.push(on(g.box.x, g.box.y, g.box.x + g.box.width, g.box.y + g.box.height));
  for (const { geometry, label } of layout.lines) {
    if (label) {
      const { at, form } = label;
      out.push(on(at.x - form.width / 2, at.y - form.height / 2, at.x + form.width / 2, at.y + form.height / 2));
    }
    for (let i = 0; i <= 12; i++) {
      const p = pointAt(geometry.curve, i / 12);
      out.push(on(p.x - 3, p.y - 3, p.x + 3, p.y + 3));
    }
  }
  return out;
}

function markingShapes(text: string, x: number, y: number, width: number, colours: ChartColours): Shape[] {
  return [
    { kind: 'rect', x, y, width, height: MARKING, radius: 0, fill: colours.marking, stroke: 'none', strokeWidth: 0 },
    {
      kind: 'text',
      text,
      x: x + width / 2,
      y: y + MARKING / 2 + 1.15,
      size: 8.5 * POINT,
      weight: 600,
      anchor: 'middle',
      fill: colours.markingText,
    },
  ];
}

function footShape(text: string, x: number, y: number, colours: ChartColours): Shape {
  return { kind: 'text', text, x, y, size: 6.5 * POINT, weight: 400, anchor: 'start', fill: colours.text3 };
}

function note(text: string, x: number, y: number, colours: ChartColours): Shape {
  return { kind: 'text', text, x, y, size: 10 * POINT, weight: 400, anchor: 'middle', fill: colours.text2 };
}
