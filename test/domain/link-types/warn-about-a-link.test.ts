import { expect, test } from 'vitest';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { findingsOfLink } from '#domain/link-types/findings';
import { en } from '../../../src/i18n/messages/en/index.ts';

const person: Entity = { id: 'p', kind: 'entity', type: 'person', label: 'Sok Vannara' };
const account: Entity = { id: 'a', kind: 'entity', type: 'account', label: 'ACC-04' };
const phone: Entity = {
  id: 't',
  kind: 'entity',
  type: 'phone-number',
  label: '+44 7700 900142',
  span: { earliest: '2026-03-02', latest: '2026-05-10' },
};
const base: Link = {
  id: 'k',
  kind: 'link',
  type: 'associate',
  from: 'p',
  to: 'p2',
  direction: 'none',
  strength: 'confirmed',
};

function codes(link: Partial<Link>, from: Entity, to: Entity): string[] {
  const found = findingsOfLink({ ...base, from: from.id, to: to.id, ...link }, from, to, 'Asia/Phnom_Penh');
  for (const f of found) expect(Object.hasOwn(en, f.code), f.code).toBe(true);
  return found.map((f) => f.code.replace('finding.', ''));
}

const other = { ...person, id: 'p2' };

test('an ordinary link draws no warning', () => {
  expect(codes({}, person, other)).toEqual([]);
  expect(
    codes({ type: 'paid', direction: 'forward', amounts: [{ amount: '4200.50', currency: 'USD' }] }, account, account),
  ).toEqual(['link.itself']);
  expect(
    codes({ type: 'paid', direction: 'forward', amounts: [{ amount: '4200.50', currency: 'USD' }] }, person, account),
  ).toEqual([]);
});

test('unusual ends and directions are told, never refused', () => {
  expect(codes({ type: 'uses', direction: 'forward' }, person, phone)).toEqual([]);
  expect(codes({ type: 'uses', direction: 'back' }, phone, person)).toEqual([]);
  expect(codes({ type: 'uses', direction: 'forward' }, account, person)).toEqual(['link.ends-unusual']);
  expect(codes({ type: 'directs', direction: 'none' }, person, other)).toEqual(['link.direction-missing']);
  expect(codes({ type: 'met', direction: 'forward' }, person, other)).toEqual(['link.direction-given']);
});

test('payments want an amount and a currency, counts whole numbers', () => {
  expect(codes({ type: 'paid', direction: 'forward' }, person, other)).toEqual(['link.amount-missing']);
  expect(
    codes({ type: 'paid', direction: 'forward', amounts: [{ amount: '1e400', currency: '' }] }, person, other),
  ).toEqual(['link.amount-unreadable', 'link.currency-missing']);
  for (const count of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(codes({ count }, person, other)).toEqual(['link.count-unreadable']);
  }
});

test('a link outside the time of its ends is told only when surely outside', () => {
  const uses = (span: Link['span']) =>
    codes({ type: 'uses', direction: 'forward', ...(span ? { span } : {}) }, person, phone);
  expect(uses({ earliest: '2026-06-01', latest: '2026-06-01' })).toEqual(['link.outside-life']);
  expect(uses({ earliest: '2026', latest: '2026' })).toEqual([]);
  expect(uses({ asStated: 'last year' })).toEqual([]);
  expect(uses({ earliest: '2026-04-02', latest: '2026-04-01' })).toEqual(['span.ends-before-it-starts']);
});
