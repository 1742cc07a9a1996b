import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { AnalysisDesk, ParameterValues, Progress } from '#queries/analysis';
import type { ChartView } from './chart-projection.ts';

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

/** These weigh distances to what stays, so all that stays takes part; the others draw a shape of the moved items alone. */
const WEIGHING: ReadonlySet<string> = new Set(['stress', 'steady', 'force', 'webcola']);

/** Radius of the circle that holds a disc and its label, chart units. */
function room(view: ChartView, at: number): number {
  const { diameter, label } = view.nodes[at]!.data;
  const longest = Math.max(...label.split('\n').map((line) => line.length));
  return Math.max(diameter / 2 + 14, Math.min(56, 2.6 * longest));
}

/**
 * New places for a chart, or for part of it: pinned items and all that is not asked for stay to the unit. The middle of what
 * moves stays where it was, unless something pinned holds it.
 */
export async function arrange(
  desk: AnalysisDesk,
  state: CaseState,
  view: ChartView,
  choice: LayoutChoice,
  run: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
): Promise<{ readonly moved: readonly Arranged[] } | { readonly code: string }> {
  const moving = new Set(choice.items ?? view.places.keys());
  const alone = !WEIGHING.has(choice.layout);
  const items = view.nodes.flatMap((n, i) => {
    const asked = moving.has(n.data.id);
    if (!asked && alone) return [];
    return [{ id: n.data.id, x: n.x, y: n.y, radius: room(view, i), pinned: n.data.pinned || !asked }];
  });
  const answer = await desk.layout(
    state,
    {
      layout: choice.layout,
      items,
      standIn: view.standIn,
      ...(choice.parameters && { parameters: choice.parameters }),
    },
    run,
  );
  if (!answer.ok) return { code: answer.code };
  const held = choice.layout === 'steady' || items.some((i) => i.pinned);
  const moved = held ? answer.figure : recentred(answer.figure, middleOf(items));
  return { moved: moved.filter(({ id, x, y }) => view.places.get(id)?.x !== x || view.places.get(id)?.y !== y) };
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
