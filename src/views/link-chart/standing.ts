import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import type { Placement } from '#domain/chart/placement';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { DrawnLink } from '#drawing/link-summary/drawn-links';
import type { FoldedItem } from './folded-nodes.ts';
import type { OnChart } from './on-chart.ts';
import type { ShownEdge, ShownNode } from './shown.ts';
import type { KeptNode, KeptPair, ProjectionOptions, ShownItems } from './shown-items.ts';

/** What of a chart is shown as items of their own, in the order of `placements`. */
interface Shown {
  readonly nodes: readonly ShownNode[];
  readonly entities: readonly Entity[];
  readonly places: ReadonlyMap<Id, Placement>;
  readonly kept: Map<Id, KeptNode>;
  readonly pinned: number;
  /** Kept off or greyed by the filter. */
  readonly filtered: number;
}

/** What is on a chart as its filter leaves it. */
export interface FilteredReading extends Shown {
  readonly edges: readonly ShownEdge[];
  readonly lines: readonly DrawnLink[];
  readonly links: readonly Link[];
  readonly folded: readonly FoldedItem[];
  readonly hidden: readonly Id[];
  readonly total: number;
}

/** … and the keys of the pairs that are drawn. */
export interface StandingReading extends FilteredReading {
  readonly drawn: () => Set<number>;
}

const NONE: ReadonlySet<Id> = new Set();

/**
 * All that stands on a chart without folded groups, numbered once for a state of the case: a filter that is moved then walks through
 * numbers, and what it leaves as it was comes out as the very same object.
 */
export class Standing {
  readonly hidden: readonly Id[];
  readonly hiddenLinks: ReadonlySet<Id>;
  readonly #placed: { readonly entity: Entity; readonly placement: Placement }[] = [];
  readonly #links: Link[] = [];
  /** Ends of each link, as numbers of `#placed`, and its pair. */
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #pairOf: number[] = [];
  /** Of each pair: its key among the items, its links by number, and what it looks like with all of them. */
  readonly #keys: number[] = [];
  readonly #members: number[][] = [];
  readonly #whole: (KeptPair | undefined)[] = [];
  /** Pairs last drawn with fewer of their links, or greyed. */
  readonly #partial = new Set<number>();
  readonly #on: OnChart;
  readonly #chart: Chart;
  readonly #items: ShownItems;
  #last: { readonly passing: Uint8Array; readonly mode: 'hide' | 'grey'; readonly shown: Shown } | null = null;

  constructor(state: CaseState, chart: Chart, on: OnChart, items: ShownItems) {
    this.#on = on;
    this.#chart = chart;
    this.#items = items;
    const hidden: Id[] = [];
    const hiddenLinks = new Set<Id>();
    const numberOf = new Map<Id, number>();
    for (const placement of on.placements) {
      const entity = state.entity(placement.item);
      if (placement.hidden) {
        hidden.push(placement.item);
        if (!entity) hiddenLinks.add(placement.item);
      } else if (entity) {
        numberOf.set(entity.id, this.#placed.length);
        this.#placed.push({ entity, placement });
      }
    }
    this.hidden = hidden;
    this.hiddenLinks = hiddenLinks;
    // All get their number among the items: keys of pairs are made of them.
    items.shown(numberOf.keys());
    const pairs = new Map<number, number>();
    const take = (link: Link): void => {
      const a = numberOf.get(link.from);
      const b = numberOf.get(link.to);
      if (a === undefined || b === undefined || (hiddenLinks.size > 0 && hiddenLinks.has(link.id))) return;
      const key = items.keyOf(items.number(link.from)!, items.number(link.to)!);
      let pair = pairs.get(key);
      if (pair === undefined) {
        pair = this.#keys.length;
        pairs.set(key, pair);
        this.#keys.push(key);
        this.#members.push([]);
      }
      this.#members[pair]!.push(this.#links.length);
      this.#links.push(link);
      this.#from.push(a);
      this.#to.push(b);
      this.#pairOf.push(pair);
    };
    if (numberOf.size * 2 > state.countOf('entity')) for (const link of state.allOf('link')) take(link);
    else
      for (const id of numberOf.keys())
        for (const linkId of state.linksOf(id)) {
          const link = state.link(linkId)!;
          // Each link is met at both its ends: it is taken at its `from`.
          if (link.from === id) take(link);
        }
  }

  /** What the filter of `o` leaves of it. */
  read(o: ProjectionOptions): StandingReading {
    const { filter, filterMode } = o;
    const passing = new Uint8Array(this.#placed.length);
    for (let i = 0; i < passing.length; i++)
      passing[i] = Number(filter === null || filter.entity(this.#placed[i]!.entity));
    const shown = this.#shown(passing, o);
    const isHiding = filterMode === 'hide';
    const links: Link[] = [];
    const order: number[] = [];
    const counts = new Uint32Array(this.#keys.length);
    const passed = new Uint8Array(this.#links.length);
    const greyed = new Set<Id>();
    const faded = new Set<number>();
    let { filtered } = shown;
    for (let e = 0; e < passed.length; e++) {
      const link = this.#links[e]!;
      const pair = this.#pairOf[e]!;
      const isIn =
        filter === null || (passing[this.#from[e]!] === 1 && passing[this.#to[e]!] === 1 && filter.link(link));
      if (!isIn) {
        filtered++;
        if (isHiding) continue;
        greyed.add(link.id);
        faded.add(pair);
      }
      passed[e] = 1;
      links.push(link);
      if (counts[pair]!++ === 0) order.push(pair);
    }
    const edges: ShownEdge[] = [];
    const lines: DrawnLink[] = [];
    for (const p of order) {
      const isWhole = counts[p] === this.#members[p]!.length && !faded.has(p);
      const pair = isWhole ? this.#wholePair(p, o) : this.#partOf(p, passed, greyed, o);
      for (const edge of pair.edges) edges.push(edge);
      for (const line of pair.lines) lines.push(line);
    }
    return {
      ...shown,
      filtered,
      edges,
      lines,
      links,
      folded: [],
      hidden: this.hidden,
      total: this.#placed.length + this.#links.length,
      drawn: () => new Set(order.map((p) => this.#keys[p]!)),
    };
  }

  /** The same lists as last time when the filter lets the same entities through: most filters are about links. */
  #shown(passing: Uint8Array, o: ProjectionOptions): Shown {
    const last = this.#last;
    if (
      last &&
      (last.mode === o.filterMode || last.shown.filtered === 0) &&
      passing.every((p, i) => p === last.passing[i])
    )
      return last.shown;
    const nodes: ShownNode[] = [];
    const entities: Entity[] = [];
    const places = new Map<Id, Placement>();
    const kept = new Map<Id, KeptNode>();
    let pinned = 0;
    let filtered = 0;
    this.#placed.forEach(({ entity, placement }, i) => {
      const passes = passing[i] === 1;
      if (!passes) filtered++;
      if (!passes && o.filterMode === 'hide') return;
      if (placement.pinned) pinned++;
      const made = this.#items.node(entity, placement, this.#on, this.#chart, o, !passes);
      kept.set(entity.id, made);
      places.set(entity.id, placement);
      nodes.push(made.node);
      entities.push(entity);
    });
    const shown = { nodes, entities, places, kept, pinned, filtered };
    this.#last = { passing, mode: o.filterMode, shown };
    return shown;
  }

  #wholePair(p: number, o: ProjectionOptions): KeptPair {
    const key = this.#keys[p]!;
    let pair = this.#whole[p];
    if (!pair) {
      const links = this.#members[p]!.map((e) => this.#links[e]!);
      pair = this.#whole[p] = this.#items.pair(key, links, this.#chart, o, NONE);
    } else if (this.#partial.size > 0 && this.#partial.delete(p)) this.#items.keep(key, pair);
    return pair;
  }

  #partOf(p: number, passed: Uint8Array, greyed: ReadonlySet<Id>, o: ProjectionOptions): KeptPair {
    const links = this.#members[p]!.filter((e) => passed[e] === 1).map((e) => this.#links[e]!);
    this.#partial.add(p);
    return this.#items.pair(this.#keys[p]!, links, this.#chart, o, greyed);
  }
}
