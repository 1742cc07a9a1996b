import type { CaseState } from '#domain/change/case-state';
import { foldingOf } from '#domain/chart/folding';
import { type Placement, placementId } from '#domain/chart/placement';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { DrawnLink } from '#drawing/link-summary/drawn-links';
import { editOf, type LastReading, withEdit } from './chart-edit.ts';
import { type ChartView, type Reading, whole } from './chart-view.ts';
import { FoldedNodes } from './folded-nodes.ts';
import { keepSame, LABELLED_LINES, placeLinkLabels } from './link-labels.ts';
import { boxesOf, readPlacements } from './on-chart.ts';
import type { ShownEdge, ShownNode } from './shown.ts';
import { type KeptNode, type ProjectionOptions, ShownItems } from './shown-items.ts';

/**
 * Reads a chart out of the case again and again, and hands over the very same nodes and edges for all that did not change, so
 * that the canvas does the work of the edit only. One for each pane.
 */
export class ChartProjection {
  readonly #items = new ShownItems();
  #edges: readonly ShownEdge[] = [];
  readonly #folded = new FoldedNodes();

  /** The reading before this one, when an edit of single items can be put into it. */
  #last: LastReading | undefined;

  project(state: CaseState, chartId: Id, o: ProjectionOptions): ChartView | undefined {
    const chart = state.find('chart', chartId);
    if (!chart) return undefined;
    const look = `${chartId} ${o.theme} ${o.locale} ${chart.skin} ${chart.multiplicity}`;
    const items = this.#items;
    items.beginLook(look);
    const edited = this.#edited(state, look, o);
    if (edited) return edited;
    const on = readPlacements(state, chartId);
    const folding = foldingOf(on.groups, (entity) => state.find('placement', placementId(chartId, entity)));
    const { standIn } = folding;
    items.beginFolding(standIn);
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
    items.nodes = kept;

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
      if (standIn.size > 0 && !(this.#folded.shows(link.from) && this.#folded.shows(link.to))) return;
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
    this.#edges = keepSame(this.#edges, placeLinkLabels(nodes, edges));
    const read: Reading = {
      chart,
      nodes,
      edges: this.#edges,
      groups: boxesOf(on, folding, o),
      entities: [...kept.values()].map((k) => k.entity),
      links,
      folded,
      standIn,
      lines,
      groupRecords: on.groups,
      places,
      hidden,
      filtered,
      total: kept.size + folded.reduce((sum, f) => sum + f.members.length, 0) + gone.size + allLinks,
      pinned,
      ...(on.sizedBy !== undefined && { sizedBy: on.sizedBy }),
      ...(on.colouredBy !== undefined && { colouredBy: on.colouredBy }),
    };
    const view = whole(read);
    const plain = o.filter === null && standIn.size === 0 && edges.length > LABELLED_LINES;
    this.#last = plain
      ? { state, version: state.version, look, on, read, view, hiddenLinks, drawn: new Set(bundles.keys()) }
      : undefined;
    return view;
  }

  /** An edit of some items put into the last reading of a chart of many: to read all of it again takes longer than a hand may wait. */
  #edited(state: CaseState, look: string, o: ProjectionOptions): ChartView | undefined {
    const last = this.#last;
    if (!last || last.state !== state || last.look !== look || o.filter !== null) return undefined;
    const { chart } = last.read;
    const steps = state.since(last.version);
    const edit = steps && editOf(steps, chart.id, state);
    if (!edit) return undefined;
    const untouched = edit.entities.size === 0 && edit.pairs.length === 0;
    const read = untouched ? last.read : withEdit(last, edit, this.#items, o);
    // Few enough for labels again, which look at all.
    if (read.edges.length <= LABELLED_LINES) return undefined;
    const view = untouched ? last.view : whole(read);
    this.#last = { ...last, version: state.version, read, view };
    this.#edges = read.edges;
    return view;
  }
}
