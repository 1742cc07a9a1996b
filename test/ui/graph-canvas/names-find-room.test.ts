import { describe, expect, it } from 'vitest';
import type { CanvasEdge, CanvasLook, CanvasNode } from '../../../src/ui/graph-canvas/canvas-types.ts';
import type { Marked } from '../../../src/ui/graph-canvas/marked.ts';
import { PlainNames } from '../../../src/ui/graph-canvas/plain-names.ts';
import type { PaintOptions } from '../../../src/ui/graph-canvas/plain-painter.ts';
import { PlainScene } from '../../../src/ui/graph-canvas/plain-scene.ts';

interface Written {
  readonly text: string;
  readonly bold: boolean;
  readonly box: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
}

/** A context that notes what is written where; every letter is half as wide as its size. */
function sheet(): { readonly c: CanvasRenderingContext2D; readonly written: Written[] } {
  const written: Written[] = [];
  const c = {
    font: '',
    globalAlpha: 1,
    measureText: (text: string) => ({ width: text.length * 5 }),
    strokeText: () => undefined,
    fillText(text: string, x: number, y: number) {
      const [weight, size] = this.font.split(/[ p]/).map(Number) as [number, number];
      const half = (text.length * size) / 4;
      written.push({ text, bold: weight === 600, box: { x1: x - half, x2: x + half, y1: y, y2: y + size } });
    },
  };
  return { c: c as unknown as CanvasRenderingContext2D, written };
}

const item = (id: string, x: number, y: number, greyed = false): CanvasNode =>
  ({
    id,
    x,
    y,
    ink: '#000',
    greyed,
    data: { label: `Name ${id}`, diameter: 28, labelPlace: 'below', textColour: '#000' },
  }) as unknown as CanvasNode;
const line = (source: string, target: string): CanvasEdge =>
  ({
    id: `${source}-${target}`,
    source,
    target,
    strength: 'confirmed',
    width: 1.25,
    parallel: false,
    links: [`${source}-${target}`],
    data: { label: 'called' },
  }) as unknown as CanvasEdge;
const look = { font: 'sans', canvas: '#fff', text: '#000', linkLabel: '#555', dotZoom: 0.35, labelZoom: 0.55 };
const options = (zoom: number): PaintOptions => ({
  view: { zoom, pan: { x: 200, y: 200 } },
  width: 800,
  height: 600,
  ratio: 1,
  look: look as unknown as CanvasLook,
  image: () => undefined,
});
const nobody: Marked = { nodes: new Set(), lines: [], near: new Set() };

/** Forty in a heap, 12 units apart, the first linked with all the others. */
const heap = Array.from({ length: 40 }, (_, i) => item(String(i), (i % 8) * 12, Math.floor(i / 8) * 12));
const scene = new PlainScene(
  heap,
  heap.slice(1).map((n) => line('0', n.id)),
);

function overlapping(written: readonly Written[]): number {
  let count = 0;
  for (const [i, a] of written.entries())
    for (const b of written.slice(i + 1))
      if (a.box.x1 < b.box.x2 && a.box.x2 > b.box.x1 && a.box.y1 < b.box.y2 && a.box.y2 > b.box.y1) count++;
  return count;
}
const names = (scene: PlainScene, zoom: number, marked = nobody): readonly Written[] => {
  const { c, written } = sheet();
  new PlainNames().paint(c, scene, options(zoom), marked);
  return written;
};

describe('names on a chart of many', () => {
  it('tells how many of the items seen have their name, what lies beyond the edge left out', () => {
    const { c, written } = sheet();
    const told = new PlainNames().paint(c, scene, options(1), nobody);
    expect(told.of).toBe(40);
    expect(told.shown).toBe(new Set(written.filter((w) => w.text !== 'called').map((w) => w.text)).size);
    expect(told.shown).toBeLessThan(40);
    // The heap lies at 200 to 284, 200 to 248: of an edge of 210 px only what is right of it and below is seen.
    const within = new PlainNames().paint(sheet().c, scene, options(1), nobody, { x: 210, y: 210 });
    expect(within.of).toBe(7 * 4);
    expect(within.shown).toBeLessThanOrEqual(within.of);
  });

  it.each([0.2, 0.4, 0.7, 1, 2])('never cover each other at a zoom of %f, and the most linked is named', (zoom) => {
    const written = names(scene, zoom);
    expect(written.length).toBeGreaterThan(0);
    expect(overlapping(written)).toBe(0);
    expect(written[0]!.text).toBe('Name 0');
  });

  it('are written at a size that can be read, however far out', () => {
    for (const { box } of names(scene, 0.2)) expect(box.y2 - box.y1).toBe(10);
  });

  it('stand above or beside an item where below there is no room', () => {
    const two = new PlainScene([item('a', 0, 0), item('b', 0, 40)], []);
    const [a, b] = names(two, 1);
    expect(names(two, 1)).toHaveLength(2);
    // The first has no room below it: the other's symbol stands there.
    expect(a!.box.y2).toBeLessThanOrEqual(200 - 14);
    expect(b!.box.y1).toBeGreaterThanOrEqual(240 + 14);
  });

  it('of all others stay when something is selected; the selected and those linked with it come first, in bold', () => {
    const apart = [0, 1, 2, 3].map((i) => item(String(i), i * 300, 0));
    const far = new PlainScene(apart, [line('0', '1')]);
    const written = names(far, 0.4, { nodes: new Set([0]), lines: [0], near: new Set([1]) });
    expect(written.filter((w) => w.bold).map((w) => w.text)).toEqual(['Name 0', 'called', 'Name 1']);
    expect(written.filter((w) => !w.bold).map((w) => w.text)).toEqual(['Name 2', 'Name 3']);
  });

  it('of the selected are written even where there is no room, those linked with them only where there is', () => {
    const marked: Marked = {
      nodes: new Set([5]),
      lines: [],
      near: new Set(heap.flatMap((_, i) => (i === 5 ? [] : [i]))),
    };
    const written = names(scene, 0.4, marked);
    expect(written[0]!.text).toBe('Name 5');
    expect(overlapping(written)).toBe(0);
    expect(written.length).toBeLessThan(40);
  });

  it('of very many selected do not cover each other, and none is written for who is out of view', () => {
    const many = Array.from({ length: 900 }, (_, i) => item(String(i), (i % 30) * 12, Math.floor(i / 30) * 12));
    const crowd = new PlainScene([...many, item('out', 90_000, 0)], []);
    for (const zoom of [0.4, 0.7]) {
      const written = names(crowd, zoom, { nodes: new Set(crowd.nodes.keys()), lines: [], near: new Set() });
      expect(written.length).toBeGreaterThan(5);
      expect(overlapping(written)).toBe(0);
      expect(written.every((w) => w.bold && w.text !== 'Name out')).toBe(true);
    }
    const few = names(crowd, 0.4, { nodes: new Set([0, 1, 2, 900]), lines: [], near: new Set() });
    expect(few.filter((w) => w.bold).map((w) => w.text)).toEqual(['Name 0', 'Name 1', 'Name 2']);
  });

  it('of what a filter greys are left out where not all are shown', () => {
    const pale = new PlainScene([item('a', 0, 0, true), item('b', 400, 0)], []);
    expect(names(pale, 0.4).map((w) => w.text)).toEqual(['Name b']);
    expect(names(pale, 1).map((w) => w.text)).toEqual(['Name a', 'Name b']);
  });
});
