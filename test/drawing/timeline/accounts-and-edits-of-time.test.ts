import { describe, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { commands } from '#domain/commands/index';
import type { Entity } from '#domain/entity/entity';
import type { Statement } from '#domain/statement/statement';
import { conflictsOf } from '#drawing/timeline/accounts';
import { DAY, HOUR, MINUTE } from '#drawing/timeline/day-clock';
import { lanesOf } from '#drawing/timeline/lanes';
import { timeMarks } from '#drawing/timeline/marks';
import { shiftSpan } from '#drawing/timeline/shift-span';

const event = (id: string, at: string | undefined): Entity => ({
  id,
  kind: 'entity',
  type: 'event',
  label: id,
  ...(at && { span: { earliest: at, latest: at } }),
});
const says = (id: string, record: string, source: string, yes: boolean): Statement => ({
  id,
  kind: 'statement',
  about: { record },
  source,
  says: yes ? 'yes' : 'no',
});
const source = (id: string) => ({ id, kind: 'source', reference: id, sourceKind: 'report' }) as const;
const took = (id: string, from: string, to: string) =>
  ({ id, kind: 'link', type: 'participated-in', from, to, direction: 'forward', strength: 'confirmed' }) as const;

describe('accounts that differ', () => {
  const state = CaseState.of([
    { id: 'p', kind: 'entity', type: 'person', label: 'SOK Dara' },
    event('landing', '2026-05-06T03:30'),
    event('landing-2', '2026-05-05T23:00'),
    event('denied', '2026-05-01'),
    event('agreed', '2026-05-02'),
    source('r1'),
    source('r2'),
    says('s1', 'landing', 'r1', true),
    says('s2', 'landing-2', 'r2', true),
    says('s3', 'denied', 'r1', true),
    says('s4', 'denied', 'r2', false),
    says('s5', 'agreed', 'r1', true),
    took('t1', 'p', 'landing'),
    took('t2', 'p', 'landing-2'),
    { ...took('x', 'landing', 'landing-2'), type: 'possibly-same-as', direction: 'none' },
  ]);

  test('two dates of perhaps one event, and a yes against a no, stand beside each other with who says so', () => {
    expect(conflictsOf(state)).toEqual([
      {
        id: 'denied!',
        kind: 'denied',
        about: 'denied',
        accounts: [
          { record: 'denied', span: { earliest: '2026-05-01', latest: '2026-05-01' }, sources: ['r1'], says: 'yes' },
          { record: 'denied', span: { earliest: '2026-05-01', latest: '2026-05-01' }, sources: ['r2'], says: 'no' },
        ],
      },
      {
        id: 'x',
        kind: 'same',
        about: 'landing',
        accounts: [
          {
            record: 'landing',
            span: { earliest: '2026-05-06T03:30', latest: '2026-05-06T03:30' },
            sources: ['r1'],
            says: 'yes',
          },
          {
            record: 'landing-2',
            span: { earliest: '2026-05-05T23:00', latest: '2026-05-05T23:00' },
            sources: ['r2'],
            says: 'yes',
          },
        ],
      },
    ]);
  });

  test('a merge keeps the other date: it stays on the lines and is told with its own source', () => {
    const merged = CaseState.of(state.all());
    const plan = commands
      .find((c) => c.id === 'merge-entities')!
      .plan(merged, { merge: 'm', survivor: 'landing', absorbed: 'landing-2' } as never);
    if ('refused' in plan) throw new Error(plan.refused);
    merged.apply(plan);
    const told = conflictsOf(merged).find((c) => c.kind === 'merged');
    expect(told?.accounts.map((a) => [a.span?.earliest, a.sources])).toEqual([
      ['2026-05-06T03:30', ['r1']],
      ['2026-05-05T23:00', ['r2']],
    ]);
    const marks = timeMarks(merged, lanesOf(merged, ['p']), {
      events: true,
      links: true,
      sums: true,
      passes: null,
      filterMode: 'hide',
    });
    expect(marks.dated.map((m) => [m.kind, m.record, m.span?.earliest])).toEqual([
      ['account', 'landing', '2026-05-05T23:00'],
      ['event', 'landing', '2026-05-06T03:30'],
    ]);
  });
});

describe('a time moved by hand', () => {
  test('stays as precise as it was stated, in its own zone', () => {
    const day = { earliest: '2026-05-03', latest: '2026-05-03', asStated: 'Sunday' };
    expect(shiftSpan(day, 'all', 26 * HOUR, '+07:00')).toEqual({
      earliest: '2026-05-04',
      latest: '2026-05-04',
      asStated: 'Sunday',
    });
    expect(shiftSpan(day, 'all', 5 * HOUR, '+07:00')).toBeUndefined();
    expect(shiftSpan({ earliest: '2026-05', latest: '2026-05' }, 'all', 40 * DAY, 'UTC')).toEqual({
      earliest: '2026-06',
      latest: '2026-06',
    });
    const call = { earliest: '2026-05-03T23:50', latest: '2026-05-03T23:50', zone: 'Europe/Berlin' };
    expect(shiftSpan(call, 'all', 20 * MINUTE, '+07:00')).toMatchObject({
      earliest: '2026-05-04T00:10',
      zone: 'Europe/Berlin',
    });
    // A day of 23 hours: the wall clock goes on from 01:30 to 03:30.
    expect(
      shiftSpan({ earliest: '2026-03-29T01:30', latest: '2026-03-29T01:30' }, 'all', HOUR, 'Europe/Berlin'),
    ).toEqual({
      earliest: '2026-03-29T03:30',
      latest: '2026-03-29T03:30',
    });
  });

  test('one end goes alone, but not past the other; an open end stays open', () => {
    const stay = { earliest: '2026-05-03', latest: '2026-05-09' };
    expect(shiftSpan(stay, 'latest', 2 * DAY, 'UTC')).toEqual({ earliest: '2026-05-03', latest: '2026-05-11' });
    expect(shiftSpan(stay, 'earliest', -2 * DAY, 'UTC')).toEqual({ earliest: '2026-05-01', latest: '2026-05-09' });
    expect(shiftSpan(stay, 'latest', -7 * DAY, 'UTC')).toBeUndefined();
    expect(shiftSpan({ earliest: '2026-05-03' }, 'latest', DAY, 'UTC')).toBeUndefined();
    expect(shiftSpan({ earliest: '2026-05-03' }, 'all', DAY, 'UTC')).toEqual({ earliest: '2026-05-04' });
    expect(shiftSpan({ asStated: 'in spring' }, 'all', DAY, 'UTC')).toBeUndefined();
    expect(shiftSpan({ earliest: '9999', latest: '9999' }, 'all', 500 * DAY, 'UTC')).toBeUndefined();
  });
});
