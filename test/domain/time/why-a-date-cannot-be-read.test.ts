import { describe, expect, it } from 'vitest';
import { faultOfMoment } from '#domain/time/moment';

describe('why a date cannot be read', () => {
  it('names the month that has no such day, and how many it has', () => {
    expect(faultOfMoment('2026-02-30')).toEqual({ code: 'day', month: '2026-02', days: 28 });
    expect(faultOfMoment('2028-02-30T10:00')).toEqual({ code: 'day', month: '2028-02', days: 29 });
    expect(faultOfMoment('2026-04-31')).toEqual({ code: 'day', month: '2026-04', days: 30 });
    expect(faultOfMoment('2026-04-00')).toEqual({ code: 'day', month: '2026-04', days: 30 });
  });

  it('tells a month and a time of day that do not exist from what is written in another way', () => {
    expect(faultOfMoment('2026-13-01')).toEqual({ code: 'month' });
    expect(faultOfMoment('2026-00')).toEqual({ code: 'month' });
    expect(faultOfMoment('2026-03-07T24:10')).toEqual({ code: 'clock' });
    for (const text of ['7.3.2026', 'March', '2026-3', '0000-01', ''])
      expect(faultOfMoment(text)).toEqual({ code: 'form' });
  });

  it('has nothing to say of what can be read', () => {
    for (const text of ['2026', '2026-02', '2028-02-29', '2026-03-07T14:20', '2026-03-07T14:20:05'])
      expect(faultOfMoment(text)).toBeUndefined();
  });
});
