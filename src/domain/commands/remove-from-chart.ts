import type { Step } from '../change/step.ts';
import { placementId } from '../chart/placement.ts';
import { command } from './command.ts';
import { leaveGroups } from './delete-records.ts';
import { gone } from './edit.ts';

/** Takes entities off one chart, out of its groups and the figures it shows; the records, and other charts, stay as they are. */
export const removeFromChart = command({
  id: 'remove-from-chart',
  plan(state, payload: { chart: string; items: readonly string[] }) {
    if (!state.find('chart', payload.chart)) return gone(payload.chart);
    const steps: Step[] = [];
    const items = new Set(payload.items);
    for (const item of items) {
      const id = placementId(payload.chart, item);
      const before = state.find('placement', id);
      if (before) steps.push({ id, before, after: null });
    }
    const groups = [...state.placementsOn(payload.chart)].filter((id) => state.find('group', id));
    steps.push(...leaveGroups(state, groups, items));
    for (const id of state.placementsOn(payload.chart)) {
      const before = state.find('applied-measure', id);
      const values = before?.values.filter((v) => !items.has(v.entity));
      if (before && values && values.length < before.values.length)
        steps.push({ id, before, after: { ...before, values } });
    }
    return steps;
  },
});
