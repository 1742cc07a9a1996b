import { fontRuns } from '../fonts/coverage.ts';
import type { ScenePage } from '../scene/pages.ts';
import type { Layer, Scene, Shape, TextShape } from '../scene/scene.ts';
import { categoryMark } from '../style/categories.ts';
import { CHART_FONT_FAMILY } from '../style/fonts.ts';

/** An SVG element as data: for a file it is written out, for the page it is built node by node (no parsing of markup). */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

export interface SvgOptions {
  /** Generic: the name of a file or case does not belong in a picture's metadata. */
  readonly title: string;
  /** `@font-face` rules with the fonts inside; missing on a page that has loaded them itself. */
  readonly fontFaces?: string;
  /** Prefix of ids, so that several sheets can stand in one document. */
  readonly idPrefix?: string;
}

/** The scene as SVG, one user unit = 1 mm. Only presentation attributes: no inline style, no script, no reference outside. */
export function svgTree(scene: Scene, options: SvgOptions): SvgNode {
  const prefix = options.idPrefix ?? '';
  const children: SvgNode[] = [el('title', {}, [options.title])];
  const defs: SvgNode[] = scene.patterns.map((p) => {
    const mark = categoryMark(p.category)!;
    const paint = mark.patternFilled ? { fill: p.ink } : { fill: 'none', stroke: p.ink, 'stroke-width': '1' };
    return el(
      'pattern',
      {
        id: prefix + p.id,
        width: '8',
        height: '8',
        patternUnits: 'userSpaceOnUse',
        patternTransform: `scale(${num(p.tile / 8)})`,
      },
      [el('rect', { width: '8', height: '8', fill: p.tint }), el('path', { d: mark.pattern, ...paint })],
    );
  });
  if (options.fontFaces) defs.unshift(el('style', {}, [options.fontFaces]));
  if (defs.length > 0) children.push(el('defs', {}, defs));
  for (const layer of scene.layers) children.push(layerNode(layer, prefix));
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${num(scene.width)}mm`,
      height: `${num(scene.height)}mm`,
      viewBox: `0 0 ${num(scene.width)} ${num(scene.height)}`,
      'font-family': CHART_FONT_FAMILY,
      'stroke-linejoin': 'round',
      role: 'img',
    },
    children,
  );
}

/**
 * Pages as SVG, one element each. A scene of which several pages show a part stands in the first of them, and the others refer to it
 * (`#id`): all must be in one document.
 */
export function pageTrees(pages: readonly ScenePage[], options: SvgOptions): readonly SvgNode[] {
  const prefix = options.idPrefix ?? '';
  const known = new Map<Scene, string>();
  return pages.map((page, i) => {
    const tree = svgTree(page.scene, { ...options, idPrefix: `${prefix}p${i}-` });
    const views = page.views.flatMap(({ scene, from, at, scale }): SvgNode[] => {
      const defs: SvgNode[] = [];
      let id = known.get(scene);
      if (id === undefined) {
        id = `${prefix}s${known.size}`;
        known.set(scene, id);
        const [, ...content] = svgTree(scene, { ...options, idPrefix: `${id}-` }).children;
        defs.push(el('defs', {}, [el('g', { id }, content)]));
      }
      const view = el(
        'svg',
        {
          x: num(at.x),
          y: num(at.y),
          width: num(from.width * scale),
          height: num(from.height * scale),
          viewBox: [from.x, from.y, from.width, from.height].map(num).join(' '),
          overflow: 'hidden',
        },
        [el('use', { href: `#${id}` })],
      );
      return [...defs, view];
    });
    const [title, ...rest] = tree.children;
    return { ...tree, children: [title!, ...views, ...rest] };
  });
}

function el(tag: string, attributes: Record<string, string>, children: readonly (SvgNode | string)[] = []): SvgNode {
  return { tag, attributes, children };
}

function layerNode(layer: Layer, prefix: string): SvgNode {
  return el(
    'g',
    { 'data-layer': layer.name },
    layer.shapes.map((s) => shapeNode(s, prefix)),
  );
}

function shapeNode(shape: Shape, prefix: string): SvgNode {
  if (shape.kind === 'text') return textNode(shape);
  const attributes: Record<string, string> = {
    fill: shape.fill.startsWith('pattern:') ? `url(#${prefix}${shape.fill.slice('pattern:'.length)})` : shape.fill,
  };
  if (shape.stroke !== 'none') {
    attributes.stroke = shape.stroke;
    attributes['stroke-width'] = num(shape.strokeWidth);
    if (shape.dash) attributes['stroke-dasharray'] = shape.dash.map(num).join(' ');
    if (shape.cap && shape.cap !== 'butt') attributes['stroke-linecap'] = shape.cap;
  }
  switch (shape.kind) {
    case 'path': {
      const { move } = shape;
      if (move) attributes.transform = `translate(${num(move.x)} ${num(move.y)}) scale(${num(move.scale)})`;
      return el('path', { d: shape.d, ...attributes });
    }
    case 'circle':
      return el('circle', { cx: num(shape.x), cy: num(shape.y), r: num(shape.r), ...attributes });
    case 'rect':
      return el('rect', {
        x: num(shape.x),
        y: num(shape.y),
        width: num(shape.width),
        height: num(shape.height),
        ...(shape.radius > 0 ? { rx: num(shape.radius) } : {}),
        ...attributes,
      });
  }
}

/** Real text. Each stretch names the font that draws it; one text stays one element, so that it can be found and copied. */
function textNode(shape: TextShape): SvgNode {
  const runs = fontRuns(shape.text);
  const family = (i: number): string => `"${runs[i]!.subset.family}", ${CHART_FONT_FAMILY}`;
  const attributes: Record<string, string> = {
    x: num(shape.x),
    y: num(shape.y),
    'font-size': num(shape.size),
    fill: shape.fill,
  };
  if (shape.weight !== 400) attributes['font-weight'] = String(shape.weight);
  if (shape.anchor !== 'start') attributes['text-anchor'] = shape.anchor;
  if (shape.turned) attributes.transform = `rotate(-90 ${num(shape.x)} ${num(shape.y)})`;
  const families = new Set(runs.map((r) => r.subset.family));
  if (families.size <= 1) {
    if (runs.length > 0 && runs[0]!.subset.family !== 'Noto Sans') attributes['font-family'] = family(0);
    return el('text', attributes, [shape.text]);
  }
  // Neighbouring subsets of one family are one stretch: the browser chooses between them by their ranges.
  const spans: { family: string; text: string }[] = [];
  runs.forEach((run, i) => {
    const last = spans.at(-1);
    if (last?.family === family(i)) last.text += run.text;
    else spans.push({ family: family(i), text: run.text });
  });
  return el(
    'text',
    attributes,
    spans.map((s) => el('tspan', { 'font-family': s.family }, [s.text])),
  );
}

/** Millimetres to a thousandth: less than any printer can place. */
function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}
