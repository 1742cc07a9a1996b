import type { CaseState } from '../change/case-state.ts';
import type { Step } from '../change/step.ts';
import { type Placement, placementId } from '../chart/placement.ts';
import type { Id } from '../record.ts';
import type { Refusal } from './command.ts';
import { gone } from './edit.ts';

/**
 * Steps for placements of one chart, item by item; `alter` returns the record as it shall be, or the same object for no change.
 * A link without a placement yet gets one when `alter` makes something of it: it is drawn by default.
 */
export function alterPlacements(
  state: CaseState,
  chart: Id,
  items: Iterable<Id>,
  alter: (p: Placement) => Placement,
): readonly Step[] | Refusal {
  const steps: Step[] = [];
  for (const item of new Set(items)) {
    const id = placementId(chart, item);
    const stored = state.find('placement', id);
    if (!stored && !state.link(item)) return gone(id);
    const start: Placement = stored ?? { id, kind: 'placement', chart, item, x: 0, y: 0 };
    const after = alter(start);
    if (after === start) continue;
    const bare = state.link(item) && !after.hidden && after.colour === undefined;
    if (bare && !stored) continue;
    steps.push({ id, before: stored ?? null, after: bare ? null : after });
  }
  return steps;
}
