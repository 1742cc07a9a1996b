import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import type { Id } from '#domain/record';
import type { CanvasEdge } from './canvas-types.ts';

/** Shows in Cytoscape what is selected, and by class what is near to it and what far from it. */
export function markSelected(
  cy: Core,
  selection: readonly Id[],
  isItem: (id: Id) => boolean,
  edges: ReadonlyMap<Id, CanvasEdge>,
): void {
  const chosen = new Set(selection);
  cy.batch(() => {
    cy.elements(':selected').forEach((e) => {
      if (!isChosen(e as NodeSingular | EdgeSingular, chosen)) e.unselect();
    });
    for (const id of chosen) {
      const e = cy.getElementById(id);
      if (e.nonempty() && !e.selected()) e.select();
    }
    if (!selection.every(isItem))
      for (const [id, edge] of edges) if (edge.data.links.some((l) => chosen.has(l))) cy.getElementById(id).select();
    const selected = cy.elements(':selected');
    const near = selected
      .union(selected.nodes().connectedEdges())
      .union(selected.nodes().neighborhood('node'))
      .union(selected.edges().connectedNodes());
    cy.elements('.near').difference(near).removeClass('near');
    near.difference(selected.nodes()).addClass('near');
    selected.nodes().removeClass('near');
    if (selected.empty()) cy.elements('.far').removeClass('far');
    else {
      near.removeClass('far');
      cy.elements().difference(near).addClass('far');
    }
  });
}

/** Ids of the entities and links selected in Cytoscape: those selected before in their order, then the new ones. */
export function selectedIn(cy: Core, before: readonly Id[]): Id[] {
  const now = new Set<Id>(cy.nodes(':selected').map((n) => n.id()));
  cy.edges(':selected').forEach((e) => {
    for (const id of e.data('links') as Id[]) now.add(id);
  });
  return [...new Set([...before.filter((id) => now.has(id)), ...now])];
}

function isChosen(e: NodeSingular | EdgeSingular, chosen: ReadonlySet<Id>): boolean {
  if (chosen.has(e.id())) return true;
  return e.isEdge() && (e.data('links') as readonly Id[]).some((l) => chosen.has(l));
}
