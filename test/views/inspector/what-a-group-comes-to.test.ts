import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Group } from '#domain/chart/group';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';
import { groupTies } from '../../../src/views/inspector/group-ties.ts';

const place = (item: string, more: object = {}): CaseRecord =>
  ({ id: `c.${item}`, kind: 'placement', chart: 'c', item, x: 0, y: 0, ...more }) as CaseRecord;
const tie = (id: string, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id,
  kind: 'link',
  type: 'paid',
  from,
  to,
  direction: 'forward',
  strength: 'confirmed',
  ...more,
});
const group = (id: string, members: readonly string[], more: Partial<Group> = {}): Group => ({
  id,
  kind: 'group',
  chart: 'c',
  name: id,
  members,
  strength: 'confirmed',
  ...more,
});
const crew = group('crew', ['a', 'b', 'away', 'put-away'], { folded: true });
const usd = (amount: string) => ({ amounts: [{ amount, currency: 'USD' }] });
const records: readonly CaseRecord[] = [
  { id: 'case', kind: 'case', caseId: 'x', title: 'T', zone: '+07:00', stages: [] },
  { id: 'c', kind: 'chart', name: 'C', multiplicity: 'single', skin: 'icons' },
  ...['a', 'b', 'away', 'put-away', 'boss', 'boat'].map(
    (id): CaseRecord => ({ id, kind: 'entity', type: id === 'boat' ? 'vessel' : 'person', label: id }),
  ),
  ...['a', 'b', 'boss', 'boat'].map((id) => place(id)),
  place('put-away', { hidden: true }),
  place('l5', { hidden: true }),
  tie('l1', 'boss', 'a', { ...usd('0.10'), count: 2, span: { earliest: '2026-05-03', latest: '2026-05-03' } }),
  tie('l2', 'boss', 'b', { ...usd('0.2'), strength: 'tentative', span: { earliest: '2026-06', latest: '2026-06' } }),
  tie('l3', 'b', 'boss', { amounts: [{ amount: 'about 5', currency: 'USD' }] }),
  tie('l4', 'a', 'b'),
  tie('l5', 'a', 'boat'),
  tie('l6', 'boss', 'away'),
  tie('l7', 'boss', 'put-away'),
  tie('l8', 'b', 'boat'),
  crew,
];
const state = CaseState.of(records);

describe('what a group comes to on its chart', () => {
  it('sums links with each outsider: exactly, at best and at worst, from first to last', () => {
    const ties = groupTies(state, crew, null);
    expect(ties.outsiders.map((o) => [o.id, o.links.map((l) => l.id)])).toEqual([
      ['boss', ['l1', 'l2', 'l3']],
      ['boat', ['l8']],
    ]);
    const { sums } = ties.outsiders[0]!;
    expect(sums).toMatchObject({
      links: 3,
      count: 4n,
      amounts: [{ amount: '0.30', currency: 'USD' }],
      stated: ['about 5 USD'],
      strongest: 'confirmed',
      weakest: 'tentative',
      undated: 1,
      time: { from: Date.parse('2026-05-03T00:00+07:00'), to: Date.parse('2026-07-01T00:00+07:00') },
    });
    expect(ties.inside.map((l) => l.id)).toEqual(['l4']);
  });
  it('says who of its members is not seen, and why', () => {
    expect(groupTies(state, crew, null)).toMatchObject({ hidden: 1, unplaced: 1, filtered: 0, elsewhere: 0 });
    const noB = { entity: (e: { id: string }) => e.id !== 'b', link: () => true };
    expect(groupTies(state, crew, noB)).toMatchObject({ filtered: 1, hidden: 1 });
  });
  it('names a folded group in place of its members', () => {
    const others = group('others', ['boss', 'boat'], { folded: true });
    const ties = groupTies(CaseState.of([...records, others]), crew, null);
    expect(ties.outsiders.map((o) => [o.id, o.links.length])).toEqual([['others', 4]]);
  });
  it('leaves a member that stands in a larger folded group to that one', () => {
    const larger = group('larger', ['b', 'boss', 'boat', 'x', 'y'], { folded: true });
    const ties = groupTies(CaseState.of([...records, larger]), crew, null);
    expect(ties.elsewhere).toBe(1);
    expect(ties.members.map((m) => m.id)).toEqual(['a']);
  });
});
