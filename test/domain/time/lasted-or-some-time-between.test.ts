import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { contactsOf } from '#domain/contacts/contacts';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { bounds, findingsOfSpan } from '#domain/time/bounds';
import { extentOf, sureBounds, surelyTouches, usualExtent } from '#domain/time/extent';
import { formatSpan } from '#domain/time/shown';
import type { Extent, Span } from '#domain/time/span';
import { spanText } from '#i18n/record-words';

const empty = { entity: () => undefined };
const ZONE = 'Asia/Phnom_Penh';
const link = (type: Link['type'], more: Partial<Link> = {}): Link => ({
  id: 'l',
  kind: 'link',
  type,
  from: 'a',
  to: 'b',
  direction: 'forward',
  strength: 'confirmed',
  ...more,
});
const event = (eventKind: string): Entity => ({ id: 'e', kind: 'entity', type: 'event', label: 'e', eventKind });
const twoDays: Span = { earliest: '2026-03-01', latest: '2026-03-05' };

test('nobody said: a payment happened some time between its ends, a membership and six calls lasted', () => {
  expect(usualExtent(link('paid'), empty)).toBe('within');
  expect(usualExtent(link('member'), empty)).toBe('lasted');
  expect(usualExtent(link('called', { count: 6 }), empty)).toBe('lasted');
  expect(usualExtent(event('interdiction'), empty)).toBe('within');
  expect(usualExtent(event('stay'), empty)).toBe('lasted');
  expect(usualExtent(event('a word of our own'), empty)).toBe('lasted');
  expect(extentOf(twoDays, 'within')).toBe('within');
  expect(extentOf(twoDays, 'lasted')).toBe('lasted');
});

test('who took part did so as long as the event of that kind goes on; a transport lasts', () => {
  const tookPart = (kind: string, more: Partial<Link> = {}) =>
    usualExtent(link('participated-in', more), { entity: (id) => (id === 'b' ? event(kind) : undefined) });
  expect(tookPart('meeting')).toBe('within');
  expect(tookPart('meeting', { count: 3 })).toBe('lasted');
  for (const kind of ['stay', 'detention', 'assembly']) expect(tookPart(kind)).toBe('lasted');
  expect(usualExtent(link('participated-in'), empty)).toBe('lasted');
  expect(usualExtent(link('transported'), empty)).toBe('lasted');
});

test('what is said wins over what is usual, over "about", and over one day said twice', () => {
  for (const extent of ['lasted', 'within'] as const)
    for (const usual of ['lasted', 'within'] as const) {
      expect(extentOf({ ...twoDays, extent }, usual)).toBe(extent);
      expect(extentOf({ ...twoDays, extent, asStated: 'about March' }, usual)).toBe(extent);
      expect(extentOf({ earliest: '2026-03-01', latest: '2026-03-01', extent }, usual)).toBe(extent);
    }
  expect(extentOf({ ...twoDays, asStated: 'about March' }, 'lasted')).toBe('within');
  expect(extentOf({ earliest: '2026-03-01', latest: '2026-03-01' }, 'lasted')).toBe('within');
});

test('the words tell the two apart, and claim nothing where nobody said and the record is not at hand', () => {
  expect(spanText({ ...twoDays, extent: 'lasted' })).toBe('2026-03-01 to 2026-03-05');
  expect(spanText({ ...twoDays, extent: 'within' })).toBe('between 2026-03-01 and 2026-03-05');
  expect(spanText(twoDays)).toBe('2026-03-01 to 2026-03-05');
  expect(spanText(twoDays, 'within')).toBe('between 2026-03-01 and 2026-03-05');
  expect(spanText({ earliest: '2026-03', extent: 'within' })).toBe('not before 2026-03');
  expect(spanText({ latest: '2026-03', extent: 'within' })).toBe('not after 2026-03');
  expect(spanText({ earliest: '2026-03', extent: 'lasted' })).toBe('from 2026-03');
  expect(spanText({ earliest: '2026-03-01', latest: '2026-03-01', extent: 'lasted' })).toBe('throughout 2026-03-01');
  expect(spanText({ earliest: '2026-03-01', latest: '2026-03-01' }, 'lasted')).toBe('2026-03-01');
  expect(formatSpan({ ...twoDays, extent: 'within' }, { zone: ZONE, caseZone: ZONE, calendar: 'gregory' }).extent).toBe(
    'within',
  );
});

test('a meaning of a later version, and a lasting that takes no time, are warned of and kept', () => {
  const later = { ...twoDays, extent: 'on-and-off' } as unknown as Span;
  expect(findingsOfSpan(later, ZONE)).toMatchObject([{ level: 'warn', code: 'finding.span.extent-unknown' }]);
  expect(extentOf(later, 'within')).toBe('within');
  const none: Span = { earliest: '2026-03-01T14:20', latest: '2026-03-01T14:20', extent: 'lasted' };
  expect(findingsOfSpan(none, ZONE)).toMatchObject([{ level: 'warn', code: 'finding.span.lasted-no-time' }]);
  expect(findingsOfSpan({ ...twoDays, extent: 'lasted' }, ZONE)).toEqual([]);
});

test('who was in contact in a window: a stay over it surely, a call at an unknown moment only perhaps', () => {
  const state = new CaseState();
  const person = (id: string): Entity => ({ id, kind: 'entity', type: 'person', label: id });
  const over: Span = { earliest: '2026-03-01', latest: '2026-03-31' };
  const records = [
    person('a'),
    person('b'),
    link('member', { id: 'stay', span: { ...over, extent: 'lasted' } }),
    link('called', { id: 'call', span: { ...over, extent: 'within' } }),
    link('called', { id: 'inside', span: { earliest: '2026-03-10T08:00', latest: '2026-03-10T08:00' } }),
  ];
  state.apply(records.map((after) => ({ id: after.id, before: null, after })));
  const window = { from: Date.parse('2026-03-09T00:00+07:00'), to: Date.parse('2026-03-12T00:00+07:00') };
  const sure = new Map(contactsOf(state, 'a', window).dated.map((c) => [c.link.id, c.sure]));
  expect(Object.fromEntries(sure)).toEqual({ stay: true, call: false, inside: true });
});

const digits = (n: number, length: number) => String(n).padStart(length, '0');
const moment = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    length: fc.constantFrom(4, 7, 10, 16),
  })
  .map(({ year, month, day, hour, minute, length }) =>
    `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${digits(hour, 2)}:${digits(minute, 2)}`.slice(0, length),
  );
const span = fc.record(
  {
    earliest: moment,
    latest: moment,
    extent: fc.constantFrom<Extent>('lasted', 'within'),
    zone: fc.constantFrom('+07:00', 'Europe/Berlin', 'America/New_York'),
    asStated: fc.constantFrom('about March', 'in March'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Span>;
const usual = fc.constantFrom<Extent>('lasted', 'within');

test('whatever is stated: what is sure lies within what is possible, and only what lasted is sure of any time', () => {
  fc.assert(
    fc.property(span, usual, (s, u) => {
      const [all, sure] = [bounds(s, ZONE), sureBounds(s, u, ZONE)];
      if (!sure) return;
      expect(extentOf(s, u)).toBe('lasted');
      expect(sure.from).toBeLessThan(sure.to);
      expect(sure.from).toBeGreaterThanOrEqual(all!.from);
      expect(sure.to).toBeLessThanOrEqual(all!.to);
    }),
    { numRuns: 2000 },
  );
});

test('whatever is stated: what surely touches a window may touch it, and a wider window is touched too', () => {
  const at = fc.integer({ min: Date.parse('1500-01-01'), max: Date.parse('2500-01-01') });
  fc.assert(
    fc.property(span, usual, at, at, fc.nat(1e12), (s, u, a, b, wider) => {
      const window = { from: Math.min(a, b), to: Math.max(a, b) + 1 };
      if (!surelyTouches(s, u, window, ZONE)) return;
      const all = bounds(s, ZONE)!;
      expect(all.from < window.to && window.from < all.to).toBe(true);
      expect(surelyTouches(s, u, { from: window.from - wider, to: window.to + wider }, ZONE)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('whatever is stated: saying what the ends mean moves no bound', () => {
  fc.assert(
    fc.property(span, (s) => {
      const { extent: _, ...unsaid } = s;
      expect(bounds(s, ZONE)).toEqual(bounds(unsaid, ZONE));
    }),
  );
});
