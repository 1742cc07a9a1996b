import type { OpenCase } from '#queries/open-case';
import type { Skein } from '#queries/workspace';
import { saveFile } from '../choose-file.ts';
import { packageName } from '../packages.ts';

/**
 * Saves a case whose last change the disk would not take: the log on the disk with that change at its end, or, when the disk can no longer be
 * read, the records that this page holds, without their history. False when neither could be written.
 */
export async function saveFromMemory(skein: Skein, open: OpenCase): Promise<boolean> {
  const author = skein.device.author() ?? { initials: '', unit: '' };
  const caseId = open.snapshot().state.properties?.caseId ?? '';
  try {
    const { packageBytes } = await import('#exchange/case-package/index');
    const source = await skein.store.packageSource(open.localId, open.unsaved()).catch(() => undefined);
    const bytes =
      (source && (await packageBytes(source).catch(() => undefined))) ??
      (await packageBytes({ caseId, log: open.stored.logFromMemory(author) }));
    saveFile(packageName(caseId, open.snapshot().head.seq), new Blob([bytes as Uint8Array<ArrayBuffer>]));
    return true;
  } catch {
    return false;
  }
}
