const PROBE = 'skein-room';
const PIECE_BYTES = 64 * 1024;

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

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
    return !isFull(error);
  }
  try {
    // At random: what a disk can make small would prove nothing.
    const piece = crypto.getRandomValues(new Uint8Array(PIECE_BYTES));
    for (let written = 0; written < bytes; written += PIECE_BYTES) await writable.write(piece);
    await writable.close();
    return true;
  } catch (error) {
    await writable.abort().catch(() => {});
    // Any other fault is one of the file, and says nothing of the disk.
    return !isFull(error);
  } finally {
    await folder.removeEntry(PROBE).catch(() => {});
  }
}
