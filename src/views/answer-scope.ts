import type { CaseState } from '#domain/change/case-state';
import { placementId } from '#domain/chart/placement';
import { type Entity, isProtected } from '#domain/entity/entity';
import { matchKey } from '#domain/identifiers/matching';
import type { Link } from '#domain/link/link';
import { isTie } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import type { GraphRequest, ParameterValues, Scope } from '#queries/analysis';
import { type FigureRequest, readingBeside, readingFigureContent, readingMeasureContent } from '#queries/figures';
import type { GroupingName } from '#queries/groupings';
import { finish, type Work } from '#queries/in-breaths';
import { everyNetworkFigure, readingNetworkContent } from '#queries/whole-network';
import { filterMatch } from './filter-match.ts';
import {
  type Answer,
  type AskedGraph,
  type AskedScope,
  type LayeredMeasure,
  type NetworkAsked,
  USUAL_LAYERED,
  type WholeKind,
  withinOf,
} from './last-answer.ts';

/** The tag of whoever a case has found to play no part. */
const CLEARED = 'cleared';

const isActor = (e: Entity) => e.type === 'person' || e.type === 'organisation';

/** Whom "who" is asked of: persons and organisations, but neither protected persons nor those tagged as cleared. */
export function inQuestion(e: Entity): boolean {
  return isActor(e) && !isProtected(e) && !(e.tags ?? []).some((tag) => matchKey(tag) === CLEARED);
}

/** Which records are asked for, and of which two kinds, where it is of two alone. */
type AskedOf = AskedScope & Pick<Partial<AskedGraph>, 'twoMode'>;

/** Those in question alone, and, where two kinds alone are asked of, what they are linked through: an event or an account is nobody in question. */
function isAskedOf(e: Entity, { actorsOnly, twoMode }: AskedOf): boolean {
  return !actorsOnly || inQuestion(e) || (!isActor(e) && (e.type === twoMode?.of || e.type === twoMode?.through));
}

/** The records a figure is asked for, as they are now. A filter that applies to figures narrows every scope. */
export function scopeOf(state: CaseState, asked: AskedOf): Scope {
  return finish(readingScope(state, asked)).scope;
}

/** Persons and organisations of the records asked for that do not count, each by the first reason in this order. */
export interface LeftOut {
  /** Kept off by the filter. */
  readonly filtered: number;
  readonly protected: number;
  /** Tagged as cleared. */
  readonly cleared: number;
}

/** Records read at a time, so that the page can draw and hear keys between two of them. */
const AT_ONCE = 128;

/** `scopeOf` piece by piece, with whom it leaves out; reports records. */
export function* readingScope(
  state: CaseState,
  asked: AskedOf,
): Work<{ readonly scope: Scope; readonly leftOut: LeftOut }> {
  const leftOut = { filtered: 0, protected: 0, cleared: 0 };
  const of = state.countOf('entity') + state.countOf('link');
  let read = 0;
  const { kind, chart, events } = asked;
  const match = asked.filter.appliesToAnalysis || kind === 'filtered' ? filterMatch(asked.filter, state) : null;
  const borneOut = (l: Link) => !asked.confirmedOnly || l.strength === 'confirmed';
  const linksOf = function* (): Work<Set<Id>> {
    const links = new Set<Id>();
    for (const l of state.allOf('link')) {
      if (++read % AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
      if (borneOut(l) && (match?.link(l) ?? true)) links.add(l.id);
    }
    return links;
  };
  if (kind === 'case' && !match && !asked.actorsOnly)
    return { scope: asked.confirmedOnly ? { kind, links: yield* linksOf(), events } : { kind, events }, leftOut };
  const chosen = new Set(asked.chosen);
  const entities = new Set<Id>();
  for (const e of state.allOf('entity')) {
    if (++read % AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    if (kind === 'selection' && !chosen.has(e.id)) continue;
    if (kind === 'chart') {
      const p = chart && state.find('placement', placementId(chart, e.id));
      if (!p || p.hidden) continue;
    }
    if (match && !match.entity(e)) {
      if (isActor(e)) leftOut.filtered++;
    } else if (isAskedOf(e, asked)) entities.add(e.id);
    else if (isActor(e)) leftOut[isProtected(e) ? 'protected' : 'cleared']++;
  }
  const links = match || asked.confirmedOnly ? yield* linksOf() : undefined;
  return { scope: { kind, entities, ...(links && { links }), events }, leftOut };
}

/**
 * Protected persons among the nodes of a graph: they are witnesses or victims, and nobody to propose for arrest or to be watched. Where only those in
 * question count there are none.
 */
export function protectedIn(state: CaseState, graph: Pick<GraphRequest, 'scope' | 'twoMode'>): Id[] {
  return finish(readingProtected(state, graph));
}

/** Whether an entity is a node of a graph. */
export function isNodeOf({ scope, twoMode }: Pick<GraphRequest, 'scope' | 'twoMode'>, e: Entity): boolean {
  return (
    (scope.entities?.has(e.id) ?? true) &&
    (twoMode
      ? e.type === twoMode.of || (twoMode.as === 'both' && e.type === twoMode.through)
      : e.type !== 'event' || (scope.events ?? false))
  );
}

/** `protectedIn` piece by piece. */
export function* readingProtected(state: CaseState, graph: Pick<GraphRequest, 'scope' | 'twoMode'>): Work<Id[]> {
  const found: Id[] = [];
  let read = 0;
  for (const e of state.allOf('entity')) {
    if (++read % AT_ONCE === 0) yield { done: read, of: state.countOf('entity'), stage: 'reading' };
    if (isProtected(e) && isNodeOf(graph, e)) found.push(e.id);
  }
  return found;
}

/** Whether those not to be proposed are others by now than when a set was looked for: somebody came to be protected since, or is so no longer. */
export function* readingOthersSpared(state: CaseState, asked: AskedGraph, spared: readonly Id[]): Work<boolean> {
  const { scope } = yield* readingScope(state, asked);
  const now = yield* readingProtected(state, { scope, ...graphAsked(asked) });
  const before = new Set(spared);
  return now.length !== before.size || now.some((id) => !before.has(id));
}

type Kinds = GraphRequest['twoMode'];

/** Whether a link runs between two kinds, where those alone are asked of. */
function isAcross(a: Entity['type'], b: Entity['type'], kinds: Kinds): boolean {
  return !kinds || (a === kinds.of && b === kinds.through) || (a === kinds.through && b === kinds.of);
}

/** Whether a figure of this scope rests on a link: the same that the graph is packed from. */
export function restsOn(state: CaseState, scope: Scope, kinds?: Kinds): (l: Link) => boolean {
  const taken = (id: Id) => {
    const entity = state.entity(id);
    return entity && (scope.entities?.has(id) ?? true) && (entity.type !== 'event' || scope.events)
      ? entity.type
      : undefined;
  };
  return (l) => {
    if (!isTie(l.type) || (scope.links && !scope.links.has(l.id))) return false;
    const [from, to] = [taken(l.from), taken(l.to)];
    return from !== undefined && to !== undefined && isAcross(from, to, kinds);
  };
}

/** How many links of this scope an entity has. */
export function linksIn(state: CaseState, scope: Scope, kinds?: Kinds): (id: Id) => number {
  const counts = restsOn(state, scope, kinds);
  const known = new Map<Id, number>();
  return (id) => {
    let found = known.get(id);
    if (found === undefined) {
      found = 0;
      for (const at of state.linksOf(id)) {
        const l = state.link(at);
        if (l && counts(l)) found++;
      }
      known.set(id, found);
    }
    return found;
  };
}

/** `linksIn` of everybody at once: in one walk through the links, where it is asked of all of thousands. */
export function allLinksIn(state: CaseState, scope: Scope, kinds?: Kinds): (id: Id) => number {
  const rests = restsOn(state, scope, kinds);
  const counts = new Map<Id, number>();
  for (const e of state.allOf('entity'))
    if ((scope.entities?.has(e.id) ?? true) && (e.type !== 'event' || (scope.events ?? false))) counts.set(e.id, 0);
  for (const l of state.allOf('link')) {
    const from = counts.get(l.from);
    const to = counts.get(l.to);
    if (from === undefined || to === undefined || !rests(l)) continue;
    counts.set(l.from, from + 1);
    if (l.to !== l.from) counts.set(l.to, to + 1);
  }
  return (id) => counts.get(id) ?? 0;
}

/** The graph that was asked for, as requests name it. */
export function graphAsked({
  direction,
  weights,
  currency,
  twoMode,
}: AskedGraph): Pick<GraphRequest, 'direction' | 'weights' | 'currency' | 'twoMode'> {
  return { direction, weights, ...(currency !== undefined && { currency }), ...(twoMode && { twoMode }) };
}

/** Links a figure of this scope rests on, and how many of them are not confirmed. */
export function unconfirmedIn(state: CaseState, scope: Scope): { readonly weak: number; readonly of: number } {
  return finish(readingUnconfirmed(state, scope));
}

/** `unconfirmedIn` piece by piece. */
export function* readingUnconfirmed(
  state: CaseState,
  scope: Scope,
  kinds?: Kinds,
): Work<{ readonly weak: number; readonly of: number }> {
  const counts = restsOn(state, scope, kinds);
  let weak = 0;
  let of = 0;
  let read = 0;
  for (const l of state.allOf('link')) {
    if (++read % AT_ONCE === 0) yield { done: read, of: state.countOf('link'), stage: 'reading' };
    if (!counts(l)) continue;
    of++;
    if (l.strength !== 'confirmed') weak++;
  }
  return { weak, of };
}

/**
 * Who reads of a case: a measure, within each group alone or not, or in each kind of link; what is told of the network as a whole, its figures by a grouping
 * or as usual; missing: whoever reads the graph alone.
 */
export type Reader =
  | { readonly by: GroupingName }
  | { readonly layered: LayeredMeasure }
  | { readonly id: string; readonly parameters: ParameterValues; readonly within?: GroupingName | undefined }
  | Exclude<WholeKind, 'layers'>
  | undefined;

/** What is read off the case for a question. */
interface Read {
  readonly scope: Scope;
  readonly leftOut: LeftOut;
  readonly content: string;
  readonly version: number;
}

/**
 * What a question is asked of, as the case is now, whom that leaves out, and what its answer will rest on: the graph, and what its reader takes in
 * beside it. `version`: of the state that was read, where it is read `ofOneState`.
 */
export function* readingGraph<G extends AskedGraph>(state: CaseState, asked: G, reader: Reader): Work<G & Read> {
  const { scope, leftOut } = yield* readingScope(state, asked);
  const graph = { ...asked, scope };
  const content = yield* readingContent(state, graph, reader);
  return { ...graph, leftOut, content, version: state.version };
}

function* readingContent(
  state: CaseState,
  graph: AskedGraph & { readonly scope: Scope },
  reader: Reader,
): Work<string> {
  if (typeof reader === 'object' && 'id' in reader)
    return yield* readingMeasureContent(state, graph, reader.id, reader.parameters, reader.within);
  // When links were, or of which kind they are, is told as well.
  const by = typeof reader === 'object' && 'by' in reader ? reader.by : undefined;
  if (reader === 'network' || by !== undefined)
    return yield* readingNetworkContent(state, { ...graph, figures: everyNetworkFigure(by) });
  if (typeof reader !== 'object' || !('layered' in reader)) return yield* readingFigureContent(state, graph);
  const { id, parameters } = reader.layered;
  const content = yield* readingMeasureContent(state, graph, id, parameters);
  return `${content}.${yield* readingBeside(state, graph.scope, undefined, (l) => l.type)}`;
}

/** What was asked of a network as a whole, and what its figures were worked out of. */
type NetworkAnswer = NetworkAsked & { readonly content: string };

function readerOf(answer: Answer | NetworkAsked): Reader {
  if (!('kind' in answer)) {
    if (answer.whole === 'layers') return { layered: answer.layered ?? USUAL_LAYERED };
    return answer.by === undefined ? answer.whole : { by: answer.by };
  }
  if (answer.kind === 'groups') return undefined;
  return { id: answer.id, parameters: answer.result.parameters, within: withinOf(answer) };
}

/** A question as it is asked of a desk, read off the case as it is now, but for the revision; and whom it leaves out. */
export interface AskedNow {
  readonly request: Omit<FigureRequest, 'revision'> & { readonly version: number };
  readonly leftOut: LeftOut;
}

/** What an answer, or what was asked of a network as a whole, asks of the case as it is now. */
export function* readingAsked(state: CaseState, answer: Answer | NetworkAsked): Work<AskedNow> {
  const { asked } = answer;
  const { scope, content, version, leftOut } = yield* readingGraph(state, asked, readerOf(answer));
  return { request: { scope, ...graphAsked(asked), content, version }, leftOut };
}

export interface Standing {
  readonly stale: boolean;
  readonly weak: number;
  readonly of: number;
  /** Version of the state it was read at. */
  readonly version: number;
}

/** Until an answer has been looked at, nothing is known of how it stands. */
export const UNREAD: Standing = { stale: false, weak: 0, of: 0, version: -1 };

export function sameStanding(a: Standing, b: Standing): boolean {
  return a.stale === b.stale && a.weak === b.weak && a.of === b.of && a.version === b.version;
}

/** Whether a standing is still being looked for: it has not been read yet, or was read of another state than that of now. */
export function isBeingRead({ version }: Standing, state: CaseState): boolean {
  return version !== state.version;
}

/**
 * How an answer stands in the case of now: stale when the records of its scope make another graph than the one it was computed from, and how far the
 * links it rests on are confirmed. The scope is read anew: what was put on the chart since belongs to "this chart".
 */
export function standingOf(state: CaseState, answer: Answer | NetworkAnswer): Standing {
  return finish(readingStanding(state, answer));
}

/** `standingOf` piece by piece. */
export function* readingStanding(state: CaseState, answer: Answer | NetworkAnswer): Work<Standing> {
  const { scope, content } = yield* readingGraph(state, answer.asked, readerOf(answer));
  const unconfirmed = yield* readingUnconfirmed(state, scope, answer.asked.twoMode);
  return { stale: content !== answer.content, ...unconfirmed, version: state.version };
}
