import type { Core } from 'cytoscape';
import type { Id } from '#domain/record';

export const ZOOM_LEAST = 0.03;
export const ZOOM_MOST = 4;
const FIT_MOST = 1.5;
/** Room round a chart that is fitted, px. */
const FIT_EDGE = 40;

interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/**
 * Shows everything, or these items, as large as it goes, at most at 150 %. Where an item would lie under something that stands in
 * a corner of the canvas (marked `data-canvas-corner`), that side gives way.
 */
export function fitView(cy: Core, frame: HTMLElement, ids?: readonly Id[]): void {
  const wanted = ids && new Set(ids);
  const nodes = wanted ? cy.nodes().filter((n) => wanted.has(n.id())) : cy.nodes();
  if (nodes.empty()) {
    cy.viewport({ zoom: 1, pan: { x: cy.width() / 2, y: cy.height() / 2 } });
    return;
  }
  const bounds = nodes.boundingBox({ includeOverlays: false, includeUnderlays: false });
  const insets: Insets = { top: FIT_EDGE, right: FIT_EDGE, bottom: FIT_EDGE, left: FIT_EDGE };
  show(cy, bounds, insets);
  const zoom = cy.zoom();
  const pan = cy.pan();
  const points = nodes.nodes().map((n) => ({ x: n.position().x * zoom + pan.x, y: n.position().y * zoom + pan.y }));
  let covered = false;
  for (const c of corners(frame)) {
    if (!points.some((p) => p.x > c.left - 12 && p.x < c.right + 12 && p.y > c.top - 12 && p.y < c.bottom + 24))
      continue;
    covered = true;
    // On the right a column gives way, at the left a row: the block and the zoom are wide, the legend is tall.
    if (c.left > cy.width() / 2) insets.right = Math.max(insets.right, cy.width() - c.left + FIT_EDGE / 2);
    else if (c.top < cy.height() / 2) insets.top = Math.max(insets.top, c.bottom + FIT_EDGE / 2);
    else insets.bottom = Math.max(insets.bottom, cy.height() - c.top + FIT_EDGE / 2);
  }
  if (covered) show(cy, bounds, insets);
}

function show(
  cy: Core,
  box: { readonly x1: number; readonly y1: number; readonly w: number; readonly h: number },
  insets: Insets,
): void {
  const width = Math.max(80, cy.width() - insets.left - insets.right);
  const height = Math.max(80, cy.height() - insets.top - insets.bottom);
  const zoom = Math.min(FIT_MOST, Math.max(ZOOM_LEAST, Math.min(width / box.w, height / box.h)));
  cy.viewport({
    zoom,
    pan: {
      x: insets.left + width / 2 - (box.x1 + box.w / 2) * zoom,
      y: insets.top + height / 2 - (box.y1 + box.h / 2) * zoom,
    },
  });
}

/** Boxes over the canvas, from its top left corner. */
function corners(frame: HTMLElement): DOMRect[] {
  const own = frame.getBoundingClientRect();
  return [...(frame.parentElement?.querySelectorAll('[data-canvas-corner]') ?? [])].map((element) => {
    const r = element.getBoundingClientRect();
    return new DOMRect(r.left - own.left, r.top - own.top, r.width, r.height);
  });
}
