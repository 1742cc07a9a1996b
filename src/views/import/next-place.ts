import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';

/** What is on a chart already, and where beside it there is room for more. */
export function nextPlace(state: CaseState, chart: Id): { placed: ReadonlySet<Id>; origin: { x: number; y: number } } {
  const placed = new Set<Id>();
  let right = Number.NEGATIVE_INFINITY;
  let top = 0;
  let bottom = 0;
  for (const id of state.placementsOn(chart)) {
    const p = state.find('placement', id);
    if (!p || !state.entity(p.item)) continue;
    placed.add(p.item);
    right = Math.max(right, p.x);
    top = Math.min(top, p.y);
    bottom = Math.max(bottom, p.y);
  }
  return { placed, origin: { x: placed.size ? right + 300 : 0, y: Math.round((top + bottom) / 2) } };
}
