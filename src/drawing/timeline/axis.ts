/** How time is laid along the axis. `broken`: proportional, with empty stretches shortened. `ordinal`: one step per moment. */
export type Spacing = 'proportional' | 'broken' | 'ordinal';

/** A stretch of the axis along which time runs evenly. Units are what the view zooms; `gap`: shortened, drawn as a break. */
export interface AxisPiece {
  readonly t0: number;
  readonly t1: number;
  readonly u0: number;
  readonly u1: number;
  readonly gap: boolean;
}

/** A stretch longer than this share of the whole, in which nothing begins or ends, is shortened to `GAP_SHARE`. */
const EMPTY_SHARE = 0.06;
const GAP_SHARE = 0.015;

/** From times to units of the axis and back; monotonous, exact at the knots. Outside the knots time goes on as at the end. */
export class TimeAxis {
  readonly spacing: Spacing;
  readonly #t: Float64Array;
  readonly #u: Float64Array;
  readonly #gaps: ReadonlySet<number>;

  private constructor(spacing: Spacing, t: Float64Array, u: Float64Array, gaps: ReadonlySet<number>) {
    this.spacing = spacing;
    this.#t = t;
    this.#u = u;
    this.#gaps = gaps;
  }

  /** @param moments ms since 1970 at which something begins or ends; infinite and NaN ones are passed over; any order */
  static of(spacing: Spacing, moments: Iterable<number>): TimeAxis {
    const knots = Float64Array.from(moments).filter(Number.isFinite).sort();
    let n = 0;
    for (let i = 0; i < knots.length; i++) if (i === 0 || knots[i] !== knots[n - 1]) knots[n++] = knots[i]!;
    const t = knots.subarray(0, n);
    if (spacing === 'ordinal' && n > 1) {
      return new TimeAxis(
        'ordinal',
        t,
        Float64Array.from(t, (_, i) => i),
        new Set(),
      );
    }
    if (spacing === 'broken' && n > 1) return TimeAxis.#broken(t);
    return new TimeAxis(spacing, Float64Array.of(0, 1), Float64Array.of(0, 1), new Set());
  }

  static #broken(t: Float64Array): TimeAxis {
    const whole = t[t.length - 1]! - t[0]!;
    const margin = (whole * GAP_SHARE) / 2;
    const ts: number[] = [t[0]!];
    const us: number[] = [0];
    const gaps = new Set<number>();
    const push = (time: number, unit: number) => {
      ts.push(time);
      us.push(unit);
    };
    for (let i = 1; i < t.length; i++) {
      const [a, b] = [t[i - 1]!, t[i]!];
      if (b - a <= whole * EMPTY_SHARE) continue;
      const u = us.at(-1)! + (a + margin - ts.at(-1)!);
      push(a + margin, u);
      gaps.add(ts.length - 1);
      push(b - margin, u + whole * GAP_SHARE);
    }
    if (t[t.length - 1]! > ts.at(-1)!) push(t[t.length - 1]!, us.at(-1)! + t[t.length - 1]! - ts.at(-1)!);
    return new TimeAxis('broken', Float64Array.from(ts), Float64Array.from(us), gaps);
  }

  unitOf(time: number): number {
    return map(this.#t, this.#u, time, this.spacing === 'ordinal');
  }

  timeOf(unit: number): number {
    return map(this.#u, this.#t, unit, this.spacing === 'ordinal');
  }

  /** The knots of an ordinal axis; of others only their ends and breaks. */
  get knots(): Float64Array {
    return this.#t;
  }

  /** The pieces that touch a stretch of units, cut to it, in order. Of an ordinal axis one piece for each step. */
  *pieces(from: number, to: number): Generator<AxisPiece> {
    const u = this.#u;
    if (this.spacing === 'proportional') {
      yield { t0: this.timeOf(from), t1: this.timeOf(to), u0: from, u1: to, gap: false };
      return;
    }
    for (let i = -1; i < u.length; i++) {
      const u0 = Math.max(from, i < 0 ? Number.NEGATIVE_INFINITY : u[i]!);
      const u1 = Math.min(to, i + 1 < u.length ? u[i + 1]! : Number.POSITIVE_INFINITY);
      if (u0 < u1) yield { t0: this.timeOf(u0), t1: this.timeOf(u1), u0, u1, gap: this.#gaps.has(i) };
    }
  }
}

/** Piecewise linear. Beyond the ends: at the slope of the last piece where `even`, else one for one. */
function map(x: Float64Array, y: Float64Array, at: number, even: boolean): number {
  const last = x.length - 1;
  if (last < 1 || !Number.isFinite(at)) return at;
  if (at <= x[0]!) return y[0]! + (at - x[0]!) * (even ? (y[1]! - y[0]!) / (x[1]! - x[0]!) : 1);
  if (at >= x[last]!)
    return y[last]! + (at - x[last]!) * (even ? (y[last]! - y[last - 1]!) / (x[last]! - x[last - 1]!) : 1);
  let lo = 0;
  let hi = last;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (x[mid]! <= at) lo = mid;
    else hi = mid;
  }
  return y[lo]! + ((at - x[lo]!) * (y[lo + 1]! - y[lo]!)) / (x[lo + 1]! - x[lo]!);
}
