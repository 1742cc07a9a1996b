import { componentsOf } from '../graph/components.ts';
import { type Network, packRows } from '../graph/network.ts';
import type { Work } from '../graph/work.ts';
import { type Column, measureById } from '../measures/index.ts';
import { columnWithin } from './ranked-measure.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import { type Broken, compareStandings, type Standing } from './standing.ts';

/** What is thought away: nodes by number, lines by row. Lines of a removed node go with it. */
export interface Removal {
  readonly nodes: readonly number[];
  readonly rows: readonly number[];
}

export interface WhatIf {
  readonly before: Standing;
  readonly after: Standing;
  readonly broken: Broken;
  /** Lines that go, in all and by link type (number of `LinkRows.layer`). */
  readonly lines: number;
  readonly linesOf: Int32Array;
  /** Component of each node afterwards, numbered from the largest; −1 for who is removed. */
  readonly piece: Int32Array;
  /** Betweenness of each node before and after, and its places among those who remain; 0 places for who is removed. */
  readonly brokerBefore: Column;
  readonly brokerAfter: Column;
  readonly placesBefore: Ranking;
  readonly placesAfter: Ranking;
  /** Places among all, before anybody was removed. */
  readonly placesOfAll: Ranking;
}

/** What a network would be without some of its nodes and lines; nothing of the network itself changes. */
export function* whatIf(network: Network, removal: Removal): Work<WhatIf> {
  const rows = network.rows!;
  const n = network.nodeCount;
  const gone = new Uint8Array(n);
  for (const i of removal.nodes) gone[i] = 1;
  const keep = new Uint8Array(rows.count).fill(1);
  for (const r of removal.rows) keep[r] = 0;
  for (let r = 0; r < rows.count; r++) if (gone[rows.source[r]!] || gone[rows.target[r]!]) keep[r] = 0;
  const linesOf = new Int32Array(rows.layer.reduce((a, b) => Math.max(a, b), -1) + 1);
  let lines = 0;
  for (let r = 0; r < rows.count; r++) {
    if (keep[r]) continue;
    lines++;
    linesOf[rows.layer[r]!]!++;
  }
  const how = { directed: network.directed, weighted: network.weight !== null };
  const { graph } = packRows(n, rows, how, keep);
  const betweenness = { definition: measureById('betweenness')!, values: {} };
  const brokerBefore = yield* columnWithin(betweenness, network, { done: 0, of: 3, stage: 'brokers' });
  const brokerAfter = yield* columnWithin(betweenness, graph, { done: 1, of: 3, stage: 'brokers' });
  const compared = yield* compareStandings(network, graph, gone);
  return {
    ...compared,
    lines,
    linesOf,
    piece: piecesWithout(componentsOf(graph).of, gone),
    brokerBefore,
    brokerAfter,
    placesBefore: rankingOf(brokerBefore, false, gone),
    placesAfter: rankingOf(brokerAfter, false, gone),
    placesOfAll: rankingOf(brokerBefore),
  };
}

/** The removed stand alone in the graph, each a component of one: they are taken out and the others numbered anew. */
function piecesWithout(of: Int32Array, gone: Uint8Array): Int32Array {
  const left = new Map<number, number>();
  const remaining = [...new Set(Array.from(of).filter((_, i) => !gone[i]))].sort((a, b) => a - b);
  for (const [number, c] of remaining.entries()) left.set(c, number);
  return of.map((c, i) => (gone[i] ? -1 : left.get(c)!));
}
