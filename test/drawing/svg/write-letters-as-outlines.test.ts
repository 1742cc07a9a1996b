import { expect, it } from 'vitest';
import { drawOutlinedSvg } from '#drawing/drawing-tasks';
import { outlinedScene } from '#drawing/pdf/outlined-scene';
import { type Point, pathSegments } from '#drawing/pdf/path-data';
import { loadShaper } from '#drawing/pdf/shaper';
import type { PathShape, Shape } from '#drawing/scene/scene';
import { line, page, woffBytes } from '../pdf/sheet.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';

const names = ['SOK Dara', 'ខ្មែរ', 'สมชาย', 'ສົມສັກ', 'ကိုအောင်', 'Nguyễn'];
const scene = page(...names.map((name, i) => line(name, 10 + 10 * i)));

const all = (e: XmlElement): XmlElement[] => [e, ...e.children.flatMap((c) => (typeof c === 'string' ? [] : all(c)))];

it('an SVG in outlines has a shape for each text, and neither text nor font', async () => {
  const outcome = await drawOutlinedSvg(scene, woffBytes([scene]));
  if ('failure' in outcome) throw new Error(outcome.failure);
  const elements = all(parseXml(outcome.svg));
  expect(elements.filter((e) => e.tag === 'path')).toHaveLength(names.length);
  expect(elements.some((e) => e.tag === 'text' || e.tag === 'style')).toBe(false);
  for (const name of names) expect(outcome.svg).not.toContain(name);
});

it('the outlines stand where the text stood, as wide and as high', async () => {
  const shaper = await loadShaper();
  const box = (shape: Shape) => {
    const points = pathSegments((shape as PathShape).d).flatMap((s): Point[] => (s.kind === 'close' ? [] : [s.to]));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  const outlined = (shape: Shape) => {
    const sheet = page(shape);
    return box(outlinedScene(sheet, woffBytes([sheet]), shaper).layers[0]!.shapes[0]!);
  };
  const text = { ...line('HHH', 50, { size: 10 }), x: 50 } as Extract<Shape, { kind: 'text' }>;
  const start = outlined({ ...text, anchor: 'start' });
  // Capitals stand on the baseline; Noto Sans has them 0.714 of the size high.
  expect(start.bottom).toBeCloseTo(50, 2);
  expect(start.top).toBeCloseTo(50 - 7.14, 2);
  const width = start.right - start.left;
  const middle = outlined({ ...text, anchor: 'middle' });
  expect((middle.left + middle.right) / 2).toBeCloseTo(50, 1);
  expect(outlined({ ...text, anchor: 'end' }).right).toBeLessThan(50);
  expect(outlined({ ...text, size: 20 }).right - 50).toBeCloseTo(2 * (start.right - 50), 1);
  expect(width).toBeGreaterThan(15);
  // Turned, it reads upwards from where it stood: as high as it was wide, its letters' feet to the right.
  const turned = outlined({ ...text, anchor: 'start', turned: true });
  expect(turned.right).toBeCloseTo(50, 2);
  expect(turned.left).toBeCloseTo(50 - 7.14, 2);
  expect(turned.bottom - turned.top).toBeCloseTo(width, 1);
  expect(turned.bottom).toBeLessThanOrEqual(50);
});
