import type { Group } from '../chart/group.ts';
import { command } from './command.ts';
import { gone, planMake } from './edit.ts';

/** Draws a named box round items of a chart. An item may be in several. */
export const groupItems = command({
  id: 'group-items',
  plan(state, payload: { groups: readonly Group[] }) {
    for (const g of payload.groups) {
      if (!state.find('chart', g.chart)) return gone(g.chart);
      for (const m of g.members) if (!state.entity(m)) return gone(m);
    }
    return planMake(state, payload.groups);
  },
});
