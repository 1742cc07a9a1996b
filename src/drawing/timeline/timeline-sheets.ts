import type { ShownCalendar } from '#domain/time/shown';
import { fontMeasure } from '../fonts/coverage.ts';
import { enlargedBox, wallFactor } from '../scene/enlarge.ts';
import { emptyNote, type FrameInput, type SheetFrame, sheetFrame } from '../scene/frame.ts';
import type { LegendRow } from '../scene/legend.ts';
import { type LegendBox, legendBox } from '../scene/legend-box.ts';
import type { Scene, SceneWarning } from '../scene/scene.ts';
import {
  isRoll,
  LONGEST_ROLL,
  largestPoints,
  POINT,
  SHORTEST_ROLL,
  type Size,
  SMALLEST_POINTS,
  sheetSize,
} from '../scene/sheet.ts';
import { CHART_FONT_FAMILY } from '../style/fonts.ts';
import { STRENGTHS } from '../style/lines.ts';
import type { Words } from '../words.ts';
import { type Spacing, TimeAxis } from './axis.ts';
import { AxisWords } from './axis-words.ts';
import type { DrawnCounts } from './drawn-marks.ts';
import { layTimeline, momentsOf, type TimelineLayout } from './layout.ts';
import type { Lane, TimeMark, TimeMarks } from './marks.ts';
import { paintTimeline } from './paint.ts';
import { LabelWidths } from './pen.ts';
import { AXIS, HEAD, type LaneHead, plotOf, TAIL, type TimelinePicture } from './picture.ts';
import { ScenePen } from './scene-pen.ts';
import { lengthText } from './tick-words.ts';
import type { TimeSign } from './time-signs.ts';
import { fitView } from './view.ts';

export interface TimelineInput extends FrameInput {
  readonly lanes: readonly Lane[];
  /** Of the lanes, in their order. */
  readonly heads: readonly LaneHead[];
  readonly marks: TimeMarks;
  /** What stands beside the dated and the undated marks, in their order. */
  readonly labels: readonly string[];
  readonly undatedLabels: readonly string[];
  readonly spacing: Spacing;
  /** Of the case, and those shown beside it. */
  readonly zone: string;
  readonly zones: readonly string[];
  readonly calendar: ShownCalendar;
  /** ms since 1970: shown when nothing is dated. */
  readonly idle?: { readonly from: number; readonly to: number };
}

export interface TimelineSheets {
  readonly scenes: readonly Scene[];
  readonly legend: readonly LegendRow[];
}

/** Px: the words of marks on the timeline. */
const WORDS = 11;
/** Room for the legend before it is known, mm. */
const LEGEND = 20;
const GAP = 2.5;
/** Px along the axis for each mark of the fullest lane, on a roll that may be as long as it needs. */
const PER_MARK = 70;

/**
 * A timeline on paper, the very picture of the screen, all of its time: as large as the sheet allows; where the lanes do not fit at a
 * readable size, they go on on further sheets, each with the axis and the legend of what is on it.
 */
export function timelineSheets(input: TimelineInput): TimelineSheets {
  const { marks, lanes, words } = input;
  const axis = TimeAxis.of(input.spacing, momentsOf(marks.dated));
  const layout = layTimeline(lanes, marks, axis, input.idle);
  const { size, scale } = sizeAndScale(input, layout);
  const first = sheetFrame(input, size);
  if (lanes.length === 0 || marks.dated.length + marks.undated.length === 0) {
    const layers = [first.ground, emptyNote(first, words('drawing.timeline.empty')), ...first.above()];
    const warnings: SceneWarning[] = [{ code: 'chart-empty' }];
    return { scenes: [{ ...size, layers, warnings, scale, patterns: [] }], legend: [] };
  }
  const next = sheetFrame(input, size, 'next');
  const draw = painter(input, layout, scale);
  const head = axisHeight(input);

  const roomOf = ({ area }: SheetFrame) => (area.bottom - area.top - LEGEND * wallFactor(size)) / scale - head;
  const parts = partsOf(layout.top, lanes.length, roomOf(first), roomOf(next)).map(([from, to], i) => ({
    frame: i === 0 ? first : next,
    from,
    to,
  }));
  let legend: readonly LegendRow[] = [];
  const scenes = parts.map(({ frame, from, to }, i): Scene => {
    const { pen, counts, nights, weekends, breaks } = draw(frame, from, to);
    const undated = marks.undated.filter((m) => m.places.some((p) => p.lane >= from && p.lane < to)).length;
    const rows = timeLegend(counts, { undated, nights, weekends, breaks }, words);
    if (i === 0) legend = rows;
    const box = widest(rows, frame, input);
    const warnings: SceneWarning[] = [];
    if (counts.wordless > 0) warnings.push({ code: 'words-left-out', count: counts.wordless });
    return {
      ...size,
      scale,
      warnings,
      patterns: [],
      layers: [
        frame.ground,
        { name: 'timeline', shapes: pen.shapes },
        { name: 'legend', shapes: box.shapes(frame.area.left, frame.area.bottom - box.height) },
        ...frame.above(parts.length > 1 ? { number: i + 1, of: parts.length } : undefined),
      ],
    };
  });
  return { scenes, legend };
}

/**
 * Lanes dealt to as few sheets as hold them, much the same height on each, so that none is left nearly empty.
 *
 * @param top where each lane begins, and after the last where it ends
 * @returns for each sheet its first lane and the one after its last
 */
export function partsOf(
  top: ArrayLike<number>,
  lanes: number,
  firstRoom: number,
  nextRoom: number,
): (readonly [number, number])[] {
  const deal = (wanted: (sheet: number, lane: number) => number) => {
    const parts: [number, number][] = [];
    for (let lane = 0; lane < lanes; ) {
      const room = Math.min(parts.length === 0 ? firstRoom : nextRoom, wanted(parts.length, lane));
      let to = lane + 1;
      while (to < lanes && top[to + 1]! - top[lane]! <= room) to++;
      parts.push([lane, to]);
      lane = to;
    }
    return parts;
  };
  const fewest = deal(() => Number.POSITIVE_INFINITY);
  // What is left, in equal shares; a lane more where the share ends in its first half.
  const even = deal((sheet, lane) => {
    const share = (top[lanes]! - top[lane]!) / Math.max(1, fewest.length - sheet);
    let to = lane + 1;
    while (to < lanes && (top[to]! + top[to + 1]!) / 2 - top[lane]! <= share) to++;
    return top[to]! - top[lane]!;
  });
  return even.length === fewest.length ? even : fewest;
}

function axisHeight(input: TimelineInput): number {
  return AXIS * (1 + input.zones.length) + 2;
}

/** As large as everything fits, between what can be read and what a sheet of its size wants; a roll is cut where the timeline ends. */
function sizeAndScale(input: TimelineInput, layout: TimelineLayout): { readonly size: Size; readonly scale: number } {
  const { sheet } = input;
  const roll = isRoll(sheet.format);
  const length = roll ? LONGEST_ROLL : undefined;
  const whole = sheetSize(sheet, length);
  const { area } = sheetFrame(input, whole);
  const [least, most] = [SMALLEST_POINTS + 0.3, largestPoints(sheet)].map((points) => (points * POINT) / WORDS) as [
    number,
    number,
  ];
  const legend = LEGEND * wallFactor(whole) + GAP;
  const needed = axisHeight(input) + layout.top[layout.lanes.length]!;
  const downwards = roll && sheet.orientation === 'portrait';
  // A roll that runs downwards has room for every lane: type as on a sheet.
  const fits = downwards ? (9 * POINT) / WORDS : (area.bottom - area.top - legend) / needed;
  const scale = Math.min(most, Math.max(least, fits));
  if (!roll) return { size: whole, scale };
  const cut = (mm: number): Size => sheetSize(sheet, Math.ceil(Math.min(LONGEST_ROLL, Math.max(SHORTEST_ROLL, mm))));
  if (downwards) return { scale, size: cut(whole.height - (area.bottom - area.top) + needed * scale + legend) };
  const fullest = Math.max(8, ...layout.lanes.map((_, l) => layout.laneStart[l + 1]! - layout.laneStart[l]!));
  const along = HEAD + (layout.undated.length > 0 ? TAIL : 8) + fullest * PER_MARK;
  return { scale, size: cut(whole.width - (area.right - area.left) + along * scale) };
}

/** Draws the lanes from one to before another into the area of a frame. */
function painter(input: TimelineInput, layout: TimelineLayout, scale: number) {
  const { words, marks, zone, zones, calendar, locale = 'en' } = input;
  const texts = new Map<TimeMark, string>();
  for (const [i, mark] of marks.dated.entries()) texts.set(mark, input.labels[i] ?? '');
  for (const [i, mark] of marks.undated.entries()) texts.set(mark, input.undatedLabels[i] ?? '');
  const axisWords = new AxisWords(layout, zone, zones, calendar, locale);
  return ({ area, colours }: SheetFrame, from: number, to: number) => {
    const pen = new ScenePen({ x: area.left, y: area.top }, scale, input.measure ?? fontMeasure);
    const size = {
      width: (area.right - area.left) / scale,
      height: axisHeight(input) + layout.top[to]! - layout.top[from]!,
    };
    const plot = plotOf({ layout, axisLines: 1 + zones.length }, size);
    const view = { ...fitView(layout, plot), scroll: layout.top[from]! };
    const shades = axisWords.shades(view, plot);
    const picture: TimelinePicture = {
      layout,
      view,
      heads: input.heads,
      axisLines: axisWords.lines(view, plot),
      shades,
      chosen: new Uint8Array(layout.marks.length),
      chosenLanes: new Uint8Array(layout.lanes.length),
      chosenUndated: new Set(),
      label: (mark) => texts.get(mark) ?? '',
      undatedTitle: words('timeline.undated', { count: marks.undated.length }),
      breakLabel: (ms) => lengthText(ms, words),
      colours,
      fontFamily: CHART_FONT_FAMILY,
      widths: new LabelWidths(),
      headWidths: new LabelWidths(),
      detail: true,
      still: true,
    };
    const counts = paintTimeline(pen, picture, size);
    const count = (kind: 'night' | 'weekend'): number => shades.filter((s) => s.kind === kind).length;
    const breaks = [...layout.axis.pieces(layout.extent.from, layout.extent.to)].filter((p) => p.gap).length;
    return { pen, counts, nights: count('night'), weekends: count('weekend'), breaks };
  };
}

/** Rows for exactly what is drawn. */
export function timeLegend(
  counts: DrawnCounts,
  around: Readonly<Record<'undated' | 'nights' | 'weekends' | 'breaks', number>>,
  words: Words,
): readonly LegendRow[] {
  const rows: LegendRow[] = [];
  const row = (mark: TimeSign, count: number): void => {
    if (count > 0) rows.push({ sign: 'time', mark, text: words(`drawing.legend.time.${mark}`), count });
  };
  const byStrength = (kind: 'diamond' | 'bar' | 'join'): void => {
    for (const [i, strength] of STRENGTHS.entries()) row(`${kind}-${strength}`, counts[kind][i]!);
  };
  byStrength('diamond');
  row('tick', counts.tick);
  byStrength('bar');
  row('unsure', counts.unsure);
  byStrength('join');
  row('arrow', counts.arrow);
  row('undated', around.undated);
  row('weekend', around.weekends);
  row('night', around.nights);
  row('break', around.breaks);
  return rows;
}

/** The legend as flat as the sheet is wide. */
function widest(
  rows: readonly LegendRow[],
  { area, size, theme, colours }: SheetFrame,
  input: TimelineInput,
): LegendBox {
  const look = { theme, colours, words: input.words, measure: input.measure ?? fontMeasure };
  const room = area.right - area.left;
  const boxes = [8, 7, 6, 5, 4, 3, 2, 1].map((columns) =>
    enlargedBox(legendBox(rows, look, columns), wallFactor(size)),
  );
  return boxes.find((box) => box.width <= room) ?? boxes.at(-1)!;
}
