import { fontFileName, fontRuns } from '../fonts/coverage.ts';
import type { PathShape, Scene, TextShape } from '../scene/scene.ts';
import type { FontBytes } from '../svg/font-faces.ts';
import { woffName } from './font-file.ts';
import { type Point, pathSegments } from './path-data.ts';
import { woffTables } from './sfnt.ts';
import type { Shaper, ShapingFont } from './shaper.ts';

/**
 * The scene with every text as the outlines of its letters: looks alike wherever it is opened, and can no longer be searched.
 * `fonts` holds the WOFF files (`woffName`) of what `fontsNeeded(scene)` names.
 * @throws RangeError when a needed font is not among them.
 */
export function outlinedScene(scene: Scene, fonts: readonly FontBytes[], shaper: Shaper): Scene {
  const bytes = new Map(fonts.map((f) => [f.file, f.bytes]));
  const shaping = new Map<string, ShapingFont>();
  const fontOf = (file: string): ShapingFont => {
    let font = shaping.get(file);
    if (!font) {
      const data = bytes.get(file);
      if (!data) throw new RangeError(`font not handed in: ${file}`);
      font = shaper.font(woffTables(data));
      shaping.set(file, font);
    }
    return font;
  };
  return {
    ...scene,
    layers: scene.layers.map((layer) => ({
      ...layer,
      shapes: layer.shapes.map((shape) => (shape.kind === 'text' ? outlineOf(shape, fontOf) : shape)),
    })),
  };
}

function outlineOf(shape: TextShape, fontOf: (file: string) => ShapingFont): PathShape {
  let pen = 0;
  const glyphs = fontRuns(shape.text).flatMap(({ text, subset }) => {
    const font = fontOf(woffName(fontFileName(subset, shape.weight)));
    return font
      .shape(text)
      .flatMap((cluster) => cluster.glyphs)
      .map(({ glyph, advance, dx, dy }) => {
        const placed = { d: font.outline(glyph), x: pen + dx, y: dy };
        pen += advance;
        return placed;
      });
  });
  const unit = shape.size / 1000;
  const before = shape.anchor === 'middle' ? pen / 2 : shape.anchor === 'end' ? pen : 0;
  // Outlines grow upwards, the sheet downwards.
  const placed = (along: number, up: number): Point =>
    shape.turned ? [shape.x - up * unit, shape.y - along * unit] : [shape.x + along * unit, shape.y - up * unit];
  return {
    kind: 'path',
    d: glyphs.map((g) => movedPath(g.d, ([x, y]) => placed(g.x + x - before, g.y + y))).join(''),
    fill: shape.fill,
    stroke: 'none',
    strokeWidth: 0,
  };
}

function movedPath(d: string, move: (point: Point) => Point): string {
  const p = (point: Point): string =>
    move(point)
      .map((v) => String(Math.round(v * 1000) / 1000))
      .join(' ');
  return pathSegments(d)
    .map((s) => {
      if (s.kind === 'close') return 'Z';
      if (s.kind === 'curve') return `C${p(s.c1)} ${p(s.c2)} ${p(s.to)}`;
      return `${s.kind === 'move' ? 'M' : 'L'}${p(s.to)}`;
    })
    .join('');
}
