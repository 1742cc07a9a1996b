import { isTie } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { weightOf } from './link-weight.ts';
import { type CaseRecords, type PackOptions, READ_AT_ONCE, type Scope } from './pack-case.ts';
import type { TwoMode } from './two-mode.ts';
import { finish, type Work } from './work.ts';

/** Two lanes of FNV-1a over a text: enough that no two different graphs of an analyst's life read the same. */
function digest(text: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  // The last letters reach all bits: lanes are summed.
  return [Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ (a >>> 12), Math.imul(b ^ (b >>> 13), 0xc2b2ae35) ^ (b >>> 16)];
}

/** Texts in short, in whatever order they come. */
export class Content {
  #a = 0;
  #b = 0;
  add(text: string): void {
    const [x, y] = digest(text);
    this.#a = (this.#a + x) | 0;
    this.#b = (this.#b + y) | 0;
  }
  toString(): string {
    return `${(this.#a >>> 0).toString(36)}.${(this.#b >>> 0).toString(36)}`;
  }
}

/**
 * What the graph of a scope is made of, in short: two graphs with the same content have the same nodes, the same lines between them and, where
 * those count, the same arrows and weights; of two kinds of entities also which is of which. Names, grades, places and sizes are no part of it; the order
 * of the records is none either. Takes in what `packCase` takes in, and `packTwoMode`.
 */
export function graphContent(records: CaseRecords, scope: Scope, options: ContentOptions): string {
  return finish(readingContent(records, scope, options));
}

type ContentOptions = PackOptions & { readonly twoMode?: TwoMode };

/** `graphContent` piece by piece; reports records. */
export function* readingContent(
  records: CaseRecords,
  scope: Scope,
  { twoMode, ...options }: ContentOptions,
): Work<string> {
  const nodes = new Set<Id>();
  let lines = 0;
  const directed = options.direction !== 'ignore' && !twoMode;
  const weights = twoMode ? 'none' : options.weights;
  const content = new Content();
  const { count: of = 0 } = records;
  let read = 0;
  for (const { id, type } of records.entities) {
    if (++read % READ_AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    if (scope.entities && !scope.entities.has(id)) continue;
    if (twoMode ? type !== twoMode.of && type !== twoMode.through : type === 'event' && !scope.events) continue;
    nodes.add(id);
    content.add(twoMode ? `${id} ${type}` : id);
  }
  for (const link of records.links) {
    if (++read % READ_AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    const { id, from, to, direction } = link;
    if ((scope.links && !scope.links.has(id)) || !nodes.has(from) || !nodes.has(to)) continue;
    if (options.identity !== 'counted' && !isTie(link.type)) continue;
    const weight = weightOf(link, weights, options.currency);
    if (weight === undefined) continue;
    lines++;
    const turned = directed ? direction === 'back' : from > to;
    const arrow = !directed ? '-' : direction === 'forward' || direction === 'back' ? '>' : '=';
    // Without one way to run, the two ends are one pair.
    const ends = turned || (arrow === '=' && from > to) ? [to, from] : [from, to];
    content.add(`${ends[0]}${arrow}${ends[1]} ${weight}`);
  }
  return `${nodes.size}.${lines}.${content}`;
}
