import type { Author } from '#domain/change/change-record';
import type { OpenCase } from '#queries/open-case';
import { saveFile } from '../choose-file.ts';
import { packageName } from '../packages.ts';

/** Saves what this page holds in memory, when the disk under it is full or gone. False when that could not be written either. */
export async function saveFromMemory(open: OpenCase, author: Author): Promise<boolean> {
  const caseId = open.snapshot().state.properties?.caseId ?? '';
  try {
    const { packageBytes } = await import('#exchange/case-package/index');
    const log = open.stored.logFromMemory(author);
    const bytes = await packageBytes({ caseId, log });
    saveFile(packageName(caseId, open.snapshot().head.seq), new Blob([bytes as Uint8Array<ArrayBuffer>]));
    return true;
  } catch {
    return false;
  }
}
