export type PathSegment =
  | { readonly kind: 'move' | 'line'; readonly to: Point }
  | { readonly kind: 'curve'; readonly c1: Point; readonly c2: Point; readonly to: Point }
  | { readonly kind: 'close' };
export type Point = readonly [x: number, y: number];

/** How many numbers each command takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const TOKEN = /([MLHVCSQTAZ])|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/i;
const NUMBER = /^[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/i;
/** Flags of arcs are single digits and may stand without a space: "a1 1 0 01.5.5". */
const FLAG = /^[\s,]*([01])/;

/** SVG path data (SVG 2, 9.3) as lines and cubic curves with absolute points: all that PDF knows. */
export function pathSegments(d: string): readonly PathSegment[] {
  const out: PathSegment[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  /** Control point the next smooth curve reflects, and of which kind. */
  let smooth: { kind: 'C' | 'Q'; point: Point } | undefined;
  const line = (to: Point): void => {
    out.push({ kind: 'line', to });
    at = to;
  };
  const curve = (c1: Point, c2: Point, to: Point): void => {
    out.push({ kind: 'curve', c1, c2, to });
    at = to;
  };
  const quadratic = (c: Point, to: Point): void => {
    curve(mix(at, c, 2 / 3), mix(to, c, 2 / 3), to);
    smooth = { kind: 'Q', point: c };
  };
  for (const { command, numbers } of commands(d)) {
    const upper = command.toUpperCase();
    const [ox, oy] = command === upper ? [0, 0] : at;
    const p = (i: number): Point => [numbers[i]! + ox, numbers[i + 1]! + oy];
    const mirrored = (kind: 'C' | 'Q'): Point =>
      smooth?.kind === kind ? [2 * at[0] - smooth.point[0], 2 * at[1] - smooth.point[1]] : at;
    const before = smooth;
    switch (upper) {
      case 'M':
        at = start = p(0);
        out.push({ kind: 'move', to: at });
        break;
      case 'L':
        line(p(0));
        break;
      case 'H':
        line([numbers[0]! + ox, at[1]]);
        break;
      case 'V':
        line([at[0], numbers[0]! + oy]);
        break;
      case 'C':
        curve(p(0), p(2), p(4));
        smooth = { kind: 'C', point: p(2) };
        break;
      case 'S':
        curve(mirrored('C'), p(0), p(2));
        smooth = { kind: 'C', point: p(0) };
        break;
      case 'Q':
        quadratic(p(0), p(2));
        break;
      case 'T':
        quadratic(mirrored('Q'), p(0));
        break;
      case 'A':
        for (const [c1, c2, to] of arcCurves(at, numbers, p(5))) curve(c1, c2, to);
        break;
      case 'Z':
        out.push({ kind: 'close' });
        at = start;
        break;
    }
    if (smooth === before) smooth = undefined;
  }
  return out;
}

function mix(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Commands with their numbers, repeated ones written out; data that breaks off is cut there, as browsers do. */
function* commands(d: string): Generator<{ command: string; numbers: number[] }> {
  let rest = d;
  let command = '';
  for (;;) {
    const token = TOKEN.exec(rest);
    if (!token) return;
    if (token[1] !== undefined) {
      command = token[1];
      rest = rest.slice(token.index + 1);
      if (TAKES[command.toUpperCase()] === 0) {
        yield { command, numbers: [] };
        continue;
      }
    } else if (command === '' || TAKES[command.toUpperCase()] === 0) return;
    const numbers: number[] = [];
    while (numbers.length < TAKES[command.toUpperCase()]!) {
      const flag = command.toUpperCase() === 'A' && (numbers.length === 3 || numbers.length === 4);
      const found = (flag ? FLAG : NUMBER).exec(rest);
      if (!found) return;
      numbers.push(Number(found[1]));
      rest = rest.slice(found[0].length);
    }
    yield { command, numbers };
    // Further points after a move are lines.
    if (command === 'M') command = 'L';
    else if (command === 'm') command = 'l';
  }
}

/** An elliptical arc as curves of at most a quarter turn each (SVG 2, appendix B.2.4). */
function arcCurves(from: Point, numbers: readonly number[], to: Point): [Point, Point, Point][] {
  let [rx, ry] = [Math.abs(numbers[0]!), Math.abs(numbers[1]!)];
  if (from[0] === to[0] && from[1] === to[1]) return [];
  if (rx === 0 || ry === 0) return [[from, to, to]];
  const turn = (numbers[2]! * Math.PI) / 180;
  const [large, sweep] = [numbers[3] === 1, numbers[4] === 1];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [hx, hy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * hx + sin * hy, cos * hy - sin * hx];
  const fit = (x / rx) ** 2 + (y / ry) ** 2;
  if (fit > 1) {
    rx *= Math.sqrt(fit);
    ry *= Math.sqrt(fit);
  }
  const under = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2;
  const k = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, under / ((rx * y) ** 2 + (ry * x) ** 2)));
  const [cx, cy] = [(k * rx * y) / ry, (-k * ry * x) / rx];
  const first = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let angle = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - first;
  if (sweep && angle < 0) angle += 2 * Math.PI;
  if (!sweep && angle > 0) angle -= 2 * Math.PI;
  const middle: Point = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2];
  const place = (px: number, py: number): Point => [
    middle[0] + cos * rx * px - sin * ry * py,
    middle[1] + sin * rx * px + cos * ry * py,
  ];
  const pieces = Math.max(1, Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9));
  const step = angle / pieces;
  const reach = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: pieces }, (_, i) => {
    const [a, b] = [first + i * step, first + (i + 1) * step];
    return [
      place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      i === pieces - 1 ? to : place(Math.cos(b), Math.sin(b)),
    ];
  });
}
