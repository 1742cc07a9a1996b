import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import type { Group } from '#domain/chart/group';
import type { Placement } from '#domain/chart/placement';
import { type Entity, isProtected } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { type DrawnLink, drawnLinks, oneLine } from '#drawing/link-summary/drawn-links';
import { categoryMark } from '#drawing/style/categories';
import { categoryColour, chartColours } from '#drawing/style/colours';
import { entityInk } from '#drawing/style/entity-image';
import { linePattern } from '#drawing/style/lines';
import { nodeData } from '#drawing/style/node-data';
import { type SizeStep, sizeStep } from '#drawing/style/sizes';
import type { Words } from '#drawing/words';
import type { CanvasGroup } from '#ui/graph-canvas/index';
import type { FilterMatch } from '../filter-match.ts';
import { keepSame, placeLinkLabels } from './link-labels.ts';
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
  /** Shown, in no particular order. */
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
  readonly lines: readonly DrawnLink[];
  readonly groupRecords: readonly Group[];
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

/**
 * Reads a chart out of the case again and again, and hands over the very same nodes and edges for all that did not change, so
 * that the canvas does the work of the edit only. One for each pane.
 */
export class ChartProjection {
  #nodes = new Map<Id, KeptNode>();
  /** By the numbers of both ends, the lower first: a chart of many has too many pairs to name them by text at every edit. */
  #pairs = new Map<number, KeptPair>();
  readonly #numbers = new Map<Id, number>();
  #edges: readonly ShownEdge[] = [];
  #look = '';

  project(state: CaseState, chartId: Id, o: ProjectionOptions): ChartView | undefined {
    const chart = state.find('chart', chartId);
    if (!chart) return undefined;
    const look = `${chartId} ${o.theme} ${o.locale} ${chart.skin} ${chart.multiplicity}`;
    if (look !== this.#look) {
      this.#nodes = new Map();
      this.#pairs = new Map();
      this.#look = look;
    }
    const on = readPlacements(state, chartId);
    const nodes: ShownNode[] = [];
    const kept = new Map<Id, KeptNode>();
    const places = new Map<Id, Placement>();
    const hidden: Id[] = [];
    const hiddenLinks = new Set<Id>();
    const passing = new Set<Id>();
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
        if (o.filterMode === 'hide') continue;
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
    let allLinks = 0;
    // By number: far cheaper to look up than by text, and a chart of many asks for each end of each link.
    const shown = this.#shown(kept.keys());
    const take = (link: Link): void => {
      const a = this.#numbers.get(link.from);
      const b = this.#numbers.get(link.to);
      if (a === undefined || b === undefined || shown[a] !== 1 || shown[b] !== 1) return;
      if (hiddenLinks.size > 0 && hiddenLinks.has(link.id)) return;
      allLinks++;
      const passes = o.filter === null || (o.filter.link(link) && passing.has(link.from) && passing.has(link.to));
      if (!passes) {
        filtered++;
        if (o.filterMode === 'hide') return;
      }
      links.push(link);
      const key = a < b ? a * KEYS + b : b * KEYS + a;
      const bundle = bundles.get(key);
      if (bundle) bundle.push(link);
      else bundles.set(key, [link]);
    };
    if (kept.size * 2 > state.countOf('entity')) for (const link of state.allOf('link')) take(link);
    else
      for (const id of kept.keys())
        for (const linkId of state.linksOf(id)) {
          const link = state.link(linkId)!;
          // Each link is met at both its ends: it is taken at its `from`.
          if (link.from === id) take(link);
        }
    const edges: ShownEdge[] = [];
    const lines: DrawnLink[] = [];
    const pairs = new Map<number, KeptPair>();
    for (const [key, bundle] of bundles) {
      const pair = this.#pair(key, bundle, chart, o, passing);
      pairs.set(key, pair);
      for (const edge of pair.edges) edges.push(edge);
      for (const line of pair.lines) lines.push(line);
    }
    this.#pairs = pairs;
    this.#edges = keepSame(this.#edges, placeLinkLabels(nodes, edges));
    let neighbours: Neighbours | undefined;
    let order: readonly Id[] | undefined;
    return {
      chart,
      nodes,
      edges: this.#edges,
      groups: [...on.groups.map((g) => canvasGroup(g, o.theme)), ...outlines(on.outlines, o)],
      entities: [...kept.values()].map((k) => k.entity),
      links,
      lines,
      groupRecords: on.groups,
      places,
      get neighbours() {
        neighbours ??= neighboursOf(kept.keys(), links);
        return neighbours;
      },
      get order() {
        order ??= readingOrder(this.neighbours);
        return order;
      },
      hidden,
      filtered,
      total: on.placements.length - hidden.length + allLinks,
      pinned,
      ...(on.sizedBy !== undefined && { sizedBy: on.sizedBy }),
      ...(on.colouredBy !== undefined && { colouredBy: on.colouredBy }),
    };
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

  #pair(key: number, links: Link[], chart: Chart, o: ProjectionOptions, passing: ReadonlySet<Id>): KeptPair {
    if (links.length > 1) links.sort((a, b) => (a.id < b.id ? -1 : 1));
    const before = this.#pairs.get(key);
    const same = before?.links.length === links.length && before.links.every((l, i) => l === links[i]);
    if (before && same && o.filter === null && before.edges.every((e) => !e.greyed)) return before;
    const made = () =>
      chart.multiplicity === 'single'
        ? [oneLine(links, o.words, o.locale)]
        : drawnLinks(links, chart.multiplicity, o.words, o.locale);
    const lines = before && same ? before.lines : made();
    const fades = greyedBy(o.filter, links, passing);
    const edges = lines.map((line, i): ShownEdge => {
      const greyed = fades !== null && line.links.every((id) => fades.has(id));
      const old = before && same ? before.edges[i] : undefined;
      if (!old) return new ShownEdge(line, lines.length > 1, greyed);
      return old.greyed === greyed ? old : old.faded(greyed);
    });
    return { links, lines, edges };
  }
}

/** Which of the links a filter greys; null without a filter. */
function greyedBy(
  filter: FilterMatch | null,
  links: readonly Link[],
  passing: ReadonlySet<Id>,
): ReadonlySet<Id> | null {
  if (filter === null) return null;
  const out = new Set<Id>();
  for (const l of links) if (!(filter.link(l) && passing.has(l.from) && passing.has(l.to))) out.add(l.id);
  return out;
}

interface OnChart {
  readonly placements: readonly Placement[];
  readonly groups: readonly Group[];
  readonly sizes: ReadonlyMap<Id, number>;
  readonly largest: number;
  readonly colours: ReadonlyMap<Id, number>;
  /** Category → members, of a grouping shown as outlines. */
  readonly outlines: ReadonlyMap<string, readonly Id[]>;
  readonly sizedBy: string | undefined;
  readonly colouredBy: string | undefined;
}

function readPlacements(state: CaseState, chartId: Id): OnChart {
  const placements: Placement[] = [];
  const groups: Group[] = [];
  const sizes = new Map<Id, number>();
  const colours = new Map<Id, number>();
  const outlined = new Map<string, Id[]>();
  let sizedBy: string | undefined;
  let colouredBy: string | undefined;
  let largest = 0;
  for (const id of state.placementsOn(chartId)) {
    const r = state.get(id);
    if (r?.kind === 'placement') placements.push(r);
    else if (r?.kind === 'group') groups.push(r);
    else if (r?.kind === 'applied-measure') {
      if (r.use === 'size') sizedBy = r.measure;
      if (r.use === 'colour') colouredBy = r.measure;
      for (const v of r.values) {
        if (r.use === 'size') {
          const value = Number(v.value);
          sizes.set(v.entity, value);
          if (Number.isFinite(value)) largest = Math.max(largest, value);
        } else if (r.use === 'colour') colours.set(v.entity, Number(v.value));
        else {
          const members = outlined.get(v.value);
          if (members) members.push(v.entity);
          else outlined.set(v.value, [v.entity]);
        }
      }
    }
  }
  groups.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { placements, groups, sizes, largest, colours, outlines: outlined, sizedBy, colouredBy };
}

function canvasGroup(g: Group, theme: 'light' | 'dark'): CanvasGroup {
  const c = chartColours[theme];
  const mark = g.colour === undefined ? undefined : categoryMark(g.colour);
  const colour =
    g.colour === undefined || !mark ? { ink: c.groupLine, tint: c.groupFill } : categoryColour(theme, g.colour);
  return {
    id: g.id,
    name: g.name,
    members: g.members,
    strength: g.strength,
    fill: colour.tint,
    line: colour.ink,
    text: c.text2,
    dash: linePattern(g.strength).dash,
    pattern: mark?.pattern ?? '',
    patternFilled: mark?.patternFilled ?? false,
  };
}

/** Found groups shown as enclosures; a group of one encloses nothing. */
function outlines(found: ReadonlyMap<string, readonly Id[]>, o: ProjectionOptions): CanvasGroup[] {
  const out: CanvasGroup[] = [];
  for (const [value, members] of found) {
    if (members.length < 2) continue;
    const n = Number(value);
    const made = canvasGroup(
      {
        id: `outline ${value}`,
        kind: 'group',
        chart: '',
        name: o.words('link-chart.found-group', { name: value }),
        members,
        strength: 'tentative',
        ...(Number.isInteger(n) && n >= 1 && n <= 9 && { colour: n }),
      },
      o.theme,
    );
    out.push(made);
  }
  return out;
}
