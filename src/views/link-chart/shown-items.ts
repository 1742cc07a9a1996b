import type { Chart } from '#domain/chart/chart';
import { NOTHING_FOLDED } from '#domain/chart/folding';
import type { Placement } from '#domain/chart/placement';
import { type Entity, isProtected } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { type DrawnLink, drawnLinks, oneLine } from '#drawing/link-summary/drawn-links';
import { withDrawnEnds } from '#drawing/link-summary/folded-links';
import { categoryOf } from '#drawing/style/categories';
import { entityInk } from '#drawing/style/entity-image';
import { nodeData } from '#drawing/style/node-data';
import { type SizeStep, sizeStep } from '#drawing/style/sizes';
import type { Words } from '#drawing/words';
import type { FilterMatch } from '../filter-match.ts';
import type { OnChart } from './on-chart.ts';
import { Later, ShownEdge, ShownNode } from './shown.ts';

export interface ProjectionOptions {
  readonly theme: 'light' | 'dark';
  readonly locale: string;
  readonly words: Words;
  readonly filter: FilterMatch | null;
  readonly filterMode: 'hide' | 'grey';
}

export interface KeptNode {
  readonly entity: Entity;
  readonly placement: Placement;
  readonly size: SizeStep | undefined;
  readonly category: number;
  readonly doubtful: boolean;
  readonly figure: string | undefined;
  readonly rank: number | undefined;
  readonly greyed: boolean;
  readonly node: ShownNode;
}

export interface KeptPair {
  readonly links: readonly Link[];
  readonly lines: readonly DrawnLink[];
  readonly edges: readonly ShownEdge[];
}

/** More entities than this no case has by far; two numbers below it make one key. */
const KEYS = 2 ** 26;

/** The items and lines of one chart, made once and handed out again as the very same objects until something about them changes. */
export class ShownItems {
  /** As last read. */
  nodes = new Map<Id, KeptNode>();
  /**
   * By the numbers of both ends, the lower first: a chart of many has too many pairs to name them by text at every edit. What a
   * filter hides stays in it, for when it is moved on.
   */
  #pairs = new Map<number, KeptPair>();
  readonly #numbers = new Map<Id, number>();
  #look = '';
  standIn: ReadonlyMap<Id, Id> = NOTHING_FOLDED.standIn;

  /** Forgets all when the chart is drawn in another look. */
  beginLook(look: string): void {
    if (look === this.#look) return;
    this.nodes = new Map();
    this.#pairs = new Map();
    this.#look = look;
  }

  /** Forgets the lines when other groups are folded: a pair's key says who is drawn, not who is behind it. */
  beginFolding(standIn: ReadonlyMap<Id, Id>): void {
    if (!sameEntries(standIn, this.standIn)) this.#pairs = new Map();
    this.standIn = standIn;
  }

  /** By number: far cheaper to look up than by text, and a chart of many asks for each end of each link. Undefined for what was never shown. */
  number(id: Id): number | undefined {
    return this.#numbers.get(id);
  }
  keyOf(a: number, b: number): number {
    return a < b ? a * KEYS + b : b * KEYS + a;
  }
  kept(key: number): KeptPair | undefined {
    return this.#pairs.get(key);
  }
  keep(key: number, pair: KeptPair): void {
    this.#pairs.set(key, pair);
  }

  node(
    entity: Entity,
    placement: Placement,
    on: OnChart,
    chart: Chart,
    o: ProjectionOptions,
    greyed: boolean,
  ): KeptNode {
    const size = on.applied.size === undefined ? undefined : sizeStep(on.sizes.get(entity.id), on.largest);
    const category = categoryOf(on.colours.get(entity.id), placement.colour);
    const doubtful = category > 0 && on.doubtful.has(entity.id);
    const figure = on.labels.get(entity.id);
    const rank = on.ranks.get(entity.id);
    const before = this.nodes.get(entity.id);
    const sameLook =
      before?.entity === entity &&
      before.size === size &&
      before.category === category &&
      before.doubtful === doubtful &&
      before.figure === figure &&
      before.rank === rank &&
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
              ...(doubtful && { doubtful }),
              ...(figure !== undefined && { figure }),
              ...(rank !== undefined && { rank }),
            }),
          );
    const ink =
      before && sameLook ? before.node.ink : entityInk({ protected: isProtected(entity), category, theme: o.theme });
    return {
      entity,
      placement,
      size,
      category,
      doubtful,
      figure,
      rank,
      greyed,
      node: new ShownNode(placement, { ink, category, greyed }, look),
    };
  }

  /** 1 at the number of each of these; new ones get theirs. */
  shown(ids: Iterable<Id>): Uint8Array {
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

  pair(key: number, links: Link[], chart: Chart, o: ProjectionOptions, faded: ReadonlySet<Id>): KeptPair {
    if (links.length > 1) links.sort((a, b) => (a.id < b.id ? -1 : 1));
    const before = this.#pairs.get(key);
    const same = before?.links.length === links.length && before.links.every((l, i) => l === links[i]);
    const isGreyed = (line: DrawnLink) => faded.size > 0 && line.links.every((id) => faded.has(id));
    if (before && same && before.edges.every((e) => e.greyed === isGreyed(e.line))) return before;
    const made = () => {
      const ends = this.standIn.size === 0 ? links : links.map((l) => withDrawnEnds(l, this.standIn));
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
    const pair = { links, lines, edges };
    this.#pairs.set(key, pair);
    return pair;
  }
}

function sameEntries(a: ReadonlyMap<Id, Id>, b: ReadonlyMap<Id, Id>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}
