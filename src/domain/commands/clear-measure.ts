import { appliedMeasureId, type MeasureUse } from '../chart/applied-measure.ts';
import { command } from './command.ts';

/** Takes figures off a chart again, of one use or of several at once. */
export const clearMeasure = command({
  id: 'clear-measure',
  plan(state, payload: { chart: string; use: MeasureUse | readonly MeasureUse[] }) {
    const uses = new Set(typeof payload.use === 'string' ? [payload.use] : payload.use);
    return [...uses].flatMap((use) => {
      const id = appliedMeasureId(payload.chart, use);
      const before = state.get(id);
      return before ? [{ id, before, after: null }] : [];
    });
  },
});
