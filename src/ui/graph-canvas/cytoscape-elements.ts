import type { Core } from 'cytoscape';
import type { CanvasEdge, CanvasNode } from './canvas-types.ts';
import type { Difference } from './difference.ts';

/** Adds, changes and removes Cytoscape's elements in one batch; what is added while symbols are dots is one too. */
export function alterElements(
  cy: Core,
  nodes: Difference<CanvasNode>,
  edges: Difference<CanvasEdge>,
  dots: boolean,
): void {
  cy.batch(() => {
    for (const id of [...edges.removed, ...nodes.removed]) cy.getElementById(id).remove();
    // An edge whose end is another now is another edge to Cytoscape, which cannot move it within a batch of additions.
    const again: CanvasEdge[] = [];
    for (const { before, after } of edges.changed)
      if (before.data.source !== after.data.source || before.data.target !== after.data.target) {
        cy.getElementById(after.data.id).remove();
        again.push(after);
      }
    if (nodes.added.length)
      cy.add(
        nodes.added.map((n) => ({
          group: 'nodes' as const,
          data: { ...n.data },
          position: { x: n.x, y: n.y },
          classes: `${n.greyed ? 'greyed' : ''}${dots ? ' dot' : ''}`,
        })),
      );
    for (const { before, after } of nodes.changed) {
      const node = cy.getElementById(after.data.id);
      if (before.data !== after.data) node.data({ ...after.data });
      if (!node.grabbed()) node.position({ x: after.x, y: after.y });
      if (before.greyed !== after.greyed) node.toggleClass('greyed', after.greyed === true);
    }
    const lines = [...edges.added, ...again];
    if (lines.length)
      cy.add(
        lines.map((e) => ({
          group: 'edges' as const,
          data: edgeFields(e),
          classes: `${e.greyed ? 'greyed' : ''}${e.quiet ? ' quiet' : ''}`,
        })),
      );
    for (const { before, after } of edges.changed) {
      if (again.includes(after)) continue;
      const edge = cy.getElementById(after.data.id);
      if (before.data !== after.data || before.labelX !== after.labelX || before.labelY !== after.labelY)
        edge.data(edgeFields(after));
      edge.toggleClass('greyed', after.greyed === true);
      edge.toggleClass('quiet', after.quiet === true);
    }
  });
}

/** The canvas's own copy: Cytoscape writes into what it is given. */
function edgeFields(e: CanvasEdge): Record<string, unknown> {
  return { ...e.data, labelX: e.labelX ?? 0, labelY: e.labelY ?? 0 };
}
