import type { Author, Head, LocalId } from '#domain/change/change-record';
import type { LogFault, RawLog } from '#domain/change/raw-log';
import { rescueLog } from '#domain/change/rescue-log';
import { summaryOf } from './case-summary.ts';
import { type FailureReason, readClock } from './commit.ts';
import type { StoreContext } from './context.ts';
import { importLog } from './import-log.ts';

export type Rescue =
  | {
      readonly ok: true;
      readonly localId: LocalId;
      readonly intact: Head;
      /** Missing when the log was sound and was taken over as it is. */
      readonly fault?: LogFault;
      readonly salvaged: number;
      readonly lost: number;
    }
  /** `nothing-readable`: not one record is left. */
  | { readonly ok: false; readonly code: 'no-such-case' | 'nothing-readable' | 'log-altered' | FailureReason };

/** Saves what can be read of a damaged log as a new case. */
export async function rescue(context: StoreContext, log: RawLog, author: Author): Promise<Rescue> {
  const rescued = await rescueLog(log, {
    author,
    clock: readClock(context, undefined, undefined).reading,
    salt: context.salt,
    newCaseId: context.newId,
  });
  const properties = rescued?.state.properties;
  if (!rescued || !properties) return { ok: false, code: 'nothing-readable' };
  const written = await importLog(context, rescued.log, summaryOf(properties, rescued.state));
  if (!written.ok) return { ok: false, code: written.code };
  const { intact, fault, salvaged, lost } = rescued;
  return { ok: true, localId: written.localId, intact, ...(fault && { fault }), salvaged, lost };
}
