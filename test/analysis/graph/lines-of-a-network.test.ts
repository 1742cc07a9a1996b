import { describe, expect, it, test } from 'vitest';
import { subNetwork } from '#analysis/graph/network';
import { packCase } from '#analysis/graph/pack-case';
import { seededRandom } from '#analysis/graph/seeded-random';
import { packTwoMode, type TwoMode } from '#analysis/graph/two-mode';
import type { Entity } from '#domain/entity/entity';
import type { Direction, Link } from '#domain/link/link';

const entity = (id: string, type: Entity['type'] = 'person'): Entity => ({ id, kind: 'entity', type, label: id });
const link = (id: string, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id,
  kind: 'link',
  type: 'called',
  from,
  to,
  direction: 'forward',
  strength: 'confirmed',
  ...more,
});
const entities = ['ann', 'bo', 'cy'].map((id) => entity(id));
const day = (text: string, extent?: 'lasted' | 'within') => ({
  earliest: text,
  latest: text,
  ...(extent && { extent }),
});

const links = [
  link('1', 'ann', 'bo', { span: day('2026-03-01'), count: 3 }),
  link('2', 'bo', 'ann', { direction: 'back', type: 'paid', strength: 'tentative' }),
  link('3', 'bo', 'cy', { direction: 'none', strength: 'unconfirmed', span: day('2026-03-02', 'lasted') }),
  link('4', 'cy', 'cy'),
];
const records = {
  entities,
  links,
  zone: 'UTC',
  sourcesOf: (l: Link) => (l.id === '1' ? ['report', 'bill'] : l.id === '3' ? ['report'] : []),
};
const pack = (direction: 'ignore' | 'out' | 'in') =>
  packCase(
    records,
    { kind: 'case' },
    { direction, weights: 'count' },
    {
      rows: true,
      times: true,
      groupings: new Map([['town', (id: string) => ({ ann: 'Ranong', bo: 'Satun', cy: undefined })[id]]]),
    },
  );

describe('the lines of a network', () => {
  it('say their kind, proof, sources and times, and which edge they became', () => {
    const { graph, linkIds, layers, sourceIds } = pack('out');
    const rows = graph.rows!;
    expect(linkIds).toEqual(['1', '2', '3', '4']);
    expect([...rows.source].map((s, r) => [s, rows.target[r]])).toEqual([
      [0, 1],
      [0, 1],
      [1, 2],
      [2, 2],
    ]);
    expect([...rows.arrow]).toEqual([1, 1, 0, 1]);
    expect([...rows.weight]).toEqual([3, 1, 1, 1]);
    expect([...rows.layer].map((k) => layers[k])).toEqual(['called', 'paid', 'called', 'called']);
    expect([...rows.proof]).toEqual([0, 2, 1, 0]);
    expect([...rows.edge].map((e) => (e < 0 ? null : [graph.source[e], graph.target[e]]))).toEqual([
      [0, 1],
      [0, 1],
      [1, 2],
      null,
    ]);
    const sources = (r: number) =>
      [...rows.sources.subarray(rows.sourceOffsets[r]!, rows.sourceOffsets[r + 1]!)].map((s) => sourceIds[s]);
    expect([0, 1, 2, 3].map(sources)).toEqual([['report', 'bill'], [], ['report'], []]);
    const first = Date.UTC(2026, 2, 1);
    expect([rows.begin[0], rows.end[0], rows.lasted[0]]).toEqual([first, first + 86_400_000, 0]);
    expect([rows.begin[1], rows.sureBegin[0]]).toEqual([Number.NaN, Number.NaN]);
    expect([rows.sureBegin[2], rows.sureEnd[2], rows.lasted[2]]).toEqual([
      first + 86_400_000,
      first + 2 * 86_400_000,
      1,
    ]);
    // A line without an arrow makes two arcs, and is one line.
    expect(graph).toMatchObject({ edgeCount: 3, loopRows: 1, parallelRows: 1 });
  });

  it('are turned where arrows are read the other way round', () => {
    const rows = pack('in').graph.rows!;
    expect([...rows.source].map((s, r) => [s, rows.target[r]])).toEqual([
      [1, 0],
      [1, 0],
      [2, 1],
      [2, 2],
    ]);
  });

  it('come with the attributes that sort the nodes; what nobody stated is in no group', () => {
    const { graph, groupingWords } = pack('ignore');
    const town = graph.groupings!.get('town')!;
    expect([...town.of]).toEqual([0, 1, -1]);
    expect(groupingWords.get('town')).toEqual(['Ranong', 'Satun']);
  });

  it('can be taken away: what is left is packed as if the others had never been there', () => {
    const chance = seededRandom(7);
    const directions: Direction[] = ['none', 'forward', 'back', 'both'];
    for (let round = 0; round < 60; round++) {
      const many = Array.from({ length: 12 }, (_, i) =>
        link(`${i}`, entities[Math.floor(chance() * 3)]!.id, entities[Math.floor(chance() * 3)]!.id, {
          direction: directions[Math.floor(chance() * 4)]!,
          count: 1 + Math.floor(chance() * 4),
        }),
      );
      const kept = new Set(many.filter(() => chance() < 0.6).map((l) => l.id));
      for (const direction of ['ignore', 'out', 'in'] as const) {
        const options = { direction, weights: 'count' as const };
        const whole = packCase({ entities, links: many }, { kind: 'case' }, options, { rows: true });
        const cut = subNetwork(whole.graph, (r) => kept.has(whole.linkIds[r]!));
        const there = packCase({ entities, links: many.filter((l) => kept.has(l.id)) }, { kind: 'case' }, options, {
          rows: true,
        });
        // Numbers of layers and sources stay those of the whole.
        expect({ ...cut, rows: { ...cut.rows, layer: [] } }).toEqual({
          ...there.graph,
          rows: { ...there.graph.rows, layer: [] },
        });
      }
    }
  });
});

test('amounts are added in one currency; links without it are left out and counted', () => {
  const paid = [
    link('a', 'ann', 'bo', {
      amounts: [
        { amount: '100.50', currency: 'THB' },
        { amount: '20', currency: 'USD' },
      ],
    }),
    link('b', 'bo', 'cy', { amounts: [{ amount: '5', currency: 'USD' }] }),
    link('c', 'ann', 'cy', { amounts: [{ amount: '0', currency: 'THB' }] }),
    link('d', 'ann', 'bo', { amounts: [{ amount: '9.50', currency: 'THB' }] }),
  ];
  const packed = packCase(
    { entities, links: paid },
    { kind: 'case' },
    { direction: 'ignore', weights: 'amount', currency: 'THB' },
  );
  expect([...packed.graph.weight!]).toEqual([110]);
  expect(packed.unweighedLeftOut).toBe(2);
  const strong = packCase({ entities, links }, { kind: 'case' }, { direction: 'ignore', weights: 'strength' });
  expect(strong.graph.weight![0]).toBeCloseTo(0.95 + 0.4, 12);
});

describe('two kinds of things', () => {
  const people = ['ann', 'bo', 'cy', 'di'].map((id) => entity(id));
  const all = [...people, entity('raid', 'event'), entity('feast', 'event')];
  const there = [
    link('1', 'ann', 'raid'),
    link('2', 'raid', 'bo', { strength: 'tentative' }),
    link('3', 'bo', 'raid'),
    link('4', 'ann', 'feast'),
    link('5', 'bo', 'feast'),
    link('6', 'cy', 'feast', { strength: 'unconfirmed' }),
    link('7', 'ann', 'bo'),
  ];
  const of = (as: TwoMode['as']) => {
    const made = packTwoMode(
      // Iterators, as a case gives them: they can be gone through once.
      { entities: all.values(), links: there.values(), sourcesOf: (l) => [`s${l.id}`] },
      { kind: 'case' },
      { of: 'person', through: 'event', as },
      { rows: true },
    );
    if ('failure' in made) throw new Error(made.failure);
    return made.packed;
  };
  const edges = (as: TwoMode['as']) => {
    const { graph, ids } = of(as);
    return [...graph.source].map((s, e) => [ids[s], ids[graph.target[e]!], graph.weight?.[e]]);
  };

  it('are one graph of both, without the links within a kind', () => {
    expect(of('both').ids).toEqual(['ann', 'bo', 'cy', 'di', 'raid', 'feast']);
    expect(of('both')).toMatchObject({ linksLeftOut: 1, graph: { edgeCount: 5, parallelRows: 1 } });
  });

  it('or the first kind, linked by how many they share', () => {
    expect(edges('shared')).toEqual([
      ['ann', 'bo', 2],
      ['ann', 'cy', 1],
      ['bo', 'cy', 1],
    ]);
    expect(of('shared').ids).toContain('di');
  });

  it('or by Newman, where a meeting of few counts more than a feast of many', () => {
    expect(edges('newman')).toEqual([
      ['ann', 'bo', 1.5],
      ['ann', 'cy', 0.5],
      ['bo', 'cy', 0.5],
    ]);
  });

  it('each shared one is as sure as the weaker of its two links, and rests on the sources of both', () => {
    const { graph, sourceIds } = of('shared');
    const rows = graph.rows!;
    // Bo's presence at the raid is confirmed by another line, so the tentative one does not count.
    expect([...rows.proof]).toEqual([0, 0, 1, 1]);
    const sources = (r: number) =>
      [...rows.sources.subarray(rows.sourceOffsets[r]!, rows.sourceOffsets[r + 1]!)].map((s) => sourceIds[s]);
    expect(sources(0)).toEqual(['s1', 's3']);
  });

  it('are refused where the pairs would fill the memory', () => {
    const crowd = Array.from({ length: 3000 }, (_, i) => entity(`p${i}`));
    const made = packTwoMode(
      { entities: [...crowd, entity('rally', 'event')], links: crowd.map((p, i) => link(`l${i}`, p.id, 'rally')) },
      { kind: 'case' },
      { of: 'person', through: 'event', as: 'shared' },
    );
    expect(made).toEqual({ failure: 'projection-too-large' });
  });
});
