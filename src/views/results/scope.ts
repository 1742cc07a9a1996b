import type { CaseState } from '#domain/change/case-state';
import { placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import type { Scope } from '#queries/analysis';
import type { Filter } from '#session/filter';
import { filterMatch } from '../filter-match.ts';

export interface AskedScope {
  readonly kind: Scope['kind'];
  readonly chosen: readonly Id[];
  readonly chart: Id | undefined;
  readonly filter: Filter;
  /** Take events in too. */
  readonly events: boolean;
}

/** The records a figure is asked for, as they are now. A filter that applies to figures narrows every scope. */
export function scopeOf(state: CaseState, asked: AskedScope): Scope {
  const { kind, chart, events } = asked;
  const match = asked.filter.appliesToAnalysis || kind === 'filtered' ? filterMatch(asked.filter, state) : null;
  if (kind === 'case' && !match) return { kind, events };
  const chosen = new Set(asked.chosen);
  const entities = new Set<Id>();
  for (const e of state.allOf('entity')) {
    if (match && !match.entity(e)) continue;
    if (kind === 'selection' && !chosen.has(e.id)) continue;
    if (kind === 'chart') {
      const p = chart && state.find('placement', placementId(chart, e.id));
      if (!p || p.hidden) continue;
    }
    entities.add(e.id);
  }
  if (!match) return { kind, entities, events };
  const links = new Set<Id>();
  for (const l of state.allOf('link')) if (match.link(l)) links.add(l.id);
  return { kind, entities, links, events };
}

/** Links a figure of this scope rests on, and how many of them are not confirmed: the same that the graph is packed from. */
export function unconfirmedIn(state: CaseState, scope: Scope): { readonly weak: number; readonly of: number } {
  const taken = (id: Id) => {
    const entity = state.entity(id);
    return (
      entity !== undefined && (scope.entities?.has(id) ?? true) && (entity.type !== 'event' || (scope.events ?? false))
    );
  };
  let weak = 0;
  let of = 0;
  for (const l of state.allOf('link')) {
    if (!(scope.links?.has(l.id) ?? true) || !taken(l.from) || !taken(l.to)) continue;
    of++;
    if (l.strength !== 'confirmed') weak++;
  }
  return { weak, of };
}
