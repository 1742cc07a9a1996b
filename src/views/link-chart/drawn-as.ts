import type { Placement } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import type { ChartView } from './chart-view.ts';

/** The item that is drawn for a record: the folded group it stands in, else itself. */
export function drawnAs(view: Pick<ChartView, 'standIn'>, id: Id): Id {
  return view.standIn.get(id) ?? id;
}

/** Where a record is seen on the chart, folded away or not; undefined when it is not seen. */
export function placeOf(view: Pick<ChartView, 'standIn' | 'places'>, id: Id): Placement | undefined {
  return view.places.get(drawnAs(view, id));
}
