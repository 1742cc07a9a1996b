import type { Step } from '../change/step.ts';
import { type Placement, placementId } from '../chart/placement.ts';
import { command } from './command.ts';
import { gone } from './edit.ts';

/** Puts entities on a chart. What is there already stays where it is, and is revealed when it was hidden. */
export const placeItems = command({
  id: 'place-items',
  plan(state, payload: { chart: string; items: readonly { id: string; x: number; y: number }[] }) {
    if (!state.find('chart', payload.chart)) return gone(payload.chart);
    const steps = new Map<string, Step>();
    for (const item of payload.items) {
      if (!state.entity(item.id)) return gone(item.id);
      const id = placementId(payload.chart, item.id);
      const before = state.find('placement', id);
      if (before) {
        if (!before.hidden) continue;
        const { hidden: _, ...after } = before;
        steps.set(id, { id, before, after });
      } else {
        const after: Placement = { id, kind: 'placement', chart: payload.chart, item: item.id, x: item.x, y: item.y };
        steps.set(id, { id, before: null, after });
      }
    }
    return [...steps.values()];
  },
});
