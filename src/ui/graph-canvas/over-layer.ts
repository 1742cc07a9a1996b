import type { Core } from 'cytoscape';
import type { Id } from '#domain/record';
import type { CanvasLook, CanvasNode, NamesInView, Point } from './canvas-types.ts';
import { NameRoom } from './name-room.ts';

/** Below this zoom the labels that matter are written above the canvas, at a size one can read. */
const LEGIBLE_ZOOM = 0.75;
/** More labels than this would only cover each other. */
const LABELS_MOST = 80;
/** At this zoom and below the canvas itself writes no names of what is not selected. */
const HIDDEN_ZOOM = 0.5;
/** With more items the search for room would cost more than a frame. */
const NAMED_MOST = 400;
/** So many that are not greyed are named though they cover something. */
const OUTSTANDING_MOST = 20;
const SMALL_SIZE = 10;
const SMALL_LINE = 12;

/** Far out, items are dots that keep their size on screen, or they would vanish behind their links. */
export function drawDots(
  context: CanvasRenderingContext2D,
  cy: Core,
  nodes: ReadonlyMap<Id, CanvasNode>,
  chosen: ReadonlySet<Id>,
  look: CanvasLook,
): void {
  const pan = cy.pan();
  const zoom = cy.zoom();
  const radius = Math.min(4, Math.max(1.5, 14 * zoom));
  for (const [id, node] of nodes) {
    const p = cy.getElementById(id).position();
    const isChosen = chosen.has(id);
    context.fillStyle = isChosen ? look.accent : node.data.ring;
    context.globalAlpha = node.greyed ? 0.3 : 1;
    context.beginPath();
    context.arc(p.x * zoom + pan.x, p.y * zoom + pan.y, isChosen ? radius + 2 : radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

/**
 * Names at a size one can read where the canvas below has made them small or left them out: the selected in any case, then their
 * neighbours and, where the canvas writes none, all others as far as they find room, in the order given (the most linked first), what is greyed last.
 * Returns how many of those in view are named, here or by the canvas below.
 */
export function drawSmallLabels(
  context: CanvasRenderingContext2D,
  cy: Core,
  nodes: ReadonlyMap<Id, CanvasNode>,
  order: readonly Id[],
  look: CanvasLook,
): NamesInView {
  const zoom = cy.zoom();
  const pan = cy.pan();
  const inView = new Set<Id>();
  for (const id of order) {
    const p = cy.getElementById(id).position();
    const [x, y] = [p.x * zoom + pan.x, p.y * zoom + pan.y];
    if (x >= 0 && y >= 0 && x <= cy.width() && y <= cy.height()) inView.add(id);
  }
  if (zoom >= LEGIBLE_ZOOM) return { shown: inView.size, of: inView.size };
  const named = new Set<Id>();
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = look.canvas;
  const room = new NameRoom();
  const write = (id: Id, weight: 400 | 600, must = false) => {
    const node = nodes.get(id);
    if (!node) return;
    const { data } = node;
    const p = cy.getElementById(id).position();
    const x = p.x * zoom + pan.x;
    const y = p.y * zoom + pan.y;
    if (x < -60 || y < -30 || x > cy.width() + 60 || y > cy.height() + 30) return;
    const below = y + (data.labelPlace === 'inside' ? -6 : (data.diameter / 2) * zoom + 3);
    const lines = data.label.split('\n');
    context.font = `${weight} ${SMALL_SIZE}px ${look.font}`;
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
    const box = { x1: x - half, x2: x + half, y1: below, y2: below + SMALL_LINE * lines.length };
    if (!must && !room.isFree(box)) return;
    room.take(box);
    named.add(id);
    if (weight === 600) {
      // Of the names the canvas wrote below, none shines through.
      context.globalAlpha = 0.85;
      context.fillStyle = look.canvas;
      context.fillRect(box.x1 - 1, box.y1 - 1, box.x2 - box.x1 + 2, box.y2 - box.y1 + 1);
      context.globalAlpha = 1;
    }
    context.fillStyle = data.textColour;
    context.globalAlpha = node.greyed ? 0.3 : 1;
    lines.forEach((line, i) => {
      context.strokeText(line, x, below + SMALL_LINE * i);
      context.fillText(line, x, below + SMALL_LINE * i);
    });
  };
  const chosen = new Set(cy.nodes(':selected').map((node) => node.id()));
  const near = cy.nodes('.near').filter((node) => !chosen.has(node.id()));
  for (const id of chosen) write(id, 600, true);
  if (near.length <= LABELS_MOST)
    near.forEach((node) => {
      write(node.id(), 600);
    });
  if (zoom <= HIDDEN_ZOOM && order.length <= NAMED_MOST) {
    for (const id of order) {
      const p = cy.getElementById(id).position();
      const r = 9 * zoom;
      const x = p.x * zoom + pan.x;
      const y = p.y * zoom + pan.y;
      room.take({ x1: x - r, y1: y - r, x2: x + r, y2: y + r });
    }
    const others = order.filter((id) => !chosen.has(id) && !near.getElementById(id).nonempty());
    const pale = others.filter((id) => nodes.get(id)?.greyed);
    const plain = others.filter((id) => !nodes.get(id)?.greyed);
    // A few that stand out among many pale ones are named in any case.
    const must = pale.length > 0 && plain.length <= OUTSTANDING_MOST;
    for (const id of plain) write(id, 400, must);
    for (const id of pale) write(id, 400);
  }
  context.textAlign = 'start';
  context.globalAlpha = 1;
  const isAll = zoom > HIDDEN_ZOOM;
  return { shown: isAll ? inView.size : [...inView].filter((id) => named.has(id)).length, of: inView.size };
}

/** Rings where what is dragged would come to rest. */
export function drawRests(
  context: CanvasRenderingContext2D,
  cy: Core,
  rest: (at: Point) => Point,
  look: CanvasLook,
): void {
  const pan = cy.pan();
  const zoom = cy.zoom();
  context.strokeStyle = look.accent;
  context.lineWidth = 1.5;
  context.setLineDash([3, 3]);
  cy.nodes(':grabbed').forEach((node) => {
    const at = rest(node.position());
    context.beginPath();
    context.arc(at.x * zoom + pan.x, at.y * zoom + pan.y, node.renderedWidth() / 2, 0, 2 * Math.PI);
    context.stroke();
  });
  context.setLineDash([]);
}

/** The ring of the keyboard; not the same as selected. */
export function drawFocus(context: CanvasRenderingContext2D, cy: Core, id: Id, look: CanvasLook): void {
  const node = cy.getElementById(id);
  if (node.empty()) return;
  const at = node.renderedPosition();
  context.strokeStyle = look.accent;
  context.lineWidth = 2;
  context.setLineDash([5, 3]);
  context.beginPath();
  context.arc(at.x, at.y, node.renderedWidth() / 2 + 8, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}
