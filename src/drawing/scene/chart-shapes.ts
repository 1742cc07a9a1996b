import { iconRole } from '../icons/icon-role.ts';
import { visibleText } from '../labels/visible-text.ts';
import { categoryMark } from '../style/categories.ts';
import { type ChartColours, categoryColour, type Theme } from '../style/colours.ts';
import { entityInk, STACK_EDGE, STACK_RADIUS } from '../style/entity-image.ts';
import { DOUBTED_DASH, linePattern, OUTLINE_WIDTH } from '../style/lines.ts';
import { DOUBTFUL_RING } from '../style/rank-badge.ts';
import { iconSide, LABEL_LINE, LABEL_SIZE, LINK_LABEL_SIZE, PROTECTED_RING } from '../style/sizes.ts';
import type { Fitted } from './fit.ts';
import { isGroup, type PlacedGroup } from './fold-content.ts';
import type { LaidEntity, LaidGroup, LaidLine } from './laid-chart.ts';
import { curvePath } from './link-geometry.ts';
import { LINK_LABEL_LINE } from './prepared-chart.ts';
import type { Shape } from './scene.ts';
import { badgeShapes, dashed, doubtfulStroke, rankShapes, symbolShapes } from './symbol-shapes.ts';

/** Chart units → sheet. */
export interface Frame {
  readonly theme: Theme;
  readonly colours: ChartColours;
  readonly fitted: Fitted;
}

const x = (f: Frame, v: number): number => f.fitted.x + v * f.fitted.scale;
const y = (f: Frame, v: number): number => f.fitted.y + v * f.fitted.scale;

/** Baseline of a line of text below the top of its box, as a share of the size. */
export const ASCENT = 0.86;

export function groupShapes(f: Frame, { group, box }: LaidGroup): Shape[] {
  const k = f.fitted.scale;
  const category = categoryMark(group.colour ?? 0);
  const pattern = linePattern(group.strength);
  const ink = category ? categoryColour(f.theme, category.category).ink : f.colours.groupLine;
  return [
    {
      kind: 'rect',
      x: x(f, box.x),
      y: y(f, box.y),
      width: box.width * k,
      height: box.height * k,
      radius: 3 * k,
      fill: category && category.pattern !== '' ? `pattern:${patternId(category.category)}` : f.colours.groupFill,
      stroke: ink,
      strokeWidth: OUTLINE_WIDTH * k,
      ...dashed(pattern.dash, pattern.cap, k),
    },
  ];
}

/** Apart from the box: the ground that keeps a pattern from under the name lies between the two. */
export function groupNameShape(f: Frame, { title, name }: LaidGroup): Shape {
  return {
    kind: 'text',
    text: visibleText(title),
    x: x(f, name.left),
    y: y(f, name.top + 1 + LABEL_SIZE * ASCENT),
    size: LABEL_SIZE * f.fitted.scale,
    weight: 600,
    anchor: 'start',
    fill: f.colours.text2,
  };
}

export function patternId(category: number): string {
  return `category-${category}`;
}

export function lineShape(f: Frame, { drawn, geometry }: LaidLine): Shape {
  const k = f.fitted.scale;
  const { dash, cap } = linePattern(drawn.strength, drawn.width);
  const curve = geometry.curve.map((p) => ({ x: x(f, p.x), y: y(f, p.y) })) as unknown as LaidLine['geometry']['curve'];
  return {
    kind: 'path',
    d: curvePath(curve),
    fill: 'none',
    stroke: f.colours.link,
    strokeWidth: drawn.width * k,
    ...dashed(dash, cap, k),
  };
}

export function arrowShapes(f: Frame, { geometry }: LaidLine): Shape[] {
  return geometry.arrows.map((d) => ({
    kind: 'path',
    d,
    move: { x: f.fitted.x, y: f.fitted.y, scale: f.fitted.scale },
    fill: f.colours.link,
    stroke: 'none',
    strokeWidth: 0,
  }));
}

/**
 * Ground under the labels, so that no line crosses the letters: areas, not a halo round the glyphs, for a stroked text is
 * printed as a second, hidden text. They lie under all labels and symbols, so none can cover a word.
 */
export function labelGrounds(f: Frame, lines: readonly LaidLine[], entities: readonly LaidEntity[]): Shape[] {
  const out: Shape[] = [];
  const ground = (left: number, top: number, width: number, height: number): void => {
    const k = f.fitted.scale;
    out.push({
      kind: 'rect',
      x: x(f, left),
      y: y(f, top),
      width: width * k,
      height: height * k,
      radius: 2 * k,
      fill: groundAt(f, left, top, width, height),
      stroke: 'none',
      strokeWidth: 0,
    });
  };
  for (const { name } of f.fitted.layout.groups) {
    ground(name.left - 2, name.top, name.right - name.left + 4, name.bottom - name.top);
  }
  for (const e of entities) {
    if (e.inside || e.labelWidth === 0) continue;
    const r = e.label;
    ground(r.left, r.top, r.right - r.left, r.bottom - r.top);
  }
  for (const { label } of lines) {
    if (!label) continue;
    const { at, form } = label;
    ground(at.x - form.width / 2, at.y - form.height / 2, form.width, form.height);
  }
  return out;
}

/** The colour a label lies on: that of the enclosure it is wholly inside, else of the sheet. */
function groundAt(f: Frame, left: number, top: number, width: number, height: number): string {
  const around = f.fitted.layout.groups.findLast(
    ({ box: b }) => left >= b.x && top >= b.y && left + width <= b.x + b.width && top + height <= b.y + b.height,
  );
  if (!around) return f.colours.canvas;
  const category = categoryMark(around.group.colour ?? 0);
  return category && category.pattern !== '' ? categoryColour(f.theme, category.category).tint : f.colours.groupFill;
}

export function lineLabelShapes(f: Frame, { label }: LaidLine): Shape[] {
  if (!label) return [];
  const k = f.fitted.scale;
  const top = label.at.y - (label.form.lines.length * LINK_LABEL_LINE) / 2;
  return label.form.lines.map((text, i) => ({
    kind: 'text',
    text,
    x: x(f, label.at.x),
    y: y(f, top + i * LINK_LABEL_LINE + LINK_LABEL_SIZE * ASCENT + 1),
    size: LINK_LABEL_SIZE * k,
    weight: 400,
    anchor: 'middle',
    fill: f.colours.linkLabel,
  }));
}

/** A folded group: a box with the edge of its membership, the edge of another behind it, and the sign of a group. */
function foldedShapes(f: Frame, e: LaidEntity, { group, category }: PlacedGroup): Shape[] {
  const k = f.fitted.scale;
  const ink = entityInk({ protected: false, category, theme: f.theme });
  const [cx, cy, r] = [x(f, e.x), y(f, e.y), e.radius * k];
  const { dash, cap } = linePattern(group.strength);
  const edge = { stroke: ink, strokeWidth: OUTLINE_WIDTH * k };
  return [
    {
      kind: 'path',
      d: STACK_EDGE,
      move: { x: cx, y: cy, scale: r / STACK_RADIUS },
      fill: 'none',
      stroke: ink,
      strokeWidth: OUTLINE_WIDTH,
      cap: 'round',
    },
    {
      kind: 'rect',
      x: cx - r,
      y: cy - r,
      width: 2 * r,
      height: 2 * r,
      radius: 3 * k,
      fill: f.colours.nodeFill,
      ...edge,
      ...dashed(dash, cap, k),
    },
    ...symbolShapes('group', cx, cy, iconSide(e.radius) * k, ink),
    ...badgeShapes(category, cx + r * Math.SQRT1_2, cy + r * Math.SQRT1_2, 12 * k, ink, f.colours.canvas),
  ];
}

export function entityShapes(f: Frame, e: LaidEntity): Shape[] {
  if (isGroup(e.placed)) return foldedShapes(f, e, e.placed);
  const { entity, category = 0, doubtful, rank } = e.placed;
  const k = f.fitted.scale;
  const ink = entityInk({ protected: e.protected, category, theme: f.theme });
  const outline = {
    fill: f.colours.nodeFill,
    stroke: ink,
    strokeWidth: OUTLINE_WIDTH * k,
    ...(entity.doubted ? dashed(DOUBTED_DASH, 'butt', k) : {}),
  };
  const [cx, cy, r] = [x(f, e.x), y(f, e.y), e.radius * k];
  const out: Shape[] = [];
  if (e.inside && entity.type === 'organisation')
    out.push({ kind: 'rect', x: cx - r, y: cy - r, width: 2 * r, height: 2 * r, radius: 2 * k, ...outline });
  else out.push({ kind: 'circle', x: cx, y: cy, r, ...outline });
  if (e.protected) {
    out.push({ kind: 'circle', x: cx, y: cy, r: r + PROTECTED_RING * k, fill: 'none', stroke: ink, strokeWidth: k });
  }
  if (doubtful) {
    const ring = r + (DOUBTFUL_RING + (e.protected ? PROTECTED_RING : 0)) * k;
    out.push({ kind: 'circle', x: cx, y: cy, r: ring, fill: 'none', ...doubtfulStroke(ink, k) });
  }
  if (!e.inside) out.push(...symbolShapes(iconRole(entity), cx, cy, iconSide(e.radius) * k, ink));
  // A protected person's circle holds the pseudonym in the classic skin; the shield moves to its edge.
  else if (e.protected)
    out.push(
      ...badgeGround(f, cx + r * 0.7, cy - r * 0.7, 8 * k),
      ...symbolShapes('protected', cx + r * 0.7, cy - r * 0.7, 13 * k, ink),
    );
  out.push(...badgeShapes(category, cx + r * Math.SQRT1_2, cy + r * Math.SQRT1_2, 12 * k, ink, f.colours.canvas));
  if (rank !== undefined) out.push(...rankShapes(rank, cx, cy, e.radius, k, ink, f.colours));
  return out;
}

function badgeGround(f: Frame, cx: number, cy: number, r: number): Shape[] {
  return [{ kind: 'circle', x: cx, y: cy, r, fill: f.colours.canvas, stroke: 'none', strokeWidth: 0 }];
}

export function entityLabelShapes(f: Frame, e: LaidEntity): Shape[] {
  const k = f.fitted.scale;
  const top = e.label.top + (e.inside ? 0 : 1);
  const middle = (e.label.left + e.label.right) / 2;
  return e.lines
    .filter((text) => text !== '')
    .map((text, i) => ({
      kind: 'text',
      text,
      x: x(f, middle),
      y: y(f, top + i * LABEL_LINE + LABEL_SIZE * ASCENT + 0.5),
      size: LABEL_SIZE * k,
      weight: 400,
      anchor: 'middle',
      fill: e.protected ? f.colours.protected : f.colours.text,
    }));
}
