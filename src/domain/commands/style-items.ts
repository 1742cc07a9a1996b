import type { Category } from '../chart/placement.ts';
import { alterPlacements } from './alter-placements.ts';
import { command } from './command.ts';

/** Gives items of a chart a colour category (with its shape and pattern), or takes it away. */
export const styleItems = command({
  id: 'style-items',
  plan: (state, payload: { chart: string; items: readonly string[]; colour?: Category }) =>
    alterPlacements(state, payload.chart, payload.items, (p) => {
      if (p.colour === payload.colour) return p;
      const { colour: _, ...rest } = p;
      return payload.colour ? { ...rest, colour: payload.colour } : rest;
    }),
});
