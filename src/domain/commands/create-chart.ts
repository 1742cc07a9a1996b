import type { Chart } from '../chart/chart.ts';
import type { Placement } from '../chart/placement.ts';
import { command } from './command.ts';
import { gone, planMake } from './edit.ts';

/** A chart on the records of the case, empty or with a first set of placements (a copy of part of another chart). */
export const createChart = command({
  id: 'create-chart',
  plan(state, payload: { chart: Chart; placements?: readonly Placement[] }) {
    for (const p of payload.placements ?? []) if (!state.get(p.item)) return gone(p.item);
    return planMake(state, [payload.chart, ...(payload.placements ?? [])]);
  },
});
