import { describe, expect, it } from 'vitest';
import { type MatrixOrder, readingMatrix, readingOrder, type Taken } from '#analysis/association-matrix/index';
import { finish } from '#analysis/graph/work';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';
import { blueKestrel } from '../../../scripts/samples/blue-kestrel.ts';
import { seeded } from '../../../scripts/samples/seeded.ts';

const entity = (id: string, label: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label,
  ...more,
});
let serial = 0;
const link = (from: string, to: string, more: Partial<Link> = {}): Link => ({
  id: `l${serial++}`,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  ...more,
});
const read = (records: readonly CaseRecord[], taken?: Taken) => {
  const state = CaseState.of([...records]);
  return { state, matrix: finish(readingMatrix(state, taken)) };
};

const people = [
  entity('a', 'Sok Dara'),
  entity('b', 'Chan Vuthy'),
  entity('c', 'Reang Marine', { type: 'organisation' }),
];

describe('a cell', () => {
  it('is empty where nothing is recorded, and for whoever is not in the matrix', () => {
    const { matrix } = read([...people, link('a', 'b')]);
    expect(matrix.cell('a', 'c')).toBeUndefined();
    expect(matrix.cell('a', 'nobody')).toBeUndefined();
    expect(matrix.associated('nobody')).toBe(0);
  });

  it('tells the strongest of its links and holds all of them', () => {
    const weak = link('a', 'b', { strength: 'tentative' });
    const strong = link('b', 'a', { type: 'called', strength: 'confirmed' });
    const { matrix } = read([...people, weak, strong]);
    const cell = matrix.cell('a', 'b');
    expect(cell?.strength).toBe('confirmed');
    expect(cell?.links[0]).toBe(strong.id);
    expect(new Set(cell?.links)).toEqual(new Set([weak.id, strong.id]));
  });

  it('is turned round with row and column', () => {
    const { matrix } = read([
      ...people,
      link('b', 'a', { direction: 'forward' }),
      link('a', 'c', { direction: 'back' }),
    ]);
    const ways = (row: string, column: string) => {
      const { out, back } = matrix.cell(row, column)!;
      return [out, back];
    };
    expect(ways('b', 'a')).toEqual([true, false]);
    expect(ways('a', 'b')).toEqual([false, true]);
    expect(ways('c', 'a')).toEqual([true, false]);
    expect(ways('a', 'c')).toEqual([false, true]);
  });

  it('tells a part in an organisation from what is owned of it, a tie, and what may be the same', () => {
    const code = (more: Partial<Link>, from = 'a', to = 'c') =>
      read([...people, link(from, to, more)]).matrix.cell(from, to)?.code;
    expect(code({ type: 'member' })).toBe('participation');
    expect(code({ type: 'employs' }, 'c', 'a')).toBe('participation');
    expect(code({ type: 'directs' })).toBe('participation');
    expect(code({ type: 'directs' }, 'a', 'b')).toBe('association');
    expect(code({ type: 'owns' })).toBe('ownership');
    expect(code({ type: 'paid' })).toBe('association');
    expect(code({ type: 'possibly-same-as' }, 'a', 'b')).toBe('identity');
  });

  it('speaks of an association before identity, whatever the strength', () => {
    const { matrix } = read([
      ...people,
      link('a', 'b', { type: 'same-as', strength: 'confirmed' }),
      link('a', 'b', { strength: 'tentative' }),
    ]);
    expect(matrix.cell('b', 'a')).toMatchObject({ code: 'association', strength: 'tentative' });
    expect(matrix.associated('a')).toBe(1);
  });
});

describe('the counts in the margin', () => {
  it('count others, not links; neither oneself nor who may be the same', () => {
    const { matrix } = read([
      ...people,
      link('a', 'b'),
      link('b', 'a'),
      link('a', 'a'),
      link('a', 'c', { type: 'possibly-same-as' }),
    ]);
    expect(['a', 'b', 'c'].map((id) => matrix.associated(id))).toEqual([1, 1, 0]);
    expect(matrix.pairs).toBe(1);
    expect(matrix.cell('a', 'a')?.links).toHaveLength(1);
  });

  it('are of what is taken only: an entity left out takes its links with it', () => {
    const { matrix } = read([...people, link('a', 'b'), link('a', 'c', { strength: 'tentative' }), link('b', 'c')], {
      entity: (e) => e.id !== 'b',
      link: (l) => l.strength !== 'tentative',
    });
    expect(matrix.entities).toEqual(['a', 'c']);
    expect(matrix.pairs).toBe(0);
    expect([...matrix.says]).toEqual([]);
  });

  it('agree with a plain count over the worked sample case', () => {
    const { state } = blueKestrel('sample-cases/blue-kestrel');
    const matrix = finish(readingMatrix(state));
    const others = new Map<string, Set<string>>();
    for (const l of state.allOf('link')) {
      if (l.type === 'same-as' || l.type === 'possibly-same-as' || l.from === l.to) continue;
      for (const [x, y] of [
        [l.from, l.to],
        [l.to, l.from],
      ] as const)
        others.set(x, (others.get(x) ?? new Set()).add(y));
    }
    for (const e of state.allOf('entity')) expect(matrix.associated(e.id), e.label).toBe(others.get(e.id)?.size ?? 0);
    expect(matrix.pairs * 2).toBe([...others.values()].reduce((sum, s) => sum + s.size, 0));
    expect(matrix.pairs).toBeGreaterThan(100);
  });
});

describe('rows and columns', () => {
  const order = (records: readonly CaseRecord[], by: MatrixOrder) => {
    const { state, matrix } = read(records);
    return finish(readingOrder(state, matrix, by));
  };

  it('stand persons first, then organisations, then the rest by type, each by name; a line before each type', () => {
    const records = [
      entity('v', 'Andaman', { type: 'vessel' }),
      entity('p2', 'sok 10'),
      entity('o', 'Aqua Co', { type: 'organisation' }),
      entity('p1', 'Sok 9'),
      entity('n', '012 345', { type: 'phone-number' }),
    ];
    const { ids, blocks } = order(records, { by: 'type' });
    expect(ids).toEqual(['p1', 'p2', 'o', 'n', 'v']);
    expect(blocks.map((b) => [b.start, b.of])).toEqual([
      [0, 'person'],
      [2, 'organisation'],
      [3, 'phone-number'],
      [4, 'vessel'],
    ]);
  });

  it('stand by the pseudonym of whoever is protected, never by the name', () => {
    const records = [
      entity('m', 'Aaa, whom nobody may know', { status: 'migrant', pseudonym: 'M-01' }),
      entity('b', 'Bora'),
      entity('z', 'Zed'),
    ];
    expect(order(records, { by: 'name' }).ids).toEqual(['b', 'm', 'z']);
  });

  it('stand by how many others each is associated with, equals by name', () => {
    const records = [...people, link('c', 'a'), link('c', 'b')];
    expect(order(records, { by: 'associated' }).ids).toEqual(['c', 'b', 'a']);
  });

  it('stand by a result: the highest first, whoever has no value at the end behind a line', () => {
    const of = new Map([
      ['a', 0],
      ['c', 12.5],
      ['b', Number.NaN],
    ]);
    const { ids, blocks } = order(people, { by: 'value', of });
    expect(ids).toEqual(['c', 'a', 'b']);
    expect(blocks.map((b) => b.start)).toEqual([0, 2]);
    expect(blocks.at(-1)?.of).toBeUndefined();
  });

  it('stand in blocks of groups, whoever is in none at the end', () => {
    const of = new Map([
      ['a', 1],
      ['c', 0],
    ]);
    const { ids, blocks } = order(people, { by: 'group', of });
    expect(ids).toEqual(['c', 'a', 'b']);
    expect(blocks.map((b) => b.of)).toEqual([0, 1, undefined]);
  });

  it('are the same, sorted in pieces, as in one', () => {
    const chance = seeded(7);
    const many = Array.from({ length: 3000 }, (_, i) => entity(`e${i}`, `N${Math.floor(chance() * 900)}`));
    const { ids } = order(many, { by: 'name' });
    const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    const plain = [...many].sort((a, b) => collator.compare(a.label, b.label) || (a.id < b.id ? -1 : 1));
    expect(ids).toEqual(plain.map((e) => e.id));
  });

  it('an empty case has none', () => {
    expect(order([], { by: 'type' })).toEqual({ ids: [], blocks: [] });
  });
});
