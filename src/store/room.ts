const PROBE = 'skein-room';
const PIECE_BYTES = 64 * 1024;

/**
 * Whether the disk takes so many bytes more, tried by writing them to a file of the origin's private file system and deleting it again. What the
 * browser estimates says nothing of a full disk, and a write of the database that fails half-way can cost all of it (`journal.ts`); a file costs
 * nobody anything. True where the browser has no such files, as on a page opened from a disk: then nothing is known.
 *
 * @param bytes rounded up to whole pieces of 64 KiB
 */
export async function hasRoom(bytes: number): Promise<boolean> {
  let folder: FileSystemDirectoryHandle;
  let writable: FileSystemWritableFileStream;
  try {
    folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle(PROBE, { create: true });
    writable = await file.createWritable();
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'QuotaExceededError');
  }
  try {
    // At random: what a disk can make small would prove nothing.
    const piece = crypto.getRandomValues(new Uint8Array(PIECE_BYTES));
    for (let written = 0; written < bytes; written += PIECE_BYTES) await writable.write(piece);
    await writable.close();
    return true;
  } catch {
    await writable.abort().catch(() => {});
    return false;
  } finally {
    await folder.removeEntry(PROBE).catch(() => {});
  }
}
