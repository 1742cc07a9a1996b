import type { Id } from '#domain/record';
import type { ChartView } from './chart-view.ts';
import { type ShownEdge, ShownNode } from './shown.ts';

/** The pale copies of items and lines, so that the canvas is handed the very same ones again. */
const paleNodes = new WeakMap<ShownNode, ShownNode>();
const paleEdges = new WeakMap<ShownEdge, ShownEdge>();

/** A chart on which everything but these entities and links is drawn pale, and pale lines say nothing. A folded group is brought out with any member. */
export function broughtOut(view: ChartView, items: ReadonlySet<Id>): ChartView {
  const groups = new Set(view.folded.filter((f) => f.members.some((m) => items.has(m.id))).map((f) => f.group.id));
  return {
    ...view,
    nodes: view.nodes.map((n) => (items.has(n.id) || groups.has(n.id) || n.greyed ? n : paleNode(n))),
    edges: view.edges.map((e) => (e.greyed || e.links.some((id) => items.has(id)) ? e : paleEdge(e))),
  };
}

function paleNode(node: ShownNode): ShownNode {
  let pale = paleNodes.get(node);
  if (!pale) {
    pale = new ShownNode(
      { item: node.id, x: node.x, y: node.y },
      { ink: node.ink, category: node.category, greyed: true },
      node.look,
    );
    paleNodes.set(node, pale);
  }
  return pale;
}

function paleEdge(edge: ShownEdge): ShownEdge {
  let pale = paleEdges.get(edge);
  if (!pale) {
    pale = edge.faded(true).labelled('quiet');
    paleEdges.set(edge, pale);
  }
  return pale;
}
