import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import type { Folding } from '#domain/chart/folding';
import type { Placement } from '#domain/chart/placement';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { DrawnLink } from '#drawing/link-summary/drawn-links';
import { FoldedNodes } from './folded-nodes.ts';
import type { OnChart } from './on-chart.ts';
import type { ShownEdge, ShownNode } from './shown.ts';
import type { KeptNode, ProjectionOptions, ShownItems } from './shown-items.ts';
import type { FilteredReading } from './standing.ts';

/** Reads a chart on which groups are folded: each stands in for its members, and for the links of these. */
export class FoldedReading {
  readonly #folded = new FoldedNodes();

  read(
    state: CaseState,
    chart: Chart,
    on: OnChart,
    folding: Folding,
    items: ShownItems,
    o: ProjectionOptions,
  ): FilteredReading {
    const { standIn } = folding;
    this.#folded.begin(folding);
    const nodes: ShownNode[] = [];
    const kept = new Map<Id, KeptNode>();
    const places = new Map<Id, Placement>();
    const hidden: Id[] = [];
    const hiddenLinks = new Set<Id>();
    const passing = new Set<Id>();
    /** On the chart, and kept off by the filter: with their links, which count as kept off too. */
    const gone = new Set<Id>();
    let filtered = 0;
    let pinned = 0;
    for (const p of on.placements) {
      const entity = state.entity(p.item);
      if (!entity) {
        if (p.hidden) {
          hiddenLinks.add(p.item);
          hidden.push(p.item);
        }
        continue;
      }
      if (p.hidden) {
        hidden.push(p.item);
        continue;
      }
      const passes = o.filter === null || o.filter.entity(entity);
      if (passes) passing.add(entity.id);
      else {
        filtered++;
        if (o.filterMode === 'hide') {
          gone.add(entity.id);
          continue;
        }
      }
      if (standIn.has(entity.id)) {
        this.#folded.member(entity, passes);
        continue;
      }
      if (p.pinned) pinned++;
      const made = items.node(entity, p, on, chart, o, !passes);
      kept.set(entity.id, made);
      places.set(entity.id, p);
      nodes.push(made.node);
    }

    const bundles = new Map<number, Link[]>();
    const links: Link[] = [];
    const greyed = new Set<Id>();
    let allLinks = 0;
    const shown = items.shown([...kept.keys(), ...this.#folded.drawn()]);
    const isOn = (id: Id): boolean => gone.has(id) || kept.has(id) || (standIn.has(id) && this.#folded.shows(id));
    const take = (link: Link): void => {
      if (gone.size > 0 && (gone.has(link.from) || gone.has(link.to))) {
        if (!isOn(link.from) || !isOn(link.to) || hiddenLinks.has(link.id)) return;
        allLinks++;
        filtered++;
        return;
      }
      const a = items.number(standIn.get(link.from) ?? link.from);
      const b = items.number(standIn.get(link.to) ?? link.to);
      if (a === undefined || b === undefined || shown[a] !== 1 || shown[b] !== 1) return;
      if (hiddenLinks.size > 0 && hiddenLinks.has(link.id)) return;
      // A member of a folded group that is hidden, or that the filter hides, brings no links.
      if (!(this.#folded.shows(link.from) && this.#folded.shows(link.to))) return;
      allLinks++;
      const passes = o.filter === null || (o.filter.link(link) && passing.has(link.from) && passing.has(link.to));
      if (!passes) {
        filtered++;
        if (o.filterMode === 'hide') return;
        greyed.add(link.id);
      }
      if (a === b && this.#folded.inside(link)) return;
      links.push(link);
      const key = items.keyOf(a, b);
      const bundle = bundles.get(key);
      if (bundle) bundle.push(link);
      else bundles.set(key, [link]);
    };
    const sources = [...kept.keys(), ...this.#folded.members(), ...gone];
    if (sources.length * 2 > state.countOf('entity')) for (const link of state.allOf('link')) take(link);
    else
      for (const id of sources)
        for (const linkId of state.linksOf(id)) {
          const link = state.link(linkId)!;
          // Each link is met at both its ends: it is taken at its `from`.
          if (link.from === id) take(link);
        }
    const edges: ShownEdge[] = [];
    const lines: DrawnLink[] = [];
    for (const [key, bundle] of bundles) {
      const pair = items.pair(key, bundle, chart, o, greyed);
      for (const edge of pair.edges) edges.push(edge);
      for (const line of pair.lines) lines.push(line);
    }
    const folded = this.#folded.end(o);
    for (const item of folded) {
      nodes.push(item.node);
      places.set(item.group.id, item.place);
      if (item.place.pinned) pinned++;
    }
    return {
      nodes,
      entities: [...kept.values()].map((k) => k.entity),
      places,
      kept,
      pinned,
      filtered,
      edges,
      lines,
      links,
      folded,
      hidden,
      total: kept.size + folded.reduce((sum, f) => sum + f.members.length, 0) + gone.size + allLinks,
    };
  }
}
