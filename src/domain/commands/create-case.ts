import type { CaseProperties } from '../case/case-properties.ts';
import { CREATE_CASE } from '../change/history.ts';
import type { Chart } from '../chart/chart.ts';
import { command } from './command.ts';
import { planMake } from './edit.ts';

/** The first change of a log. The first chart comes with it, so that an empty case has somewhere to draw. */
export const createCase = command({
  id: CREATE_CASE,
  plan(state, payload: { properties: CaseProperties; chart?: Chart }) {
    if (state.properties) return { refused: 'case-exists' };
    return planMake(state, payload.chart ? [payload.properties, payload.chart] : [payload.properties]);
  },
});
