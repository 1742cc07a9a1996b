import type { Id } from '#domain/record';
import type { CanvasGroup, CanvasNode, Point } from './canvas-types.ts';
import type { Bounds } from './fit-view.ts';

export const GROUP_PADDING = 14;
/** Room for the name above the members. */
export const GROUP_TITLE = 18;
const TITLE_SIZE = 11;

/** Bounds round a group's members with room for its name, chart units; null when none of them is on the canvas. */
export function groupBox(members: readonly Id[], boxOf: (id: Id) => Bounds | undefined): Bounds | null {
  let x1 = Number.POSITIVE_INFINITY;
  let y1 = Number.POSITIVE_INFINITY;
  let x2 = Number.NEGATIVE_INFINITY;
  let y2 = Number.NEGATIVE_INFINITY;
  for (const id of members) {
    const b = boxOf(id);
    if (!b) continue;
    x1 = Math.min(x1, b.x1);
    y1 = Math.min(y1, b.y1);
    x2 = Math.max(x2, b.x2);
    y2 = Math.max(y2, b.y2);
  }
  if (x1 === Number.POSITIVE_INFINITY) return null;
  return {
    x1: x1 - GROUP_PADDING,
    y1: y1 - GROUP_PADDING - GROUP_TITLE,
    x2: x2 + GROUP_PADDING,
    y2: y2 + GROUP_PADDING,
  };
}

/** What an item covers with its name, as far as its letters can be guessed, chart units. */
export function itemBox({ x, y }: Point, { diameter, label, labelPlace }: CanvasNode['data']): Bounds {
  const r = diameter / 2 + 4;
  if (labelPlace === 'inside') return { x1: x - r, y1: y - r, x2: x + r, y2: y + r };
  const lines = label.split('\n');
  const half = Math.max(r, 3 * Math.max(...lines.map((l) => l.length)));
  return { x1: x - half, y1: y - r, x2: x + half, y2: y + r + 13 * lines.length };
}

/** How many items stand in the frame of a group, by their middles, without being of it. */
export function strangersIn(
  members: readonly Id[],
  nodes: readonly Pick<CanvasNode, 'id' | 'x' | 'y' | 'data'>[],
): number {
  const own = new Set(members);
  const boxes = new Map(nodes.flatMap((n) => (own.has(n.id) ? [[n.id, itemBox(n, n.data)]] : [])));
  const frame = groupBox(members, (id) => boxes.get(id));
  if (!frame) return 0;
  const { x1, x2, y1, y2 } = frame;
  return nodes.filter((n) => !own.has(n.id) && n.x > x1 && n.x < x2 && n.y > y1 && n.y < y2).length;
}

/** The group whose name or edge is at this point, topmost first; the inside of a box belongs to what lies in it. */
export function groupAt(
  point: Point,
  groups: readonly CanvasGroup[],
  boxOf: (id: Id) => Bounds | undefined,
  reach: number,
): CanvasGroup | null {
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i]!;
    const b = groupBox(group.members, boxOf);
    if (!b) continue;
    const inside =
      point.x >= b.x1 - reach && point.x <= b.x2 + reach && point.y >= b.y1 - reach && point.y <= b.y2 + reach;
    if (!inside) continue;
    const deep =
      point.x > b.x1 + reach && point.x < b.x2 - reach && point.y > b.y1 + GROUP_TITLE + 4 && point.y < b.y2 - reach;
    if (!deep) return group;
  }
  return null;
}

const tiles = new Map<string, CanvasPattern | null>();

function tile(context: CanvasRenderingContext2D, group: CanvasGroup, ratio: number): CanvasPattern | null {
  const key = `${group.line} ${group.fill} ${group.patternFilled} ${ratio} ${group.pattern}`;
  let made = tiles.get(key);
  if (made === undefined) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.round(8 * ratio);
    const c = canvas.getContext('2d')!;
    c.scale(canvas.width / 8, canvas.width / 8);
    c.fillStyle = group.fill;
    c.fillRect(0, 0, 8, 8);
    c.globalAlpha = 0.35;
    c.strokeStyle = c.fillStyle = group.line;
    c.lineWidth = 1;
    const path = new Path2D(group.pattern);
    if (group.patternFilled) c.fill(path);
    else c.stroke(path);
    made = context.createPattern(canvas, 'repeat');
    tiles.set(key, made);
  }
  made?.setTransform(new DOMMatrix().scale(1 / ratio));
  return made;
}

/** Draws all enclosures, the larger behind the smaller. `context` is scaled to CSS px; pan and zoom are Cytoscape's. */
export function drawGroups(
  context: CanvasRenderingContext2D,
  groups: readonly CanvasGroup[],
  boxOf: (id: Id) => Bounds | undefined,
  view: { readonly pan: Point; readonly zoom: number; readonly ratio: number; readonly font: string },
  chosen: ReadonlySet<Id>,
  accent: string,
): void {
  const boxes: { group: CanvasGroup; box: Bounds }[] = [];
  for (const group of groups) {
    const box = groupBox(group.members, boxOf);
    if (box) boxes.push({ group, box });
  }
  boxes.sort((a, b) => area(b.box) - area(a.box));
  for (const { group, box } of boxes) {
    const x = Math.round(box.x1 * view.zoom + view.pan.x) + 0.5;
    const y = Math.round(box.y1 * view.zoom + view.pan.y) + 0.5;
    const w = Math.round((box.x2 - box.x1) * view.zoom);
    const h = Math.round((box.y2 - box.y1) * view.zoom);
    context.globalAlpha = 0.75;
    context.fillStyle = (group.pattern === '' ? null : tile(context, group, view.ratio)) ?? group.fill;
    context.fillRect(x, y, w, h);
    context.globalAlpha = 1;
    const isChosen = chosen.has(group.id);
    context.strokeStyle = isChosen ? accent : group.line;
    context.lineWidth = isChosen ? 2 : 1.25;
    context.setLineDash([...group.dash]);
    context.strokeRect(x, y, w, h);
    context.setLineDash([]);
  }
  // Names after all boxes: an overlapping box must not cover them.
  for (const { group, box } of boxes) {
    const x = Math.round(box.x1 * view.zoom + view.pan.x) + 6;
    const y = Math.round(box.y1 * view.zoom + view.pan.y) + 5;
    const room = Math.round((box.x2 - box.x1) * view.zoom) - 12;
    if (room < 28) continue;
    context.font = `600 ${TITLE_SIZE * Math.min(1.4, Math.max(0.85, view.zoom))}px ${view.font}`;
    context.textBaseline = 'top';
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = group.fill;
    context.strokeText(group.name, x, y, room);
    context.fillStyle = group.text;
    context.fillText(group.name, x, y, room);
  }
}

function area(b: Bounds): number {
  return (b.x2 - b.x1) * (b.y2 - b.y1);
}
