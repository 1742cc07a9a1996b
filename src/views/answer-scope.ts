import type { CaseState } from '#domain/change/case-state';
import { placementId } from '#domain/chart/placement';
import { type Entity, isProtected } from '#domain/entity/entity';
import { matchKey } from '#domain/identifiers/matching';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { GraphRequest, Scope } from '#queries/analysis';
import { besideContent, figureContent, measureContent } from '#queries/figures';
import { networkContent, networkFigureCatalogue } from '#queries/whole-network';
import { filterMatch } from './filter-match.ts';
import {
  type Answer,
  type AskedGraph,
  type AskedScope,
  type NetworkAsked,
  type WholeKind,
  withinOf,
} from './last-answer.ts';

/** The tag of whoever a case has found to play no part. */
const CLEARED = 'cleared';

/** The figures that a network as a whole is asked for: all there are, at their usual settings. */
export const WHOLE_NETWORK = networkFigureCatalogue.map((f) => ({ figure: f.id, parameters: {} }));

/** Whom "who" is asked of: persons and organisations, but neither protected persons nor those tagged as cleared. */
export function inQuestion(e: Entity): boolean {
  return (
    (e.type === 'person' || e.type === 'organisation') &&
    !isProtected(e) &&
    !(e.tags ?? []).some((tag) => matchKey(tag) === CLEARED)
  );
}

/** The records a figure is asked for, as they are now. A filter that applies to figures narrows every scope. */
export function scopeOf(state: CaseState, asked: AskedScope): Scope {
  const { kind, chart, events } = asked;
  const match = asked.filter.appliesToAnalysis || kind === 'filtered' ? filterMatch(asked.filter, state) : null;
  const borneOut = (l: Link) => !asked.confirmedOnly || l.strength === 'confirmed';
  const linksOf = () => {
    const links = new Set<Id>();
    for (const l of state.allOf('link')) if (borneOut(l) && (match?.link(l) ?? true)) links.add(l.id);
    return links;
  };
  if (kind === 'case' && !match && !asked.actorsOnly)
    return asked.confirmedOnly ? { kind, links: linksOf(), events } : { kind, events };
  const chosen = new Set(asked.chosen);
  const entities = new Set<Id>();
  for (const e of state.allOf('entity')) {
    if (match && !match.entity(e)) continue;
    if (asked.actorsOnly && !inQuestion(e)) continue;
    if (kind === 'selection' && !chosen.has(e.id)) continue;
    if (kind === 'chart') {
      const p = chart && state.find('placement', placementId(chart, e.id));
      if (!p || p.hidden) continue;
    }
    entities.add(e.id);
  }
  return match || asked.confirmedOnly ? { kind, entities, links: linksOf(), events } : { kind, entities, events };
}

/**
 * Protected persons among the nodes of a graph: they are witnesses or victims, and nobody to propose for arrest or to be watched. Where only those in
 * question count there are none.
 */
export function protectedIn(state: CaseState, { scope, twoMode }: Pick<GraphRequest, 'scope' | 'twoMode'>): Id[] {
  const isNode = (e: Entity) =>
    (scope.entities?.has(e.id) ?? true) &&
    (twoMode
      ? e.type === twoMode.of || (twoMode.as === 'both' && e.type === twoMode.through)
      : e.type !== 'event' || (scope.events ?? false));
  const found: Id[] = [];
  for (const e of state.allOf('entity')) if (isProtected(e) && isNode(e)) found.push(e.id);
  return found;
}

/** Whether a figure of this scope rests on a link: the same that the graph is packed from. */
function restsOn(state: CaseState, scope: Scope): (l: Link) => boolean {
  const taken = (id: Id) => {
    const entity = state.entity(id);
    return (
      entity !== undefined && (scope.entities?.has(id) ?? true) && (entity.type !== 'event' || (scope.events ?? false))
    );
  };
  return (l) => (scope.links?.has(l.id) ?? true) && taken(l.from) && taken(l.to);
}

/** How many links of this scope an entity has. */
export function linksIn(state: CaseState, scope: Scope): (id: Id) => number {
  const counts = restsOn(state, scope);
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

/** Links a figure of this scope rests on, and how many of them are not confirmed. */
export function unconfirmedIn(state: CaseState, scope: Scope): { readonly weak: number; readonly of: number } {
  const counts = restsOn(state, scope);
  let weak = 0;
  let of = 0;
  for (const l of state.allOf('link')) {
    if (!counts(l)) continue;
    of++;
    if (l.strength !== 'confirmed') weak++;
  }
  return { weak, of };
}

/** What is told of a network as a whole rests on more than its graph: on when links were, or of which kind they are. */
export function wholeContent(state: CaseState, whole: WholeKind, asked: AskedGraph): string {
  const graph = { ...asked, scope: scopeOf(state, asked) };
  if (whole === 'network') return networkContent(state, { ...graph, figures: WHOLE_NETWORK });
  const content = figureContent(state, graph);
  return whole === 'layers' ? `${content}.${besideContent(state, graph.scope, undefined, (l) => l.type)}` : content;
}

/**
 * How an answer stands in the case of now: stale when the records of its scope make another graph than the one it was computed from, and how far the
 * links it rests on are confirmed. The scope is read anew: what was put on the chart since belongs to "this chart".
 */
export function standingOf(
  state: CaseState,
  answer: Answer | NetworkAsked,
): { readonly stale: boolean; readonly weak: number; readonly of: number } {
  const scope = scopeOf(state, answer.asked);
  const graph = { ...answer.asked, scope };
  const content = !('kind' in answer)
    ? wholeContent(state, answer.whole, answer.asked)
    : answer.kind === 'measure'
      ? measureContent(state, graph, answer.id, answer.result.parameters, withinOf(answer))
      : figureContent(state, graph);
  return { stale: content !== answer.content, ...unconfirmedIn(state, scope) };
}
