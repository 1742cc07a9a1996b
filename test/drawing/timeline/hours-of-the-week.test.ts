import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import type { Span } from '#domain/time/span';
import { Clocks } from '#drawing/timeline/day-clock';
import { lanesOf } from '#drawing/timeline/lanes';
import { timeMarks } from '#drawing/timeline/marks';
import { heatStep, weekHourOf, weekHours } from '#drawing/timeline/week-hours';
import { NO_FILTER } from '#session/filter';
import { blueKestrel } from '../../../scripts/samples/blue-kestrel.ts';
import { filterMatch } from '../../../src/views/filter-match.ts';

const clocks = new Clocks('+07:00');
const point = (text: string, zone?: string): Span => ({ earliest: text, latest: text, ...(zone && { zone }) });

test('the cell is the wall clock of the case, whatever zone the source used', () => {
  // 21 April 2026 is a Tuesday.
  expect(weekHourOf(point('2026-04-21T05:40'), clocks)).toBe(24 + 5);
  expect(weekHourOf(point('2026-04-20T22:40', 'UTC'), clocks)).toBe(24 + 5);
  expect(weekHourOf(point('2026-04-26T23:59:59'), clocks)).toBe(167);
  expect(weekHourOf({ latest: '2026-04-20T00:00' }, clocks)).toBe(0);
  expect(weekHourOf(point('2026-04-21'), clocks)).toBeUndefined();
  expect(weekHourOf(undefined, clocks)).toBeUndefined();
});

test('every dated thing of the sample case is in one cell or told to have no hour', () => {
  const { state } = blueKestrel('sample-cases/blue-kestrel');
  const { dated } = timeMarks(state, lanesOf(state, [...state.idsOf('entity')]), {
    events: true,
    links: true,
    sums: true,
    passes: null,
    filterMode: 'hide',
  });
  const { counts, withoutHour } = weekHours(dated, clocks);
  expect(counts.reduce((a, b) => a + b, 0) + withoutHour).toBe(dated.length);
  // Landings at 03:30: Tuesday, Sunday and Wednesday.
  for (const day of [1, 6, 2]) expect(counts[day * 24 + 3]).toBeGreaterThan(0);
});

test('shades go up with the count, and nothing has none', () => {
  expect([0, 1, 2, 6, 11, 12].map((n) => heatStep(n, 12))).toEqual([0, 1, 1, 3, 6, 6]);
  expect(heatStep(0, 0)).toBe(0);
});

test('the filter lets through what begins in the chosen hours, and what has no hour where that is kept', () => {
  const state = CaseState.of([{ id: 'case', kind: 'case', caseId: 'c', title: 'Hours', zone: '+07:00', stages: [] }]);
  const link = (span: Span): Link => ({
    id: 'l',
    kind: 'link',
    type: 'called',
    from: 'a',
    to: 'b',
    direction: 'none',
    strength: 'confirmed',
    span,
  });
  const match = filterMatch({ ...NO_FILTER, weekHours: [24 + 5] }, state)!;
  expect(match.link(link(point('2026-04-21T05:40')))).toBe(true);
  expect(match.link(link(point('2026-04-20T22:40', 'UTC')))).toBe(true);
  expect(match.link(link(point('2026-04-22T05:40')))).toBe(false);
  expect(match.link(link(point('2026-04-22')))).toBe(true);
  expect(filterMatch({ ...NO_FILTER, weekHours: [29], undated: false }, state)!.link(link(point('2026-04-22')))).toBe(
    false,
  );
});
