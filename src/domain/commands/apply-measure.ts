import { type AppliedMeasure, appliedMeasureId } from '../chart/applied-measure.ts';
import { placementId } from '../chart/placement.ts';
import { command } from './command.ts';
import { gone } from './edit.ts';

/** Sizes, colours, outlines, labels or marks a chart by a figure, naming entities on that chart alone; what showed the same use before is replaced. */
export const applyMeasure = command({
  id: 'apply-measure',
  plan(state, payload: { applied: Omit<AppliedMeasure, 'id' | 'kind'> }) {
    const { chart, use } = payload.applied;
    if (!state.find('chart', chart)) return gone(chart);
    const id = appliedMeasureId(chart, use);
    const values = payload.applied.values.filter((v) => state.find('placement', placementId(chart, v.entity)));
    return [{ id, before: state.get(id) ?? null, after: { ...payload.applied, values, id, kind: 'applied-measure' } }];
  },
});
