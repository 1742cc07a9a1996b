import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { type PackedGraph, packGraph } from './packed-graph.ts';

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

export interface PackOptions {
  /** Arrows count: `back` links are turned, `both` and undirected links run both ways. */
  readonly directed: boolean;
  /** `count` = calls, payments … summed in a link (1 where none is stated). */
  readonly weights: 'none' | 'count';
}

/** The graph of a case with what stayed outside it; `ids[i]` is the entity of node `i`. */
export interface PackedCase {
  readonly graph: PackedGraph;
  readonly ids: readonly Id[];
  readonly eventsLeftOut: number;
  /** Links within the scope that could not be taken in because an end is an event left out or outside the scope. */
  readonly linksLeftOut: number;
}

export interface CaseRecords {
  readonly entities: Iterable<Pick<Entity, 'id' | 'type'>>;
  readonly links: Iterable<Link>;
}

/** Packs entities and links of a scope. Nodes stand in the order of the records, so that equal input gives equal figures. */
export function packCase(records: CaseRecords, scope: Scope, options: PackOptions): PackedCase {
  const ids: Id[] = [];
  const indexOf = new Map<Id, number>();
  let eventsLeftOut = 0;
  for (const entity of records.entities) {
    if (scope.entities && !scope.entities.has(entity.id)) continue;
    if (entity.type === 'event' && !scope.events) {
      eventsLeftOut++;
      continue;
    }
    indexOf.set(entity.id, ids.length);
    ids.push(entity.id);
  }
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  let linksLeftOut = 0;
  const arc = (u: number, v: number, w: number) => {
    source.push(u);
    target.push(v);
    weight.push(w);
  };
  for (const link of records.links) {
    if (scope.links && !scope.links.has(link.id)) continue;
    const from = indexOf.get(link.from);
    const to = indexOf.get(link.to);
    if (from === undefined || to === undefined) {
      linksLeftOut++;
      continue;
    }
    const w = options.weights === 'count' ? (link.count ?? 1) : 1;
    if (!options.directed || link.direction === 'forward') arc(from, to, w);
    else if (link.direction === 'back') arc(to, from, w);
    else {
      arc(from, to, w);
      if (from !== to) arc(to, from, w);
    }
  }
  const graph = packGraph({
    nodeCount: ids.length,
    source,
    target,
    weight: options.weights === 'count' ? weight : undefined,
    directed: options.directed,
  });
  return { graph, ids, eventsLeftOut, linksLeftOut };
}
