import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { isTie } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { bounds } from '#domain/time/bounds';
import { extentOf, sureBounds, usualExtent } from '#domain/time/extent';
import { type Weights, weightOf } from './link-weight.ts';
import { type Grouping, type LinkRows, type Network, PROOF, packingRows } from './network.ts';
import { finish, type Progress, type Work, within } from './work.ts';

/** Records read at a time, so that whoever drives the work can breathe between two of them. */
export const READ_AT_ONCE = 128;

/** Which records a figure is computed over. `items` is asked for every scope but the whole case. */
export type ScopeKind = 'case' | 'chart' | 'selection' | 'filtered';

export interface Scope {
  readonly kind: ScopeKind;
  /** Ids of the entities taken in: those placed on the chart, selected, or left by the filter. Missing = all of the case. */
  readonly entities?: ReadonlySet<Id>;
  /** Ids of the links taken in; missing = all between those entities. */
  readonly links?: ReadonlySet<Id>;
  /** Events are listed apart and left out unless asked. */
  readonly events?: boolean;
}

/**
 * Whether arrows count. `ignore`: lines without arrows. `out`: as they run. `in`: turned round. A line without an arrow, or with one at both ends, runs
 * both ways. Following arrows either way is `ignore`: in a simple graph the weights of both ways add.
 */
export type Direction = 'ignore' | 'out' | 'in';

export interface PackOptions {
  readonly direction: Direction;
  readonly weights: Weights;
  /** The currency of `amount`, as stated in the links. */
  readonly currency?: string | undefined;
  /**
   * Links that say two records may be one are no contact between two, and count in no figure. `counted`: where it is asked how things hang together, of
   * a layout or a path, they are taken in like others.
   */
  readonly identity?: 'counted';
}

/** What to pack beside the graph, for techniques that read it. */
export interface Wanted {
  /** The lines before merging. */
  readonly rows?: boolean;
  /** Their instants too; reading them takes time. */
  readonly times?: boolean;
  /** Attributes that sort nodes: the word of each entity, undefined where nothing is stated. */
  readonly groupings?: ReadonlyMap<string, (entity: Id) => string | undefined>;
}

/** The graph of a case with what stayed outside it; `ids[i]` is the entity of node `i`. */
export interface PackedCase {
  readonly graph: Network;
  readonly ids: readonly Id[];
  readonly eventsLeftOut: number;
  /** Links within the scope that could not be taken in because an end is an event left out or outside the scope. */
  readonly linksLeftOut: number;
  /** Links without a weight of the kind asked for: no amount in that currency, or none above zero. */
  readonly unweighedLeftOut: number;
  /** Links between two of the nodes that say they may be one, unless these are counted. */
  readonly identityLeftOut: number;
  /** With `Wanted.rows`: the link of each row, the link types by layer, the sources by number. */
  readonly linkIds: readonly Id[];
  readonly layers: readonly string[];
  readonly sourceIds: readonly Id[];
  /** With `Wanted.groupings`: the words of each grouping by code. */
  readonly groupingWords: ReadonlyMap<string, readonly string[]>;
}

export interface CaseRecords {
  /** How many entities and links there are, to tell how far the reading has come. */
  readonly count?: number;
  readonly entities: Iterable<Pick<Entity, 'id' | 'type'>>;
  readonly links: Iterable<Link>;
  /** Zone of times without one; for `Wanted.times`. */
  readonly zone?: string;
  /** What an end of a link is, to know whether its time lasted; for `Wanted.times`. */
  readonly entityOf?: (id: Id) => Pick<Entity, 'type' | 'eventKind'> | undefined;
  /** Sources that a link rests on; for `Wanted.rows`. */
  readonly sourcesOf?: (link: Link) => Iterable<Id>;
}

/** Packs entities and links of a scope. Nodes stand in the order of the records, so that equal input gives equal figures. */
export function packCase(records: CaseRecords, scope: Scope, options: PackOptions, wanted: Wanted = {}): PackedCase {
  return finish(packing(records, scope, options, wanted));
}

/** `packCase` piece by piece; reports records. */
export function* packing(
  records: CaseRecords,
  scope: Scope,
  options: PackOptions,
  wanted: Wanted = {},
): Work<PackedCase> {
  const { count: of = 0 } = records;
  let read = 0;
  const ids: Id[] = [];
  const indexOf = new Map<Id, number>();
  let eventsLeftOut = 0;
  for (const entity of records.entities) {
    if (++read % READ_AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    if (scope.entities && !scope.entities.has(entity.id)) continue;
    if (entity.type === 'event' && !scope.events) {
      eventsLeftOut++;
      continue;
    }
    indexOf.set(entity.id, ids.length);
    ids.push(entity.id);
  }
  const lines = new Lines(records, wanted);
  let linksLeftOut = 0;
  let unweighedLeftOut = 0;
  let identityLeftOut = 0;
  for (const link of records.links) {
    if (++read % READ_AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    if (scope.links && !scope.links.has(link.id)) continue;
    const from = indexOf.get(link.from);
    const to = indexOf.get(link.to);
    if (from === undefined || to === undefined) {
      linksLeftOut++;
      continue;
    }
    if (options.identity !== 'counted' && !isTie(link.type)) {
      identityLeftOut++;
      continue;
    }
    const w = weightOf(link, options.weights, options.currency);
    if (w === undefined) {
      unweighedLeftOut++;
      continue;
    }
    const turned = (link.direction === 'back') !== (options.direction === 'in');
    lines.add(link, turned ? to : from, turned ? from : to, w);
  }
  const all = { done: read, of, stage: 'reading' };
  const grouped = yield* groupingsOf(ids, wanted, all);
  const how = { directed: options.direction !== 'ignore', weighted: options.weights !== 'none', ...grouped };
  return {
    ...(yield* lines.packing(ids.length, how, all)),
    ids,
    eventsLeftOut,
    linksLeftOut,
    unweighedLeftOut,
    identityLeftOut,
  };
}

/** The columns of the lines, as they are read. */
export class Lines {
  readonly #records: CaseRecords;
  readonly #wanted: Wanted;
  readonly #source: number[] = [];
  readonly #target: number[] = [];
  readonly #arrow: number[] = [];
  readonly #weight: number[] = [];
  readonly #links: Link[] = [];

  constructor(records: CaseRecords, wanted: Wanted) {
    this.#records = records;
    this.#wanted = wanted;
  }

  add(link: Link, source: number, target: number, weight: number): void {
    this.#source.push(source);
    this.#target.push(target);
    this.#arrow.push(link.direction === 'forward' || link.direction === 'back' ? 1 : 0);
    this.#weight.push(weight);
    if (this.#wanted.rows || this.#wanted.times) this.#links.push(link);
  }

  *packing(
    nodeCount: number,
    how: {
      readonly directed: boolean;
      readonly weighted: boolean;
      readonly groupings: ReadonlyMap<string, Grouping>;
      readonly groupingWords: ReadonlyMap<string, readonly string[]>;
    },
    reached: Progress,
  ): Work<Pick<PackedCase, 'graph' | 'linkIds' | 'layers' | 'sourceIds' | 'groupingWords'>> {
    const ends = {
      count: this.#source.length,
      source: new Int32Array(this.#source),
      target: new Int32Array(this.#target),
      arrow: new Uint8Array(this.#arrow),
      weight: new Float64Array(this.#weight),
    };
    yield reached;
    const { graph, edge } = yield* within(packingRows(nodeCount, ends, how), reached);
    const layers = new Numbers<string>();
    const sources = new Numbers<Id>();
    const withGroups = how.groupings.size > 0 ? { ...graph, groupings: how.groupings } : graph;
    return {
      graph:
        this.#wanted.rows || this.#wanted.times
          ? { ...withGroups, rows: { ...ends, edge, ...(yield* this.#columns(layers, sources, reached)) } }
          : withGroups,
      linkIds: this.#links.map((l) => l.id),
      layers: layers.words,
      sourceIds: sources.words,
      groupingWords: how.groupingWords,
    };
  }

  *#columns(
    layers: Numbers<string>,
    sources: Numbers<Id>,
    reached: Progress,
  ): Work<Omit<LinkRows, 'count' | 'source' | 'target' | 'arrow' | 'weight' | 'edge'>> {
    const links = this.#links;
    const n = links.length;
    const instants = () => new Float64Array(n).fill(Number.NaN);
    const [begin, end, sureBegin, sureEnd] = [instants(), instants(), instants(), instants()];
    const lasted = new Uint8Array(n);
    const layer = new Int32Array(n);
    const proof = new Uint8Array(n);
    const offsets = new Int32Array(n + 1);
    const numbers: number[] = [];
    const { zone = 'UTC', entityOf = () => undefined, sourcesOf } = this.#records;
    for (const [r, link] of links.entries()) {
      if (r % READ_AT_ONCE === 0) yield reached;
      layer[r] = layers.of(link.type);
      proof[r] = PROOF[link.strength];
      if (this.#wanted.times && link.span) {
        const b = bounds(link.span, zone);
        if (b) {
          begin[r] = b.from;
          end[r] = b.to;
          const usual = usualExtent(link, { entity: entityOf });
          lasted[r] = extentOf(link.span, usual) === 'lasted' ? 1 : 0;
          const sure = sureBounds(link.span, usual, zone);
          if (sure) {
            sureBegin[r] = sure.from;
            sureEnd[r] = sure.to;
          }
        }
      }
      for (const id of sourcesOf?.(link) ?? []) numbers.push(sources.of(id));
      offsets[r + 1] = numbers.length;
    }
    return {
      layer,
      proof,
      begin,
      end,
      sureBegin,
      sureEnd,
      lasted,
      sourceOffsets: offsets,
      sources: new Int32Array(numbers),
    };
  }
}

/** Numbers things in order of first appearance. */
class Numbers<T> {
  readonly words: T[] = [];
  readonly #at = new Map<T, number>();

  of(word: T): number {
    let at = this.#at.get(word);
    if (at === undefined) {
      at = this.words.push(word) - 1;
      this.#at.set(word, at);
    }
    return at;
  }
}

/** Codes of the nodes for each attribute asked for, and the words behind them. */
export function* groupingsOf(
  ids: readonly Id[],
  wanted: Wanted,
  reached: Progress,
): Work<{
  readonly groupings: ReadonlyMap<string, Grouping>;
  readonly groupingWords: ReadonlyMap<string, readonly string[]>;
}> {
  const groupings = new Map<string, Grouping>();
  const groupingWords = new Map<string, readonly string[]>();
  for (const [name, wordOf] of wanted.groupings ?? []) {
    const words = new Numbers<string>();
    const of = new Int32Array(ids.length);
    for (const [i, id] of ids.entries()) {
      if (i % READ_AT_ONCE === 0) yield reached;
      const word = wordOf(id);
      of[i] = word === undefined ? -1 : words.of(word);
    }
    groupings.set(name, { of, count: words.words.length });
    groupingWords.set(name, words.words);
  }
  return { groupings, groupingWords };
}
