import { type AppliedMeasure, appliedMeasureId } from '../chart/applied-measure.ts';
import { command } from './command.ts';

/** Shows all entities of a chart alike again. */
export const clearMeasure = command({
  id: 'clear-measure',
  plan(state, payload: { chart: string; use: AppliedMeasure['use'] }) {
    const id = appliedMeasureId(payload.chart, payload.use);
    const before = state.get(id);
    return before ? [{ id, before, after: null }] : [];
  },
});
