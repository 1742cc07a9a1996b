import { appendedLog } from '#domain/change/raw-log';
import type { OpenCase } from '#queries/open-case';
import type { Skein } from '#queries/workspace';
import { openForExport } from '#store/index';
import { saveFile } from '../choose-file.ts';
import { packageName } from '../packages.ts';

/**
 * Saves a case whose last change the disk would not take, or whose store is closed to this page: the log on the disk with that change at its
 * end; when this page can no longer read the disk, through a connection of its own; when nobody can, the records that this page holds, the
 * change among them, without their history. False when none could be written.
 */
export async function saveFromMemory(skein: Skein, open: OpenCase): Promise<boolean> {
  const caseId = open.snapshot().state.properties?.caseId ?? '';
  try {
    const bytes =
      (await fromStore(skein, open).catch(() => undefined)) ??
      (await fromDisk(open).catch(() => undefined)) ??
      (await fromMemory(skein, open, caseId));
    saveFile(packageName(caseId, open.snapshot().head.seq), new Blob([bytes as Uint8Array<ArrayBuffer>]));
    return true;
  } catch {
    return false;
  }
}

async function fromStore(skein: Skein, open: OpenCase): Promise<Uint8Array | undefined> {
  const { packageBytes } = await import('#exchange/case-package/index');
  const source = await skein.store.packageSource(open.localId, open.unsaved());
  return source && packageBytes(source);
}

/** Reads only. What the disk has must be what this page has: anything else is not this case any more. */
async function fromDisk(open: OpenCase): Promise<Uint8Array | undefined> {
  const { packageBytes } = await import('#exchange/case-package/index');
  const disk = await openForExport();
  try {
    const { head } = open.snapshot();
    const found = (await disk?.cases())?.find((c) => c.localId === open.localId && c.log.head.hash === head.hash);
    const unsaved = open.unsaved();
    return found && (await packageBytes(unsaved ? { ...found, log: appendedLog(found.log, unsaved) } : found));
  } finally {
    disk?.close();
  }
}

async function fromMemory(skein: Skein, open: OpenCase, caseId: string): Promise<Uint8Array> {
  const { packageBytes } = await import('#exchange/case-package/index');
  const author = skein.device.author() ?? { initials: '', unit: '' };
  return packageBytes({ caseId, log: open.stored.logFromMemory(author, open.unsavedSteps()) });
}
