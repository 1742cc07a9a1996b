import { describe, expect, it } from 'vitest';
import type { CanvasEdge, CanvasNode } from '../../../src/ui/graph-canvas/canvas-types.ts';
import { PlainScene, seenOf } from '../../../src/ui/graph-canvas/plain-scene.ts';

const node = (id: string, x: number, y: number): CanvasNode => ({
  id,
  x,
  y,
  ink: '#000',
  get data(): never {
    throw new Error('nobody came close');
  },
});
const edge = (id: string, source: string, target: string, more: Partial<CanvasEdge> = {}): CanvasEdge => ({
  id,
  source,
  target,
  strength: 'confirmed',
  width: 1.25,
  parallel: false,
  links: [id],
  get data(): never {
    throw new Error('nobody came close');
  },
  ...more,
});

describe('a chart of many as flat arrays', () => {
  const scene = new PlainScene(
    [node('a', 0, 0), node('b', 100, 0), node('c', 0, 200)],
    [edge('ab', 'a', 'b'), edge('ac', 'a', 'c', { width: 3 }), edge('gone', 'a', 'nobody')],
  );

  it('leaves out a line whose end is not there, and reads no look of any item', () => {
    expect(scene.edges.map((e) => e.id)).toEqual(['ab', 'ac']);
    expect([...scene.degree]).toEqual([2, 1, 1]);
    expect([...scene.byDegree]).toEqual([0, 1, 2]);
    expect([...scene.byWidth]).toEqual([1, 0]);
  });
  it('finds the nearest item within its radius and reach, and nothing beyond', () => {
    expect(scene.nodeAt({ x: 10, y: 0 }, () => 14, 0)).toBe(0);
    expect(scene.nodeAt({ x: 20, y: 0 }, () => 14, 4)).toBeNull();
    expect(scene.nodeAt({ x: 82, y: 0 }, () => 14, 4)).toBe(1);
  });
  it('finds a line by its distance, not by its box', () => {
    expect(scene.edgeAt({ x: 50, y: 3 }, 5)).toBe(0);
    expect(scene.edgeAt({ x: 50, y: 8 }, 5)).toBeNull();
    expect(scene.edgeAt({ x: 3, y: 100 }, 5)).toBe(1);
    expect(scene.edgeAt({ x: 130, y: 0 }, 5)).toBeNull();
  });
  it('bends lines of the same two ends apart, whichever way they run', () => {
    const three = new PlainScene(
      [node('a', 0, 0), node('b', 100, 0)],
      [
        edge('1', 'a', 'b', { parallel: true }),
        edge('2', 'b', 'a', { parallel: true }),
        edge('3', 'a', 'b', { parallel: true }),
      ],
    );
    const middles = [0, 1, 2].map((e) => three.middle(e).y).sort((a, b) => a - b);
    expect(middles).toEqual([-28, 0, 28]);
    expect(three.edgeAt({ x: 50, y: 28 }, 4)).toBe(2);
  });
  it('draws a line back to its own item as a loop one can point at', () => {
    const loop = new PlainScene([node('a', 0, 0)], [edge('aa', 'a', 'a')]);
    expect([...loop.degree]).toEqual([1]);
    expect(loop.edgeAt({ x: -28, y: -14 }, 2)).toBe(0);
    expect(loop.edgeAt({ x: 14, y: 14 }, 2)).toBeNull();
  });
  it('knows what lies in a box and which lines touch an item', () => {
    expect(scene.nodesIn({ x1: -1, y1: -1, x2: 100, y2: 1 })).toEqual([0, 1]);
    expect(scene.linesOf(new Set([1]))).toEqual([0]);
    expect(scene.bounds(['b'])).toMatchObject({ x1: 60, x2: 140 });
    expect(new PlainScene([], []).bounds()).toBeNull();
  });
  it('sees what the view shows, in chart units', () => {
    expect(seenOf({ zoom: 2, pan: { x: 10, y: -6 } }, 100, 50)).toEqual({ x1: -5, y1: 3, x2: 45, y2: 28 });
  });
});

describe('a chart of many that was filtered, or edited', () => {
  const nodes = Array.from({ length: 40 }, (_, i) => node(`n${i}`, i, 2 * i));
  const all = Array.from({ length: 900 }, (_, i) =>
    edge(`e${i}`, `n${(i * 7) % 40}`, `n${(i * 11 + 3) % 40}`, {
      width: i % 5 ? 1.25 : 3,
      parallel: i % 6 === 0,
      greyed: i % 50 === 0,
    }),
  );
  const flat = (s: PlainScene) => ({
    ids: s.edges.map((e) => e.id),
    ends: s.edges.map((_, e) => [s.from[e], s.to[e], s.bow[e]]),
    styles: s.edges.map((_, e) => s.lineStyles[s.lineStyle[e]!]),
    degree: [...s.degree],
    byDegree: [...s.byDegree],
  });
  const same = (lists: readonly (readonly CanvasEdge[])[]) => {
    let scene = new PlainScene(nodes, lists[0]!);
    for (const list of lists.slice(1)) {
      scene = new PlainScene(nodes, list, scene);
      expect(flat(scene)).toEqual(flat(new PlainScene(nodes, list)));
    }
    return scene;
  };

  it('is the same as one made anew: some lines gone, back, others in their place', () => {
    const greyed = all.map((e, i) => (i % 3 ? e : edge(e.id, e.source, e.target, { greyed: true })));
    same([all, all.filter((_, i) => i % 3 > 0), all, greyed, all.slice(200), all, [...all].reverse(), all]);
  });
  it('keeps no place of another chart: items that are others are read again', () => {
    const before = new PlainScene(nodes, all);
    const moved = nodes.map((n) => node(n.id, n.x + 500, n.y));
    expect([...new PlainScene(moved, all, before).x]).toEqual(moved.map((n) => n.x));
  });
  it('puts the most linked first, equal ones as they came', () => {
    const { degree, byDegree } = same([all]);
    const sorted = [...degree.keys()].sort((a, b) => degree[b]! - degree[a]! || a - b);
    expect([...byDegree]).toEqual(sorted);
  });
});
