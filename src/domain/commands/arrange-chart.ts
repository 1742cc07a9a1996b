import { foldingOn } from '../chart/folding.ts';
import { command } from './command.ts';
import { moveItems } from './move-items.ts';

/** A layout run, on stop. Pinned items, and folded groups with a pinned member, stay where they are, whatever the positions say. */
export const arrangeChart = command({
  id: 'arrange-chart',
  plan(state, payload: { chart: string; layout: string; items: readonly { id: string; x: number; y: number }[] }) {
    const { groups } = foldingOn(state, payload.chart);
    const free = payload.items.filter(
      (i) => !(state.find('placement', `${payload.chart}.${i.id}`)?.pinned || groups.get(i.id)?.pinned),
    );
    return moveItems.plan(state, { chart: payload.chart, items: free });
  },
});
