import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { foldingOn } from '#domain/chart/folding';
import { CaseInHand } from './case-in-hand.ts';

const group = (id: string, members: readonly string[], name = id) => ({
  id,
  kind: 'group' as const,
  chart: 'c1',
  name,
  members,
  strength: 'unconfirmed' as const,
});

/** Eight persons in a row, ten apart, and the groups asked for. */
function row(groups: readonly (readonly string[])[]): CaseInHand {
  const c = new CaseInHand();
  for (let i = 0; i < 8; i++) {
    c.entity(`e${i}`);
    c.run('move-items', { chart: 'c1', items: [{ id: `e${i}`, x: 10 * i, y: i }] });
  }
  groups.forEach((members, i) => {
    c.run('group-items', { groups: [group(`g${i}`, members)] });
  });
  return c;
}
const places = (c: CaseInHand) =>
  Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => {
      const p = c.state.find('placement', `c1.e${i}`);
      return [`e${i}`, p && [p.x, p.y]];
    }),
  );

describe('fold-group and unfold-group', () => {
  it('draw one item in the middle of the members, and leave every place alone', () => {
    const c = row([['e0', 'e3']]);
    const before = places(c);
    c.run('fold-group', { groups: ['g0'] });
    const folded = foldingOn(c.state, 'c1').groups.get('g0')!;
    expect([folded.x, folded.y]).toEqual([15, 1]);
    expect(places(c)).toEqual(before);
    const whole = stateDigest(c.state);
    c.run('unfold-group', { groups: ['g0'] });
    c.undo();
    expect(stateDigest(c.state)).toBe(whole);
  });
  it('are one undo for several groups, and nothing for those that are so already', () => {
    const c = row([
      ['e0', 'e1'],
      ['e2', 'e3'],
    ]);
    const before = stateDigest(c.state);
    expect(c.run('fold-group', { groups: ['g0', 'g1', 'g0'] })).toHaveLength(2);
    expect(c.plan('fold-group', { groups: ['g0', 'g1'] })).toEqual([]);
    c.undo();
    expect(stateDigest(c.state)).toBe(before);
  });
  it('refuse a group that is gone', () => {
    expect(row([]).plan('fold-group', { groups: ['g9'] })).toEqual({ refused: 'record-gone', detail: { id: 'g9' } });
  });
  it('move members by just as much as their folded group was moved, hidden ones too', () => {
    const c = row([['e0', 'e1', 'e2']]);
    c.run('hide-items', { chart: 'c1', items: ['e1'], hidden: true });
    c.run('fold-group', { groups: ['g0'] });
    const { x, y } = foldingOn(c.state, 'c1').groups.get('g0')!;
    c.run('move-items', { chart: 'c1', items: [{ id: 'g0', x: x + 7, y: y - 30 }] });
    const moved = foldingOn(c.state, 'c1').groups.get('g0')!;
    expect([moved.x, moved.y]).toEqual([x + 7, y - 30]);
    c.run('unfold-group', { groups: ['g0'] });
    expect(places(c)).toMatchObject({ e0: [7, -30], e1: [17, -29], e2: [27, -28], e3: [30, 3] });
  });
  it('let no layout move a group that a pinned member holds', () => {
    const c = row([['e0', 'e1']]);
    c.run('pin-items', { chart: 'c1', items: ['e1'], pinned: true });
    c.run('fold-group', { groups: ['g0'] });
    const items = [
      { id: 'g0', x: 500, y: 500 },
      { id: 'e5', x: 9, y: 9 },
    ];
    const steps = c.run('arrange-chart', { chart: 'c1', layout: 'grid', items });
    expect(steps.map((s) => s.id)).toEqual(['c1.e5']);
  });
  it('refuse to move a group that is open: its members are what stands somewhere', () => {
    const c = row([['e0', 'e1']]);
    expect(c.plan('move-items', { chart: 'c1', items: [{ id: 'g0', x: 1, y: 1 }] })).toHaveProperty('refused');
  });
});

describe('create-chart', () => {
  it('makes a chart with its groups folded from the start, in one change', () => {
    const c = row([]);
    const placement = (item: string) => ({
      id: `c2.${item}`,
      kind: 'placement' as const,
      chart: 'c2',
      item,
      x: 0,
      y: 0,
    });
    const chart = {
      id: 'c2',
      kind: 'chart' as const,
      name: 'G',
      multiplicity: 'single' as const,
      skin: 'icons' as const,
    };
    const made = { ...group('g', ['e0', 'e1']), chart: 'c2', folded: true as const };
    c.run('create-chart', { chart, placements: ['e0', 'e1', 'e2'].map(placement), groups: [made] });
    expect([...foldingOn(c.state, 'c2').groups.keys()]).toEqual(['g']);
    c.undo();
    expect(c.state.get('g')).toBeUndefined();
    const bad = { ...made, members: ['nobody'] };
    expect(c.plan('create-chart', { chart, groups: [bad] })).toHaveProperty('refused', 'record-gone');
  });
});

describe('who stands for whom', () => {
  it('takes an inner group into the outer one, folded in whatever order', () => {
    for (const order of [['g0', 'g1'] as const, ['g1', 'g0'] as const]) {
      const c = row([
        ['e0', 'e1', 'e2', 'e3'],
        ['e1', 'e2'],
      ]);
      for (const id of order) c.run('fold-group', { groups: [id] });
      const folding = foldingOn(c.state, 'c1');
      expect([...folding.groups.keys()]).toEqual(['g0']);
      c.run('unfold-group', { groups: ['g0'] });
      expect([...foldingOn(c.state, 'c1').standIn]).toEqual([
        ['e1', 'g1'],
        ['e2', 'g1'],
      ]);
    }
  });
  it('counts a member of two folded groups in the larger one only', () => {
    const c = row([
      ['e0', 'e1'],
      ['e1', 'e2', 'e3'],
    ]);
    c.run('fold-group', { groups: ['g0', 'g1'] });
    const { standIn } = foldingOn(c.state, 'c1');
    expect(standIn.get('e1')).toBe('g1');
    expect(standIn.get('e0')).toBe('g0');
  });
  it('leaves out members without a place on the chart, and a group without any', () => {
    const c = row([['e0', 'e1'], ['e2']]);
    c.run('create-entity', { entity: { id: 'away', kind: 'entity', type: 'person', label: 'away' } });
    c.run('edit-group', { id: 'g1', set: { members: ['away'] } });
    c.run('fold-group', { groups: ['g0', 'g1'] });
    const folding = foldingOn(c.state, 'c1');
    expect([...folding.groups.keys()]).toEqual(['g0']);
    expect(folding.standIn.has('away')).toBe(false);
  });
});

describe('any groups, overlapping or within each other', () => {
  const members = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 8 });
  const some = fc.array(members, { minLength: 1, maxLength: 4 });

  it('unfold after fold is the identity, and undo of either after doing it', () => {
    fc.assert(
      fc.property(some, fc.array(fc.nat(3)), (sets, which) => {
        const c = row(sets.map((s) => s.map((n) => `e${n}`)));
        const open = stateDigest(c.state);
        const groups = which.map((n) => `g${n % sets.length}`);
        for (const id of groups) {
          const before = stateDigest(c.state);
          c.run('fold-group', { groups: [id] });
          const after = stateDigest(c.state);
          c.undo();
          expect(stateDigest(c.state)).toBe(before);
          c.run('fold-group', { groups: [id] });
          expect(stateDigest(c.state)).toBe(after);
        }
        c.run('unfold-group', { groups: sets.map((_, i) => `g${i}`) });
        expect(stateDigest(c.state)).toBe(open);
      }),
      { numRuns: 60 },
    );
  });
  it('move as one: whoever a group stood for goes with it, and nobody else', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 }), (sets, dx, dy) => {
        const c = row(sets.map((s) => s.map((n) => `e${n}`)));
        c.run('fold-group', { groups: sets.map((_, i) => `g${i}`) });
        const before = places(c);
        const [id, folded] = [...foldingOn(c.state, 'c1').groups][0]!;
        const standIn = foldingOn(c.state, 'c1').standIn;
        c.run('move-items', { chart: 'c1', items: [{ id, x: folded.x + dx, y: folded.y + dy }] });
        c.run('unfold-group', { groups: sets.map((_, i) => `g${i}`) });
        for (const [e, at] of Object.entries(places(c))) {
          const [x, y] = before[e]!;
          expect(at).toEqual(standIn.get(e) === id ? [x! + dx, y! + dy] : [x, y]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
