import type { Multiplicity } from '#domain/chart/chart';
import type { Direction, Link, Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import { type LinkWidth, linkWidth } from '../style/lines.ts';
import type { Words } from '../words.ts';
import { linkLabel } from './link-label.ts';

/** One line on a chart, for one link or several. */
export interface DrawnLink {
  /** Stable as long as the same ends and multiplicity are drawn: the link's own id where each is drawn. */
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  /** Ids of the links it stands for, sorted. */
  readonly links: readonly Id[];
  /** Where arrows are; `back` only where a single link says so. */
  readonly direction: Direction;
  /**
   * The weakest among them: the label on the line speaks of all of them, and a line must never claim more than the weakest
   * part of what it says. `mixed` tells that some are stronger; drawn each by itself, they show their own strength.
   */
  readonly strength: Strength;
  readonly mixed: boolean;
  /** Made when first read; a copy by spreading or to another thread has it as plain text. */
  readonly label: string;
  /** Calls, payments … in all; a link without a count is one. */
  readonly count: number;
  readonly width: LinkWidth;
}

const weakness: Readonly<Record<Strength, number>> = { confirmed: 0, unconfirmed: 1, tentative: 2 };

/**
 * The lines to draw for links between the same two entities: one with a sum (`single`), one per direction (`direction`), or
 * each by itself. The same set of links gives the same lines, in whatever order it comes. `locale` writes the figures.
 */
export function drawnLinks(
  links: Iterable<Link>,
  multiplicity: Multiplicity,
  words: Words,
  locale = 'en',
): readonly DrawnLink[] {
  const bundles = new Map<string, Link[]>();
  for (const link of links) {
    const key = bundleKey(link, multiplicity);
    const bundle = bundles.get(key);
    if (bundle) bundle.push(link);
    else bundles.set(key, [link]);
  }
  const out: DrawnLink[] = [];
  for (const [key, bundle] of bundles) {
    bundle.sort((a, b) => (a.id < b.id ? -1 : 1));
    out.push(drawn(key, bundle, words, locale));
  }
  return out.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The line for links between the same two entities that are drawn as one, in order of their ids; at least one. */
export function oneLine(links: readonly Link[], words: Words, locale = 'en'): DrawnLink {
  return drawn(bundleKey(links[0]!, 'single'), links, words, locale);
}

/** Ids hold no spaces, so a key with one is never the id of a record. */
function bundleKey(link: Link, multiplicity: Multiplicity): string {
  if (multiplicity === 'each') return link.id;
  const [low, high] = link.from <= link.to ? [link.from, link.to] : [link.to, link.from];
  if (multiplicity === 'single') return `${low} ${high}`;
  const { from, to, direction } = link;
  if (from === to || direction === 'none' || direction === 'both') return `${low} ${high} ${direction}`;
  return direction === 'forward' ? `${from} ${to} to` : `${to} ${from} to`;
}

/** `bundle` in order of ids. */
function drawn(id: string, bundle: readonly Link[], words: Words, locale: string): DrawnLink {
  const first = bundle[0]!;
  let strength: Strength = first.strength;
  let count = 0;
  for (const link of bundle) {
    if (weakness[link.strength] > weakness[strength]) strength = link.strength;
    count += link.count ?? 1;
  }
  const mixed = bundle.some((l) => l.strength !== strength);
  return new Line(id, bundle, { strength, mixed, count }, () => linkLabel(bundle, words, locale));
}

/**
 * A line whose label is written when first read: of a chart of many, few are ever seen. All lines share one getter, which each holds as
 * its own, so that a copy has the text; a getter made for each would cost several times as much as the rest of the line.
 */
class Line implements DrawnLink {
  static readonly #written: PropertyDescriptor & ThisType<Line> = {
    enumerable: true,
    configurable: true,
    get() {
      this.#label ??= this.#write();
      return this.#label;
    },
  };
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  readonly links: readonly Id[];
  readonly direction: Direction;
  readonly strength: Strength;
  readonly mixed: boolean;
  declare readonly label: string;
  readonly count: number;
  readonly width: LinkWidth;
  #label: string | undefined;
  readonly #write: () => string;

  constructor(
    id: Id,
    bundle: readonly Link[],
    sum: { readonly strength: Strength; readonly mixed: boolean; readonly count: number },
    write: () => string,
  ) {
    const { from, to, direction } = ends(bundle);
    this.id = id;
    this.from = from;
    this.to = to;
    this.links = bundle.map((l) => l.id);
    this.direction = direction;
    this.strength = sum.strength;
    this.mixed = sum.mixed;
    this.count = sum.count;
    this.width = linkWidth(sum.count);
    this.#write = write;
    Object.defineProperty(this, 'label', Line.#written);
  }
}

/** Ends and arrows of a bundle. Where all its arrows point one way, the line runs that way. */
function ends(bundle: readonly Link[]): { from: Id; to: Id; direction: Direction } {
  const first = bundle[0]!;
  if (bundle.length === 1) return { from: first.from, to: first.to, direction: first.direction };
  let toEnd = false;
  let toStart = false;
  for (const link of bundle) {
    const turned = link.from !== first.from;
    const forward = link.direction === 'forward' || link.direction === 'both';
    const back = link.direction === 'back' || link.direction === 'both';
    if (turned ? back : forward) toEnd = true;
    if (turned ? forward : back) toStart = true;
  }
  if (toEnd && toStart) return { from: first.from, to: first.to, direction: 'both' };
  if (toStart) return { from: first.to, to: first.from, direction: 'forward' };
  return { from: first.from, to: first.to, direction: toEnd ? 'forward' : 'none' };
}
