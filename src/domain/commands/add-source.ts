import type { Source } from '../source/source.ts';
import { command } from './command.ts';
import { planMake } from './edit.ts';

export const addSource = command({
  id: 'add-source',
  plan: (state, payload: { source: Source }) => planMake(state, [payload.source]),
});
