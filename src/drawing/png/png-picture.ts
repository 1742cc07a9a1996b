import { fontRuns } from '../fonts/coverage.ts';
import type { Scene, ScenePattern, Shape, TextShape } from '../scene/scene.ts';
import { categoryMark } from '../style/categories.ts';
import { type FontBytes, fontsNeeded } from '../svg/font-faces.ts';

export type PngFailure =
  /** More pixels than a browser's canvas takes: choose fewer dots per inch. */
  | 'picture-too-large'
  /** The browser gave no canvas or no file, mostly for want of memory. */
  | 'picture-not-drawn';
export type PngOutcome = { readonly ok: true; readonly png: Blob } | { readonly ok: false; readonly code: PngFailure };

/** Browsers refuse larger canvases; A3 at 600 dpi is just below. */
const LARGEST_SIDE = 16_384;
const LARGEST_AREA = 90_000_000;

export function pixelSize(scene: Pick<Scene, 'width' | 'height'>, dpi: number): { width: number; height: number } {
  const px = (mm: number): number => Math.max(1, Math.round((mm / 25.4) * dpi));
  return { width: px(scene.width), height: px(scene.height) };
}

/** The most whole dots per inch, up to `wanted`, at which a scene is no larger than a canvas can be. */
export function possibleDpi(scene: Pick<Scene, 'width' | 'height'>, wanted: number): number {
  const side = (LARGEST_SIDE * 25.4) / Math.max(scene.width, scene.height);
  const area = Math.sqrt(LARGEST_AREA / (scene.width * scene.height)) * 25.4;
  // Sides are rounded to whole pixels: a hair less keeps their product within.
  return Math.max(1, Math.min(wanted, Math.floor(side), Math.floor(area * 0.999)));
}

/** Names under which the fonts of a picture are known to the canvas: never those of the page, which may still be loading. */
const picturePrefix = 'Sheet ';

/**
 * A scene as PNG, drawn straight on a canvas: an SVG shown as a picture loads its fonts too late to be sure of its letters.
 * Works on the page and in a worker. `faces` is `document.fonts` or the worker's `fonts`; `fonts` holds what
 * `fontsNeeded(scene)` names. The file holds pixels only: no text chunk, no time, no profile.
 * @throws RangeError when a needed font is not among `fonts`.
 */
export async function scenePng(
  scene: Scene,
  fonts: readonly FontBytes[],
  dpi: number,
  faces: FontFaceSet,
): Promise<PngOutcome> {
  const pixels = pixelSize(scene, dpi);
  if (Math.max(pixels.width, pixels.height) > LARGEST_SIDE || pixels.width * pixels.height > LARGEST_AREA)
    return { ok: false, code: 'picture-too-large' };
  const loaded = await loadFonts(scene, fonts);
  for (const face of loaded) faces.add(face);
  try {
    const canvas = new OffscreenCanvas(pixels.width, pixels.height);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return { ok: false, code: 'picture-not-drawn' };
    context.scale(pixels.width / scene.width, pixels.height / scene.height);
    drawScene(scene, context);
    return { ok: true, png: await canvas.convertToBlob({ type: 'image/png' }) };
  } catch (error) {
    // Out of memory and the like come as DOMException; anything else is a fault of ours.
    if (error instanceof DOMException) return { ok: false, code: 'picture-not-drawn' };
    throw error;
  } finally {
    for (const face of loaded) faces.delete(face);
  }
}

async function loadFonts(scene: Scene, fonts: readonly FontBytes[]): Promise<FontFace[]> {
  const bytes = new Map(fonts.map((f) => [f.file, f.bytes]));
  return Promise.all(
    fontsNeeded(scene).map(({ subset, weight, file }) => {
      const data = bytes.get(file);
      if (!data) throw new RangeError(`font not handed in: ${file}`);
      const face = new FontFace(pictureFamily(subset.family, subset.subset), data.slice().buffer, {
        weight: String(weight),
      });
      return face.load();
    }),
  );
}

function pictureFamily(family: string, subset: string): string {
  return `${picturePrefix}${family} ${subset}`;
}

/** What of a canvas a scene needs. */
export type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Draws a scene, one unit = 1 mm. */
export function drawScene(scene: Scene, pen: Pen): void {
  pen.lineJoin = 'round';
  for (const layer of scene.layers) for (const shape of layer.shapes) drawShape(scene, shape, pen);
}

function drawShape(scene: Scene, shape: Shape, pen: Pen): void {
  if (shape.kind === 'text') {
    drawText(shape, pen);
    return;
  }
  pen.save();
  let path: Path2D;
  if (shape.kind === 'path') {
    if (shape.move) {
      pen.translate(shape.move.x, shape.move.y);
      pen.scale(shape.move.scale, shape.move.scale);
    }
    path = new Path2D(shape.d);
  } else {
    path = new Path2D();
    if (shape.kind === 'circle') path.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
    else path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
  }
  if (shape.fill.startsWith('pattern:')) {
    const pattern = scene.patterns.find((p) => p.id === shape.fill.slice('pattern:'.length));
    if (pattern) fillPattern(path, pattern, shape, pen);
  } else if (shape.fill !== 'none') {
    pen.fillStyle = shape.fill;
    pen.fill(path);
  }
  if (shape.stroke !== 'none') {
    pen.strokeStyle = shape.stroke;
    pen.lineWidth = shape.strokeWidth;
    pen.setLineDash([...(shape.dash ?? [])]);
    pen.lineCap = shape.cap ?? 'butt';
    pen.stroke(path);
  }
  pen.restore();
}

/** Tiles an area by hand: a canvas pattern would be a bitmap and blur. */
function fillPattern(path: Path2D, pattern: ScenePattern, shape: Shape, pen: Pen): void {
  const mark = categoryMark(pattern.category);
  if (!mark || shape.kind !== 'rect') return;
  pen.save();
  pen.clip(path);
  pen.fillStyle = pattern.tint;
  pen.fill(path);
  const tile = new Path2D(mark.pattern);
  const scale = pattern.tile / 8;
  const startX = Math.floor(shape.x / pattern.tile) * pattern.tile;
  const startY = Math.floor(shape.y / pattern.tile) * pattern.tile;
  for (let x = startX; x < shape.x + shape.width; x += pattern.tile) {
    for (let y = startY; y < shape.y + shape.height; y += pattern.tile) {
      pen.save();
      pen.translate(x, y);
      pen.scale(scale, scale);
      pen.fillStyle = pattern.ink;
      pen.strokeStyle = pattern.ink;
      pen.lineWidth = 1;
      if (mark.patternFilled) pen.fill(tile);
      else pen.stroke(tile);
      pen.restore();
    }
  }
  pen.restore();
}

/** Browsers round small font sizes; text is set a hundred times larger and scaled down. */
const ENLARGED = 100;

function drawText(shape: TextShape, pen: Pen): void {
  const runs = fontRuns(shape.text);
  if (runs.length === 0) return;
  pen.save();
  pen.translate(shape.x, shape.y);
  if (shape.turned) pen.rotate(-Math.PI / 2);
  pen.scale(1 / ENLARGED, 1 / ENLARGED);
  pen.fillStyle = shape.fill;
  // All subsets in the font list, so that marks and letters of neighbouring ones still meet in one shaping run.
  const families = [...new Set(runs.map((r) => pictureFamily(r.subset.family, r.subset.subset)))];
  pen.font = `${shape.weight} ${shape.size * ENLARGED}px ${families.map((f) => `"${f}"`).join(', ')}`;
  pen.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
  pen.textBaseline = 'alphabetic';
  pen.fillText(shape.text, 0, 0);
  pen.restore();
}
