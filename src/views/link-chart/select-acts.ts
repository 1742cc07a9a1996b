import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import { select } from '#session/selection';
import { announce } from '#ui/dialogs/index';
import type { ChartActs } from './chart-acts.ts';
import { drawnAs } from './drawn-as.ts';
import { components, shortestPath, withNeighbours } from './walks.ts';

// Selecting what hangs on what is selected. Nothing is written.

export function selectAll(acts: ChartActs): void {
  selectFound([...acts.view().places.keys()]);
}
export function selectNeighbours(acts: ChartActs): void {
  selectFound(withNeighbours(ends(acts), acts.view().neighbours));
}
export function selectComponent(acts: ChartActs): void {
  selectFound(components(ends(acts), acts.view().neighbours));
}
/** Selected entities, and the ends of selected links. */
function ends(acts: ChartActs): Id[] {
  const view = acts.view();
  const linked = acts.links().flatMap((l) => [drawnAs(view, l.from), drawnAs(view, l.to)]);
  return [...acts.items(), ...linked].filter((id) => view.places.has(id));
}
function selectFound(ids: readonly Id[]): void {
  if (ids.length > 0) select(ids);
  announce(ids.length > 0 ? t('link-chart.said.selected', { count: ids.length }) : t('link-chart.said.select-first'));
}

/** The first selected is where it starts, the last where it ends; the links on the way are selected too. */
export function selectPath(acts: ChartActs): void {
  const view = acts.view();
  const chosen = acts.items();
  if (chosen.length < 2) {
    announce(t('link-chart.said.select-two'));
    return;
  }
  const path = shortestPath(chosen[0]!, chosen.at(-1)!, view.neighbours);
  if (!path) {
    announce(t('link-chart.said.no-path'));
    return;
  }
  const steps = new Set(path.slice(1).flatMap((id, i) => [`${path[i]} ${id}`, `${id} ${path[i]}`]));
  const links = view.links.filter((l) => steps.has(`${drawnAs(view, l.from)} ${drawnAs(view, l.to)}`)).map((l) => l.id);
  select([...path, ...links]);
  announce(t('link-chart.said.path', { count: path.length - 1 }));
}
