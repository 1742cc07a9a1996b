import type { Statement } from '../statement/statement.ts';
import { command } from './command.ts';
import { gone, planMake } from './edit.ts';

/** Adds statements: "this source says so (or denies it), there". */
export const stateBasis = command({
  id: 'state-basis',
  plan(state, payload: { statements: readonly Statement[] }) {
    for (const s of payload.statements) {
      if (!state.get(s.about.record)) return gone(s.about.record);
      if (!state.find('source', s.source)) return gone(s.source);
    }
    return planMake(state, payload.statements);
  },
});
