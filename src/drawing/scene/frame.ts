import { fontMeasure, type Measure } from '../fonts/coverage.ts';
import { visibleText } from '../labels/visible-text.ts';
import { type ChartColours, chartColours, type Theme } from '../style/colours.ts';
import type { Words } from '../words.ts';
import { type BlockBox, type BlockTexts, footLine, runningHead, titleBlock } from './block.ts';
import { enlargedBox, wallFactor } from './enlarge.ts';
import type { Rect } from './label-placement.ts';
import type { Layer, Shape } from './scene.ts';
import { POINT, SHEET_MARGIN, type Sheet, type Size } from './sheet.ts';

/** What every sheet is given, whatever it shows. */
export interface FrameInput {
  readonly sheet: Sheet;
  readonly block: BlockTexts;
  /** Printed top and bottom. */
  readonly marking?: string;
  readonly words: Words;
  /** BCP 47, for figures and the breaking of lines. Default `en`. */
  readonly locale?: string;
  /** Default: the advance tables of the shipped fonts, the same everywhere. */
  readonly measure?: Measure;
}

/** A sheet before anything is drawn on it. */
export interface SheetFrame {
  readonly size: Size;
  readonly theme: Theme;
  readonly colours: ChartColours;
  /** Left free, mm. */
  readonly area: Rect;
  readonly ground: Layer;
  /** Block, foot and marking; `number` where there are several sheets. */
  above(number?: { readonly number: number; readonly of: number }): readonly Layer[];
}

const MARKING = 5.6;
const FOOT = 4;
const GAP = 3;

/** @param head `first` has the whole block, `line` only its title, `next` the same and that it goes on */
export function sheetFrame(input: FrameInput, size: Size, head: 'first' | 'line' | 'next' = 'first'): SheetFrame {
  const { sheet, words } = input;
  const theme: Theme = sheet.ink === 'monochrome' ? 'monochrome' : 'light';
  const colours = chartColours[theme];
  const measure = input.measure ?? fontMeasure;
  const { width, height } = size;
  const marking = visibleText(input.marking ?? '');
  const factor = wallFactor(size);
  const band = MARKING * factor;
  const strip = marking === '' ? 0 : band + 2;
  const left = SHEET_MARGIN;
  const right = width - SHEET_MARGIN;
  const blockTop = SHEET_MARGIN + strip;
  const look = { colours, words, measure };
  const across = (right - left) / factor;
  const block: BlockBox = enlargedBox(
    head === 'first' ? titleBlock(input.block, across, look) : runningHead(input.block, head === 'next', across, look),
    factor,
  );
  const foot = footLine(input.block, words);
  const area: Rect = {
    left,
    right,
    top: blockTop + block.height + GAP,
    bottom: height - SHEET_MARGIN - strip - (foot === undefined ? 0 : FOOT * factor),
  };
  return {
    size,
    theme,
    colours,
    area,
    ground: {
      name: 'ground',
      shapes: [
        { kind: 'rect', x: 0, y: 0, width, height, radius: 0, fill: colours.canvas, stroke: 'none', strokeWidth: 0 },
      ],
    },
    above: (number) => [
      {
        name: 'block',
        shapes: [
          ...block.shapes(left, blockTop),
          ...(foot === undefined
            ? []
            : [footShape(foot, left, area.bottom + FOOT * factor - 0.6, 'start', factor, colours)]),
          ...(number === undefined
            ? []
            : [
                footShape(
                  words('drawing.sheet.number', number),
                  right,
                  height - SHEET_MARGIN - strip - 0.6,
                  'end',
                  factor,
                  colours,
                ),
              ]),
        ],
      },
      ...(marking === ''
        ? []
        : [
            {
              name: 'marking',
              shapes: [
                ...markingShapes(marking, left, SHEET_MARGIN, right - left, factor, colours),
                ...markingShapes(marking, left, height - SHEET_MARGIN - band, right - left, factor, colours),
              ],
            } as const,
          ]),
    ],
  };
}

function markingShapes(
  text: string,
  x: number,
  y: number,
  width: number,
  factor: number,
  colours: ChartColours,
): Shape[] {
  const height = MARKING * factor;
  return [
    { kind: 'rect', x, y, width, height, radius: 0, fill: colours.marking, stroke: 'none', strokeWidth: 0 },
    {
      kind: 'text',
      text,
      x: x + width / 2,
      y: y + height / 2 + 1.15 * factor,
      size: 8.5 * POINT * factor,
      weight: 600,
      anchor: 'middle',
      fill: colours.markingText,
    },
  ];
}

function footShape(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'end',
  factor: number,
  colours: ChartColours,
): Shape {
  return { kind: 'text', text, x, y, size: 6.5 * POINT * factor, weight: 400, anchor, fill: colours.text3 };
}

/** A sentence in the middle of an empty sheet. */
export function emptyNote({ area, colours }: SheetFrame, text: string): Layer {
  const [x, y] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2];
  const size = 10 * POINT;
  return {
    name: 'entities',
    shapes: [{ kind: 'text', text, x, y, size, weight: 400, anchor: 'middle', fill: colours.text2 }],
  };
}
