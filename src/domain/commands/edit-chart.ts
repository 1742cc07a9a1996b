import type { Chart } from '../chart/chart.ts';
import { command } from './command.ts';
import { type Edit, planEdit } from './edit.ts';

/** Name, multiplicity, skin, as-of date, notes of a chart. */
export const editChart = command({
  id: 'edit-chart',
  plan: (state, payload: Edit<Chart>) => planEdit(state, 'chart', payload),
});
