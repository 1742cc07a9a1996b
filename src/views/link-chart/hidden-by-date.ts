import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { FilterMatch } from '../filter-match.ts';

/** How much of a chart, entities and links, a date alone keeps off it; what is hidden by hand is not counted. */
export function hiddenByDate(state: CaseState, chart: Id, at: FilterMatch): { hidden: number; of: number } {
  const placed = new Map<Id, boolean>();
  const putAway = new Set<Id>();
  for (const id of state.placementsOn(chart)) {
    const p = state.find('placement', id);
    if (!p) continue;
    const e = state.entity(p.item);
    if (p.hidden) putAway.add(p.item);
    else if (e) placed.set(e.id, at.entity(e));
  }
  let of = placed.size;
  let shown = 0;
  for (const [id, passes] of placed) {
    if (passes) shown++;
    for (const linkId of state.linksOf(id)) {
      const link = state.link(linkId);
      // Met at both ends: counted at its first.
      if (!link || link.from !== id || !placed.has(link.to) || putAway.has(linkId)) continue;
      of++;
      if (passes && placed.get(link.to) && at.link(link)) shown++;
    }
  }
  return { hidden: of - shown, of };
}
