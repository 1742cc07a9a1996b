import { describe, expect, it } from 'vitest';
import type { LinkRows } from '#analysis/graph/network';
import { finish } from '#analysis/graph/work';
import { answerPaths, type PathRequest, pathQuestions } from '#analysis/paths/index';
import { rowsOf, timesOf, type When } from './small-rows.ts';

const hour = 3_600_000;

/** 0 – 1 – 2 – 3 in a row, 4 – 5 apart; the second link one-way, unconfirmed and late. */
function network(whens?: readonly When[]): LinkRows {
  const rows = rowsOf([
    [0, 1, 2],
    [1, 2, 1, true],
    [2, 3],
    [4, 5],
  ]);
  const { event: _, ...times } = timesOf(whens ?? rows.proof.reduce<When[]>((all) => [...all, at(0)], []));
  return {
    ...rows,
    ...times,
    end: times.end.map((t) => t + 1),
    sureEnd: times.sureEnd.map((t) => t + 1),
    proof: Uint8Array.of(0, 1, 0, 0),
    layer: Int32Array.of(0, 0, 1, 0),
    sourceOffsets: new Int32Array(5),
    sources: new Int32Array(0),
    edge: Int32Array.of(0, 1, 2, 3),
  };
}

const at = (t: number): When => ({ begin: t, end: t });
const ask = (request: Partial<PathRequest>, rows = network()) =>
  finish(
    answerPaths(6, rows, {
      question: 'shortest',
      parameters: {},
      from: [0],
      to: [3],
      arrows: false,
      conditions: {},
      ...request,
    }),
  );

describe('a question about ways', () => {
  it('shortest, k-shortest and all-paths find the row of links', () => {
    for (const question of ['shortest', 'k-shortest', 'all-paths'])
      expect(ask({ question })).toMatchObject({ kind: 'paths', kept: 4, paths: [{ nodes: [0, 1, 2, 3], length: 3 }] });
    expect(ask({ parameters: { length: 'inverse' } })).toMatchObject({ paths: [{ length: 2.5 }] });
  });

  it('says in which pieces the ends are where there is no path', () => {
    expect(ask({ to: [5] })).toMatchObject({
      paths: [],
      pieces: { count: 2, from: { number: 1, size: 4 }, to: { number: 2, size: 2 } },
    });
    // Against the arrow: in one piece, and yet no way.
    expect(ask({ from: [3], to: [0], arrows: true })).toMatchObject({
      paths: [],
      pieces: { from: { number: 1 }, to: { number: 1 } },
    });
    expect(ask({ conditions: { proof: 0 } })).toMatchObject({ kept: 3, paths: [], pieces: { count: 3 } });
    expect(ask({ conditions: { layers: [0] } })).toMatchObject({ kept: 3, paths: [] });
  });

  it('refuses what cannot be meant', () => {
    expect(ask({ question: 'widest' })).toEqual({ refused: 'unknown-method' });
    expect(ask({ from: [2], to: [2] })).toEqual({ refused: 'same-ends' });
    expect(ask({ to: [] })).toEqual({ refused: 'no-ends' });
    expect(ask({ question: 'connecting-network', from: [1, 1] })).toEqual({ refused: 'too-few' });
    expect(ask({ question: 'k-shortest', parameters: { count: 0 } })).toEqual({
      refused: 'unfit-parameter',
      detail: 'count',
    });
    expect(ask({ question: 'time-respecting', parameters: { longestWait: 1, shortestWait: 2 } })).toEqual({
      refused: 'unfit-parameter',
      detail: 'shortestWait',
    });
    const many = Array.from({ length: 300 }, (_, i) => i);
    expect(finish(answerPaths(300, network(), { ...full, question: 'two-lists', from: many, to: many }))).toEqual({
      refused: 'too-many',
    });
    const never = { begin: Number.NaN, end: Number.NaN };
    expect(ask({ question: 'time-respecting' }, network([never, never, never, never]))).toEqual({
      refused: 'no-dates',
    });
  });

  it('time-respecting keeps to the waits in hours and to the window', () => {
    const rows = network([at(0), at(3 * hour), at(4 * hour), at(0)]);
    const wait = (longestWait: number, conditions = {}) =>
      ask({ question: 'time-respecting', parameters: { longestWait }, conditions }, rows);
    expect(wait(0)).toMatchObject({
      kind: 'time-paths',
      sure: { nodes: [0, 1, 2, 3], arrivals: [0, 3 * hour, 4 * hour] },
    });
    expect(wait(3)).toMatchObject({ sure: { nodes: [0, 1, 2, 3] } });
    expect(wait(2)).toMatchObject({ possible: null, sure: null, pieces: { from: { number: 1 }, to: { number: 1 } } });
    expect(wait(0, { from: 1 })).toMatchObject({ possible: null });
    expect(wait(0, { to: 4 * hour })).toMatchObject({ possible: null });
    expect(wait(0, { to: 4 * hour + 1 })).toMatchObject({ sure: { nodes: [0, 1, 2, 3] } });
    expect(ask({ question: 'time-reach', to: [] }, rows)).toMatchObject({ kind: 'time-reach', dated: 4, undated: 0 });
  });

  it('lines to an event have its time, and those who were there were there together', () => {
    const never = { begin: Number.NaN, end: Number.NaN };
    const rows = network([never, never, at(9), never]);
    const day = { begin: 0, end: 24 };
    const events = {
      row: Int32Array.of(0, 1),
      event: Int32Array.of(1, 1),
      begin: Float64Array.of(day.begin, day.begin),
      end: Float64Array.of(day.end, day.end),
      sureBegin: Float64Array.of(Number.NaN, Number.NaN),
      sureEnd: Float64Array.of(Number.NaN, Number.NaN),
      lasted: Uint8Array.of(0, 0),
    };
    // The arrow of the second line points into nothing that flows: 2 gives to 0 as well.
    const both = ask({ question: 'time-respecting', from: [2], to: [0], arrows: true, events }, rows);
    expect(both).toMatchObject({ dated: 3, undated: 1, sure: { nodes: [2, 1, 0], arrivals: [23, 23] } });
    expect(ask({ question: 'time-respecting', from: [0], to: [3], events }, rows)).toMatchObject({
      possible: { nodes: [0, 1, 2, 3] },
      sure: null,
    });
  });

  it('connecting-network, two-lists, common-neighbours and ego-network', () => {
    expect(ask({ question: 'connecting-network', from: [0, 2, 4] })).toMatchObject({
      kind: 'connections',
      goBetweens: [{ node: 1, pairs: 1, share: 1 }],
    });
    expect(ask({ question: 'two-lists', from: [0, 2], to: [2, 3] })).toMatchObject({
      kind: 'lists',
      shared: [2],
      goBetweens: [{ node: 1 }, { node: 2 }].map(({ node }) => ({ node, pairs: expect.any(Number) })),
    });
    expect(ask({ question: 'common-neighbours', from: [0, 2] })).toMatchObject({ found: [{ node: 1, of: [0, 2] }] });
    expect(ask({ question: 'ego-network', from: [0] })).toMatchObject({ nodes: [0, 1], steps: [0, 1] });
  });

  it('every question is told apart by its id', () => {
    expect(pathQuestions.map((q) => q.id)).toEqual([
      'shortest',
      'k-shortest',
      'all-paths',
      'time-respecting',
      'time-reach',
      'connecting-network',
      'two-lists',
      'common-neighbours',
      'ego-network',
    ]);
  });
});

const full: PathRequest = { question: 'shortest', parameters: {}, from: [], to: [], arrows: false, conditions: {} };
