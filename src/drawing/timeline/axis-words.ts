import type { ShownCalendar } from '#domain/time/shown';
import { Clocks, DAY, type DayClock, HOUR, MINUTE } from './day-clock.ts';
import type { TimelineLayout } from './layout.ts';
import type { AxisLine } from './picture.ts';
import { contextText, dateText, tickText, yearText } from './tick-words.ts';
import { type Shade, shades, type Tick, type TickStep, tickStep, ticksBetween } from './ticks.ts';
import type { PlotBox, TimelineView } from './view.ts';

/** Px between ticks, and between labels that say date and time. */
const TICK_ROOM = 52;
const KNOT_ROOM = 96;

interface Kept {
  readonly from: number;
  readonly to: number;
  readonly step: TickStep;
  readonly ticks: readonly Tick[];
}

/**
 * The axis in words, for every zone shown. While the view moves, ticks are taken from a stretch three times as wide as what is seen, worked
 * out when the view leaves it.
 */
export class AxisWords {
  readonly #clocks: Clocks;
  readonly #layout: TimelineLayout;
  readonly #zones: readonly string[];
  readonly #calendar: ShownCalendar;
  readonly #locale: string;
  readonly #kept = new Map<string, Kept>();
  #shaded:
    | { readonly from: number; readonly to: number; readonly pxPerMs: number; readonly shades: readonly Shade[] }
    | undefined;

  /** @param locale BCP 47, for the names of months and days */
  constructor(
    layout: TimelineLayout,
    caseZone: string,
    zones: readonly string[],
    calendar: ShownCalendar,
    locale: string,
  ) {
    this.#layout = layout;
    this.#clocks = new Clocks(caseZone);
    this.#zones = [caseZone, ...zones];
    this.#calendar = calendar;
    this.#locale = locale;
  }

  lines(view: TimelineView, plot: PlotBox): readonly AxisLine[] {
    return this.#zones.map((zone) => {
      const clock = this.#clocks.of(zone);
      return this.#layout.axis.spacing === 'ordinal'
        ? this.#ordinal(view, plot, clock)
        : this.#even(view, plot, clock, zone);
    });
  }

  #even(view: TimelineView, plot: PlotBox, clock: DayClock, zone: string): AxisLine {
    const { axis } = this.#layout;
    const step = tickStep(view.k, TICK_ROOM);
    const out: { t: number; label: string; strong: boolean }[] = [];
    let first: Tick | undefined;
    for (const piece of axis.pieces(view.u0, view.u0 + plot.width / view.k)) {
      if (piece.gap) continue;
      for (const tick of this.#ticks(
        `${zone} ${axis.spacing === 'broken' ? piece.t0 - piece.u0 : ''}`,
        piece.t0,
        piece.t1,
        step,
        clock,
      )) {
        if (tick.t < piece.t0 || tick.t > piece.t1) continue;
        out.push({
          t: tick.t,
          label: tickText(tick, step, this.#calendar, this.#locale),
          strong: tick.begins !== step.unit,
        });
      }
      first ??= { t: piece.t0, ...clock.wall(piece.t0), begins: 'second' };
    }
    return { context: first ? contextText(first, step, clock.zone, this.#calendar, this.#locale) : '', ticks: out };
  }

  #ticks(key: string, from: number, to: number, step: TickStep, clock: DayClock): readonly Tick[] {
    const now = this.#kept.get(key);
    if (now && now.from <= from && now.to >= to && now.step.unit === step.unit && now.step.every === step.every)
      return now.ticks;
    const wide = to - from;
    const kept = { from: from - wide, to: to + wide, step, ticks: ticksBetween(from - wide, to + wide, step, clock) };
    if (this.#kept.size > 200) this.#kept.clear();
    this.#kept.set(key, kept);
    return kept.ticks;
  }

  /** One step per moment: each says its own date and time where there is room. */
  #ordinal(view: TimelineView, plot: PlotBox, clock: DayClock): AxisLine {
    const { knots } = this.#layout.axis;
    const first = Math.max(0, Math.ceil(view.u0));
    const last = Math.min(knots.length - 1, Math.floor(view.u0 + plot.width / view.k));
    const every = Math.max(1, Math.ceil(KNOT_ROOM / view.k));
    const ticks: { t: number; label: string; strong: boolean }[] = [];
    for (let i = Math.ceil(first / every) * every; i <= last; i += every) {
      const t = knots[i]!;
      const wall = clock.wall(t);
      const date = dateText(wall, { day: true }, this.#calendar, this.#locale);
      const midnight = wall.hour === 0 && wall.minute === 0 && wall.second === 0;
      const time = midnight ? '' : ` ${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
      ticks.push({ t, label: `${date}${time}`, strong: midnight });
    }
    const begin = knots[Math.min(first, knots.length - 1)];
    const year = begin === undefined ? '' : `${yearText(clock.wall(begin).year, this.#calendar)} · `;
    return { context: `${year}${/^[+-]/.test(clock.zone) ? 'UTC' : ''}${clock.zone}`, ticks };
  }

  /** The nearest midnight of the case's zone; where days are wide the nearest hour, ten minutes or minute. */
  round(t: number, pxPerUnit: number, plot: PlotBox): number {
    const clock = this.#clocks.home;
    const pxPerMs = this.#layout.axis.spacing === 'ordinal' ? plot.width / (3650 * DAY) : pxPerUnit;
    const wall = clock.wall(t);
    const [start, end] = [clock.day(wall.year, wall.month, wall.day), clock.day(wall.year, wall.month, wall.day + 1)];
    if (DAY * pxPerMs < 48) return t - start < end - t ? start : end;
    const finest = MINUTE * pxPerMs >= 12 ? MINUTE : HOUR * pxPerMs >= 48 ? 10 * MINUTE : HOUR;
    return start + Math.round((t - start) / finest) * finest;
  }

  /** Nights and weekends of the case's own zone; none where time is not drawn to scale. */
  shades(view: TimelineView, plot: PlotBox): readonly Shade[] {
    const { axis } = this.#layout;
    if (axis.spacing === 'ordinal') return [];
    const out: Shade[] = [];
    for (const piece of axis.pieces(view.u0, view.u0 + plot.width / view.k)) {
      if (piece.gap) continue;
      for (const shade of this.#shades(piece.t0, piece.t1, view.k)) {
        const [from, to] = [Math.max(shade.from, piece.t0), Math.min(shade.to, piece.t1)];
        if (from < to) out.push({ ...shade, from, to });
      }
    }
    return out;
  }

  #shades(from: number, to: number, pxPerMs: number): readonly Shade[] {
    const clock = this.#clocks.home;
    if (this.#layout.axis.spacing === 'broken') return shades(from, to, pxPerMs, clock);
    const now = this.#shaded;
    if (now && now.from <= from && now.to >= to && now.pxPerMs === pxPerMs) return now.shades;
    const wide = Math.max(to - from, 6 * HOUR);
    const found = shades(from - wide, to + wide, pxPerMs, clock);
    this.#shaded = { from: from - wide, to: to + wide, pxPerMs, shades: found };
    return found;
  }
}
