import { displayLabel, type Entity } from '#domain/entity/entity';
import { fontMeasure } from '../fonts/coverage.ts';
import { iconRole } from '../icons/icon-role.ts';
import { visibleText } from '../labels/visible-text.ts';
import { categoryMark } from '../style/categories.ts';
import { categoryColour } from '../style/colours.ts';
import { besideLegend, LEGEND_GAP } from './beside-legend.ts';
import { broughtOutOf, paled } from './brought-out.ts';
import type { ChartContent } from './chart-content.ts';
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
import { enlargedBox, wallFactor } from './enlarge.ts';
import { type Fitted, fitChart, labelPoints } from './fit.ts';
import { isGroup } from './fold-content.ts';
import { emptyNote, type FrameInput, type SheetFrame, sheetFrame } from './frame.ts';
import { gridReference, gridShapes, type SheetGrid, sheetGrid, withinGrid } from './grid.ts';
import type { Rect } from './label-placement.ts';
import type { LaidEntity, LaidLine, LayoutContext } from './laid-chart.ts';
import { type LegendNames, type LegendRow, legendRows } from './legend.ts';
import { type LegendBox, legendBox } from './legend-box.ts';
import { type LinkWords, type PreparedChart, prepareChart } from './prepared-chart.ts';
import type { Layer, Scene, ScenePattern, SceneWarning, Shape } from './scene.ts';
import {
  isRoll,
  LONGEST_ROLL,
  largestPoints,
  POINT,
  readableFormat,
  SHORTEST_ROLL,
  type SheetFormat,
  SMALLEST_POINTS,
  sheetSize,
} from './sheet.ts';
import { tilePlan } from './tiles.ts';

export interface SheetInput extends FrameInput {
  readonly content: ChartContent;
  readonly legend?: LegendNames;
  /** How much of what a link says stands on its line. Default: all. */
  readonly linkWords?: LinkWords;
  /** Letters and numbers round the chart, and where everybody stands; by tiles where the sheet is cut into them. */
  readonly grid?: { readonly tiles?: SheetFormat };
}

/** Where on the sheet an entity stands. */
export interface Placing {
  /** As shown: a protected person by pseudonym. */
  readonly name: string;
  readonly type: string;
  /** "B4". */
  readonly field: string;
}

export interface DrawnSheet {
  readonly scene: Scene;
  /** As printed, for a list beside a preview and for tests. */
  readonly legend: readonly LegendRow[];
  /** By name; empty without a grid. */
  readonly places: readonly Placing[];
}

/** Shapes of the legend that are tried; of equals the first. */
const LEGEND_COLUMNS = [4, 3, 2, 5, 6, 1];

/** A chart on a sheet: marking, block, chart, legend. Everything that will be printed is in the scene, and nothing else. */
export function buildSheet(input: SheetInput): DrawnSheet {
  const { content, sheet, words } = input;
  const measure = input.measure ?? fontMeasure;
  const locale = input.locale ?? 'en';
  const context: LayoutContext = { words, measure, locale };
  const prepared = prepareChart(content, context, input.linkWords);
  const empty = content.entities.length === 0;
  let frame = sheetFrame(input, sheetSize(sheet));
  if (isRoll(sheet.format) && !empty) frame = sheetFrame(input, rollSize(input, prepared, context));
  const { colours, theme, size } = frame;

  const warnings: SceneWarning[] = [];
  const layers: Layer[] = [frame.ground];
  const add = (name: Layer['name'], shapes: Layer['shapes']): void => {
    layers.push({ name, shapes });
  };
  let scale = (9 * POINT) / 11;
  let legend: readonly LegendRow[] = [];
  let places: readonly Placing[] = [];
  const patterns: ScenePattern[] = [];

  if (empty) {
    warnings.push({ code: 'chart-empty' });
    layers.push(emptyNote(frame, words('drawing.sheet.empty')));
  } else {
    const { grid } = input;
    const area = grid ? withinGrid(frame.area) : frame.area;
    const full = fitChart(prepared, [area], context, largestPoints(sheet));
    legend = legendRows(full.layout, words, input.legend, outOf(content));
    const { fitted, box, at } = besideLegend(full, legendBoxes(legend, area, frame, input), area, (areas) =>
      fitChart(prepared, areas, context, largestPoints(sheet)),
    );
    scale = fitted.scale;
    const { layout } = fitted;
    const on: Frame = { theme, colours, fitted };
    const out = broughtOutOf(content);
    /** What is pale lies under what is brought out. */
    const drawn = <T>(items: readonly T[], isOut: (item: T) => boolean, shapes: (item: T) => Shape[]): Shape[] => [
      ...items.filter((i) => !isOut(i)).flatMap((i) => paled(shapes(i), colours.canvas)),
      ...items.filter(isOut).flatMap(shapes),
    ];
    const drawnLines = (shapes: (line: LaidLine) => Shape[]) =>
      drawn(layout.lines, (l) => out?.line(l.drawn) ?? true, shapes);
    const drawnItems = (shapes: (item: LaidEntity) => Shape[]) =>
      drawn(layout.entities, (e) => out?.item(e.placed) ?? true, shapes);
    add(
      'groups',
      layout.groups.flatMap((g) => groupShapes(on, g)),
    );
    add(
      'links',
      drawnLines((l) => [lineShape(on, l)]),
    );
    add('label-grounds', labelGrounds(on, layout.lines, layout.entities));
    add(
      'arrows',
      drawnLines((l) => arrowShapes(on, l)),
    );
    add(
      'entities',
      drawnItems((e) => entityShapes(on, e)),
    );
    // Above the symbols: where there is no room at all, a label may cover one, but nothing covers a label.
    add(
      'link-labels',
      layout.lines.flatMap((l) => lineLabelShapes(on, l)),
    );
    add('entity-labels', [
      ...layout.groups.map((g) => groupNameShape(on, g)),
      ...drawnItems((e) => entityLabelShapes(on, e)),
    ]);
    add('legend', box.shapes(at.left, at.top));
    if (grid) {
      const plan = grid.tiles === undefined ? undefined : tilePlan(size, grid.tiles);
      const fields = sheetGrid(frame.area, size, plan);
      add('grid', gridShapes(fields, frame.area, colours, measure));
      places = placings(fitted, fields, input);
    }
    for (const category of new Set(layout.groups.map((g) => g.group.colour ?? 0))) {
      if (categoryMark(category)?.pattern)
        patterns.push({ id: patternId(category), category, ...categoryColour(theme, category), tile: 8 * scale });
    }
    if (layout.crowded > 0) warnings.push({ code: 'labels-crowded', count: layout.crowded });
    const points = Math.round(labelPoints(scale) * 10) / 10;
    if (points < SMALLEST_POINTS) {
      const format = readableFormat(sheet.format, labelPoints(scale));
      warnings.push({ code: 'type-too-small', points, ...(format && { format }) });
    }
  }
  layers.push(...frame.above());
  return { scene: { ...size, layers, warnings, scale, patterns }, legend, places };
}

/** What is brought out, with what it is. */
function outOf(content: ChartContent) {
  const out = broughtOutOf(content);
  return out && content.emphasis && { ...out, label: content.emphasis.label };
}

function legendBoxes(legend: readonly LegendRow[], area: Rect, frame: SheetFrame, input: SheetInput): LegendBox[] {
  const { theme, colours } = frame;
  const look = { theme, colours, words: input.words, measure: input.measure ?? fontMeasure };
  return LEGEND_COLUMNS.map((columns) => enlargedBox(legendBox(legend, look, columns), wallFactor(frame.size))).filter(
    (b) => b.width <= area.right - area.left && b.height <= (area.bottom - area.top) * 0.8,
  );
}

/** How long a roll must be for the chart to fill its width: the chart, its legend beside or below it, and the frame. */
function rollSize(input: SheetInput, prepared: PreparedChart, context: LayoutContext): ReturnType<typeof sheetSize> {
  const { sheet } = input;
  const longest = sheetSize(sheet, LONGEST_ROLL);
  const frame = sheetFrame(input, longest);
  const area = input.grid ? withinGrid(frame.area) : frame.area;
  const { layout, scale } = fitChart(prepared, [area], context, largestPoints(sheet));
  const { left, right, top, bottom } = layout.bounds;
  const boxes = legendBoxes(legendRows(layout, input.words, input.legend, outOf(input.content)), area, frame, input);
  const running = sheet.orientation === 'portrait' ? 'height' : 'width';
  const legend = Math.min(...boxes.map((box) => box[running]));
  const chart = (running === 'height' ? bottom - top : right - left) * scale;
  const around =
    running === 'height' ? longest.height - (area.bottom - area.top) : longest.width - (area.right - area.left);
  const needed = Math.ceil(around + chart + legend + LEGEND_GAP + 0.5);
  return sheetSize(sheet, Math.min(LONGEST_ROLL, Math.max(SHORTEST_ROLL, needed)));
}

/** Who stands in a folded group is found where the group is. */
function placings({ layout, scale, x, y }: Fitted, fields: SheetGrid, input: SheetInput): Placing[] {
  const { words, locale = 'en', content } = input;
  const placing = (entity: Entity, field: string): Placing => ({
    name: visibleText(displayLabel(entity)),
    type: words(`drawing.icon.${iconRole(entity)}`),
    field,
  });
  return layout.entities
    .flatMap(({ placed, ...at }): Placing[] => {
      const field = gridReference(fields, x + at.x * scale, y + at.y * scale);
      if (!isGroup(placed)) return [placing(placed.entity, field)];
      const { id, name } = placed.group;
      const members = content.entities.filter((e) => content.folding?.standIn.get(e.entity.id) === id);
      return [
        { name: visibleText(name), type: words('drawing.icon.group'), field },
        ...members.map((e) => placing(e.entity, field)),
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale, { numeric: true }));
}
