import { describe, expect, it } from 'vitest';
import { type PathSegment, type Point, pathSegments } from '#drawing/pdf/path-data';

const close = ([x, y]: Point, [a, b]: Point): void => {
  expect(x).toBeCloseTo(a, 6);
  expect(y).toBeCloseTo(b, 6);
};

/** Points along the curves of a path, to compare with what the shape should be. */
function along(segments: readonly PathSegment[]): Point[] {
  const out: Point[] = [];
  let at: Point = [0, 0];
  for (const s of segments) {
    if (s.kind === 'close') continue;
    if (s.kind === 'curve') {
      for (let i = 1; i <= 10; i++) {
        const t = i / 10;
        const mix = (k: 0 | 1) =>
          (1 - t) ** 3 * at[k] + 3 * (1 - t) ** 2 * t * s.c1[k] + 3 * (1 - t) * t * t * s.c2[k] + t ** 3 * s.to[k];
        out.push([mix(0), mix(1)]);
      }
    }
    at = s.to;
  }
  return out;
}

describe('path data', () => {
  it('is read in every way it may be written', () => {
    expect(pathSegments('M1 2L3 4')).toEqual(pathSegments('m1,2 2,2'));
    expect(pathSegments('M-2 2 2-2M0 8 8 0')).toEqual([
      { kind: 'move', to: [-2, 2] },
      { kind: 'line', to: [2, -2] },
      { kind: 'move', to: [0, 8] },
      { kind: 'line', to: [8, 0] },
    ]);
    expect(pathSegments('M1 1h2v3H0V.5-1z')).toEqual([
      { kind: 'move', to: [1, 1] },
      { kind: 'line', to: [3, 1] },
      { kind: 'line', to: [3, 4] },
      { kind: 'line', to: [0, 4] },
      { kind: 'line', to: [0, 0.5] },
      { kind: 'line', to: [0, -1] },
      { kind: 'close' },
    ]);
    // After closing, relative commands start from where the shape began.
    expect(pathSegments('M5 5h2zl1 1').at(-1)).toEqual({ kind: 'line', to: [6, 6] });
    expect(pathSegments('M1e1 2.5.5')).toEqual(pathSegments('M10 2.5'));
  });

  it('continues a smooth curve from the one before, and only from its own kind', () => {
    expect(pathSegments('M0 0C0 1 2 3 4 4S7 8 9 9').at(-1)).toEqual({
      kind: 'curve',
      c1: [6, 5],
      c2: [7, 8],
      to: [9, 9],
    });
    expect(pathSegments('M0 0L4 4S7 8 9 9').at(-1)).toEqual({ kind: 'curve', c1: [4, 4], c2: [7, 8], to: [9, 9] });
    expect(pathSegments('M0 0c0 1 2 3 4 4s3 4 5 5')).toEqual(pathSegments('M0 0C0 1 2 3 4 4S7 8 9 9'));
    expect(pathSegments('M0 0Q3 3 6 0T12 0')).toEqual(pathSegments('M0 0Q3 3 6 0Q9-3 12 0'));
  });

  it('draws arcs on their circle, each way round, with flags that touch their neighbours', () => {
    for (const d of ['M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z', 'M-5 0a5 5 0 1110 0', 'M-5 0A5 5 0 01 0-5']) {
      const points = along(pathSegments(d));
      expect(points.length).toBeGreaterThan(5);
      for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(5, 2);
    }
    const small = along(pathSegments('M0 0A5 5 0 0 1 5 5'));
    const large = along(pathSegments('M0 0A5 5 0 1 1 5 5'));
    expect(Math.max(...small.map(([x]) => x))).toBeCloseTo(5, 2);
    expect(Math.max(...large.map(([x]) => x))).toBeCloseTo(10, 1);
    // Too small a radius grows until it fits.
    const grown = pathSegments('M0 0A1 1 0 0 1 10 0').at(-1)!;
    close((grown as { to: Point }).to, [10, 0]);
  });
});
