import { centred, Obstacles, SLIDES } from '#drawing/scene/label-placement';
import { LABEL_LINE, LINK_LABEL_SIZE } from '#drawing/style/sizes';
import type { CanvasNode } from '#ui/graph-canvas/index';
import type { ShownEdge } from './shown.ts';

/** With more lines than this no label is read at a zoom that shows them all. */
export const LABELLED_LINES = 600;
/** Mean width of a letter, as a share of its size. */
const LETTER = 0.52;

/**
 * Where the labels of links go, so that none covers a symbol, a name or another label: each slides along its line between 30 and
 * 70 %; one that finds no room stays unseen until the line is pointed at or selected. The heaviest lines choose first.
 */
export function placeLinkLabels(nodes: readonly CanvasNode[], edges: readonly ShownEdge[]): readonly ShownEdge[] {
  if (edges.length > LABELLED_LINES) return edges;
  const at = new Map(nodes.map((n) => [n.id, n]));
  const obstacles = new Obstacles();
  for (const { data, x, y } of nodes) {
    obstacles.add(centred({ x, y }, data.diameter, data.diameter), 1);
    if (data.labelPlace === 'inside') continue;
    const lines = data.label.split('\n');
    const width = 11 * LETTER * Math.max(...lines.map((line) => line.length));
    const height = LABEL_LINE * lines.length;
    obstacles.add(centred({ x, y: y + data.diameter / 2 + 4 + height / 2 }, width, height), 1);
  }
  const placed = new Map<string, ShownEdge>();
  const order = [...edges].sort(
    (a, b) => b.width - a.width || a.data.label.length - b.data.label.length || (a.id < b.id ? -1 : 1),
  );
  for (const edge of order) {
    const from = at.get(edge.source);
    const to = at.get(edge.target);
    if (!from || !to || edge.data.label === '') continue;
    const width = LINK_LABEL_SIZE * LETTER * edge.data.label.length + 4;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    // A bowed line's label stays in its middle: Cytoscape knows where that is, this place does not.
    const slides = edge.data.curve === 'straight' ? SLIDES : [0.5];
    let found: ShownEdge | undefined;
    for (const t of slides) {
      const p = { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
      const box = centred(p, width, LABEL_LINE);
      if (obstacles.cost(box) > 0) continue;
      obstacles.add(box, 1);
      found = edge.labelled({ x: Math.round(p.x - middle.x), y: Math.round(p.y - middle.y) });
      break;
    }
    placed.set(edge.id, found ?? edge.labelled('quiet'));
  }
  return edges.map((e) => placed.get(e.id) ?? e);
}

/** The same list with the objects of `before` wherever nothing about them changed, so that the canvas has less to do. */
export function keepSame(before: readonly ShownEdge[], now: readonly ShownEdge[]): readonly ShownEdge[] {
  if (before.length === now.length && now.every((e, i) => e === before[i])) return before;
  if (now.length > LABELLED_LINES) return now;
  const old = new Map(before.map((e) => [e.id, e]));
  return now.map((e) => {
    const o = old.get(e.id);
    const same =
      o !== undefined &&
      o.data === e.data &&
      o.greyed === e.greyed &&
      o.quiet === e.quiet &&
      o.labelX === e.labelX &&
      o.labelY === e.labelY;
    return same ? o : e;
  });
}
