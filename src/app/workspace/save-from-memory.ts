import { appendedLog } from '#domain/change/raw-log';
import type { OpenCase } from '#queries/open-case';
import type { Skein } from '#queries/workspace';
import { openForExport } from '#store/index';
import { saveFile } from '../choose-file.ts';
import { packageName } from '../packages.ts';

/** A file that was handed out, and whether the history of the case is in it or its records alone. */
export interface CopySaved {
  readonly file: string;
  readonly history: boolean;
}

/**
 * Saves a case whose last change the disk would not take, or whose store is closed to this page: the log on the disk with that change at its
 * end; when this page can no longer read the disk, through a connection of its own; when nobody can, the records that this page holds, the
 * change among them, without their history. Undefined when none could be written.
 */
export async function saveFromMemory(skein: Skein, open: OpenCase): Promise<CopySaved | undefined> {
  const caseId = open.snapshot().state.properties?.caseId ?? '';
  try {
    const whole =
      (await fromStore(skein, open).catch(() => undefined)) ?? (await fromDisk(open).catch(() => undefined));
    const bytes = whole ?? (await fromMemory(skein, open, caseId));
    const file = packageName(caseId, open.snapshot().head.seq);
    saveFile(file, new Blob([bytes as Uint8Array<ArrayBuffer>]));
    return { file, history: whole !== undefined };
  } catch {
    return undefined;
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
