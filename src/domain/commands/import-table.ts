import { conflictOf } from '../change/log.ts';
import type { Step } from '../change/step.ts';
import { command } from './command.ts';

/**
 * A table brought in. The exchange worker plans the steps against the state it was given; they are taken whole, or
 * refused when a record they alter has moved on since. Large imports are staged: the payload kept in the log is the summary alone.
 */
export const importTable = command({
  id: 'import-table',
  plan(state, payload: { summary: ImportSummary; steps: readonly Step[] }) {
    const conflict = conflictOf(state, payload.steps);
    return conflict ? { refused: 'moved-on', detail: { id: conflict.id } } : payload.steps;
  },
});

export interface ImportSummary {
  readonly source: string;
  /** accepted + rejected + aside = rows. */
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Header, lines above it, totals, blank lines. Missing in logs of earlier versions: there they count as rejected. */
  readonly aside?: number;
  readonly entitiesMade: number;
  readonly entitiesMatched: number;
  readonly linksMade: number;
}
