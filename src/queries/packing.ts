import { type PackedCase, type PackOptions, packing, type Scope, type Wanted } from '#analysis/graph/pack-case';
import { packingTwoMode, type TwoMode } from '#analysis/graph/two-mode';
import { finish, type Work } from '#analysis/graph/work';
import type { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { borneOutBy } from '#domain/source/borne-out-by';
import type { RunOptions } from './derivation.ts';
import { inBreaths, ofOneState } from './in-breaths.ts';

/** Which graph a figure is asked of. */
export interface GraphRequest extends PackOptions {
  readonly scope: Scope;
  /** Two kinds of entities and what is between them, instead of all. */
  readonly twoMode?: TwoMode;
  /** Sequence number of the log the state stands at. */
  readonly revision: number;
  /** `figureContent` of this request, where it is known: the same graph is then packed once for all who ask. */
  readonly content?: string;
  /** `version` of the state that scope, content and revision were read at. A graph of another state is then not packed: fails as `changed`. */
  readonly version?: number;
}

/** A packed graph with the name under which workers keep it, so that the next question over it is not sent it again. */
export interface Packed extends PackedCase {
  readonly name: string;
}

let serial = 0;

export function named(packed: PackedCase): Packed {
  return { ...packed, name: `graph-${++serial}` };
}

/** Entities and links of a case, as they are read for a graph. */
export function recordsOf(state: CaseState) {
  const zone = state.properties?.zone;
  return {
    count: state.countOf('entity') + state.countOf('link'),
    entities: state.allOf('entity'),
    links: state.allOf('link'),
    ...(zone !== undefined && { zone }),
    entityOf: (id: Id) => state.entity(id),
    sourcesOf: (link: Link) => borneOutBy(state, link),
  };
}

type Made = Packed | { readonly failure: 'projection-too-large' | 'changed' };

/** Packs the graph of a request; fails where it would be too large. */
export function packRequest(state: CaseState, request: GraphRequest, wanted: Wanted = {}): Made {
  return finish(packingRequest(state, request, wanted));
}

function* packingRequest(state: CaseState, request: GraphRequest, wanted: Wanted): Work<Made> {
  const records = recordsOf(state);
  if (!request.twoMode) return named(yield* packing(records, request.scope, request, wanted));
  const made = yield* packingTwoMode(records, request.scope, request.twoMode, wanted);
  return 'failure' in made ? made : named(made.packed);
}

/** Packs the graph of the state that the request was read at, however long the packing waited for its turn, and no other. */
function* packingAt(version: number, state: CaseState, request: GraphRequest, wanted: Wanted): Work<Made> {
  const work = packingRequest(state, request, wanted);
  while (state.version === version) {
    const step = work.next();
    if (step.done) return step.value;
    yield step.value;
  }
  return { failure: 'changed' };
}

/** Graphs in memory: of as many questions as somebody goes back and forth between. */
const MOST_KEPT = 4;

/**
 * The graphs asked for last. A graph without rows and groupings stays good while its content does; any other for one revision. They are packed on
 * the page, in slices, one after the other, so that of several who ask for the same only the first waits for the packing.
 */
export class PackedGraphs {
  readonly #kept = new Map<string, Packed>();
  readonly #of = new WeakMap<CaseState, number>();
  #states = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** The request's content, if it has one, is that of the state at the request's version; without a version, of the state now. */
  get(state: CaseState, request: GraphRequest, wanted: Wanted = {}, run: RunOptions = {}): Promise<PackingOutcome> {
    const key = this.#keyOf(state, request, wanted);
    const kept = key !== undefined && this.#again(key);
    if (kept) return Promise.resolve(kept);
    const { version = state.version } = request;
    const mine = this.#turn.then(async (): Promise<PackingOutcome> => {
      const meanwhile = key !== undefined && this.#again(key);
      if (meanwhile) return meanwhile;
      const outcome = await inBreaths(
        request.version === undefined
          ? ofOneState(state, () => packingRequest(state, request, wanted))
          : packingAt(request.version, state, request, wanted),
        run,
      );
      if ('failure' in outcome) return outcome;
      if (!('failure' in outcome.result) && key !== undefined && state.version === version)
        this.#keep(key, outcome.result);
      return outcome.result;
    });
    this.#turn = mine.catch(() => undefined);
    return unlessAborted(mine, run.signal);
  }

  #keyOf(state: CaseState, request: GraphRequest, wanted: Wanted): string | undefined {
    const { content, direction, weights, currency, identity, twoMode, revision } = request;
    if (content === undefined || wanted.groupings) return undefined;
    if (!this.#of.has(state)) this.#of.set(state, ++this.#states);
    const more = wanted.rows || wanted.times ? [revision, wanted.rows, wanted.times] : [];
    return JSON.stringify([this.#of.get(state), content, direction, weights, currency, identity, twoMode, ...more]);
  }

  #again(key: string): Packed | undefined {
    const kept = this.#kept.get(key);
    if (kept) this.#keep(key, kept);
    return kept;
  }

  #keep(key: string, packed: Packed): void {
    // Taken out and put back: the one asked for last is dropped last.
    this.#kept.delete(key);
    this.#kept.set(key, packed);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
  }
}

export type PackingOutcome = Made | { readonly failure: 'cancelled' };

/** Whoever cancels is told at once, also while waiting for another packing to end. */
function unlessAborted(work: Promise<PackingOutcome>, signal: AbortSignal | undefined): Promise<PackingOutcome> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const cancelled = () => resolve({ failure: 'cancelled' });
    if (signal.aborted) cancelled();
    signal.addEventListener('abort', cancelled, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancelled));
  });
}
