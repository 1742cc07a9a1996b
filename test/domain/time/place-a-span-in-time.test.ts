import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounds, compareSpans, cover, findingsOfSpan, mayOverlap, relation, within } from '#domain/time/bounds';
import { readMoment, writeMoment } from '#domain/time/moment';
import { formatSpan, spanAt } from '#domain/time/shown';
import type { Span } from '#domain/time/span';
import { isZone } from '#domain/time/zone';
import { en } from '../../../src/i18n/messages/en/index.ts';

const PHNOM_PENH = 'Asia/Phnom_Penh';
const utc = (text: string) => Date.parse(text);
const point = (text: string, zone?: string): Span => ({ earliest: text, latest: text, ...(zone ? { zone } : {}) });

test.each(['2026', '2026-03', '2026-03-07', '2026-03-07T14:20', '2026-03-07T14:20:05', '2024-02-29', '0001-01-01'])(
  '%s is read and written back',
  (text) => {
    const m = readMoment(text);
    expect(m && writeMoment(m)).toBe(text);
  },
);

test.each([
  '26',
  '2026-13',
  '2026-02-30',
  '2025-02-29',
  '1900-02-29',
  '2026-3-7',
  '2026-03-07 14:20',
  '2026-03-07T24:00',
  '2026-03-07T14',
  '2569/03/07',
  '0000',
  '',
])('%j is not a time', (text) => {
  expect(readMoment(text)).toBeUndefined();
});

test.each([
  ['2026', '2025-12-31T17:00:00Z', '2026-12-31T17:00:00Z'],
  ['2026-02', '2026-01-31T17:00:00Z', '2026-02-28T17:00:00Z'],
  ['2024-02-29', '2024-02-28T17:00:00Z', '2024-02-29T17:00:00Z'],
  ['2026-03-07T14:20', '2026-03-07T07:20:00Z', '2026-03-07T07:21:00Z'],
  ['2026-12-31T23:59:59', '2026-12-31T16:59:59Z', '2026-12-31T17:00:00Z'],
])('%s in Phnom Penh reaches from %s up to %s', (text, from, to) => {
  expect(bounds(point(text), PHNOM_PENH)).toEqual({ from: utc(from), to: utc(to) });
  expect(bounds(point(text), '+07:00')).toEqual({ from: utc(from), to: utc(to) });
  expect(bounds(point(text, '+07:00'), 'Europe/London')).toEqual({ from: utc(from), to: utc(to) });
});

test('an open end is infinite, no end is undated', () => {
  expect(bounds({ earliest: '2026-03-07' }, '+00:00')).toEqual({
    from: utc('2026-03-07T00:00:00Z'),
    to: Number.POSITIVE_INFINITY,
  });
  expect(bounds({ latest: '2026-03-07' }, '+00:00')).toEqual({
    from: Number.NEGATIVE_INFINITY,
    to: utc('2026-03-08T00:00:00Z'),
  });
  expect(bounds({ asStated: 'in spring' }, '+00:00')).toBeUndefined();
  expect(bounds({ earliest: '30/02/2026' }, '+00:00')).toBeUndefined();
  expect(bounds(undefined, '+00:00')).toBeUndefined();
});

test('the day clocks go forward has 23 hours, the day they go back 25', () => {
  const hours = (day: string) => {
    const b = bounds(point(day), 'Europe/London');
    return b && (b.to - b.from) / 3_600_000;
  };
  expect(hours('2026-03-29')).toBe(23);
  expect(hours('2026-10-25')).toBe(25);
  expect(hours('2026-03-28')).toBe(24);
});

test('a time clocks never showed warns and is read widely; a time shown twice covers both', () => {
  expect(findingsOfSpan(point('2026-03-29T01:30'), 'Europe/London').map((f) => f.code)).toEqual([
    'finding.span.skipped-hour',
  ]);
  expect(findingsOfSpan(point('2026-10-25T01:30'), 'Europe/London')).toEqual([]);
  expect(findingsOfSpan(point('2026-03-29T02:30'), 'Europe/London')).toEqual([]);
  expect(bounds(point('2026-10-25T01:30'), 'Europe/London')).toEqual({
    from: utc('2026-10-25T00:30:00Z'),
    to: utc('2026-10-25T01:31:00Z'),
  });
  const gap = bounds(point('2026-03-29T01:30'), 'Europe/London');
  expect(gap && gap.to > gap.from).toBe(true);
});

test('a span that ends before it starts warns, and is still placed', () => {
  const turned = { earliest: '2026-05-01', latest: '2026-04-01' };
  expect(findingsOfSpan(turned, PHNOM_PENH).map((f) => f.code)).toEqual(['finding.span.ends-before-it-starts']);
  expect(bounds(turned, '+00:00')).toEqual({ from: utc('2026-04-01T00:00:00Z'), to: utc('2026-05-02T00:00:00Z') });
  expect(findingsOfSpan({ earliest: '2026-04', latest: '2026-04-01' }, PHNOM_PENH)).toEqual([]);
  expect(findingsOfSpan({ earliest: '2026-04-31', zone: 'Asia/Nowhere' }, PHNOM_PENH).map((f) => f.code)).toEqual([
    'finding.span.zone-unknown',
    'finding.span.unreadable',
  ]);
});

test('before, after, overlap and window', () => {
  expect(relation(point('2026-03-06'), point('2026-03-07'), PHNOM_PENH)).toBe('before');
  expect(relation(point('2026-03-07'), point('2026-03-07T14:20'), PHNOM_PENH)).toBe('overlap');
  expect(relation(point('2026'), point('2025'), PHNOM_PENH)).toBe('after');
  expect(relation({}, point('2025'), PHNOM_PENH)).toBe('undated');
  // Midnight in Phnom Penh is 17:00 the day before in London.
  expect(mayOverlap(point('2026-03-07'), point('2026-03-06T17:30', 'Europe/London'), PHNOM_PENH)).toBe(true);
  const march = bounds(point('2026-03'), PHNOM_PENH);
  if (!march) throw new Error('undated');
  expect(within(point('2026-03-31'), march, PHNOM_PENH)).toBe('inside');
  expect(within(point('2026'), march, PHNOM_PENH)).toBe('partly');
  expect(within({ earliest: '2026-04-01' }, march, PHNOM_PENH)).toBe('outside');
  expect(within(undefined, march, PHNOM_PENH)).toBe('undated');
  expect(cover([point('2026-03'), undefined, point('2026-05-02')], '+00:00')).toEqual({
    from: utc('2026-03-01T00:00:00Z'),
    to: utc('2026-05-03T00:00:00Z'),
  });
});

test('sorting puts the undated last and the rougher of two that begin together after the finer', () => {
  const spans = [{}, point('2026'), { latest: '2025' }, point('2026-01-01'), point('2026-01-01T00:00')];
  const sorted = [...spans].sort((a, b) => compareSpans(a, b, PHNOM_PENH)).map((s) => s.latest);
  expect(sorted).toEqual(['2025', '2026-01-01T00:00', '2026-01-01', '2026', undefined]);
});

test('the Buddhist era is shown 543 years on, months and days alike, at the precision stated', () => {
  const options = { zone: 'Asia/Bangkok', caseZone: 'Asia/Bangkok', calendar: 'buddhist' } as const;
  expect(formatSpan(point('2026-03-07T14:20'), options)).toMatchObject({
    point: true,
    earliest: { shownYear: 2569, text: '2569-03-07 14:20' },
  });
  expect(formatSpan(point('2024-02-29'), options).latest?.text).toBe('2567-02-29');
  expect(formatSpan({ earliest: '2026' }, options)).toMatchObject({ point: false, earliest: { text: '2569' } });
});

test('times move to the reader’s zone, days stay where they were stated', () => {
  const options = { zone: 'Europe/London', caseZone: PHNOM_PENH, calendar: 'gregory' } as const;
  expect(formatSpan(point('2026-03-07T03:20'), options)).toMatchObject({
    zone: 'Europe/London',
    foreignZone: false,
    earliest: { text: '2026-03-06 20:20' },
  });
  expect(formatSpan(point('2026-03-07'), options)).toMatchObject({
    zone: PHNOM_PENH,
    foreignZone: true,
    earliest: { text: '2026-03-07' },
  });
  const mixed = { earliest: '2026-03-07', latest: '2026-03-07T03:20' };
  expect(formatSpan(mixed, options)).toMatchObject({ zone: PHNOM_PENH, latest: { text: '2026-03-07 03:20' } });
});

test('an instant becomes a wall-clock point in its zone, and back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: utc('1971-01-01T00:00:00Z') / 1000, max: utc('2100-01-01T00:00:00Z') / 1000 }),
      fc.constantFrom('+07:00', '-03:30', PHNOM_PENH, 'Europe/London', 'UTC'),
      (s, zone) => {
        const b = bounds(spanAt(s * 1000, zone), 'UTC');
        expect(b && b.from <= s * 1000 && s * 1000 < b.to).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('zones', () => {
  for (const zone of ['Asia/Bangkok', 'UTC', '+07:00', '-03:30']) expect(isZone(zone), zone).toBe(true);
  for (const zone of ['Asia/Nowhere', '+15:00', '+7', '', '07:00', '+07:60']) expect(isZone(zone), zone).toBe(false);
});

test('bounds are always in order, whatever is stated', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const moment = fc
    .record({
      y: fc.integer({ min: 1, max: 9999 }),
      mo: fc.integer({ min: 1, max: 13 }),
      d: fc.integer({ min: 1, max: 31 }),
      h: fc.nat(24),
      mi: fc.nat(59),
      cut: fc.constantFrom(4, 7, 10, 16, 19),
    })
    .map((p) => `${String(p.y).padStart(4, '0')}-${two(p.mo)}-${two(p.d)}T${two(p.h)}:${two(p.mi)}:00`.slice(0, p.cut));
  const zone = fc.constantFrom(
    undefined,
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    '+07:00',
    'Nowhere',
  );
  fc.assert(
    fc.property(
      fc.option(moment, { nil: undefined }),
      fc.option(moment, { nil: undefined }),
      zone,
      (earliest, latest, z) => {
        const span = { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}), ...(z ? { zone: z } : {}) };
        const b = bounds(span, 'Asia/Bangkok');
        if (b) expect(b.from).toBeLessThan(b.to);
        for (const f of findingsOfSpan(span, 'Asia/Bangkok')) expect(Object.hasOwn(en, f.code), f.code).toBe(true);
        if (b) expect(compareSpans(span, span, 'Asia/Bangkok')).toBe(0);
      },
    ),
    { numRuns: 500 },
  );
});
