import { alterPlacements } from './alter-placements.ts';
import { command } from './command.ts';

/** A drag on drop: new positions in whole chart units. */
export const moveItems = command({
  id: 'move-items',
  plan(state, payload: { chart: string; items: readonly { id: string; x: number; y: number }[] }) {
    const to = new Map(payload.items.map((i) => [i.id, i]));
    return alterPlacements(state, payload.chart, to.keys(), (p) => {
      const at = to.get(p.item);
      return !at || (at.x === p.x && at.y === p.y) ? p : { ...p, x: at.x, y: at.y };
    });
  },
});
