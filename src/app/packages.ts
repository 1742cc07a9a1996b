import { t } from '#i18n/index';
import { fileName } from '#queries/file-name';
import { PackageReading } from '#queries/packages';
import type { Skein } from '#queries/workspace';
import { startJob } from '#session/jobs';
import { openForExport } from '#store/index';
import { openWorker } from '#threads/open-worker';
import exchangeAddress from '../workers/exchange.ts?worker&url';
import { saveFile } from './choose-file.ts';

/** What became of a file that was opened as a case package. */
export type PackageOpened =
  | { readonly ok: true; readonly localId: string }
  /** The analyst chose not to go on. */
  | { readonly ok: false; readonly cancelled: true }
  /** Refused: message `package.refused.<code>`. */
  | { readonly ok: false; readonly code: string };

export type PackageSaved = { readonly ok: true; readonly file: string } | { readonly ok: false; readonly code: string };

/** Case packages as the page handles them. */
export interface Packages {
  /** Writes the case to a file and notes when; the file's name says nothing of the case. */
  save(localId: string): Promise<PackageSaved>;
  /** Verifies all of it before anything is written. A `sample` opens without questions, as a case of its own. */
  open(file: Blob, options?: { readonly sample?: boolean }): Promise<PackageOpened>;
}

/** Lets the page draw and answer once 25 ms of work are done; more often would only cost time (a browser waits 4 ms at each turn). */
function pacer(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 25) return;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}

export function createPackages(skein: Skein): Packages {
  const { store } = skein;
  return {
    async save(localId) {
      const job = startJob(t('package.saving'));
      const giveWay = pacer();
      try {
        const source = await store.packageSource(localId);
        if (!source) return { ok: false, code: 'no-such-case' };
        const { writePackage } = await import('#exchange/case-package/index');
        const pieces: Uint8Array<ArrayBuffer>[] = [];
        const progress = async (done: number, of: number) => {
          job.progress(done, of);
          await giveWay();
        };
        for await (const piece of writePackage(source, { progress })) pieces.push(piece as Uint8Array<ArrayBuffer>);
        const file = packageName(source.caseId, source.log.head.seq);
        saveFile(file, new Blob(pieces));
        await store.markSavedToFile(localId, source.log.head.seq, file);
        return { ok: true, file };
      } catch (error) {
        return { ok: false, code: error instanceof RangeError ? 'too-large' : 'unreadable' };
      } finally {
        job.end();
      }
    },

    async open(file, { sample = false } = {}) {
      const stop = new AbortController();
      const reading = new PackageReading(() => openWorker(exchangeAddress));
      let job = startJob(t('package.reading'), () => stop.abort());
      try {
        const read = await reading.read(file, {
          signal: stop.signal,
          onProgress: ({ done, of }) => job.progress(done, of),
        });
        if (!read.ok && read.code === 'cancelled') return { ok: false, cancelled: true };
        if (!read.ok) {
          if (!('detail' in read)) return { ok: false, code: read.code };
          job.end();
          const { askRescue } = await import('./package-questions.tsx');
          return await askRescue(read, () => reading.rescue(skein.device.author() ?? { initials: '', unit: '' }));
        }
        const copies = sample ? [] : await store.copiesOf(read.caseId);
        if (copies.length > 0) {
          const compared = await reading.compare(copies.map((c) => c.localId));
          job.end();
          const { askCopy } = await import('./package-questions.tsx');
          const answer = await askCopy(
            copies.map((copy, i) => ({ copy, comparison: compared[i] ?? undefined })),
            read.head,
          );
          if (answer === undefined) return { ok: false, cancelled: true };
          if (answer !== 'copy') return { ok: true, localId: answer };
        }
        // Writing is one transaction after another of which the last counts: it is waited for, not given up half way.
        job.end();
        job = startJob(t('package.reading'));
        const brought = await reading.write();
        if (!brought.ok) return brought;
        // What came from a file is in a file; of a sample, in the program's own, which nobody saved.
        if (sample) await store.markFromProgram(brought.localId, read.head.seq);
        else await store.markSavedToFile(brought.localId, read.head.seq);
        return brought;
      } catch {
        return { ok: false, code: 'file-unreadable' };
      } finally {
        job.end();
        reading.end();
      }
    },
  };
}

/** An id, a number and the time only: the name stays in the browser's list of downloads. */
export function packageName(caseId: string, seq: number): string {
  return fileName('', caseId, seq, new Date(), 'skein');
}

/**
 * Saves every case, or one, straight from the database, without the program around it: for the outer error rings, and for a database that a
 * newer version made. Answers with the number of files.
 */
export async function saveFromDisk(localId?: string): Promise<number> {
  const store = await openForExport();
  if (!store) return 0;
  const { packageBytes } = await import('#exchange/case-package/index');
  let saved = 0;
  try {
    for (const one of await store.cases()) {
      if (localId !== undefined && one.localId !== localId) continue;
      const bytes = await packageBytes(one);
      saveFile(packageName(one.caseId, one.log.head.seq), new Blob([bytes as Uint8Array<ArrayBuffer>]));
      saved++;
    }
  } finally {
    store.close();
  }
  return saved;
}
