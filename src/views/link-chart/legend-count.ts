import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import { entityTypes } from '#domain/entity-types/index';
import type { Strength } from '#domain/link/link';
import { countUnsourced } from '#domain/source/unsourced';
import type { IconId } from '#drawing/icons/icon-data';
import { typeIcon } from '#drawing/icons/icon-role';
import { OUTSIDE, type Outside, outsideOf } from '#drawing/style/group-legend';
import type { ChartView } from './chart-view.ts';

export interface LegendType {
  /** Type id, `protected`, or `group` for folded groups. */
  readonly key: string;
  readonly icon: IconId;
  readonly count: number;
}

/** Exactly what is on the chart now, with counts. */
export interface Legend {
  /** Commonest first; protected persons are counted apart from the others. */
  readonly types: readonly LegendType[];
  /** Lines as drawn, by strength. */
  readonly strengths: readonly { readonly strength: Strength; readonly count: number }[];
  /** Lines drawn, and the links they stand for. */
  readonly lines: number;
  readonly links: number;
  readonly categories: readonly { readonly category: number; readonly count: number }[];
  /** Where groups colour the chart: what has the colour of none of them, and why. */
  readonly outside: readonly { readonly why: Outside; readonly count: number }[];
  /** Where a figure sizes the chart: entities it says nothing of. */
  readonly unsized: number;
  readonly doubted: number;
  /** Drawn, with a figure under the name, a place at the symbol, the ring of a doubtful member. */
  readonly labelled: number;
  readonly ranked: number;
  readonly doubtfulMembers: number;
  readonly pinned: number;
  readonly arrows: boolean;
  /** Lines of 5 to 19, of 20 and more. */
  readonly heavy: readonly { readonly width: number; readonly count: number }[];
  /** Links and events shown that nothing in the case supports. */
  readonly unsourced: number;
}

export function legendOf(view: ChartView, state: CaseState): Legend {
  const types = new Map<string, number>();
  const strengths = new Map<Strength, number>();
  const categories = new Map<number, number>();
  const widths = new Map<number, number>();
  const outside = new Map<Outside, number>();
  let unsized = 0;
  let doubted = 0;
  let labelled = 0;
  let ranked = 0;
  let doubtfulMembers = 0;
  const { figures } = view;
  const group = view.folded.length;
  const add = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const e of view.entities) {
    add(types, isProtected(e) ? 'protected' : e.type);
    if (e.doubted) doubted++;
    if (figures.applied.size && !Number.isFinite(figures.sizes.get(e.id))) unsized++;
    if (figures.labels.has(e.id)) labelled++;
    if (figures.ranks.has(e.id)) ranked++;
  }
  for (const n of view.nodes) {
    const apart = figures.applied.colour && outsideAs(view, n);
    if (apart) add(outside, apart);
    if (n.category === 0 || apart) continue;
    add(categories, n.category);
    if (figures.doubtful.has(n.id)) doubtfulMembers++;
  }
  for (const line of view.lines) {
    add(strengths, line.strength);
    if (line.width > 1.25) add(widths, line.width);
  }
  if (group > 0) types.set('group', group);
  const order = new Map<string, number>(entityTypes.map((t, i) => [t.id, i]));
  return {
    types: [...types]
      .map(([key, count]) => ({
        key,
        count,
        icon: key === 'protected' || key === 'group' ? key : typeIcon(key as Parameters<typeof typeIcon>[0]),
      }))
      .sort((a, b) => b.count - a.count || (order.get(a.key) ?? -1) - (order.get(b.key) ?? -1)),
    strengths: (['confirmed', 'unconfirmed', 'tentative'] as const)
      .filter((s) => strengths.has(s))
      .map((strength) => ({ strength, count: strengths.get(strength)! })),
    categories: [...categories].sort(([a], [b]) => a - b).map(([category, count]) => ({ category, count })),
    outside:
      categories.size > 0 || outside.has('beyond')
        ? OUTSIDE.flatMap((why) => (outside.has(why) ? [{ why, count: outside.get(why)! }] : []))
        : [],
    unsized,
    lines: view.lines.length,
    links: view.links.length,
    doubted,
    labelled,
    ranked,
    doubtfulMembers,
    pinned: view.pinned,
    arrows: view.lines.some((l) => l.direction !== 'none'),
    heavy: [...widths].sort(([a], [b]) => a - b).map(([width, count]) => ({ width, count })),
    unsourced: countUnsourced(state, view.entities) + countUnsourced(state, view.links),
  };
}

/** Of a folded group the colour is its own, whatever its members have. */
function outsideAs(view: ChartView, { id, category }: ChartView['nodes'][number]): Outside | undefined {
  if (view.folded.some((f) => f.group.id === id)) return category > 0 ? 'by-hand' : undefined;
  return outsideOf(view.figures.colours.get(id), view.places.get(id)?.colour);
}
