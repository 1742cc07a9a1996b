import { describe, expect, it } from 'vitest';
import { FreePlaces } from '../../../src/views/link-chart/free-place.ts';

describe('room for a new item', () => {
  it('is where it was wanted when nothing stands there', () => {
    expect(new FreePlaces([]).near({ x: 10.4, y: -3.6 })).toEqual({ x: 10, y: -4 });
  });
  it('is beside what stands there, near and not upon it', () => {
    const place = new FreePlaces([{ x: 0, y: 0 }]).near({ x: 0, y: 0 });
    expect(Math.hypot(place.x / 1.5, place.y)).toBeGreaterThanOrEqual(84);
    expect(Math.hypot(place.x, place.y)).toBeLessThan(220);
  });
  it('keeps a hundred items off each other, in whole units', () => {
    const free = new FreePlaces([]);
    const places = Array.from({ length: 100 }, () => free.near({ x: 0, y: 0 }));
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) expect(Math.hypot((a.x - b.x) / 1.5, a.y - b.y)).toBeGreaterThanOrEqual(84);
    expect(places.every((p) => Number.isInteger(p.x) && Number.isInteger(p.y))).toBe(true);
  });
  it('never puts three in a row on one line, so that no link runs over a third item', () => {
    const free = new FreePlaces([]);
    const p = Array.from({ length: 12 }, () => free.near({ x: 0, y: 0 }));
    for (let i = 0; i < 12; i++)
      for (let j = i + 1; j < 12; j++)
        for (let k = j + 1; k < 12; k++) {
          const area = (p[j]!.x - p[i]!.x) * (p[k]!.y - p[i]!.y) - (p[k]!.x - p[i]!.x) * (p[j]!.y - p[i]!.y);
          expect(Math.abs(area)).toBeGreaterThan(0);
        }
  });
});
