import type { Chart } from '#domain/chart/chart';
import type { Group } from '#domain/chart/group';
import type { Placement } from '#domain/chart/placement';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { DrawnLink } from '#drawing/link-summary/drawn-links';
import { withDrawnEnds } from '#drawing/link-summary/folded-links';
import type { CanvasGroup } from '#ui/graph-canvas/index';
import type { FoldedItem } from './folded-nodes.ts';
import type { OnChart } from './on-chart.ts';
import type { ShownEdge, ShownNode } from './shown.ts';
import { type Neighbours, neighboursOf, readingOrder } from './walks.ts';

/** What one chart shows, ready for the canvas, the list beside it, the legend and the block. */
export interface ChartView {
  readonly chart: Chart;
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly ShownEdge[];
  readonly groups: readonly CanvasGroup[];
  /** Shown as items of their own, in no particular order. */
  readonly entities: readonly Entity[];
  /** Drawn as lines, with the ends the case gives them; those inside a folded group are in `folded`. */
  readonly links: readonly Link[];
  /** Folded groups that are drawn. */
  readonly folded: readonly FoldedItem[];
  /** Entity → folded group drawn in its place. */
  readonly standIn: ReadonlyMap<Id, Id>;
  readonly lines: readonly DrawnLink[];
  readonly groupRecords: readonly Group[];
  /** Of every item drawn; that of a folded group is worked out from its members. */
  readonly places: ReadonlyMap<Id, Placement>;
  /** Made when first read. */
  readonly neighbours: Neighbours;
  /** Items in reading order; made when first read. */
  readonly order: readonly Id[];
  /** Put away by hand on this chart: entities and links. */
  readonly hidden: readonly Id[];
  /** What the filter hides or greys, and out of how many. */
  readonly filtered: number;
  readonly total: number;
  readonly pinned: number;
  /** What figures show of its entities. */
  readonly figures: Pick<OnChart, FiguresRead>;
}

type FiguresRead = 'sizes' | 'sizeScale' | 'colours' | 'overlapping' | 'doubtful' | 'labels' | 'ranks' | 'applied';

/** A view without what is worked out only when somebody asks. */
export type Reading = Omit<ChartView, 'neighbours' | 'order'>;

export function whole(view: Reading): ChartView {
  const { nodes, links, standIn } = view;
  let neighbours: Neighbours | undefined;
  let order: readonly Id[] | undefined;
  return {
    ...view,
    get neighbours() {
      neighbours ??= neighboursOf(
        nodes.map((n) => n.id),
        standIn.size === 0 ? links : links.map((l) => withDrawnEnds(l, standIn)),
      );
      return neighbours;
    },
    get order() {
      order ??= readingOrder(this.neighbours);
      return order;
    },
  };
}
