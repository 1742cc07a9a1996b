import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { Span } from '#domain/time/span';
import { chartColours } from '#drawing/style/colours';
import { CHART_FONT_FAMILY } from '#drawing/style/fonts';
import { AxisWords } from '#drawing/timeline/axis-words';
import { Clocks } from '#drawing/timeline/day-clock';
import { nextPlace, placeAt, type Step } from '#drawing/timeline/hit';
import { laneAt, placeY, type TimelineLayout } from '#drawing/timeline/layout';
import type { TimeMark } from '#drawing/timeline/marks';
import { paintTimeline } from '#drawing/timeline/paint';
import { LabelWidths, type Pen } from '#drawing/timeline/pen';
import { type CanvasSize, HEAD, type LaneHead, plotOf, type TimelinePicture } from '#drawing/timeline/picture';
import type { SpanPart } from '#drawing/timeline/shift-span';
import { lengthText } from '#drawing/timeline/tick-words';
import { fitView, keptInSight, type PlotBox, panned, type TimelineView, zoomed } from '#drawing/timeline/view';
import { i18nInstance, t, tDynamic } from '#i18n/index';
import { markText } from '../time-words.ts';
import { laneHead } from '../timeline-marks.ts';
import type { TimelineSettings } from '../timeline-settings.ts';
import type { Timeline } from './use-timeline.ts';

export interface BoardContent {
  readonly timeline: Timeline;
  readonly state: CaseState;
  readonly settings: TimelineSettings;
  readonly theme: 'light' | 'dark';
  readonly chosen: readonly Id[];
  readonly window: { readonly from?: number; readonly to?: number } | undefined;
}

/** What lies under a point of the canvas. */
export type Under =
  | { readonly kind: 'mark'; readonly place: number; readonly mark: TimeMark }
  | { readonly kind: 'lane'; readonly lane: number }
  | { readonly kind: 'undated'; readonly marks: readonly TimeMark[] }
  | undefined;

/** Above this many marks texts are left out while the picture moves. */
const MANY = 4000;

/** Signs that are not in every picture, and whether they are in this one. */
export interface Signs {
  readonly nights: boolean;
  readonly weekends: boolean;
  /** Marks too close together to be drawn as such. */
  readonly ticks: boolean;
  /** Empty stretches that are shortened. */
  readonly breaks: boolean;
}

/** The picture on the canvas: what is shown, what part of it, and where the keyboard is. Lives outside React, which draws no frame of a pan. */
export class Board {
  #content: BoardContent | undefined;
  #view: TimelineView | undefined;
  #axis: AxisWords | undefined;
  #heads: readonly LaneHead[] = [];
  #labels = new Map<TimeMark, string>();
  readonly #widths = new LabelWidths();
  readonly #headWidths = new LabelWidths();
  #chosen = new Uint8Array();
  #chosenLanes = new Uint8Array();
  #chosenUndated: ReadonlySet<number> = new Set();
  #size: CanvasSize = { width: 0, height: 0 };
  focus: number | undefined;
  over: number | undefined;
  /** Where a dragged line would land: before this one. */
  drop: number | undefined;
  /** The mark in the hand. */
  ghost: TimelinePicture['ghost'];
  moving = false;
  /** What a legend must speak of, of the picture as it last stood still. */
  signs: Signs = { nights: false, weekends: false, ticks: false, breaks: false };

  set(content: BoardContent): void {
    const before = this.#content;
    this.#content = content;
    const { timeline, state, settings } = content;
    const { layout } = timeline;
    if (before?.timeline !== timeline || before.settings !== settings || before.state !== state) {
      const zone = state.properties?.zone ?? 'UTC';
      this.#axis = new AxisWords(layout, zone, settings.zones, settings.calendar, i18nInstance.language);
      this.#labels = new Map();
      this.#heads = timeline.lanes.map(({ id }) => laneHead(state, id));
      const focused = this.focus === undefined ? undefined : before?.timeline.layout.placeMark[this.focus];
      const key = focused === undefined ? undefined : before?.timeline.layout.marks[focused]?.key;
      const again = key === undefined ? -1 : layout.marks.findIndex((m) => m.key === key);
      this.focus = again < 0 ? undefined : layout.placeStart[again];
      this.over = undefined;
      if (before && this.#view) this.#view = this.#carriedOver(before.timeline.layout, layout, this.#view);
    }
    this.#choose(content);
  }

  /** The same stretch of time on another axis. */
  #carriedOver(before: TimelineLayout, now: TimelineLayout, view: TimelineView): TimelineView | undefined {
    if (before.axis.spacing !== now.axis.spacing) return undefined;
    if (now.axis.spacing === 'proportional') return view;
    const width = this.plot().width;
    const u0 = now.axis.unitOf(before.axis.timeOf(view.u0));
    const u1 = now.axis.unitOf(before.axis.timeOf(view.u0 + width / view.k));
    return u1 > u0 ? { ...view, u0, k: width / (u1 - u0) } : undefined;
  }

  #choose({ timeline, chosen }: BoardContent): void {
    const { layout, lanes } = timeline;
    const ids = new Set(chosen);
    this.#chosen = Uint8Array.from(layout.marks, (m) => (ids.has(m.record) ? 1 : 0));
    this.#chosenLanes = Uint8Array.from(lanes, (l) => (ids.has(l.id) ? 1 : 0));
    const undated = new Set<number>();
    if (ids.size > 0) for (const [i, m] of layout.undated.entries()) if (ids.has(m.record)) undated.add(i);
    this.#chosenUndated = undated;
  }

  plot(size: CanvasSize = this.#size): PlotBox {
    const { timeline, settings } = this.#content!;
    return plotOf({ layout: timeline.layout, axisLines: 1 + settings.zones.length }, size);
  }

  view(): TimelineView {
    const { layout } = this.#content!.timeline;
    this.#view = keptInSight(this.#view ?? fitView(layout, this.plot()), layout, this.plot());
    return this.#view;
  }

  /** ms since 1970 at both edges of the plot. */
  seen(): { readonly from: number; readonly to: number } {
    const { axis } = this.#content!.timeline.layout;
    const view = this.view();
    return { from: axis.timeOf(view.u0), to: axis.timeOf(view.u0 + this.plot().width / view.k) };
  }

  timeAt(x: number): number {
    const view = this.view();
    return this.#content!.timeline.layout.axis.timeOf(view.u0 + (x - this.plot().left) / view.k);
  }

  /** Which part of a mark is at a point: an end of what is drawn wide enough to have ends, or all of it. */
  partAt(mark: number, x: number): SpanPart {
    const { layout } = this.#content!.timeline;
    const plot = this.plot();
    const view = this.view();
    const x0 = plot.left + (layout.from[mark]! - view.u0) * view.k;
    const x1 = plot.left + (layout.to[mark]! - view.u0) * view.k;
    if (!(x1 - x0 > 24)) return 'all';
    if (Math.abs(x - x0) <= 6) return 'earliest';
    return Math.abs(x - x1) <= 6 ? 'latest' : 'all';
  }

  /** Shows a mark at another time, until it is let go. */
  hold(mark: number, span: Span, label: string): void {
    const { timeline, state } = this.#content!;
    const b = new Clocks(state.properties?.zone ?? 'UTC').bounds(span);
    if (!b) return;
    const { axis } = timeline.layout;
    const from = axis.unitOf(b.from);
    this.ghost = { mark, from, to: timeline.layout.shape[mark] === 0 ? from : axis.unitOf(b.to), label };
  }

  isChosen(mark: number): boolean {
    return this.#chosen[mark] === 1;
  }

  /** An instant on the nearest round figure that can be told apart at this scale: a day, an hour or a minute. */
  roundTime(t: number): number {
    return this.#axis!.round(t, this.view().k, this.plot());
  }

  /** Fonts came: what was measured with others is wrong. */
  fontsCame(): void {
    this.#widths.forget();
    this.#headWidths.forget();
  }

  fit(): void {
    this.#view = undefined;
  }

  /** Shows this stretch of time, whatever was seen before. */
  show(from: number, to: number): void {
    const { axis } = this.#content!.timeline.layout;
    const [u0, u1] = [axis.unitOf(from), axis.unitOf(to)];
    if (u1 > u0) this.#view = { ...this.view(), u0, k: this.plot().width / (u1 - u0) };
  }

  zoom(factor: number, x?: number): void {
    const plot = this.plot();
    this.#view = zoomed(this.view(), factor, x === undefined ? this.#keyX(plot) : x - plot.left);
  }

  /** What keys zoom about: the mark with the keyboard where it is in sight, else the middle. Px from the left edge of the plot. */
  #keyX(plot: PlotBox): number {
    const { layout } = this.#content!.timeline;
    const view = this.view();
    const mark = this.focus === undefined ? undefined : layout.placeMark[this.focus];
    const x = mark === undefined ? Number.NaN : (layout.from[mark]! - view.u0) * view.k;
    return x >= 0 && x <= plot.width ? x : plot.width / 2;
  }

  pan(dx: number, dy: number): void {
    this.#view = panned(this.view(), dx, dy);
  }

  resized(size: CanvasSize): void {
    // What was fitted stays fitted; what was chosen keeps its left edge.
    if (this.#content && this.#view && this.#size.width > 0 && size.width > 0) {
      const before = this.plot();
      this.#size = { ...size };
      this.#view = { ...this.#view, k: (this.#view.k * this.plot().width) / before.width };
    } else this.#size = { ...size };
  }

  under(x: number, y: number): Under {
    const { layout } = this.#content!.timeline;
    const plot = this.plot();
    const view = this.view();
    if (y < plot.top) return undefined;
    const lane = laneAt(layout, y - plot.top + view.scroll);
    if (lane < 0) return undefined;
    if (x < HEAD - 8) return { kind: 'lane', lane };
    if (x > plot.left + plot.width)
      return layout.undatedOn[lane]!.length > 0
        ? { kind: 'undated', marks: layout.undatedOn[lane]!.map((i) => layout.undated[i]!) }
        : undefined;
    const place = placeAt(layout, view, plot, x, y);
    return place === undefined ? undefined : { kind: 'mark', place, mark: layout.marks[layout.placeMark[place]!]! };
  }

  /** Moves the keyboard; answers with the mark it came to. */
  step(step: Step): TimeMark | undefined {
    const { layout } = this.#content!.timeline;
    this.focus = nextPlace(layout, this.focus, step);
    this.reveal();
    return this.focused();
  }

  focused(): TimeMark | undefined {
    const { layout } = this.#content!.timeline;
    return this.focus === undefined ? undefined : layout.marks[layout.placeMark[this.focus]!];
  }

  focusedLane(): number | undefined {
    return this.focus === undefined ? undefined : this.#content!.timeline.layout.placeLane[this.focus];
  }

  /** The gap between lines nearest to a height of the canvas, as the index of the line below it. */
  laneEdge(y: number): number {
    const { layout } = this.#content!.timeline;
    const inLanes = y - this.plot().top + this.view().scroll;
    const lane = laneAt(layout, inLanes);
    if (lane < 0) return inLanes < 0 ? 0 : layout.lanes.length;
    return inLanes - layout.top[lane]! > layout.top[lane + 1]! - inLanes ? lane + 1 : lane;
  }

  focusOn(mark: TimeMark): void {
    const { layout } = this.#content!.timeline;
    const at = layout.marks.indexOf(mark);
    if (at < 0) return;
    this.focus = layout.placeStart[at];
    this.reveal();
  }

  /** Brings the mark with the keyboard into sight. */
  reveal(): void {
    if (this.focus === undefined) return;
    const { layout } = this.#content!.timeline;
    const plot = this.plot();
    const view = this.view();
    const mark = layout.placeMark[this.focus]!;
    const unit = Number.isFinite(layout.from[mark]!) ? layout.from[mark]! : layout.to[mark]!;
    const x = (unit - view.u0) * view.k;
    const u0 = x < 12 || x > plot.width - 12 ? unit - plot.width / 2 / view.k : view.u0;
    const y = placeY(layout, this.focus);
    const scroll =
      y < view.scroll + 12 ? y - 24 : y > view.scroll + plot.height - 12 ? y - plot.height + 24 : view.scroll;
    this.#view = { ...view, u0, scroll };
  }

  #label(mark: TimeMark): string {
    let text = this.#labels.get(mark);
    if (text === undefined) {
      text = markText(this.#content!.state, mark, this.#content!.timeline.contested);
      this.#labels.set(mark, text);
    }
    return text;
  }

  paint(pen: Pen, size: CanvasSize): void {
    if (!this.#content || !this.#axis) return;
    if (size.width !== this.#size.width || size.height !== this.#size.height) this.resized(size);
    const { timeline, theme, window } = this.#content;
    const { layout } = timeline;
    const plot = this.plot();
    const view = this.view();
    const picture: TimelinePicture = {
      layout,
      view,
      heads: this.#heads,
      axisLines: this.#axis.lines(view, plot),
      shades: this.#axis.shades(view, plot),
      ...(window && { window }),
      chosen: this.#chosen,
      chosenLanes: this.#chosenLanes,
      chosenUndated: this.#chosenUndated,
      focus: this.focus,
      over: this.over,
      drop: this.drop,
      ghost: this.ghost,
      label: (mark) => this.#label(mark),
      undatedTitle: t('timeline.undated', { count: layout.undated.length }),
      breakLabel: (ms) => lengthText(ms, tDynamic),
      colours: chartColours[theme],
      fontFamily: `${CHART_FONT_FAMILY}, sans-serif`,
      widths: this.#widths,
      headWidths: this.#headWidths,
      detail: !(this.moving && layout.marks.length > MANY),
    };
    const drawn = paintTimeline(pen, picture, size);
    const has = (kind: 'night' | 'weekend') => picture.shades.some((s) => s.kind === kind);
    if (!this.moving)
      this.signs = {
        nights: has('night'),
        weekends: has('weekend'),
        ticks: drawn.tick > 0,
        breaks: [...layout.axis.pieces(view.u0, view.u0 + plot.width / view.k)].some((piece) => piece.gap),
      };
  }
}
