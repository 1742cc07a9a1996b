import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { ChartTarget } from '#exchange/importers/index';

/** A new chart, none, or the id of the one to put the entities on. */
export type Target = 'new' | 'none' | (string & {});

/** Where the entities go unless the analyst says otherwise: on the chart last looked at, or the only one, while it is empty; else on a new one. */
export function usualTarget(state: CaseState, lastSeen: Id | undefined): Target {
  const charts = [...state.idsOf('chart')];
  const at =
    lastSeen !== undefined && state.find('chart', lastSeen) ? lastSeen : charts.length === 1 ? charts[0] : undefined;
  if (at === undefined) return 'new';
  for (const _ of state.placementsOn(at)) return 'new';
  return at;
}

/** A chart made for a file is called by the file, without its ending; by a number more where that name is taken. */
function chartName(state: CaseState, file: string): string {
  const name = file.replace(/\.(csv|tsv|tab|txt)$/i, '') || file;
  const taken = new Set([...state.allOf('chart')].map((c) => c.name));
  for (let n = 2; ; n++) {
    const next = n === 2 ? name : `${name} ${n - 1}`;
    if (!taken.has(next)) return next;
  }
}

/** The target as the plan takes it. A chart deleted since it was chosen takes nothing. */
export function chartTarget(state: CaseState, where: Target, file: string): ChartTarget {
  if (where === 'none') return { to: 'none' };
  if (where === 'new' || !state.find('chart', where)) return { to: 'new', name: chartName(state, file) };
  return { to: 'open', chart: where, ...nextPlace(state, where) };
}

/** What is on a chart already, and where beside it there is room for more. */
function nextPlace(state: CaseState, chart: Id): { placed: ReadonlySet<Id>; origin: { x: number; y: number } } {
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
