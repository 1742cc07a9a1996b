import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Multiplicity } from '#domain/chart/chart';
import type { Group } from '#domain/chart/group';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';
import { linkSums } from '#drawing/link-summary/link-sums';
import { chartContent } from '#drawing/scene/chart-content';
import { prepareChart } from '#drawing/scene/prepared-chart';
import { ChartProjection } from '../../../src/views/link-chart/chart-projection.ts';
import { foldChoice } from '../../../src/views/link-chart/fold-acts.ts';
import { hiddenByDate } from '../../../src/views/link-chart/hidden-by-date.ts';
import { legendOf } from '../../../src/views/link-chart/legend-count.ts';
import type { ProjectionOptions } from '../../../src/views/link-chart/shown-items.ts';
import { chartOnPaper } from '../../../src/views/paper/chart-request.ts';
import { chart, entity, link, placed, smallCase } from './small-case.ts';

const words: ProjectionOptions['words'] = (key, params) =>
  params === undefined ? key : `${key}(${Object.values(params).join(' ')})`;
const options: ProjectionOptions = { theme: 'light', locale: 'en', words, filter: null, filterMode: 'hide' };
const change = (before: CaseRecord | null, after: CaseRecord | null) => ({ id: (before ?? after)!.id, before, after });
const group = (id: string, members: readonly string[], more: Partial<Group> = {}): Group => ({
  id,
  kind: 'group',
  chart: 'chart',
  name: `Crew ${id}`,
  members,
  strength: 'unconfirmed',
  ...more,
});
const folded = (id: string, members: readonly string[]) => group(id, members, { folded: true });
const show = (state: CaseState, more: Partial<ProjectionOptions> = {}) =>
  new ChartProjection().project(state, 'chart', { ...options, ...more })!;

describe('a folded group on the chart', () => {
  it('is one item with its name and members by type, and names nobody', () => {
    const state = smallCase();
    state.apply([change(null, folded('g', ['vuthy', 'guest', 'phone', 'away']))]);
    const view = show(state);
    expect(view.nodes.map((n) => n.id).sort()).toEqual(['dara', 'g']);
    const item = view.folded[0]!;
    expect(item.label.full).toContain('Crew g');
    expect(item.label.full).toContain('drawing.folded.members(1 entity-type.person)');
    expect(item.label.full).toContain('drawing.folded.members(1 entity-type.phone-number)');
    expect(item.label.full).toContain('drawing.folded.protected');
    expect(item.label.full).toContain('drawing.folded.inside(1 1)');
    for (const hidden of ['A Real Name', 'P-01', 'CHAN']) expect(JSON.stringify(view.nodes)).not.toContain(hidden);
  });
  it('has one line for an outsider, whose links with all its members are summed', () => {
    const state = smallCase();
    state.apply([change(null, folded('g', ['vuthy', 'phone']))]);
    const view = show(state);
    const line = view.lines.find((l) => l.links.includes('l1'))!;
    expect([line.from, line.to].sort()).toEqual(['dara', 'g']);
    expect(line.links).toEqual(['l1', 'l2', 'l3']);
    expect(line.count).toBe(14);
    expect([line.strength, line.mixed]).toEqual(['unconfirmed', true]);
    expect(view.neighbours.get('g')).toEqual(new Set(['dara', 'guest']));
  });
  it('keeps to the chart where links are drawn by direction, or each by itself', () => {
    const state = smallCase();
    const record = state.find('chart', 'chart')!;
    state.apply([change(null, folded('g', ['vuthy', 'phone']))]);
    state.apply([change(record, { ...record, multiplicity: 'each' })]);
    expect(
      show(state)
        .lines.map((l) => l.id)
        .sort(),
    ).toEqual(['l1', 'l2', 'l3', 'l4']);
    state.apply([change({ ...record, multiplicity: 'each' }, { ...record, multiplicity: 'direction' })]);
    const toGroup = show(state).lines.filter((l) => l.links.some((id) => ['l1', 'l2', 'l3'].includes(id)));
    expect(toGroup.map((l) => l.links).sort()).toEqual([['l1'], ['l2'], ['l3']]);
  });
  it('leaves hidden and filtered members out of its figures, and is gone when it holds nobody', () => {
    const state = smallCase();
    state.apply([change(null, folded('g', ['vuthy', 'phone']))]);
    state.apply([change(state.get('chart.vuthy')!, placed('vuthy', 200, 0, { hidden: true }))]);
    expect(show(state).folded[0]!.members.map((m) => m.id)).toEqual(['phone']);
    const persons = { entity: (e: { type: string }) => e.type === 'person', link: () => true };
    const view = show(state, { filter: persons });
    expect(view.folded).toEqual([]);
    // The phone, and its link.
    expect(view.filtered).toBe(2);
    const grey = show(state, { filter: persons, filterMode: 'grey' });
    expect(grey.folded[0]!.node.greyed).toBe(true);
  });
  it('stands in the box of an open group that holds all of it', () => {
    const state = smallCase();
    state.apply([
      change(null, group('outer', ['vuthy', 'phone', 'dara'])),
      change(null, folded('inner', ['vuthy', 'phone'])),
    ]);
    expect(show(state).groups.map((g) => [g.id, g.members])).toEqual([['outer', ['dara', 'inner']]]);
  });
  it('is pinned when a member is, and counted in the legend', () => {
    const state = smallCase();
    state.apply([change(null, folded('g', ['dara', 'vuthy']))]);
    const view = show(state);
    expect(view.nodes.find((n) => n.id === 'g')!.data.pinned).toBe(true);
    expect(view.pinned).toBe(1);
    expect(legendOf(view, state).types).toContainEqual({ key: 'group', icon: 'group', count: 1 });
  });
  it('is the very same object again when an edit did not touch it', () => {
    const state = smallCase();
    state.apply([change(null, folded('g', ['vuthy', 'phone']))]);
    const projection = new ChartProjection();
    const before = projection.project(state, 'chart', options)!;
    const guest = state.entity('guest')!;
    state.apply([change(guest, { ...guest, pseudonym: 'P-02' })]);
    const after = projection.project(state, 'chart', options)!;
    expect(after.nodes.filter((n) => !before.nodes.includes(n)).map((n) => n.id)).toEqual(['guest']);
    expect(after.edges.every((e) => before.edges.includes(e))).toBe(true);
  });
  it('draws other lines when somebody changes from one folded group to another', () => {
    const state = smallCase();
    state.apply([change(null, folded('g', ['vuthy'])), change(null, folded('h', ['dara']))]);
    const projection = new ChartProjection();
    projection.project(state, 'chart', options);
    state.apply([change(state.get('g')!, folded('g', ['dara'])), change(state.get('h')!, folded('h', ['vuthy']))]);
    const fresh = show(state);
    const again = projection.project(state, 'chart', options)!;
    expect(again.lines.map((l) => [l.id, l.from, l.to])).toEqual(fresh.lines.map((l) => [l.id, l.from, l.to]));
  });
});

describe('what folding is meant for', () => {
  const groupRecords = [group('big', ['a', 'b', 'c']), group('small', ['a', 'b']), folded('shut', ['c'])];
  it('is the selected group, or the smallest open one round the selected entities', () => {
    expect(foldChoice({ groupRecords }, ['big'])).toMatchObject({ fold: true, groups: [{ id: 'big' }] });
    expect(foldChoice({ groupRecords }, ['shut'])).toMatchObject({ fold: false, groups: [{ id: 'shut' }] });
    expect(foldChoice({ groupRecords }, ['a'])).toMatchObject({ fold: true, groups: [{ id: 'small' }] });
    expect(foldChoice({ groupRecords }, ['a', 'c'])).toMatchObject({ groups: [{ id: 'big' }] });
    expect(foldChoice({ groupRecords }, ['z'])).toBeUndefined();
    expect(foldChoice({ groupRecords }, [])).toBeUndefined();
  });
});

const N = 7;
const links = fc.array(
  fc.record({
    from: fc.nat(N - 1),
    to: fc.nat(N - 1),
    strength: fc.constantFrom('confirmed' as const, 'unconfirmed' as const, 'tentative' as const),
    direction: fc.constantFrom('none' as const, 'forward' as const, 'back' as const, 'both' as const),
    type: fc.constantFrom('called' as const, 'paid' as const),
    count: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    cents: fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: undefined }),
    currency: fc.constantFrom('USD', 'THB'),
    day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
  }),
  { maxLength: 25 },
);
const sets = fc.array(fc.uniqueArray(fc.nat(N - 1), { minLength: 1, maxLength: N }), { minLength: 1, maxLength: 3 });

function randomCase(
  made: typeof links extends fc.Arbitrary<infer T> ? T : never,
  multiplicity: Multiplicity,
): CaseRecord[] {
  return [
    { ...chart, multiplicity } as CaseRecord,
    ...Array.from({ length: N }, (_, i) => entity(`e${i}`, `Person ${i}`)),
    ...Array.from({ length: N }, (_, i) => placed(`e${i}`, 90 * i, 7 * i * i, { hidden: i === 6 })),
    ...made.map(
      (m, i): Link =>
        link(`l${String(i).padStart(2, '0')}`, `e${m.from}`, `e${m.to}`, {
          type: m.type,
          strength: m.strength,
          direction: m.direction,
          ...(m.count !== undefined && { count: m.count }),
          ...(m.cents !== undefined && { amounts: [{ amount: (m.cents / 100).toFixed(2), currency: m.currency }] }),
          ...(m.day !== undefined && {
            span: {
              earliest: `2026-05-${String(m.day).padStart(2, '0')}`,
              latest: `2026-05-${String(m.day).padStart(2, '0')}`,
            },
          }),
        }),
    ),
  ];
}

describe('any links and any folded groups', () => {
  it('come to the same sums as unfolded: nothing is lost, nothing counted twice', () => {
    fc.assert(
      fc.property(links, sets, fc.constantFrom<Multiplicity>('single', 'direction', 'each'), (made, groups, how) => {
        const records = randomCase(made, how);
        const open = show(CaseState.of(records));
        const shut = show(
          CaseState.of([
            ...records,
            ...groups.map((g, i) =>
              folded(
                `g${i}`,
                g.map((n) => `e${n}`),
              ),
            ),
          ]),
        );
        const sums = (of: Iterable<Link>) => linkSums(of, 'UTC');
        const all = [...shut.links, ...shut.folded.flatMap((f) => f.inside)];
        expect(sums(all)).toEqual(sums(open.links));
        expect(new Set(all.map((l) => l.id)).size).toBe(all.length);
        // Each line says what its own links come to, and each link is on one line.
        const byId = new Map(shut.links.map((l) => [l.id, l]));
        expect(shut.lines.flatMap((l) => l.links).sort()).toEqual([...byId.keys()].sort());
        for (const line of shut.lines) {
          const own = sums(line.links.map((id) => byId.get(id)!));
          expect([BigInt(line.count), line.strength, line.mixed]).toEqual([
            own.count,
            own.weakest,
            own.strongest !== own.weakest,
          ]);
        }
        if (how === 'single') {
          const pairs = shut.lines.map((l) => [l.from, l.to].sort().join(' '));
          expect(new Set(pairs).size).toBe(pairs.length);
        }
        // Who is seen is seen once, as an item or in one.
        const seen = [...shut.entities, ...shut.folded.flatMap((f) => f.members)].map((e) => e.id);
        expect(seen.sort()).toEqual(open.entities.map((e) => e.id).sort());
      }),
      { numRuns: 120 },
    );
  });

  it('are drawn the same on paper: the same items at the same places, the same lines with the same words', () => {
    fc.assert(
      fc.property(links, sets, fc.constantFrom<Multiplicity>('single', 'direction', 'each'), (made, groups, how) => {
        const state = CaseState.of([
          ...randomCase(made, how),
          ...groups.map((g, i) =>
            folded(
              `g${i}`,
              g.map((n) => `e${n}`),
            ),
          ),
        ]);
        const view = show(state);
        const paper = prepareChart(chartContent(state, 'chart')!, { words, locale: 'en', measure: () => 10 });
        const lines = (of: readonly { id: string; from: string; to: string; label: string }[]) =>
          of.map((l) => [l.id, l.from, l.to, l.label].join('|')).sort();
        expect(lines(paper.drawn)).toEqual(lines(view.lines));
        const onPaper = paper.entities.map(({ placed: p }) =>
          ['group' in p ? p.group.id : p.entity.id, p.x, p.y].join(' '),
        );
        expect(onPaper.sort()).toEqual(view.nodes.map((n) => [n.id, n.x, n.y].join(' ')).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('count what a filter keeps off just as paper does, folded or not', () => {
    fc.assert(
      fc.property(links, sets, fc.uniqueArray(fc.nat(N - 1)), (made, groups, kept) => {
        const state = CaseState.of([
          ...randomCase(made, 'single'),
          ...groups.map((g, i) =>
            folded(
              `g${i}`,
              g.map((n) => `e${n}`),
            ),
          ),
        ]);
        const filter = {
          entity: (e: { id: string }) => kept.includes(Number(e.id.slice(1))),
          link: (l: { strength: string }) => l.strength !== 'tentative',
        };
        const { hidden, of } = chartOnPaper(state, 'chart', filter)!;
        for (const filterMode of ['hide', 'grey'] as const) {
          const view = show(state, { filter, filterMode });
          expect([view.filtered, view.total]).toEqual([hidden, of]);
        }
        expect(hiddenByDate(state, 'chart', filter)).toEqual({ hidden, of });
      }),
      { numRuns: 80 },
    );
  });
});
