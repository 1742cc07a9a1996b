import type { Author, Head } from '#domain/change/change-record';
import type { RawLog } from '#domain/change/raw-log';
import type { Handlers } from '#threads/serve';
import { type Comparison, compareLogs } from './case-package/compare-logs.ts';
import { type PackageRefusal, type ReadPackage, readPackage } from './case-package/read-package.ts';
import { type Report, reporting } from './reporting.ts';

/** A package that was read and verified; the worker keeps it until the next is read. */
export interface PackageFound {
  readonly ok: true;
  readonly caseId: string;
  readonly head: Head;
}

/** Why a package is not opened. `rescuable`: something can still be read; `rescue-package` makes a case of it. */
export type PackageRefused = Omit<PackageRefusal, 'salvage'> & { readonly rescuable: boolean };

/** What became of a case that was written; the codes of a refusal are the store's. */
export type CaseWritten =
  | { readonly ok: true; readonly localId: string }
  | { readonly ok: false; readonly code: string };

/** What became of a rescue: how many changes could be read, how many are lost. */
export type CaseRescued =
  | { readonly ok: true; readonly localId: string; readonly salvaged: number; readonly lost: number }
  | { readonly ok: false; readonly code: string };

/** The cases of this computer, as far as packages need them. */
export interface CaseShelf {
  /** The log of a case that is here; undefined when there is none. */
  log(localId: string): Promise<RawLog | undefined>;
  /** Writes a verified package as a new case, visible only when all of it is there. */
  write(read: ReadPackage): Promise<CaseWritten>;
  rescue(log: RawLog, author: Author): Promise<CaseRescued>;
}

/** Reading a case package: verified whole before anything is asked, and written only when asked for. */
export type PackageTasks = {
  readonly 'read-package': {
    readonly params: { readonly file: Blob };
    /** `file-unreadable`: its bytes could not be had. */
    readonly result: PackageFound | PackageRefused | { readonly ok: false; readonly code: 'file-unreadable' };
  };
  /** How the package that was read stands to copies that are here; null where a log cannot be read. */
  readonly 'compare-package': {
    readonly params: { readonly localIds: readonly string[] };
    readonly result: readonly (Comparison | null)[];
  };
  /** Refuses with `package-lost` when the worker no longer has it, else with the store's code. */
  readonly 'write-package': { readonly params: null; readonly result: CaseWritten };
  readonly 'rescue-package': { readonly params: { readonly author: Author }; readonly result: CaseRescued };
};

export interface PackageContract {
  readonly load: never;
  readonly tasks: PackageTasks;
}

const LOST = { ok: false, code: 'package-lost' } as const;

export function packageHandlers(shelf: () => Promise<CaseShelf>): Handlers<PackageContract> {
  let found: ReadPackage | undefined;
  let salvage: RawLog | undefined;
  return {
    'read-package': ({ file }, { signal }) =>
      reporting(async (report: Report) => {
        found = undefined;
        salvage = undefined;
        const bytes = await bytesOf(file);
        if (!bytes) return { ok: false, code: 'file-unreadable' };
        const breathe = pacer(signal);
        const read = await readPackage(bytes, {
          breathe,
          progress: async (done, of) => {
            report({ done, of, stage: 'read' });
            await breathe();
          },
        });
        if (read.ok) {
          found = read;
          return { ok: true, caseId: read.caseId, head: read.head };
        }
        const { salvage: left, ...refusal } = read;
        salvage = left;
        return { ...refusal, rescuable: left !== undefined };
      }),

    'compare-package': ({ localIds }) =>
      reporting(async () => {
        const { log } = found ?? {};
        const cases = await shelf();
        const compared: (Comparison | null)[] = [];
        for (const localId of localIds) {
          const here = await cases.log(localId).catch(() => undefined);
          compared.push(here && log ? await compareLogs(here, log) : null);
        }
        return compared;
      }),

    'write-package': () =>
      reporting(async () => {
        if (!found) return LOST;
        const written = await (await shelf()).write(found);
        if (written.ok) found = undefined;
        return written;
      }),

    'rescue-package': ({ author }) => reporting(async () => (salvage ? (await shelf()).rescue(salvage, author) : LOST)),
  };
}

/** A file may vanish between being chosen and being read. */
async function bytesOf(file: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Hears what the page has to say after some 12 ms of work; throws once it has cancelled. */
function pacer(signal: AbortSignal): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 12) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    last = performance.now();
  };
}
