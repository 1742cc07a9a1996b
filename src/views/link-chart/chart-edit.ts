import type { CaseState } from '#domain/change/case-state';
import type { Step } from '#domain/change/step';
import type { Id } from '#domain/record';

/** What of a chart has to be drawn anew after some steps. */
export interface ChartEdit {
  readonly entities: ReadonlySet<Id>;
  /** Both ends of links that came, went or changed. */
  readonly pairs: readonly (readonly [Id, Id])[];
}

/**
 * What steps alter of one chart that has neither a filter nor folded groups; null when they alter more than single items and lines:
 * the chart itself, what stands hidden, groups, sizes and colours by a measure.
 */
export function editOf(steps: readonly Step[], chart: Id, state: CaseState): ChartEdit | null {
  const entities = new Set<Id>();
  const pairs: (readonly [Id, Id])[] = [];
  for (const { before, after } of steps) {
    for (const r of [before, after]) {
      if (!r) continue;
      if (r.kind === 'entity') entities.add(r.id);
      else if (r.kind === 'link') pairs.push([r.from, r.to]);
      else if (r.kind === 'placement') {
        if (r.chart !== chart) continue;
        if (r.hidden) return null;
        entities.add(r.item);
        if (before && after) continue;
        for (const id of state.linksOf(r.item)) {
          const link = state.link(id);
          if (link) pairs.push([link.from, link.to]);
        }
      } else if (r.kind === 'chart') {
        if (r.id === chart) return null;
      } else if (r.kind === 'group' || r.kind === 'applied-measure') {
        if (r.chart === chart) return null;
      }
    }
  }
  return { entities, pairs };
}

/** The links between two entities, or of one with itself. */
export function linksBetween(state: CaseState, a: Id, b: Id) {
  const [fewer, other] = state.linksOf(a).size <= state.linksOf(b).size ? [a, b] : [b, a];
  return [...state.linksOf(fewer)].flatMap((id) => {
    const link = state.link(id);
    if (!link) return [];
    const far = link.from === fewer ? link.to : link.from;
    return far === other ? [link] : [];
  });
}

/** A list with `come` where the first of `gone` stood, and the others taken out; at the end where nothing stood. */
export function replaced<T>(list: readonly T[], gone: readonly T[], come: readonly T[]): T[] {
  const out = new Set(gone);
  const at = gone.length > 0 ? list.findIndex((x) => out.has(x)) : -1;
  if (at < 0) return [...list, ...come];
  const after = list.slice(at + 1);
  return [...list.slice(0, at), ...come, ...(gone.length > 1 ? after.filter((x) => !out.has(x)) : after)];
}
