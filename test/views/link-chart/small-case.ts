import { CaseState } from '#domain/change/case-state';
import { placementId } from '#domain/chart/placement';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';

export const entity = (id: string, label: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label,
  ...more,
});

export const link = (id: string, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  ...more,
});

export const chart: CaseRecord = { id: 'chart', kind: 'chart', name: 'Network', multiplicity: 'single', skin: 'icons' };

export const placed = (
  item: string,
  x: number,
  y: number,
  more: { pinned?: boolean; hidden?: boolean } = {},
): CaseRecord => ({
  id: placementId('chart', item),
  kind: 'placement',
  chart: 'chart',
  item,
  x,
  y,
  ...more,
});

/** A skipper, his organiser, a phone, a protected passenger, and one who is on no chart. */
export function smallCase(): CaseState {
  return CaseState.of([
    chart,
    entity('dara', 'SOK Dara'),
    entity('vuthy', 'CHAN Vuthy', { aliases: ['the skipper'], tags: ['crew'] }),
    entity('phone', '+855 12 900 388', {
      type: 'phone-number',
      attributes: [{ field: 'number', value: '+85512900388' }],
    }),
    entity('guest', 'A Real Name', { status: 'migrant', pseudonym: 'P-01' }),
    entity('away', 'PEN Sophea'),
    placed('dara', 0, 0, { pinned: true }),
    placed('vuthy', 200, 0),
    placed('phone', 0, 200),
    placed('guest', 200, 200),
    link('l1', 'dara', 'vuthy', { type: 'directs', direction: 'forward' }),
    link('l2', 'vuthy', 'dara', { type: 'called', direction: 'forward', count: 12, strength: 'unconfirmed' }),
    link('l3', 'dara', 'phone', { type: 'uses', span: { earliest: '2026-05-03', latest: '2026-05-03' } }),
    link('l4', 'vuthy', 'guest', { type: 'transported', strength: 'tentative' }),
    link('l5', 'dara', 'away', { type: 'paid' }),
  ]);
}
