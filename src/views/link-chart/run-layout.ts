import type { CaseState } from '#domain/change/case-state';
import { displayLabel } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import type { AnalysisDesk, ChartItems, LayoutQuality, ParameterValues, Progress } from '#queries/analysis';
import type { ChartView } from './chart-view.ts';
import { drawnAs } from './drawn-as.ts';

export interface Arranged {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
}

export interface LayoutChoice {
  readonly layout: string;
  readonly parameters?: ParameterValues;
  /** Only these move; missing = all. */
  readonly items?: readonly Id[];
}

/** What a layout came to: who goes where, and how well the chart can be read before and after. */
export interface Arrangement {
  readonly moved: readonly Arranged[];
  readonly before?: LayoutQuality;
  readonly after?: LayoutQuality;
}

interface Run {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** These weigh distances to what stays, so all that stays takes part; the others draw a shape of the moved items alone. */
const WEIGHING: ReadonlySet<string> = new Set(['stress', 'steady', 'force', 'webcola']);
/** Disc of an item that nothing is known of yet, chart units. */
const DISC = 40;

/** Radius of the circle that holds a disc and its label, chart units. */
function room(diameter: number, label: string): number {
  const longest = Math.max(...label.split('\n').map((line) => line.length));
  return Math.max(diameter / 2 + 14, Math.min(56, 2.6 * longest));
}

/** All that stands on a chart; `at` has other places for some of it. */
function itemsOf(view: ChartView, at?: ReadonlyMap<Id, Arranged>): ChartItems {
  const items = view.nodes.map((n) => {
    const { x, y } = at?.get(n.id) ?? n;
    const { diameter, label, pinned } = n.data;
    return { id: n.id, x, y, radius: room(diameter, label), pinned };
  });
  return { items, standIn: view.standIn };
}

/** How well a chart can be read as it stands, or with some of it at other places; undefined when the worker could not say. */
export async function quality(
  desk: AnalysisDesk,
  state: CaseState,
  view: ChartView,
  at?: ReadonlyMap<Id, Arranged>,
): Promise<LayoutQuality | undefined> {
  const answer = await desk.quality(state, itemsOf(view, at));
  return answer.ok ? answer.figure : undefined;
}

/**
 * New places for a chart, or for part of it: pinned items and all that is not asked for stay to the unit. The middle of what
 * moves stays where it was, unless something pinned holds it, or the picture is kept.
 */
export async function arrange(
  desk: AnalysisDesk,
  state: CaseState,
  view: ChartView,
  choice: LayoutChoice,
  run: Run,
): Promise<Arrangement | { readonly code: string }> {
  const moving = choice.items && new Set(choice.items);
  const alone = !WEIGHING.has(choice.layout);
  // To keep the picture but for some means to find these a place in it anew.
  const anew = choice.layout === 'steady' && moving !== undefined;
  const { standIn, items: all } = itemsOf(view);
  const items = all.flatMap((i) => {
    const asked = moving?.has(i.id) ?? true;
    if (!asked && alone) return [];
    const place = anew && asked && !i.pinned ? { x: Number.NaN, y: Number.NaN } : {};
    return [{ ...i, ...place, pinned: i.pinned || !asked }];
  });
  const before = quality(desk, state, view);
  const answer = await desk.layout(
    state,
    {
      layout: choice.layout,
      items,
      ...(standIn && { standIn }),
      groups: view.groupRecords.filter((g) => !g.folded).map((g) => g.members.map((id) => drawnAs(view, id))),
      ...(choice.parameters && { parameters: choice.parameters }),
    },
    run,
  );
  if (!answer.ok) return { code: answer.code };
  const held = choice.layout === 'steady' || items.some((i) => i.pinned);
  const places = held ? answer.figure : recentred(answer.figure, middleOf(items));
  const moved = places.filter(({ id, x, y }) => view.places.get(id)?.x !== x || view.places.get(id)?.y !== y);
  const [was, is] = await Promise.all([before, quality(desk, state, view, new Map(moved.map((m) => [m.id, m])))]);
  return { moved, ...(was && { before: was }), ...(is && { after: is }) };
}

/** Places for entities that are not on the chart yet, near those they are linked with; all that stands stays to the unit. */
export async function placesBeside(
  desk: AnalysisDesk,
  state: CaseState,
  view: ChartView,
  fresh: readonly Id[],
): Promise<readonly Arranged[] | undefined> {
  const { items, standIn } = itemsOf(view);
  const held = items.map((i) => ({ ...i, pinned: true }));
  const coming = fresh.flatMap((id) => {
    const entity = state.entity(id);
    if (!entity) return [];
    return [{ id, x: Number.NaN, y: Number.NaN, radius: room(DISC, displayLabel(entity)), pinned: false }];
  });
  const answer = await desk.layout(state, {
    layout: 'steady',
    items: [...held, ...coming],
    ...(standIn && { standIn }),
    parameters: { reach: 0 },
  });
  return answer.ok ? answer.figure : undefined;
}

function middleOf(points: readonly { readonly x: number; readonly y: number }[]): { x: number; y: number } {
  const sum = points.reduce((s, p) => ({ x: s.x + p.x, y: s.y + p.y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}

function recentred(items: readonly Arranged[], to: { readonly x: number; readonly y: number }): readonly Arranged[] {
  const from = middleOf(items);
  const dx = Math.round(to.x - from.x);
  const dy = Math.round(to.y - from.y);
  return items.map((i) => ({ id: i.id, x: i.x + dx, y: i.y + dy }));
}
