import type { Measure } from '../fonts/coverage.ts';
import { clusters } from '../labels/clusters.ts';
import { visibleText } from '../labels/visible-text.ts';
import type { ChartColours } from '../style/colours.ts';
import type { FontWeight } from '../style/fonts.ts';
import type { Words } from '../words.ts';
import type { Shape } from './scene.ts';
import { POINT } from './sheet.ts';

/** What the block says, as texts ready to print. What is missing is left out; nothing is made up. */
export interface BlockTexts {
  readonly title: string;
  readonly caseTitle?: string;
  readonly reference?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly author?: string;
  readonly unit?: string;
  readonly version?: string;
  /** "Intelligence, not evidence" is set for the case. */
  readonly notEvidence: boolean;
  /** Of a training case: what it says of itself. */
  readonly training?: string;
  /** Where the sheet is not as of today: as of when, and in what sense. */
  readonly atDate?: string;
  /** Where a filter left something out: how much of how much. */
  readonly filtered?: string;
  /** What else the sheet leaves out or cuts short, a sentence each. */
  readonly notes?: readonly string[];
  /** Zone and calendar of the dates on a sheet about time. */
  readonly zone?: string;
  readonly sources: readonly { readonly reference: string; readonly grade?: string }[];
  /** Head of the log at the time of printing: number of the last change and the eight words of its hash. */
  readonly head?: { readonly number: string; readonly words: string };
}

const TITLE = 13 * POINT;
const SMALL = 7 * POINT;
const SMALL_LINE = 3.4;
const GAP = 6;
/** Lines one note may take: what limits a sheet stands at its end, and is not to be cut. */
const MOST_LINES = 6;

export interface BlockBox {
  readonly height: number;
  readonly shapes: (left: number, top: number) => Shape[];
}

/** The block across the top of a sheet, `width` mm wide. Long source lists run on; beyond `maxLines` the rest is counted. */
export function titleBlock(
  texts: BlockTexts,
  width: number,
  look: { readonly colours: ChartColours; readonly words: Words; readonly measure: Measure },
): BlockBox {
  const { colours, words, measure } = look;
  const narrow = width < 240;
  const columns = narrow ? [0.56, 0.44] : [0.36, 0.26, 0.38];
  const widths = columns.map((c) => (width - GAP * (columns.length - 1)) * c);
  const shapes: ((left: number, top: number) => Shape)[] = [];
  const put = (text: string, dx: number, dy: number, size: number, weight: FontWeight, fill: string): void => {
    shapes.push((left, top) => ({
      kind: 'text',
      text,
      x: left + dx,
      y: top + dy,
      size,
      weight,
      anchor: 'start',
      fill,
    }));
  };

  let y = 0;
  for (const line of flow(visibleText(texts.title), widths[0]!, 600, TITLE, measure, 3)) {
    y += 5.2;
    put(line, 0, y, TITLE, 600, colours.text);
  }
  if (texts.atDate !== undefined)
    for (const line of flow(visibleText(texts.atDate), widths[0]!, 600, SMALL, measure, 4)) {
      y += SMALL_LINE + 0.4;
      put(line, 0, y, SMALL, 600, colours.text);
    }
  const under = [
    ...(texts.notEvidence ? [words('drawing.block.not-evidence')] : []),
    ...(texts.training === undefined ? [] : [texts.training]),
    ...(texts.filtered === undefined ? [] : [texts.filtered]),
    ...(texts.notes ?? []),
  ];
  y += 1;
  for (const text of under) {
    for (const line of flow(visibleText(text), widths[0]!, 400, SMALL, measure, MOST_LINES)) {
      y += SMALL_LINE;
      put(line, 0, y, SMALL, 400, colours.text2);
    }
  }
  let height = y;

  const second = widths[0]! + GAP;
  const facts = factsOf(texts, words);
  const keyWidth = Math.max(0, ...facts.map(([key]) => measure(key, 400, SMALL))) + 2.5;
  y = 0.6;
  for (const [key, value] of facts) {
    const lines = flow(visibleText(value), widths[1]! - keyWidth, 600, SMALL, measure, 3);
    lines.forEach((line, i) => {
      y += SMALL_LINE;
      if (i === 0) put(key, second, y, SMALL, 400, colours.text3);
      put(line, second + keyWidth, y, SMALL, 600, colours.text);
    });
  }
  height = Math.max(height, y);

  const [sx, sw] = narrow ? [0, width] : [second + widths[1]! + GAP, widths[2]!];
  y = narrow ? height + 1 : 0.6;
  y += SMALL_LINE;
  put(words('drawing.block.sources', { count: texts.sources.length }), sx, y, SMALL, 600, colours.text);
  for (const line of sourceLines(texts.sources, sw, words, measure, narrow ? 5 : 8)) {
    y += SMALL_LINE;
    put(line, sx, y, SMALL, 400, colours.text2);
  }
  height = Math.max(height, y) + 2.2;
  shapes.push((left, top) => ({
    kind: 'path',
    d: `M${left} ${top + height}h${width}`,
    fill: 'none',
    stroke: colours.lineStrong,
    strokeWidth: 0.25,
  }));
  return { height, shapes: (left, top) => shapes.map((s) => s(left, top)) };
}

/** What stands over a sheet that goes on: what it goes on with, and of which case. */
export function runningHead(
  texts: BlockTexts,
  continued: boolean,
  width: number,
  { colours, words, measure }: { readonly colours: ChartColours; readonly words: Words; readonly measure: Measure },
): BlockBox {
  const [title] = flow(visibleText(texts.title), width * 0.6, 600, 9 * POINT, measure, 1);
  const of = visibleText([texts.caseTitle, texts.reference].filter((t) => t).join(' · '));
  return {
    height: 5.6,
    shapes: (left, top) => [
      {
        kind: 'text',
        text: continued ? `${title} ${words('drawing.block.continued')}` : (title ?? ''),
        x: left,
        y: top + 3.4,
        size: 9 * POINT,
        weight: 600,
        anchor: 'start',
        fill: colours.text,
      },
      ...(of === ''
        ? []
        : [
            {
              kind: 'text',
              text: shortened(of, width * 0.3, 400, SMALL, measure),
              x: left + width,
              y: top + 3.4,
              size: SMALL,
              weight: 400,
              anchor: 'end',
              fill: colours.text2,
            } as const,
          ]),
      {
        kind: 'path',
        d: `M${left} ${top + 5.6}h${width}`,
        fill: 'none',
        stroke: colours.lineStrong,
        strokeWidth: 0.25,
      },
    ],
  };
}

function factsOf(texts: BlockTexts, words: Words): [string, string][] {
  const by = [texts.author, texts.unit].filter((t) => t !== undefined && t !== '').join(', ');
  const facts: [string, string | undefined][] = [
    ['case', texts.caseTitle],
    ['reference', texts.reference],
    ['period', texts.period],
    ['as-of', texts.asOf],
    ['zone', texts.zone],
    ['by', by],
    ['version', texts.version],
  ];
  return facts.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[words(`drawing.block.${key}`), value] as [string, string]],
  );
}

/** "IR-2026-014 B2 4×4 · …", filled line by line; a source is never broken over two lines. */
function sourceLines(
  sources: BlockTexts['sources'],
  width: number,
  words: Words,
  measure: Measure,
  maxLines: number,
): string[] {
  if (sources.length === 0) return [words('drawing.block.no-sources')];
  const items = sources.map((s) => visibleText(s.grade === undefined ? s.reference : `${s.reference} ${s.grade}`));
  const lines: string[] = [];
  let line = '';
  for (let i = 0; i < items.length; i++) {
    const item = shortened(items[i]!, width, 400, SMALL, measure);
    const longer = line === '' ? item : `${line} · ${item}`;
    if (measure(longer, 400, SMALL) <= width) line = longer;
    else if (lines.length === maxLines - 1) {
      // The count of what is left out must fit on the last line: give up as many as it takes.
      const parts = line.split(' · ');
      let rest = items.length - i;
      let text = `${line} · ${words('drawing.block.more', { count: rest })}`;
      while (parts.length > 1 && measure(text, 400, SMALL) > width) {
        parts.pop();
        rest++;
        text = `${parts.join(' · ')} · ${words('drawing.block.more', { count: rest })}`;
      }
      return [...lines, text];
    } else {
      lines.push(line);
      line = item;
    }
  }
  return [...lines, line];
}

/** Words of a running text put into lines of a width; the last of `maxLines` ends in an ellipsis when more would follow. */
export function flow(
  text: string,
  width: number,
  weight: FontWeight,
  size: number,
  measure: Measure,
  maxLines: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = text.split(/(?<= )/u);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (line === '' || measure((line + piece).trimEnd(), weight, size) <= width) line += piece;
    else if (lines.length === maxLines - 1) {
      line += pieces.slice(i).join('');
      break;
    } else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  lines.push(line.trimEnd());
  return lines.map((l) => shortened(l, width, weight, size, measure));
}

export function shortened(text: string, width: number, weight: FontWeight, size: number, measure: Measure): string {
  if (measure(text, weight, size) <= width) return text;
  let out = '';
  for (const c of clusters(text)) {
    if (measure(`${out}${c}…`, weight, size) > width) break;
    out += c;
  }
  return `${out.trimEnd()}…`;
}

/** The line at the foot: which state of the log the sheet shows, so that it can be drawn again. */
export function footLine(texts: BlockTexts, words: Words): string | undefined {
  return texts.head ? words('drawing.block.head', { number: texts.head.number, words: texts.head.words }) : undefined;
}
