import { beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { blueKestrel } from '../../../scripts/samples/blue-kestrel.ts';
import { chartOfLanes, firstLanes, keptLanes, laneIds } from '../../../src/views/timeline-marks.ts';
import { settingsOf } from '../../../src/views/timeline-settings.ts';

let state: CaseState;
let charts: Id[];
beforeAll(() => {
  state = blueKestrel('sample-cases/blue-kestrel').state;
  charts = [...state.idsOf('chart')];
});

test('the lines of a case are kept by the case, not by one opening of it', () => {
  const first = settingsOf({ localId: 'one' });
  first.set((now) => ({ ...now, lanes: ['p02', 'p01'], order: 'own' }));
  expect(settingsOf({ localId: 'one' }).get().lanes).toEqual(['p02', 'p01']);
  expect(settingsOf({ localId: 'two' }).get().lanes).toBeNull();
});

test('a look at another chart puts no other lines on the timeline', () => {
  const [a, b] = charts as [Id, Id];
  const offered = new Map([[a, firstLanes(state, a)]]);
  const settings = { lanes: null, chart: a, offered };
  expect(firstLanes(state, b)).not.toEqual(firstLanes(state, a));
  expect(laneIds(state, settings, b)).toEqual(firstLanes(state, a));
  // A chart that was deleted speaks for nothing any more.
  expect(chartOfLanes(state, { chart: 'gone' }, b)).toBe(b);
});

test('an edit that makes another one busier neither drops nor moves a line; a deleted one gives its place away', () => {
  const before = ['p03', 'p01', 'gone', 'p02'];
  expect(keptLanes(state, before, ['p02', 'p04', 'p01'])).toEqual(['p03', 'p01', 'p02', 'p04']);
  const full = firstLanes(state, charts[0]);
  expect(full).toHaveLength(12);
  expect(keptLanes(state, [...full].reverse(), [...full, 'p33'])).toEqual([...full].reverse());
});
