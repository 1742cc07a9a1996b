import type { CaseState } from '#domain/change/case-state';
import type { Step } from '#domain/change/step';
import { placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import type { ChartView, Reading } from './chart-view.ts';
import type { OnChart } from './on-chart.ts';
import type { ProjectionOptions, ShownItems } from './shown-items.ts';

/** A reading of a chart of many without filter and folded groups, into which an edit can be put. */
export interface LastReading {
  readonly state: CaseState;
  readonly version: number;
  readonly look: string;
  readonly on: OnChart;
  readonly read: Reading;
  readonly view: ChartView;
  readonly hiddenLinks: ReadonlySet<Id>;
  /** Keys of the pairs that are drawn. */
  readonly drawn: Set<number>;
}

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

const NO_IDS: ReadonlySet<Id> = new Set();

/** The last reading with an edit in it; `items` and `last.drawn` are brought up to date. */
export function withEdit(last: LastReading, edit: ChartEdit, items: ShownItems, o: ProjectionOptions): Reading {
  const { state, drawn } = last;
  const { chart } = last.read;
  const read = { ...last.read };
  const places = new Map(read.places);
  read.places = places;
  for (const id of edit.entities) {
    const entity = state.entity(id);
    const place = state.find('placement', placementId(chart.id, id));
    const old = items.nodes.get(id);
    const made = entity && place && !place.hidden ? items.node(entity, place, last.on, chart, o, false) : undefined;
    read.nodes = replaced(read.nodes, old && [old.node], made && [made.node]);
    read.entities = replaced(read.entities, old && [old.entity], made && [made.entity]);
    read.pinned += Number(made?.placement.pinned ?? false) - Number(old?.placement.pinned ?? false);
    read.total += Number(made !== undefined) - Number(old !== undefined);
    if (made) {
      items.nodes.set(id, made);
      places.set(id, made.placement);
    } else {
      items.nodes.delete(id);
      places.delete(id);
    }
  }
  // Numbers for those that are new.
  items.shown(edit.entities);
  const done = new Set<number>();
  for (const [from, to] of edit.pairs) {
    const a = items.number(from);
    const b = items.number(to);
    // One of them was never drawn here.
    if (a === undefined || b === undefined) continue;
    const key = items.keyOf(a, b);
    if (done.has(key)) continue;
    done.add(key);
    const old = drawn.has(key) ? items.kept(key) : undefined;
    const areShown = items.nodes.has(from) && items.nodes.has(to);
    const links = areShown ? linksBetween(state, from, to).filter((l) => !last.hiddenLinks.has(l.id)) : [];
    const made = links.length > 0 ? items.pair(key, links, chart, o, NO_IDS) : undefined;
    read.edges = replaced(read.edges, old?.edges, made?.edges);
    read.lines = replaced(read.lines, old?.lines, made?.lines);
    read.links = replaced(read.links, old?.links, made?.links);
    read.total += (made?.links.length ?? 0) - (old?.links.length ?? 0);
    if (made) drawn.add(key);
    else drawn.delete(key);
  }
  return read;
}

/** The links between two entities, or of one with itself. */
function linksBetween(state: CaseState, a: Id, b: Id) {
  const [fewer, other] = state.linksOf(a).size <= state.linksOf(b).size ? [a, b] : [b, a];
  return [...state.linksOf(fewer)].flatMap((id) => {
    const link = state.link(id);
    if (!link) return [];
    const far = link.from === fewer ? link.to : link.from;
    return far === other ? [link] : [];
  });
}

/** A list with `come` where the first of `gone` stood, and the others taken out; at the end where nothing stood. */
function replaced<T>(list: readonly T[], gone: readonly T[] = [], come: readonly T[] = []): readonly T[] {
  if (gone.length === come.length && gone.every((x, i) => x === come[i])) return list;
  const out = new Set(gone);
  const at = gone.length > 0 ? list.findIndex((x) => out.has(x)) : -1;
  if (at < 0) return [...list, ...come];
  const after = list.slice(at + 1);
  return [...list.slice(0, at), ...come, ...(gone.length > 1 ? after.filter((x) => !out.has(x)) : after)];
}
