import { type CaseRecords, packing } from '#analysis/graph/pack-case';
import type { Work } from '#analysis/graph/work';
import type { LayoutSubject } from '#analysis/layouts/index';
import type { ParameterValues } from '#analysis/measures/index';
import type { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { withDrawnEnds } from '#drawing/link-summary/folded-links';
import { named, type Packed } from './packing.ts';

/** What stands on a chart, as a layout sees it. */
export interface ChartItems {
  /** With their places now; NaN = not placed yet. Pinned ones stay. */
  readonly items: readonly {
    readonly id: Id;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly pinned: boolean;
  }[];
  /** Entity → item that is drawn in its place, and so has its links. */
  readonly standIn?: ReadonlyMap<Id, Id>;
}

/** Where each free item shall go, in whole chart units. */
export interface LayoutRequest extends ChartItems {
  readonly layout: string;
  readonly parameters?: ParameterValues;
  /** Items that are one group on the chart; others than items are passed over. */
  readonly groups?: readonly (readonly Id[])[];
}

/** Items of a chart as a graph with their places; links between them count once, whatever their direction. */
export function* layoutSubject(
  state: CaseState,
  { items, standIn }: ChartItems,
): Work<{ readonly packed: Packed; readonly subject: LayoutSubject }> {
  const scope = { kind: 'selection', entities: new Set(items.map((i) => i.id)), events: true } as const;
  const options = { direction: 'ignore', weights: 'none', identity: 'counted' } as const;
  const records = standIn?.size
    ? recordsAsDrawn(state, items, standIn)
    : { entities: state.allOf('entity'), links: state.allOf('link') };
  const packed = named(yield* packing(records, scope, options));
  const at = new Map(items.map((item) => [item.id, item]));
  const n = packed.ids.length;
  const subject = { positions: new Float64Array(2 * n), radii: new Float64Array(n), pinned: new Uint8Array(n) };
  packed.ids.forEach((id, i) => {
    const item = at.get(id)!;
    subject.positions[2 * i] = item.x;
    subject.positions[2 * i + 1] = item.y;
    subject.radii[i] = item.radius;
    subject.pinned[i] = item.pinned ? 1 : 0;
  });
  return { packed, subject };
}

/** Items in the place of entities: all that a layout asks of either is who is linked with whom. */
function recordsAsDrawn(state: CaseState, items: LayoutRequest['items'], standIn: ReadonlyMap<Id, Id>): CaseRecords {
  const links: Link[] = [];
  for (const link of state.allOf('link')) links.push(withDrawnEnds(link, standIn));
  return { entities: items.map(({ id }) => ({ id, type: state.entity(id)?.type ?? 'organisation' })), links };
}
