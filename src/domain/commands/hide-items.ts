import { alterPlacements } from './alter-placements.ts';
import { command } from './command.ts';

/** Hides or reveals entities and links on one chart; the records stay. */
export const hideItems = command({
  id: 'hide-items',
  plan: (state, payload: { chart: string; items: readonly string[]; hidden: boolean }) =>
    alterPlacements(state, payload.chart, payload.items, (p) => {
      if (Boolean(p.hidden) === payload.hidden) return p;
      const { hidden: _, ...rest } = p;
      return payload.hidden ? { ...rest, hidden: true } : rest;
    }),
});
