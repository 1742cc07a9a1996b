import type { Head } from '#domain/change/change-record';
import { type LogFault, readLog } from '#domain/change/raw-log';
import type { OpenCase } from './open-case.ts';

export type Verified =
  | { readonly ok: true; readonly head: Head; readonly purged: number }
  | { readonly ok: false; readonly fault: LogFault; readonly intact: Head };

/**
 * Reads every byte of the log of an open case from the disk: digests, chain, head, and each step against the state before it.
 * Gives way to the page between portions; `progress` tells changes done of all.
 */
export async function verifyCase(
  open: OpenCase,
  progress: (done: number, of: number) => void,
  cancelled: () => boolean = () => false,
): Promise<Verified | undefined> {
  let stopped = false;
  class Stopped extends Error {}
  try {
    const read = await readLog(open.stored.log(), {
      thorough: true,
      progress: async (done, of) => {
        progress(done, of);
        await new Promise((resolve) => setTimeout(resolve, 0));
        stopped = cancelled();
        if (stopped) throw new Stopped();
      },
    });
    return read.fault
      ? { ok: false, fault: read.fault, intact: read.head }
      : { ok: true, head: read.head, purged: read.purged };
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}
