import { PROOF } from '#analysis/graph/network';
import { type EventTimes, keptRows, pathQuestionById, pathQuestions, type RowConditions } from '#analysis/paths/index';
import type { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { isLinkTypeId, type LinkType, linkType } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { bounds } from '#domain/time/bounds';
import { extentOf, sureBounds, usualExtent } from '#domain/time/extent';
import type { AnalysisDesk, GraphRequest, RunOptions, Scope } from './analysis.ts';
import type { Packed } from './packing.ts';
import { AnswerInIds, type PathsAsked, type PathsResult } from './path-results.ts';

export { MORE_TIES } from '#analysis/paths/index';
export { backedSteps, bestGradeOf } from './path-backing.ts';
export type { PathsAsked, PathsResult, Way, WayStep } from './path-results.ts';

export const pathCatalogue = pathQuestions;

export type PathsOutcome =
  | { readonly ok: true; readonly figure: PathsResult }
  /** A code of `paths.failed.*`; `about` = who is not in the scope. */
  | { readonly ok: false; readonly code: string; readonly about?: readonly Id[] };

/** Asks a worker about ways over the links of a scope. */
export async function findPaths(
  desk: AnalysisDesk,
  state: CaseState,
  request: Pick<GraphRequest, 'version'> & {
    readonly scope: Scope;
    readonly revision: number;
    readonly content: string;
    readonly asked: PathsAsked;
  },
  run: RunOptions = {},
): Promise<PathsOutcome> {
  const began = performance.now();
  const { asked, scope, revision, content, version } = request;
  const timed = pathQuestionById(asked.question)?.timed ?? false;
  const weighted = asked.parameters.length === 'inverse';
  const packed = await desk.pack(
    state,
    {
      scope,
      revision,
      content,
      ...(version !== undefined && { version }),
      direction: asked.arrows ? 'out' : 'ignore',
      weights: weighted ? asked.weights : 'none',
      identity: 'counted',
    },
    // Reading times takes time itself.
    { rows: true, times: timed || asked.after !== undefined || asked.before !== undefined },
    run,
  );
  if ('failure' in packed) return { ok: false, code: packed.failure };
  // Times of events are read beside the graph, which may have come from memory.
  if (version !== undefined && state.version !== version) return { ok: false, code: 'changed' };
  const nodeOf = new Map(packed.ids.map((id, i) => [id, i]));
  const about = [...asked.from, ...asked.to].filter((id) => !nodeOf.has(id));
  if (about.length > 0) return { ok: false, code: 'not-in-scope', about };
  const conditions = conditionsOf(state, packed, asked);
  if (!conditions) return { ok: false, code: 'unreadable-date' };
  const nodes = (ids: readonly Id[]) => ids.map((id) => nodeOf.get(id)!);
  const outcome = await desk.ask(
    'paths',
    {
      question: asked.question,
      parameters: asked.parameters,
      from: nodes(asked.from),
      to: nodes(asked.to),
      arrows: asked.arrows,
      conditions,
      ...(timed && { events: eventTimes(state, packed, nodeOf), summed: summedRows(state, packed) }),
    },
    packed,
    run,
  );
  if ('failure' in outcome) return { ok: false, code: outcome.failure };
  const answer = outcome.result;
  const inIds = new AnswerInIds(
    packed,
    keptRows(packed.graph.rows!, timed ? timeless(conditions) : conditions).keep,
    asked,
  );
  return {
    ok: true,
    figure: {
      asked,
      revision,
      scope: scope.kind,
      nodes: packed.ids.length,
      kept: answer.kept,
      eventsLeftOut: packed.eventsLeftOut,
      took: performance.now() - began,
      ...inIds.read(answer),
    },
  };
}

function timeless({ from: _, to: __, ...rest }: RowConditions): RowConditions {
  return rest;
}

function conditionsOf(state: CaseState, packed: Packed, asked: PathsAsked): RowConditions | undefined {
  const zone = state.properties?.zone ?? 'UTC';
  const at = (text: string | undefined) =>
    text === undefined ? undefined : (bounds({ earliest: text, latest: text }, zone) ?? null);
  const [after, before] = [at(asked.after), at(asked.before)];
  if (after === null || before === null) return undefined;
  return {
    proof: PROOF[asked.strength],
    undated: asked.undated,
    ...(asked.linkTypes.length > 0 && {
      layers: asked.linkTypes.map((type) => packed.layers.indexOf(type)).filter((layer) => layer >= 0),
    }),
    ...(after && { from: after.from }),
    ...(before && { to: before.to }),
  };
}

/** Links to an event that have no time of their own, or the very same, have that of the event. */
function eventTimes(state: CaseState, packed: Packed, nodeOf: ReadonlyMap<Id, number>): EventTimes {
  const zone = state.properties?.zone ?? 'UTC';
  const found: { row: number; event: number; times: readonly number[]; lasted: number }[] = [];
  for (const [row, id] of packed.linkIds.entries()) {
    const link = state.link(id);
    if (!link) continue;
    for (const end of [link.to, link.from]) {
      const event = state.entity(end);
      if (event?.type !== 'event') continue;
      const all = bounds(event.span, zone);
      if (!event.span || !all) continue;
      const own = link.span && bounds(link.span, zone);
      if (own && (own.from !== all.from || own.to !== all.to)) continue;
      const usual = usualExtent(event, state);
      const sure = sureBounds(event.span, usual, zone);
      found.push({
        row,
        event: nodeOf.get(end)!,
        times: [all.from, all.to, sure?.from ?? Number.NaN, sure?.to ?? Number.NaN],
        lasted: extentOf(event.span, usual) === 'lasted' ? 1 : 0,
      });
      break;
    }
  }
  const column = (i: number) => Float64Array.from(found, (f) => f.times[i]!);
  return {
    row: Int32Array.from(found, (f) => f.row),
    event: Int32Array.from(found, (f) => f.event),
    begin: column(0),
    end: column(1),
    sureBegin: column(2),
    sureEnd: column(3),
    lasted: Uint8Array.from(found, (f) => f.lasted),
  };
}

/** Links that sum several calls, messages, payments: nobody knows when those between the first and the last were. */
function summedRows(state: CaseState, packed: Packed): Uint8Array {
  return Uint8Array.from(packed.linkIds, (id) => {
    const link = state.link(id);
    if (!link || (link.count ?? 1) < 2 || !isLinkTypeId(link.type)) return 0;
    return (linkType(link.type) as LinkType).momentary ? 1 : 0;
  });
}

/** What an answer rests on: the entities and links of its scope, as they were. */
export interface PathsGround {
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
}

export function groundOf(state: CaseState, scope: Scope): PathsGround {
  const entities: Entity[] = [];
  const links: Link[] = [];
  for (const e of state.allOf('entity')) {
    if ((scope.entities?.has(e.id) ?? true) && (scope.events || e.type !== 'event')) entities.push(e);
  }
  for (const l of state.allOf('link')) if (scope.links?.has(l.id) ?? true) links.push(l);
  return { entities, links };
}

/** Whether ways are still what they were: names, grades and places alter none. */
export function sameGround(a: PathsGround, b: PathsGround): boolean {
  return (
    a.entities.length === b.entities.length &&
    a.links.length === b.links.length &&
    a.entities.every((e, i) => {
      const f = b.entities[i]!;
      return e === f || (e.id === f.id && e.type === f.type && e.span === f.span && e.eventKind === f.eventKind);
    }) &&
    a.links.every((l, i) => l === b.links[i])
  );
}
