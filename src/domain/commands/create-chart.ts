import type { Chart } from '../chart/chart.ts';
import type { Group } from '../chart/group.ts';
import type { Placement } from '../chart/placement.ts';
import { command } from './command.ts';
import { gone, planMake } from './edit.ts';

/** A chart on the records of the case, empty or with a first set of placements (a copy of part of another chart) and groups. */
export const createChart = command({
  id: 'create-chart',
  plan(state, payload: { chart: Chart; placements?: readonly Placement[]; groups?: readonly Group[] }) {
    for (const p of payload.placements ?? []) if (!state.get(p.item)) return gone(p.item);
    for (const g of payload.groups ?? []) for (const m of g.members) if (!state.entity(m)) return gone(m);
    return planMake(state, [payload.chart, ...(payload.placements ?? []), ...(payload.groups ?? [])]);
  },
});
