import type { Id } from '#domain/record';
import type { CanvasEdge, CanvasLook, CanvasNode, Point } from './canvas-types.ts';
import type { PlainScene } from './plain-scene.ts';

/** A small edit of a large chart, as it is shown until the canvas below has caught up. */
export interface Early {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
  readonly gone: readonly CanvasNode[];
}

/** More changes at once than this are no edit by hand. */
const EARLY_MOST = 60;

/** What a small edit changed, to be drawn above; null when it is no small edit. */
export function earlyOf(
  before: Pick<PlainScene, 'nodes' | 'edges'>,
  nodes: readonly CanvasNode[],
  edges: readonly CanvasEdge[],
): Early | null {
  const few = EARLY_MOST;
  if (Math.abs(nodes.length - before.nodes.length) + Math.abs(edges.length - before.edges.length) > few) return null;
  const oldNodes = new Set(before.nodes);
  const oldEdges = new Set(before.edges);
  const addedNodes = nodes.filter((n) => !oldNodes.delete(n));
  const addedEdges = edges.filter((e) => !oldEdges.delete(e));
  if (addedNodes.length + addedEdges.length + oldNodes.size + oldEdges.size > few) return null;
  return { nodes: addedNodes, edges: addedEdges, gone: [...oldNodes] };
}

/** Draws an edit with the look of the chart, symbols aside: they come when the canvas below is drawn. */
export function drawEarly(
  context: CanvasRenderingContext2D,
  early: Early,
  look: CanvasLook,
  pan: Point,
  zoom: number,
  placeOf: (id: Id) => CanvasNode | undefined,
): void {
  const at = (p: Point): Point => ({ x: p.x * zoom + pan.x, y: p.y * zoom + pan.y });
  for (const node of early.gone) {
    const p = at(node);
    context.fillStyle = look.canvas;
    context.beginPath();
    context.arc(p.x, p.y, (node.data.diameter / 2 + 6) * zoom, 0, 2 * Math.PI);
    context.fill();
  }
  context.textAlign = 'center';
  context.lineJoin = 'round';
  for (const { data } of early.edges) {
    const from = placeOf(data.source);
    const to = placeOf(data.target);
    if (!from || !to) continue;
    const a = at(from);
    const b = at(to);
    context.strokeStyle = look.accent;
    context.lineWidth = data.width;
    context.setLineDash([...look.dash(data.strength, data.width)]);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
    context.setLineDash([]);
    text(context, look, data.label, (a.x + b.x) / 2, (a.y + b.y) / 2, zoom);
  }
  for (const node of early.nodes) {
    const p = at(node);
    const r = (node.data.diameter / 2) * zoom;
    context.fillStyle = look.canvas;
    context.strokeStyle = node.data.ring;
    context.lineWidth = 1.25;
    context.beginPath();
    context.arc(p.x, p.y, r, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
    node.data.label.split('\n').forEach((line, i) => {
      text(context, look, line, p.x, p.y + r + (10 + 13 * i) * Math.max(zoom, 0.7), Math.max(zoom, 0.7));
    });
  }
  context.textAlign = 'start';
}

function text(
  context: CanvasRenderingContext2D,
  look: CanvasLook,
  words: string,
  x: number,
  y: number,
  zoom: number,
): void {
  context.font = `${11 * zoom}px ${look.font}`;
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = look.canvas;
  context.strokeText(words, x, y);
  context.fillStyle = look.text;
  context.fillText(words, x, y);
}
