import { centred, Obstacles, SLIDES } from '#drawing/scene/label-placement';
import { LABEL_LINE, LINK_LABEL_SIZE } from '#drawing/style/sizes';
import type { CanvasEdge, CanvasNode } from '#ui/graph-canvas/index';

/** With more lines than this no label is read at a zoom that shows them all. */
const MOST = 600;
/** Mean width of a letter, as a share of its size. */
const LETTER = 0.52;

/**
 * Where the labels of links go, so that none covers a symbol, a name or another label: each slides along its line between 30 and
 * 70 %; one that finds no room stays unseen until the line is pointed at or selected. The heaviest lines choose first.
 */
export function placeLinkLabels(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): readonly CanvasEdge[] {
  if (edges.length > MOST) return edges;
  const at = new Map(nodes.map((n) => [n.data.id, n]));
  const obstacles = new Obstacles();
  for (const { data, x, y } of nodes) {
    obstacles.add(centred({ x, y }, data.diameter, data.diameter), 1);
    if (data.labelPlace === 'inside') continue;
    const lines = data.label.split('\n');
    const width = 11 * LETTER * Math.max(...lines.map((line) => line.length));
    const height = LABEL_LINE * lines.length;
    obstacles.add(centred({ x, y: y + data.diameter / 2 + 4 + height / 2 }, width, height), 1);
  }
  const placed = new Map<string, CanvasEdge>();
  const order = [...edges].sort(
    (a, b) =>
      b.data.width - a.data.width || a.data.label.length - b.data.label.length || (a.data.id < b.data.id ? -1 : 1),
  );
  for (const edge of order) {
    const from = at.get(edge.data.source);
    const to = at.get(edge.data.target);
    if (!from || !to || edge.data.label === '') continue;
    const width = LINK_LABEL_SIZE * LETTER * edge.data.label.length + 4;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    // A bowed line's label stays in its middle: Cytoscape knows where that is, this place does not.
    const slides = edge.data.curve === 'straight' ? SLIDES : [0.5];
    let found: CanvasEdge | undefined;
    for (const t of slides) {
      const p = { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
      const box = centred(p, width, LABEL_LINE);
      if (obstacles.cost(box) > 0) continue;
      obstacles.add(box, 1);
      found = { ...edge, labelX: Math.round(p.x - middle.x), labelY: Math.round(p.y - middle.y) };
      break;
    }
    placed.set(edge.data.id, found ?? { ...edge, quiet: true });
  }
  return edges.map((e) => placed.get(e.data.id) ?? e);
}

/** The same list with the objects of `before` wherever nothing about them changed, so that the canvas has less to do. */
export function keepSame(before: readonly CanvasEdge[], now: readonly CanvasEdge[]): readonly CanvasEdge[] {
  const old = new Map(before.map((e) => [e.data.id, e]));
  return now.map((e) => {
    const o = old.get(e.data.id);
    const same =
      o !== undefined &&
      o.data === e.data &&
      Boolean(o.greyed) === Boolean(e.greyed) &&
      Boolean(o.quiet) === Boolean(e.quiet) &&
      (o.labelX ?? 0) === (e.labelX ?? 0) &&
      (o.labelY ?? 0) === (e.labelY ?? 0);
    return same ? o : e;
  });
}
