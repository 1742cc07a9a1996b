import { ARROW_GAP, ARROW_LENGTH } from '../style/lines.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line between two entities, cut off at their rings: a cubic curve (straight ones too), with the tips of its arrows. */
export interface LineGeometry {
  readonly curve: readonly [Point, Point, Point, Point];
  /** Triangles as path data, none where there is no arrow. */
  readonly arrows: readonly string[];
  readonly arrowCentres: readonly Point[];
}

export interface LineEnd extends Point {
  /** Outermost ring of the entity. */
  readonly reach: number;
  readonly arrow: boolean;
}

/**
 * @param bow distance of the curve's middle from the straight line, to the left of from → to; 0 = straight.
 * A line from an entity to itself leaves and returns above it; `bow` then tells several apart.
 */
export function lineGeometry(from: LineEnd, to: LineEnd, bow: number): LineGeometry {
  const same = from.x === to.x && from.y === to.y;
  const whole = same ? loop(from, Math.abs(bow)) : bowed(from, to, bow);
  const start = leave(whole, from, from.reach + (from.arrow ? ARROW_GAP : 0), false);
  const end = leave(whole, to, to.reach + (to.arrow ? ARROW_GAP : 0), true);
  const curve = start < end ? part(whole, start, end) : whole;
  const arrows: string[] = [];
  const arrowCentres: Point[] = [];
  let drawn = curve;
  if (to.arrow) {
    const base = backFrom(curve, 1);
    arrows.push(triangle(curve[3], pointAt(curve, base)));
    arrowCentres.push(pointAt(curve, (1 + base) / 2));
    drawn = part(curve, 0, base);
  }
  if (from.arrow) {
    const base = backFrom(curve, 0);
    arrows.push(triangle(curve[0], pointAt(curve, base)));
    arrowCentres.push(pointAt(curve, base / 2));
    // Shortened from the other end already: find the same point on what is left.
    const length = to.arrow ? backFrom(curve, 1) : 1;
    drawn = part(drawn, Math.min(1, base / length), 1);
  }
  return { curve: drawn, arrows, arrowCentres };
}

type Cubic = readonly [Point, Point, Point, Point];

function bowed(from: Point, to: Point, bow: number): Cubic {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  // A cubic's middle lies three quarters of the way to its control points.
  const nx = ((dy / length) * bow * 4) / 3;
  const ny = ((-dx / length) * bow * 4) / 3;
  return [
    from,
    { x: from.x + dx / 3 + nx, y: from.y + dy / 3 + ny },
    { x: from.x + (2 * dx) / 3 + nx, y: from.y + (2 * dy) / 3 + ny },
    to,
  ];
}

function loop(at: LineEnd, bow: number): Cubic {
  const h = at.reach * 3.2 + bow * 1.6;
  return [at, { x: at.x + h * 0.35, y: at.y - h }, { x: at.x + h, y: at.y - h * 0.35 }, at];
}

export function pointAt([a, b, c, d]: Cubic, t: number): Point {
  const u = 1 - t;
  const [k0, k1, k2, k3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: k0 * a.x + k1 * b.x + k2 * c.x + k3 * d.x, y: k0 * a.y + k1 * b.y + k2 * c.y + k3 * d.y };
}

const between = (p: Point, q: Point, t: number): Point => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t });

/** The stretch of a cubic from t0 to t1 (de Casteljau). */
function part(curve: Cubic, t0: number, t1: number): Cubic {
  return split(split(curve, t0)[1], t0 >= 1 ? 1 : (t1 - t0) / (1 - t0))[0];
}

function split([a, b, c, d]: Cubic, t: number): [Cubic, Cubic] {
  const ab = between(a, b, t);
  const bc = between(b, c, t);
  const cd = between(c, d, t);
  const abc = between(ab, bc, t);
  const bcd = between(bc, cd, t);
  const mid = between(abc, bcd, t);
  return [
    [a, ab, abc, mid],
    [mid, bcd, cd, d],
  ];
}

/** Where the curve is `distance` away from one of its ends, seen from that end. */
function leave(curve: Cubic, centre: Point, distance: number, fromEnd: boolean): number {
  let near = fromEnd ? 1 : 0;
  let far = near;
  const step = fromEnd ? -1 / 64 : 1 / 64;
  for (let i = 0; i < 64; i++) {
    far = near + step;
    const p = pointAt(curve, far);
    if (Math.hypot(p.x - centre.x, p.y - centre.y) >= distance) break;
    near = far;
  }
  for (let i = 0; i < 20; i++) {
    const t = (near + far) / 2;
    const p = pointAt(curve, t);
    if (Math.hypot(p.x - centre.x, p.y - centre.y) >= distance) far = t;
    else near = t;
  }
  return far;
}

/** Where an arrow at one end begins. On a line shorter than its arrow the arrow takes what there is. */
function backFrom(curve: Cubic, end: 0 | 1): number {
  const tip = end === 1 ? curve[3] : curve[0];
  const other = end === 1 ? curve[0] : curve[3];
  if (Math.hypot(tip.x - other.x, tip.y - other.y) <= ARROW_LENGTH * 1.2) return 0.5;
  return leave(curve, tip, ARROW_LENGTH, end === 1);
}

function triangle(tip: Point, base: Point): string {
  const dx = tip.x - base.x;
  const dy = tip.y - base.y;
  const length = Math.hypot(dx, dy) || 1;
  const nx = (-dy / length) * (ARROW_LENGTH / 2);
  const ny = (dx / length) * (ARROW_LENGTH / 2);
  return `M${n(tip.x)} ${n(tip.y)}L${n(base.x + nx)} ${n(base.y + ny)}L${n(base.x - nx)} ${n(base.y - ny)}z`;
}

export function curvePath([a, b, c, d]: Cubic): string {
  return `M${n(a.x)} ${n(a.y)}C${n(b.x)} ${n(b.y)} ${n(c.x)} ${n(c.y)} ${n(d.x)} ${n(d.y)}`;
}

/** Coordinates need no more than hundredths. */
export function n(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}
