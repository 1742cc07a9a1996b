import { fontRuns } from '../fonts/coverage.ts';
import type { FontSubset } from '../fonts/font-subsets.ts';
import type { Scene, Shape, TextShape } from '../scene/scene.ts';
import type { FontWeight } from '../style/fonts.ts';
import { type EmbeddedFont, hex, type ShownCluster, type ShownGlyph } from './embedded-font.ts';
import { type PathSegment, type Point, pathSegments } from './path-data.ts';
import { actualText, decimal as n } from './pdf-file.ts';

/** What the operators of a page call fonts and patterns. */
export interface PageNames {
  /** `/F1`: the font that draws a stretch of text. */
  font(subset: FontSubset, weight: FontWeight): { readonly name: string; readonly font: EmbeddedFont };
  /** `/P1`: the pattern `pattern:<id>` stands for; undefined when the scene has none. */
  pattern(id: string): string | undefined;
}

/** The operators that draw a scene's shapes, one by one: one unit = 1 mm, y downwards, as in the scene. */
export function* sceneOperators(scene: Scene, names: PageNames): Generator<string> {
  // Joins are round, as on the screen.
  yield '1 j';
  const symbols: Symbols = new Map();
  for (const layer of scene.layers) {
    for (const shape of layer.shapes)
      yield shape.kind === 'text' ? textOperators(shape, names) : shapeOperators(shape, names, symbols);
  }
}

/** Operators of paths asked for before: a chart repeats a few symbols hundreds of times. */
type Symbols = Map<string, string>;

function shapeOperators(shape: Exclude<Shape, TextShape>, names: PageNames, symbols: Symbols): string {
  const fill = fillOperator(shape.fill, names);
  const strokes = shape.stroke !== 'none';
  if (fill === undefined && !strokes) return '';
  const out: string[] = ['q'];
  if (fill !== undefined) out.push(fill);
  if (strokes) {
    out.push(`${colour(shape.stroke)} RG`, `${n(shape.strokeWidth)} w`);
    if (shape.cap === 'round') out.push('1 J');
    if (shape.dash) out.push(`[${shape.dash.map(n).join(' ')}] 0 d`);
  }
  if (shape.kind === 'path' && shape.move) {
    const { x, y, scale } = shape.move;
    // Six places: symbols are scaled far down.
    out.push(`${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} ${n(x)} ${n(y)} cm`);
  }
  out.push(outlineOf(shape, symbols), fill === undefined ? 'S' : strokes ? 'B' : 'f', 'Q');
  return out.join('\n');
}

function fillOperator(fill: string, names: PageNames): string | undefined {
  if (fill === 'none') return undefined;
  if (!fill.startsWith('pattern:')) return `${colour(fill)} rg`;
  const name = names.pattern(fill.slice('pattern:'.length));
  return name === undefined ? undefined : `/Pattern cs ${name} scn`;
}

/** "#rrggbb" as three shares of one. */
export function colour(hexadecimal: string): string {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hexadecimal);
  if (!found) throw new RangeError(`not a colour of a sheet: ${hexadecimal}`);
  return found
    .slice(1)
    .map((part) => n(Number.parseInt(part, 16) / 255))
    .join(' ');
}

function outlineOf(shape: Exclude<Shape, TextShape>, symbols: Symbols): string {
  if (shape.kind === 'path') {
    if (!shape.move) return pathOperators(pathSegments(shape.d));
    let operators = symbols.get(shape.d);
    if (operators === undefined) {
      operators = pathOperators(pathSegments(shape.d));
      symbols.set(shape.d, operators);
    }
    return operators;
  }
  if (shape.kind === 'circle') {
    const { x, y, r } = shape;
    return pathOperators(pathSegments(`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`));
  }
  const { x, y, width, height } = shape;
  const r = Math.min(shape.radius, width / 2, height / 2);
  if (r <= 0) return `${n(x)} ${n(y)} ${n(width)} ${n(height)} re`;
  const [w, h] = [width - 2 * r, height - 2 * r];
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}`;
  return pathOperators(
    pathSegments(
      `M${x + r} ${y}h${w}${corner(1, 1)}v${h}${corner(-1, 1)}h${-w}${corner(-1, -1)}v${-h}${corner(1, -1)}z`,
    ),
  );
}

export function pathOperators(segments: readonly PathSegment[]): string {
  return segments.map(segmentOperator).join('\n');
}

function segmentOperator(segment: PathSegment): string {
  const p = ([x, y]: Point): string => `${n(x)} ${n(y)}`;
  switch (segment.kind) {
    case 'move':
      return `${p(segment.to)} m`;
    case 'line':
      return `${p(segment.to)} l`;
    case 'curve':
      return `${p(segment.c1)} ${p(segment.c2)} ${p(segment.to)} c`;
    case 'close':
      return 'h';
  }
}

function textOperators(shape: TextShape, names: PageNames): string {
  const runs = fontRuns(shape.text).map(({ text, subset }) => {
    const { name, font } = names.font(subset, shape.weight);
    return { name, clusters: font.shape(text), spacer: font.spacer() };
  });
  if (runs.length === 0) return '';
  const width = runs.reduce((sum, run) => sum + advanceOf(run.clusters), 0) * (shape.size / 1000);
  const before = shape.anchor === 'middle' ? width / 2 : shape.anchor === 'end' ? width : 0;
  return [
    'BT',
    `${colour(shape.fill)} rg`,
    // The page's y grows downwards, that of letters upwards.
    shape.turned
      ? `0 -1 -1 0 ${n(shape.x)} ${n(shape.y + before)} Tm`
      : `1 0 0 -1 ${n(shape.x - before)} ${n(shape.y)} Tm`,
    ...runs.flatMap(({ name, clusters, spacer }) => [
      `${name} ${n(shape.size)} Tf`,
      ...runOperators(clusters, spacer, shape.size),
    ]),
    'ET',
  ].join('\n');
}

function advanceOf(clusters: readonly ShownCluster[]): number {
  return clusters.reduce((sum, c) => sum + c.glyphs.reduce((s, g) => s + g.advance, 0), 0);
}

/**
 * Shows the glyphs of a stretch of text. A cluster of several glyphs says its text itself (ISO 32000-1, 14.9.4): its glyphs may stand
 * in another order than its characters, and one character may be drawn by several. Readers take it to end where its last glyph ends:
 * where that is a mark over its letter, a glyph without ink follows, else they would see a gap before the next letter.
 */
function runOperators(clusters: readonly ShownCluster[], spacer: ShownGlyph | undefined, size: number): string[] {
  const out: string[] = [];
  /** Elements of the array that is being shown, and what the next glyph must be moved by (thousandths, to the left). */
  let shown: string[] = [];
  let codes = '';
  let pending = 0;
  let rise = 0;
  const flushCodes = (): void => {
    if (codes !== '') shown.push(`<${codes}>`);
    codes = '';
  };
  const show = (): void => {
    flushCodes();
    if (shown.length > 0) out.push(`[${shown.join(' ')}] TJ`);
    shown = [];
  };
  for (const { text, glyphs } of clusters) {
    const spans = glyphs.length > 1;
    if (spans) {
      show();
      out.push(`/Span << /ActualText ${actualText(text)} >> BDC`);
    }
    for (const glyph of glyphs) {
      if (glyph.dy !== rise) {
        show();
        rise = glyph.dy;
        out.push(`${n((rise * size) / 1000)} Ts`);
      }
      pending -= glyph.dx;
      if (pending !== 0) {
        flushCodes();
        shown.push(n(pending));
      }
      codes += hex(glyph.code);
      pending = glyph.dx + glyph.width - glyph.advance;
    }
    if (spans) {
      if (pending !== 0 && spacer) {
        flushCodes();
        shown.push(n(pending + spacer.width));
        codes += hex(spacer.code);
        pending = 0;
      }
      show();
      out.push('EMC');
    }
  }
  show();
  // What a last glyph stood off its place moves the font that comes next.
  if (pending !== 0) out.push(`[${n(pending)}] TJ`);
  if (rise !== 0) out.push('0 Ts');
  return out;
}
