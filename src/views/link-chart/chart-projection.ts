import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import { foldingOf, NOTHING_FOLDED } from '#domain/chart/folding';
import type { Group } from '#domain/chart/group';
import { type Placement, placementId } from '#domain/chart/placement';
import { type Entity, isProtected } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { type DrawnLink, drawnLinks, oneLine } from '#drawing/link-summary/drawn-links';
import { withDrawnEnds } from '#drawing/link-summary/folded-links';
import { entityInk } from '#drawing/style/entity-image';
import { nodeData } from '#drawing/style/node-data';
import { type SizeStep, sizeStep } from '#drawing/style/sizes';
import type { Words } from '#drawing/words';
import type { CanvasGroup } from '#ui/graph-canvas/index';
import type { FilterMatch } from '../filter-match.ts';
import { editOf, linksBetween, replaced } from './chart-edit.ts';
import { type FoldedItem, FoldedNodes } from './folded-nodes.ts';
import { keepSame, LABELLED_LINES, placeLinkLabels } from './link-labels.ts';
import { boxesOf, type OnChart, readPlacements } from './on-chart.ts';
import { Later, ShownEdge, ShownNode } from './shown.ts';
import { type Neighbours, neighboursOf, readingOrder } from './walks.ts';

export interface ProjectionOptions {
  readonly theme: 'light' | 'dark';
  readonly locale: string;
  readonly words: Words;
  readonly filter: FilterMatch | null;
  readonly filterMode: 'hide' | 'grey';
}

/** What one chart shows, ready for the canvas, the list beside it, the legend and the block. */
export interface ChartView {
  readonly chart: Chart;
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly ShownEdge[];
  readonly groups: readonly CanvasGroup[];
  /** Shown as items of their own, in no particular order. */
  readonly entities: readonly Entity[];
  /** Drawn as lines, with the ends the case gives them; those inside a folded group are in `folded`. */
  readonly links: readonly Link[];
  /** Folded groups that are drawn. */
  readonly folded: readonly FoldedItem[];
  /** Entity → folded group drawn in its place. */
  readonly standIn: ReadonlyMap<Id, Id>;
  readonly lines: readonly DrawnLink[];
  readonly groupRecords: readonly Group[];
  /** Of every item drawn; that of a folded group is worked out from its members. */
  readonly places: ReadonlyMap<Id, Placement>;
  /** Made when first read. */
  readonly neighbours: Neighbours;
  /** Items in reading order; made when first read. */
  readonly order: readonly Id[];
  /** Put away by hand on this chart: entities and links. */
  readonly hidden: readonly Id[];
  /** What the filter hides or greys, and out of how many. */
  readonly filtered: number;
  readonly total: number;
  readonly pinned: number;
  readonly sizedBy?: string;
  readonly colouredBy?: string;
}

interface KeptNode {
  readonly entity: Entity;
  readonly placement: Placement;
  readonly size: SizeStep | undefined;
  readonly category: number;
  readonly greyed: boolean;
  readonly node: ShownNode;
}

interface KeptPair {
  readonly links: readonly Link[];
  readonly lines: readonly DrawnLink[];
  readonly edges: readonly ShownEdge[];
}

/** More entities than this no case has by far; two numbers below it make one key. */
const KEYS = 2 ** 26;
const pairKey = (a: number, b: number): number => (a < b ? a * KEYS + b : b * KEYS + a);
const NO_IDS: ReadonlySet<Id> = new Set();

interface LastReading {
  readonly state: CaseState;
  readonly version: number;
  readonly look: string;
  readonly on: OnChart;
  readonly read: Read;
  readonly view: ChartView;
  readonly hiddenLinks: ReadonlySet<Id>;
}

/** A view without what is worked out only when somebody asks. */
type Read = Omit<ChartView, 'neighbours' | 'order'>;

function whole(view: Read): ChartView {
  const { nodes, links, standIn } = view;
  let neighbours: Neighbours | undefined;
  let order: readonly Id[] | undefined;
  return {
    ...view,
    get neighbours() {
      neighbours ??= neighboursOf(
        nodes.map((n) => n.id),
        standIn.size === 0 ? links : links.map((l) => withDrawnEnds(l, standIn)),
      );
      return neighbours;
    },
    get order() {
      order ??= readingOrder(this.neighbours);
      return order;
    },
  };
}

/**
 * Reads a chart out of the case again and again, and hands over the very same nodes and edges for all that did not change, so
 * that the canvas does the work of the edit only. One for each pane.
 */
export class ChartProjection {
  #nodes = new Map<Id, KeptNode>();
  /**
   * By the numbers of both ends, the lower first: a chart of many has too many pairs to name them by text at every edit. What a
   * filter hides stays in it, for when it is moved on.
   */
  #pairs = new Map<number, KeptPair>();
  readonly #numbers = new Map<Id, number>();
  #edges: readonly ShownEdge[] = [];
  #look = '';
  #standIn: ReadonlyMap<Id, Id> = NOTHING_FOLDED.standIn;
  readonly #folded = new FoldedNodes();

  /** The reading before this one, when an edit of single items can be put into it. */
  #last: LastReading | undefined;

  project(state: CaseState, chartId: Id, o: ProjectionOptions): ChartView | undefined {
    const chart = state.find('chart', chartId);
    if (!chart) return undefined;
    const look = `${chartId} ${o.theme} ${o.locale} ${chart.skin} ${chart.multiplicity}`;
    if (look !== this.#look) {
      this.#nodes = new Map();
      this.#pairs = new Map();
      this.#look = look;
    }
    const edited = this.#edited(state, chart, o);
    if (edited) return edited;
    const on = readPlacements(state, chartId);
    const folding = foldingOf(on.groups, (entity) => state.find('placement', placementId(chartId, entity)));
    const { standIn } = folding;
    // A pair's key says who is drawn, not who is behind it.
    if (!sameEntries(standIn, this.#standIn)) this.#pairs = new Map();
    this.#standIn = standIn;
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
      const made = this.#node(entity, p, on, chart, o, !passes);
      kept.set(entity.id, made);
      places.set(entity.id, p);
      nodes.push(made.node);
    }
    this.#nodes = kept;

    const bundles = new Map<number, Link[]>();
    const links: Link[] = [];
    const greyed = new Set<Id>();
    let allLinks = 0;
    // By number: far cheaper to look up than by text, and a chart of many asks for each end of each link.
    const shown = this.#shown([...kept.keys(), ...this.#folded.drawn()]);
    const isOn = (id: Id): boolean => gone.has(id) || kept.has(id) || (standIn.has(id) && this.#folded.shows(id));
    const take = (link: Link): void => {
      if (gone.size > 0 && (gone.has(link.from) || gone.has(link.to))) {
        if (!isOn(link.from) || !isOn(link.to) || hiddenLinks.has(link.id)) return;
        allLinks++;
        filtered++;
        return;
      }
      const a = this.#numbers.get(standIn.get(link.from) ?? link.from);
      const b = this.#numbers.get(standIn.get(link.to) ?? link.to);
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
      const key = pairKey(a, b);
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
      const pair = this.#pair(key, bundle, chart, o, greyed);
      this.#pairs.set(key, pair);
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
    const read: Read = {
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
    this.#last = plain ? { state, version: state.version, look, on, read, view, hiddenLinks } : undefined;
    return view;
  }

  /** An edit of some items put into the last reading of a chart of many: to read all of it again takes longer than a hand may wait. */
  #edited(state: CaseState, chart: Chart, o: ProjectionOptions): ChartView | undefined {
    const last = this.#last;
    if (!last || last.state !== state || last.look !== this.#look || o.filter !== null) return undefined;
    const steps = state.since(last.version);
    const edit = steps && editOf(steps, chart.id, state);
    if (!edit) return undefined;
    if (edit.entities.size === 0 && edit.pairs.length === 0) {
      this.#last = { ...last, version: state.version };
      return last.view;
    }
    const view = { ...last.read };
    const places = new Map(view.places);
    for (const id of edit.entities) {
      const entity = state.entity(id);
      const place = state.find('placement', placementId(chart.id, id));
      const old = this.#nodes.get(id);
      const made = entity && place && !place.hidden ? this.#node(entity, place, last.on, chart, o, false) : undefined;
      if (!old && !made) continue;
      view.nodes = replaced(view.nodes, old ? [old.node] : [], made ? [made.node] : []);
      view.entities = replaced(view.entities, old ? [old.entity] : [], made ? [made.entity] : []);
      view.pinned += Number(made?.placement.pinned ?? false) - Number(old?.placement.pinned ?? false);
      view.total += Number(made !== undefined) - Number(old !== undefined);
      if (made && place) {
        this.#nodes.set(id, made);
        places.set(id, place);
      } else {
        this.#nodes.delete(id);
        places.delete(id);
      }
    }
    view.places = places;
    this.#shown(edit.entities);
    const done = new Set<number>();
    for (const [from, to] of edit.pairs) {
      const a = this.#numbers.get(from);
      const b = this.#numbers.get(to);
      // Neither end was ever drawn here.
      if (a === undefined || b === undefined) continue;
      const key = pairKey(a, b);
      if (done.has(key)) continue;
      done.add(key);
      const old = this.#pairs.get(key);
      const links =
        this.#nodes.has(from) && this.#nodes.has(to)
          ? linksBetween(state, from, to).filter((l) => !last.hiddenLinks.has(l.id))
          : [];
      const made = links.length > 0 ? this.#pair(key, links, chart, o, NO_IDS) : undefined;
      if (made === old) continue;
      view.edges = replaced(view.edges, old?.edges ?? [], made?.edges ?? []);
      view.lines = replaced(view.lines, old?.lines ?? [], made?.lines ?? []);
      view.links = replaced(view.links, old?.links ?? [], made?.links ?? []);
      view.total += (made?.links.length ?? 0) - (old?.links.length ?? 0);
      if (made) this.#pairs.set(key, made);
      else this.#pairs.delete(key);
    }
    this.#edges = view.edges;
    if (view.edges.length <= LABELLED_LINES) return undefined;
    this.#last = { ...last, version: state.version, read: view, view: whole(view) };
    return this.#last.view;
  }

  #node(
    entity: Entity,
    placement: Placement,
    on: OnChart,
    chart: Chart,
    o: ProjectionOptions,
    greyed: boolean,
  ): KeptNode {
    const size = on.sizedBy === undefined ? undefined : sizeStep(on.sizes.get(entity.id), on.largest);
    const stated = on.colours.get(entity.id) ?? placement.colour ?? 0;
    const category = Number.isInteger(stated) && stated >= 1 && stated <= 9 ? stated : 0;
    const before = this.#nodes.get(entity.id);
    const sameLook =
      before?.entity === entity &&
      before.size === size &&
      before.category === category &&
      Boolean(before.placement.pinned) === Boolean(placement.pinned);
    if (before && sameLook && before.placement === placement && before.greyed === greyed) return before;
    const look =
      before && sameLook
        ? before.node.look
        : new Later(() =>
            nodeData(entity, {
              theme: o.theme,
              skin: chart.skin,
              locale: o.locale,
              category,
              placement,
              ...(size !== undefined && { sizeStep: size }),
            }),
          );
    const ink =
      before && sameLook ? before.node.ink : entityInk({ protected: isProtected(entity), category, theme: o.theme });
    return {
      entity,
      placement,
      size,
      category,
      greyed,
      node: new ShownNode(placement, { ink, category, greyed }, look),
    };
  }

  /** 1 at the number of each of these; new ones get theirs. */
  #shown(ids: Iterable<Id>): Uint8Array {
    const now: number[] = [];
    for (const id of ids) {
      let n = this.#numbers.get(id);
      if (n === undefined) {
        n = this.#numbers.size;
        this.#numbers.set(id, n);
      }
      now.push(n);
    }
    const shown = new Uint8Array(this.#numbers.size);
    for (const n of now) shown[n] = 1;
    return shown;
  }

  #pair(key: number, links: Link[], chart: Chart, o: ProjectionOptions, faded: ReadonlySet<Id>): KeptPair {
    if (links.length > 1) links.sort((a, b) => (a.id < b.id ? -1 : 1));
    const before = this.#pairs.get(key);
    const same = before?.links.length === links.length && before.links.every((l, i) => l === links[i]);
    const isGreyed = (line: DrawnLink) => faded.size > 0 && line.links.every((id) => faded.has(id));
    if (before && same && before.edges.every((e) => e.greyed === isGreyed(e.line))) return before;
    const made = () => {
      const ends = this.#standIn.size === 0 ? links : links.map((l) => withDrawnEnds(l, this.#standIn));
      return chart.multiplicity === 'single'
        ? [oneLine(ends, o.words, o.locale)]
        : drawnLinks(ends, chart.multiplicity, o.words, o.locale);
    };
    const lines = before && same ? before.lines : made();
    const edges = lines.map((line, i): ShownEdge => {
      const greyed = isGreyed(line);
      const old = before && same ? before.edges[i] : undefined;
      if (!old) return new ShownEdge(line, lines.length > 1, greyed);
      return old.greyed === greyed ? old : old.faded(greyed);
    });
    return { links, lines, edges };
  }
}

function sameEntries(a: ReadonlyMap<Id, Id>, b: ReadonlyMap<Id, Id>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}
