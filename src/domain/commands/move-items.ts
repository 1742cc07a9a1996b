import type { CaseState } from '../change/case-state.ts';
import { foldingOn } from '../chart/folding.ts';
import type { Id } from '../record.ts';
import { alterPlacements } from './alter-placements.ts';
import { command } from './command.ts';

interface Place {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
}

/** Where members go when a folded group is moved: each by as much as the group. Everything else as it stands. */
function withMembers(state: CaseState, chart: Id, items: readonly Place[]): readonly Place[] {
  if (!items.some((i) => state.find('group', i.id))) return items;
  const { groups } = foldingOn(state, chart);
  return items.flatMap((item) => {
    const folded = groups.get(item.id);
    if (!folded) return [item];
    return folded.stands.map((p) => ({ id: p.item, x: p.x + item.x - folded.x, y: p.y + item.y - folded.y }));
  });
}

/** A drag on drop: new positions in whole chart units. A folded group takes the members it stands for along. */
export const moveItems = command({
  id: 'move-items',
  plan(state, payload: { chart: string; items: readonly { id: string; x: number; y: number }[] }) {
    const to = new Map(withMembers(state, payload.chart, payload.items).map((i) => [i.id, i]));
    return alterPlacements(state, payload.chart, to.keys(), (p) => {
      const at = to.get(p.item);
      return !at || (at.x === p.x && at.y === p.y) ? p : { ...p, x: at.x, y: at.y };
    });
  },
});
