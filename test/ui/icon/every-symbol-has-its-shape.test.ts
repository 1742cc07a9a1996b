import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { icons } from '#drawing/icons/icon-data';
import { shapes } from '#ui/icon/index';

const sprite = readFileSync(new URL('../../../public/icons/sprite.svg', import.meta.url), 'utf8');

test('every symbol of the sprite can be drawn by the interface', () => {
  const ids = [...sprite.matchAll(/<symbol id="(?:ui-)?([^"]+)"/g)].map((m) => m[1]);
  expect(ids.length).toBeGreaterThan(40);
  for (const id of ids) expect(Object.keys(shapes)).toContain(id);
});

test('every symbol of the chart has its like in the interface', () => {
  for (const id of Object.keys(icons)) expect(Object.keys(shapes)).toContain(id);
});

test('every shape is path data within its box', () => {
  for (const [name, paths] of Object.entries(shapes))
    for (const { d } of paths) {
      expect(d, name).toMatch(/^[Mm][\d\s.,\-a-zA-Z]+$/);
      for (const [number] of d.matchAll(/-?\d*\.?\d+/g)) expect(Math.abs(Number(number)), name).toBeLessThanOrEqual(24);
    }
});
