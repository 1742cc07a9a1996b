import { type PackedCase, type PackOptions, packCase, type Scope, type Wanted } from '#analysis/graph/pack-case';
import { packTwoMode, type TwoMode } from '#analysis/graph/two-mode';
import type { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { borneOutBy } from '#domain/source/borne-out-by';

/** Which graph a figure is asked of. */
export interface GraphRequest extends PackOptions {
  readonly scope: Scope;
  /** Two kinds of entities and what is between them, instead of all. */
  readonly twoMode?: TwoMode;
  /** Sequence number of the log the state stands at. */
  readonly revision: number;
  /** `figureContent` of this request, where it is known: the same graph is then packed once for all who ask. */
  readonly content?: string;
}

/** A packed graph with the name under which workers keep it, so that the next question over it is not sent it again. */
export interface Packed extends PackedCase {
  readonly name: string;
}

let serial = 0;

export function named(packed: PackedCase): Packed {
  return { ...packed, name: `graph-${++serial}` };
}

/** Packs the graph of a request; fails where it would be too large. */
export function packRequest(
  state: CaseState,
  request: GraphRequest,
  wanted: Wanted = {},
): Packed | { readonly failure: 'projection-too-large' } {
  const zone = state.properties?.zone;
  const records = {
    entities: state.allOf('entity'),
    links: state.allOf('link'),
    ...(zone !== undefined && { zone }),
    entityOf: (id: Id) => state.entity(id),
    sourcesOf: (link: Link) => borneOutBy(state, link),
  };
  if (!request.twoMode) return named(packCase(records, request.scope, request, wanted));
  const made = packTwoMode(records, request.scope, request.twoMode, wanted);
  return 'failure' in made ? made : named(made.packed);
}

/** Graphs in memory: of as many questions as somebody goes back and forth between. */
const MOST_KEPT = 4;

/** The graphs asked for last. A graph without rows and groupings stays good while its content does; any other for one revision. */
export class PackedGraphs {
  readonly #kept = new Map<string, Packed>();
  readonly #of = new WeakMap<CaseState, number>();
  #states = 0;

  get(state: CaseState, request: GraphRequest, wanted: Wanted = {}): ReturnType<typeof packRequest> {
    const { content, direction, weights, currency, twoMode, revision } = request;
    if (content === undefined || wanted.groupings) return packRequest(state, request, wanted);
    if (!this.#of.has(state)) this.#of.set(state, ++this.#states);
    const more = wanted.rows || wanted.times ? [revision, wanted.rows, wanted.times] : [];
    const key = JSON.stringify([this.#of.get(state), content, direction, weights, currency, twoMode, ...more]);
    const kept = this.#kept.get(key);
    // Taken out and put back: the one asked for last is dropped last.
    this.#kept.delete(key);
    const packed = kept ?? packRequest(state, request, wanted);
    if ('failure' in packed) return packed;
    this.#kept.set(key, packed);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return packed;
  }
}
