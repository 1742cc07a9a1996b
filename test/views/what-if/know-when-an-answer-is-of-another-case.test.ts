import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { finish } from '#queries/in-breaths';
import { everyNetworkFigure, networkContent } from '#queries/whole-network';
import { NO_FILTER } from '#session/filter';
import { isBeingRead, readingGraph, readingOthersSpared, standingOf, UNREAD } from '../../../src/views/answer-scope.ts';
import { contentsOf, requestOf } from '../../../src/views/last-what-if.ts';

const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  ...more,
});
const link = (from: string, to: string, more: Partial<Link> = {}): Link => ({
  id: `${from}-${to}`,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  ...more,
});
const caseOf = (b: Partial<Entity> = {}, ab: Partial<Link> = {}) =>
  CaseState.of([entity('a'), entity('b', b), entity('c'), link('a', 'b', ab), link('b', 'c')]);

const seen = { chart: undefined, filter: NO_FILTER };
const contents = (state: CaseState) =>
  contentsOf(
    state,
    requestOf(state, { scope: 'case', actorsOnly: false, confirmedOnly: false, events: false, ...seen }, 1),
  );

test('the best sets are of another case when somebody comes to be protected; what breaks and how soon is not', () => {
  const before = contents(caseOf());
  const now = contents(caseOf({ protection: 'protected' }));
  expect(now.sets).not.toBe(before.sets);
  expect(now.compared).toBe(before.compared);
  expect(now.curves).toBe(before.curves);
});

test('key players are of another case when somebody comes to be protected, or is so no longer', () => {
  const asked = { kind: 'case', chosen: [], events: false, direction: 'ignore', weights: 'none', ...seen } as const;
  const guarded = caseOf({ protection: 'protected' });
  const othersAreSpared = (state: CaseState, spared: readonly string[]) =>
    finish(readingOthersSpared(state, asked, spared));
  expect(othersAreSpared(caseOf(), [])).toBe(false);
  expect(othersAreSpared(guarded, [])).toBe(true);
  expect(othersAreSpared(guarded, ['b'])).toBe(false);
  expect(othersAreSpared(caseOf(), ['b'])).toBe(true);
});

test('lines that would go are told by type: a link of another type makes the comparison one of another case', () => {
  const before = contents(caseOf());
  const now = contents(caseOf({}, { type: 'family' }));
  expect(now.compared).not.toBe(before.compared);
  expect([now.sets, now.curves]).toEqual([before.sets, before.curves]);
});

test('figures of the whole network go stale with the attributes they sort by', () => {
  const asked = {
    kind: 'case',
    chosen: [],
    events: false,
    direction: 'ignore',
    weights: 'none',
    ...seen,
  } as const;
  const state = caseOf();
  const content = networkContent(state, {
    ...asked,
    scope: { kind: 'case', events: false },
    figures: everyNetworkFigure(),
  });
  const network = { whole: 'network', asked, content } as const;
  const standing = standingOf(state, network);
  expect(standing.stale).toBe(false);
  // Known of this state alone: until it has been read of the case as it is now, nothing is said to be well.
  expect(isBeingRead(standing, state)).toBe(false);
  expect(isBeingRead(UNREAD, state)).toBe(true);
  expect(standingOf(caseOf({ label: 'other' }), network).stale).toBe(false);
  expect(standingOf(caseOf({ type: 'organisation' }), network).stale).toBe(true);
  // Kinds of links are told by type, links by a measure are not.
  const retyped = caseOf({}, { type: 'family' });
  const ofLinks = { whole: 'links', asked, content: finish(readingGraph(state, asked, 'links')).content } as const;
  const byKind = (id: string, parameters = {}) => {
    const layered = { id, parameters };
    return {
      whole: 'layers',
      asked,
      layered,
      content: finish(readingGraph(state, asked, { layered })).content,
    } as const;
  };
  for (const of of [byKind('degree'), byKind('participation', { by: 'type' })]) {
    expect(standingOf(state, of).stale).toBe(false);
    expect(standingOf(retyped, of).stale).toBe(true);
  }
  // By what a measure sorts entities is told as well, where it does.
  expect(standingOf(caseOf({ type: 'organisation' }), byKind('degree')).stale).toBe(false);
  expect(standingOf(caseOf({ type: 'organisation' }), byKind('participation', { by: 'type' })).stale).toBe(true);
  expect(standingOf(retyped, ofLinks).stale).toBe(false);
  state.apply([]);
  expect(isBeingRead(standing, state)).toBe(true);
});
