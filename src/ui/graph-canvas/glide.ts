import type { Core } from 'cytoscape';
import type { PlacedItem } from './canvas-types.ts';

/** Items move to new places in so many ms, or stand there at once where that is asked for, or where many move. */
export async function glide(cy: Core, to: readonly PlacedItem[], ms: number): Promise<void> {
  if (ms <= 0 || to.length > 500 || window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    cy.batch(() => {
      for (const { id, x, y } of to) cy.getElementById(id).position({ x, y });
    });
    return;
  }
  const moves = to
    .map(({ id, x, y }) => ({ node: cy.getElementById(id), x, y }))
    .filter((m) => m.node.nonempty())
    .map((m) => ({ ...m, from: { ...m.node.position() } }));
  const start = performance.now();
  await new Promise<void>((done) => {
    const frame = (now: number): void => {
      if (cy.destroyed()) {
        done();
        return;
      }
      const t = Math.min(1, Math.max(0, (now - start) / ms));
      const eased = 1 - (1 - t) ** 3;
      cy.batch(() => {
        for (const { node, x, y, from } of moves)
          node.position({ x: from.x + (x - from.x) * eased, y: from.y + (y - from.y) * eased });
      });
      if (t < 1) requestAnimationFrame(frame);
      else done();
    };
    requestAnimationFrame(frame);
  });
}
