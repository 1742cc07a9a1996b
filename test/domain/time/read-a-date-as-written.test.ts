import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoment } from '#domain/time/moment';
import { orderOfColumn, readStated, spanOf } from '#domain/time/stated';

const read = (text: string, order?: 'day-first' | 'month-first') => {
  const r = readStated(text, order ? { order } : {});
  return r.result === 'read' ? r.span.earliest : r.result;
};

test.each([
  ['2026', '2026'],
  ['2026-03', '2026-03'],
  ['03/2026', '2026-03'],
  ['Mar 2026', '2026-03'],
  ['2026-03-07', '2026-03-07'],
  ['20260307', '2026-03-07'],
  ['7 March 2026', '2026-03-07'],
  ['05 Mar 2026', '2026-03-05'],
  ['March 7th, 2026', '2026-03-07'],
  ['13/05/2026', '2026-05-13'],
  ['05/13/2026', '2026-05-13'],
  ['05/05/2026', '2026-05-05'],
  ['2026-03-07 14:20', '2026-03-07T14:20'],
  ['2026-03-07T14:20:05', '2026-03-07T14:20:05'],
  ['31.03.2026 12:52:58', '2026-03-31T12:52:58'],
  ['2026-03-07 2:20 pm', '2026-03-07T14:20'],
  ['2026-03-07 12:05 am', '2026-03-07T00:05'],
  ['14/08/2533', '1990-08-14'],
  ['๗ มีนาคม ๒๕๖๙', '2026-03-07'],
  ['29/02/2567', '2024-02-29'],
  ['03/05/2569', 'ambiguous'],
  ['03/05/2026', 'ambiguous'],
  ['30/02/2026', 'unreadable'],
  ['29/02/2569', 'unreadable'],
  ['05 Mar 26', 'unreadable'],
  ['07/03/26', 'unreadable'],
  ['in spring', 'unreadable'],
  ['March', 'unreadable'],
  ['2026-03 14:20', 'unreadable'],
  ['2026-03-07 25:00', 'unreadable'],
  ['NaN', 'unreadable'],
  ['1e400', 'unreadable'],
  ['', 'unreadable'],
])('%j is %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('once the order is known the same words are read that way only', () => {
  expect(read('03/05/2569', 'day-first')).toBe('2026-05-03');
  expect(read('03/05/2026', 'month-first')).toBe('2026-03-05');
  expect(read('13/05/2026', 'month-first')).toBe('unreadable');
});

test('an ambiguous date carries both readings, an unreadable one its reason', () => {
  expect(readStated('03/05/2569')).toEqual({
    result: 'ambiguous',
    dayFirst: { earliest: '2026-05-03', latest: '2026-05-03', asStated: '03/05/2569' },
    monthFirst: { earliest: '2026-03-05', latest: '2026-03-05', asStated: '03/05/2569' },
  });
  expect(readStated('30/02/2026')).toEqual({
    result: 'unreadable',
    code: 'finding.span.no-such-day',
    span: { asStated: '30/02/2026' },
  });
  expect(readStated('07/03/26')).toMatchObject({ code: 'finding.span.two-digit-year' });
});

test('years of the Buddhist era are known by their size and said to be so', () => {
  expect(readStated('2569')).toMatchObject({
    result: 'read',
    era: 'buddhist',
    span: { earliest: '2026', asStated: '2569' },
  });
  expect(readStated('2026')).toMatchObject({ result: 'read', era: 'gregorian' });
});

test('a zone written behind the time goes into the span', () => {
  expect(spanOf('2026-03-07T14:20:05Z')).toMatchObject({ earliest: '2026-03-07T14:20:05', zone: 'UTC' });
  expect(spanOf('2026-03-07 14:20+0700')).toMatchObject({ earliest: '2026-03-07T14:20', zone: '+07:00' });
  expect(spanOf('2026-03-07 14:20', { zone: 'Asia/Bangkok' })).toMatchObject({ zone: 'Asia/Bangkok' });
});

test('ranges, open ends and mere words', () => {
  expect(spanOf('7 March 2026 – 9 March 2026')).toEqual({
    earliest: '2026-03-07',
    latest: '2026-03-09',
    asStated: '7 March 2026 – 9 March 2026',
  });
  expect(spanOf('2026-03..2026-05')).toMatchObject({ earliest: '2026-03', latest: '2026-05' });
  expect(spanOf('since 2026')).toEqual({ earliest: '2026', asStated: 'since 2026' });
  expect(spanOf('until 9 March 2026')).toEqual({ latest: '2026-03-09', asStated: 'until 9 March 2026' });
  expect(spanOf('after the rains')).toEqual({ asStated: 'after the rains' });
  expect(spanOf('2026-03-07')).toEqual({ earliest: '2026-03-07', latest: '2026-03-07' });
});

test('the order of a column is told by the dates that read one way only', () => {
  expect(orderOfColumn(['03/05/2026', '13/05/2026', '04/05/2026'])).toBe('day-first');
  expect(orderOfColumn(['03/05/2026', '05/13/2026'])).toBe('month-first');
  expect(orderOfColumn(['13/05/2026', '05/13/2026'])).toBe('mixed');
  expect(orderOfColumn(['03/05/2026', '2026-01-13', 'x'])).toBeUndefined();
});

test('nothing that is read is more precise than its words, and everything read is a time', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 70 }),
    fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{2,4}( \d{1,2}:\d\d)?$/),
    fc.stringMatching(/^[\d:/. -]{0,24}$/),
  );
  fc.assert(
    fc.property(text, (t) => {
      const r = readStated(t);
      if (r.result !== 'read') return;
      const m = readMoment(r.span.earliest ?? '');
      expect(m).toBeDefined();
      const figures = t.match(/\d+/g)?.join('').length ?? 0;
      if (m?.hour !== undefined) expect(t).toContain(':');
      expect(figures).toBeGreaterThanOrEqual(m?.precision === 'year' ? 4 : 5);
    }),
    { numRuns: 1000 },
  );
});
