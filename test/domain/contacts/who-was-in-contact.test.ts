import { beforeAll, expect, it } from 'vitest';
import { contactsOf } from '#domain/contacts/contacts';
import { blueKestrel } from '../../../scripts/samples/blue-kestrel.ts';

let state: ReturnType<typeof blueKestrel>['state'];
beforeAll(() => {
  state = blueKestrel('sample-cases/blue-kestrel').state;
});
const at = (iso: string) => Date.parse(iso);

it('lists who was in contact in a window, in order, each with its sources', () => {
  const { dated } = contactsOf(state, 'p02', { from: at('2026-04-01T00:00+07:00'), to: at('2026-04-14T23:59+07:00') });
  const met = dated.find((c) => c.with === 'p14');
  expect(met?.sources.map((s) => state.find('source', s)!.reference)).toEqual(['KR/2026/008', 'KR/2026/011']);
  const starts = dated.map((c) => c.link.span!.earliest!.slice(0, 10));
  expect(starts).toEqual([...starts].sort());
  expect(dated.every((c) => c.sources.length > 0)).toBe(true);
  expect(dated.some((c) => c.with === 'p15')).toBe(false);
});

it('keeps the undated apart instead of guessing', () => {
  const { undated } = contactsOf(state, 'p01', {});
  expect(undated.every((c) => c.link.span === undefined)).toBe(true);
  expect(undated.length).toBeGreaterThan(0);
});
