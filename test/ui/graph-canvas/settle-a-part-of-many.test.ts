import { expect, it, vi } from 'vitest';
import type { CanvasEdge, CanvasNode } from '../../../src/ui/graph-canvas/canvas-types.ts';
import { settleApart } from '../../../src/ui/graph-canvas/live-settle.ts';
import { PlainScene } from '../../../src/ui/graph-canvas/plain-scene.ts';

vi.stubGlobal('window', { matchMedia: () => ({ matches: true }) });

const node = (id: string, x: number, y: number, pinned = false) =>
  ({ id, x, y, ink: '#000', data: { diameter: 36, pinned } }) as unknown as CanvasNode;
const edge = (source: string, target: string) =>
  ({ id: source + target, source, target, strength: 'confirmed', width: 1, links: [] }) as unknown as CanvasEdge;
const scene = new PlainScene(
  [node('a', 0, 0), node('b', 4, 0), node('pinned', 8, 0, true), node('beside', 200, 0), node('far', 900, 900)],
  [edge('a', 'b'), edge('a', 'pinned'), edge('b', 'beside'), edge('beside', 'far')],
);

it('what lies on each other comes apart; what is pinned or was not chosen is not moved', async () => {
  const settled = await settleApart(scene, ['a', 'b', 'pinned'], new AbortController().signal);
  expect(settled.map((item) => item.id).sort()).toEqual(['a', 'b']);
  const [a, b] = [settled.find((i) => i.id === 'a')!, settled.find((i) => i.id === 'b')!];
  for (const item of settled) for (const at of [item.x, item.y]) expect(Number.isInteger(at)).toBe(true);
  for (const [p, q] of [
    [a, b],
    [a, { x: 8, y: 0 }],
    [b, { x: 200, y: 0 }],
  ] as const)
    expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(36);
});

it('moves nothing when it is called off before it began', async () => {
  const stop = new AbortController();
  stop.abort();
  expect(await settleApart(scene, ['a', 'b'], stop.signal)).toEqual([]);
});
