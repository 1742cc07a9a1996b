import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import type { Span } from '#domain/time/span';
import { NO_FILTER } from '#session/filter';
import { filterMatch } from '../../../src/views/filter-match.ts';

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
const state = CaseState.of([{ id: 'case', kind: 'case', caseId: 'c', title: 'Zones', zone: '+07:00', stages: [] }]);
const passes = (span: Span, from?: string, to?: string) =>
  filterMatch({ ...NO_FILTER, ...(from && { from }), ...(to && { to }) }, state)!.link(link(span));

test('a call of a bill in UTC is let through by the hour it was in the zone of the case', () => {
  const call = { earliest: '2026-03-07T20:00', latest: '2026-03-07T20:00', zone: 'UTC' };
  // 20:00 in UTC is 03:00 of the next day in Phnom Penh.
  expect(passes(call, '2026-03-08', '2026-03-08')).toBe(true);
  expect(passes(call, '2026-03-07', '2026-03-07')).toBe(false);
  expect(passes(call, '2026-03-08T02:30', '2026-03-08T03:30')).toBe(true);
  expect(passes({ ...call, zone: '+07:00' }, '2026-03-07', '2026-03-07')).toBe(true);
  const { zone: _, ...own } = call;
  expect(passes(own, '2026-03-07', '2026-03-07')).toBe(true);
});

test('an open window, an open span, and what has no readable date', () => {
  const zone = 'UTC';
  expect(passes({ earliest: '2026-03-07', latest: '2026-03-07', zone }, '2026-03-08')).toBe(true);
  expect(passes({ latest: '2026-03-07', zone }, '2026-03-01', '2026-03-02')).toBe(true);
  expect(passes({ asStated: 'in spring', zone }, '2026-03-01')).toBe(true);
});
