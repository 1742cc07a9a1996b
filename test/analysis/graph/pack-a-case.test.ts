import { describe, expect, it } from 'vitest';
import { componentsOf } from '#analysis/graph/components';
import { graphContent } from '#analysis/graph/graph-content';
import { packCase, type Scope } from '#analysis/graph/pack-case';
import { packGraph } from '#analysis/graph/packed-graph';
import { packTwoMode } from '#analysis/graph/two-mode';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';

const entity = (id: string, type: Entity['type'] = 'person'): Entity => ({ id, kind: 'entity', type, label: id });
const link = (id: string, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id,
  kind: 'link',
  type: 'called',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  ...more,
});

const records = {
  entities: [entity('ann'), entity('raid', 'event'), entity('bo'), entity('cy'), entity('di')],
  links: [
    link('1', 'ann', 'bo', { direction: 'forward', count: 3 }),
    link('2', 'bo', 'ann', { direction: 'forward' }),
    link('3', 'ann', 'raid'),
    link('4', 'cy', 'bo', { direction: 'back', count: 5 }),
    link('5', 'cy', 'cy'),
    link('6', 'cy', 'di', { direction: 'both' }),
  ],
};
const whole: Scope = { kind: 'case' };
const edges = (g: { source: Int32Array; target: Int32Array; weight: Float64Array | null }) =>
  [...g.source].map((s, e) => [s, g.target[e], ...(g.weight ? [g.weight[e]] : [])]);

describe('packing a case', () => {
  it('takes persons and things, leaves events out and says so, merges parallel links and drops loops', () => {
    const packed = packCase(records, whole, { direction: 'ignore', weights: 'count' });
    expect(packed.ids).toEqual(['ann', 'bo', 'cy', 'di']);
    expect(edges(packed.graph)).toEqual([
      [0, 1, 4],
      [1, 2, 5],
      [2, 3, 1],
    ]);
    expect(packed).toMatchObject({ eventsLeftOut: 1, linksLeftOut: 1 });
    expect(packed.graph).toMatchObject({ loopRows: 1, parallelRows: 1 });
  });

  it('takes events in when asked', () => {
    const packed = packCase(records, { kind: 'case', events: true }, { direction: 'ignore', weights: 'none' });
    expect(packed.ids).toContain('raid');
    expect(packed).toMatchObject({ eventsLeftOut: 0, linksLeftOut: 0 });
    expect(packed.graph.weight).toBeNull();
  });

  it('turns back links round and lets undirected and two-way links run both ways', () => {
    const { graph } = packCase(records, whole, { direction: 'out', weights: 'count' });
    expect(edges(graph)).toEqual([
      [0, 1, 3],
      [1, 0, 1],
      [1, 2, 5],
      [2, 3, 1],
      [3, 2, 1],
    ]);
    expect(graph.loopRows).toBe(1);
  });

  it('takes no link for contact that says two may be one, counts it, and takes it in where it is asked how things hang together', () => {
    const twins = [...records.links, link('7', 'ann', 'di', { type: 'possibly-same-as', strength: 'tentative' })];
    const more = { ...records, links: twins };
    const options = { direction: 'ignore', weights: 'none' } as const;
    const plain = packCase(records, whole, options);
    const packed = packCase(more, whole, options, { rows: true });
    expect(edges(packed.graph)).toEqual(edges(plain.graph));
    expect(packed).toMatchObject({ identityLeftOut: 1, linksLeftOut: 1 });
    expect(packed.linkIds).not.toContain('7');
    expect(graphContent(more, whole, options)).toBe(graphContent(records, whole, options));
    const together = packCase(more, whole, { ...options, identity: 'counted' });
    expect(edges(together.graph)).toContainEqual([0, 3]);
    expect(together.identityLeftOut).toBe(0);
    expect(graphContent(more, whole, { ...options, identity: 'counted' })).not.toBe(graphContent(more, whole, options));
    const modes = packTwoMode(
      { entities: [entity('p'), entity('q', 'organisation')], links: [link('1', 'p', 'q', { type: 'same-as' })] },
      whole,
      { of: 'person', through: 'organisation', as: 'both' },
    );
    expect(modes).toMatchObject({ packed: { identityLeftOut: 1, graph: { edgeCount: 0 } } });
  });

  it('keeps to a selection of entities and to filtered links', () => {
    const selection: Scope = { kind: 'selection', entities: new Set(['ann', 'bo', 'raid']) };
    const packed = packCase(records, selection, { direction: 'ignore', weights: 'none' });
    expect(packed.ids).toEqual(['ann', 'bo']);
    expect(packed.graph.edgeCount).toBe(1);
    expect(packed).toMatchObject({ eventsLeftOut: 1, linksLeftOut: 4 });
    const filtered: Scope = { kind: 'filtered', links: new Set(['4']) };
    expect(edges(packCase(records, filtered, { direction: 'ignore', weights: 'none' }).graph)).toEqual([[1, 2]]);
  });
});

describe('a packed graph', () => {
  it('lists neighbours in rows, ascending, with the weights of both directions added', () => {
    const graph = packGraph({
      nodeCount: 4,
      source: [2, 0, 2, 1],
      target: [0, 2, 1, 2],
      weight: [1, 2, 4, 8],
      directed: true,
    });
    const row = (rows: typeof graph.out, i: number) =>
      [...rows.targets.slice(rows.offsets[i], rows.offsets[i + 1])].map((t, k) => [
        t,
        rows.weights![rows.offsets[i]! + k],
      ]);
    expect(row(graph.out, 2)).toEqual([
      [0, 1],
      [1, 4],
    ]);
    expect(row(graph.in, 2)).toEqual([
      [0, 2],
      [1, 8],
    ]);
    expect(row(graph.both, 2)).toEqual([
      [0, 3],
      [1, 12],
    ]);
    expect(row(graph.both, 3)).toEqual([]);
  });

  it('refuses rows it cannot hold', () => {
    expect(() => packGraph({ nodeCount: 1, source: [0], target: [1] })).toThrow(RangeError);
    for (const w of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => packGraph({ nodeCount: 2, source: [0], target: [1], weight: [w] })).toThrow(RangeError);
  });

  it('merges 10,000 parallel links into one', () => {
    const many = new Array<number>(10_000);
    const graph = packGraph({
      nodeCount: 2,
      source: many.fill(0),
      target: [...many].fill(1),
      weight: [...many].fill(0.5),
    });
    expect(graph).toMatchObject({ edgeCount: 1, parallelRows: 9999 });
    expect(graph.weight![0]).toBe(5000);
  });

  it('takes less than 300 bytes a link', () => {
    const n = 1000;
    const source = Array.from({ length: 4000 }, (_, e) => e % n);
    const target = source.map((s, e) => (s + 1 + Math.floor(e / n)) % n);
    const graph = packGraph({ nodeCount: n, source, target, weight: source.map(() => 1), directed: true });
    let bytes = graph.source.byteLength + graph.target.byteLength + graph.weight!.byteLength;
    for (const rows of [graph.both, graph.out, graph.in])
      bytes += rows.offsets.byteLength + rows.targets.byteLength + rows.weights!.byteLength;
    expect(bytes / graph.edgeCount).toBeLessThan(300);
  });

  it('numbers components by falling size', () => {
    const graph = packGraph({ nodeCount: 6, source: [1, 3, 4], target: [2, 4, 5] });
    const { of, sizes } = componentsOf(graph);
    expect([...sizes]).toEqual([3, 2, 1]);
    expect([...of]).toEqual([2, 1, 1, 0, 0, 0]);
  });
});
