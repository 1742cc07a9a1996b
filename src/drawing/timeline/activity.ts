import { DAY, type DayClock, HOUR, inCalendar, MINUTE } from './day-clock.ts';
import type { TimeMark } from './marks.ts';

export type BinUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Bins {
  readonly unit: BinUnit;
  readonly every: number;
  /** n + 1 instants: bin i is edges[i] ≤ t < edges[i + 1]. On round figures of the zone's clock; the whole stretch lies within. */
  readonly edges: readonly number[];
}

const SIZES: readonly { readonly unit: BinUnit; readonly every: number; readonly ms: number }[] = [
  { unit: 'minute', every: 1, ms: MINUTE },
  { unit: 'minute', every: 10, ms: 10 * MINUTE },
  { unit: 'hour', every: 1, ms: HOUR },
  { unit: 'hour', every: 6, ms: 6 * HOUR },
  { unit: 'day', every: 1, ms: DAY },
  { unit: 'week', every: 1, ms: 7 * DAY },
  { unit: 'month', every: 1, ms: 30 * DAY },
  { unit: 'month', every: 3, ms: 91 * DAY },
  ...[1, 10, 100, 1000].map((every) => ({ unit: 'year' as const, every, ms: every * 365.25 * DAY })),
];

/** More bins than this are never made: a unit that would need more gives way to the next coarser size, so that all is still covered. */
const MOST = 10_000;

/**
 * The finest bins of which no more than `most` cover the stretch; `unit` asks for that unit, one by one, up to ten thousand of them.
 * Weeks begin on Monday. The whole stretch is always covered; which size was taken stands in the answer.
 */
export function binsFor(from: number, to: number, clock: DayClock, most: number, unit?: BinUnit): Bins {
  const [first, last] = [inCalendar(from), Math.max(inCalendar(to), inCalendar(from) + 1)];
  const sizes = SIZES.slice(unit === undefined ? 0 : SIZES.findIndex((s) => s.unit === unit));
  const limit = unit === undefined ? most : MOST;
  const size = sizes.find((s) => (last - first) / s.ms <= limit) ?? SIZES[SIZES.length - 1]!;
  const edges: number[] = [];
  const wall = clock.wall(first);
  if (size.ms < DAY) {
    // Counted from midnight, so that six-hour bins begin at 6 and 12; on a day of changed clocks the last one is longer or shorter.
    let t = clock.day(wall.year, wall.month, wall.day);
    while (t + size.ms <= first) t += size.ms;
    for (; edges.length < 20_000; t += size.ms) {
      edges.push(t);
      if (t >= last) break;
    }
    return { ...size, edges };
  }
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  if (size.unit === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  if (size.unit === 'month') date.setUTCMonth(Math.floor((wall.month - 1) / size.every) * size.every, 1);
  if (size.unit === 'year') date.setUTCFullYear(Math.max(1, Math.floor(wall.year / size.every) * size.every), 0, 1);
  while (edges.length < 20_000) {
    const t = clock.day(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    edges.push(t);
    if (t >= last || date.getUTCFullYear() > 9999) break;
    if (size.unit === 'day') date.setUTCDate(date.getUTCDate() + 1);
    if (size.unit === 'week') date.setUTCDate(date.getUTCDate() + 7);
    if (size.unit === 'month') date.setUTCMonth(date.getUTCMonth() + size.every);
    // Year 1 begins the first decade, year 10 the next.
    if (size.unit === 'year') date.setUTCFullYear((Math.floor(date.getUTCFullYear() / size.every) + 1) * size.every);
  }
  return { unit: size.unit, every: size.every, edges };
}

/** How many marks begin in each bin; one with an open beginning counts where it ends. Those outside are not counted. */
export function histogram({ edges }: Bins, marks: readonly TimeMark[]): Uint32Array {
  const counts = new Uint32Array(Math.max(0, edges.length - 1));
  for (const m of marks) {
    const i = binOf(edges, Number.isFinite(m.from) ? m.from : m.to - 1);
    if (i >= 0 && i < counts.length) counts[i]!++;
  }
  return counts;
}

/** Index of the bin that holds an instant; −1 before the first, edges.length − 1 after the last. */
export function binOf(edges: readonly number[], t: number): number {
  if (!(t >= (edges[0] ?? Number.POSITIVE_INFINITY))) return -1;
  let lo = 0;
  let hi = edges.length;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (edges[mid]! <= t) lo = mid;
    else hi = mid;
  }
  return lo;
}

/** The edge nearest to an instant. */
export function nearestEdge({ edges }: Bins, t: number): number {
  const i = Math.min(edges.length - 1, Math.max(0, binOf(edges, t)));
  const [a, b] = [edges[i]!, edges[Math.min(edges.length - 1, i + 1)]!];
  return t - a <= b - t ? a : b;
}
