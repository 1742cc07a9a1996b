import { alterPlacements } from './alter-placements.ts';
import { command } from './command.ts';

/** Pins or unpins items of a chart; no layout moves a pinned item. */
export const pinItems = command({
  id: 'pin-items',
  plan: (state, payload: { chart: string; items: readonly string[]; pinned: boolean }) =>
    alterPlacements(state, payload.chart, payload.items, (p) => {
      if (Boolean(p.pinned) === payload.pinned) return p;
      const { pinned: _, ...rest } = p;
      return payload.pinned ? { ...rest, pinned: true } : rest;
    }),
});
