import type { OpenCase } from '#queries/open-case';
import { signal } from '#session/signal';
import type { Store } from '#store/index';

/** A copy of a case in the folder: the change number that is in it, and when it was written (UTC ISO). */
export interface SafetyCopy {
  readonly seq: number;
  readonly at: string;
}

/**
 * Copies of the case being worked on, written by themselves into a folder the analyst chose, where the browser can do that. `ask`: the browser
 * wants to be told again that it may. `gone`: the folder is not there (a stick pulled out); it is tried again after a while. `failed`: the
 * folder cannot be written, or, with a local id, that case cannot be read whole and the copy made before was left alone.
 */
export type SafetyCopies =
  | { readonly kind: 'off' }
  /** The copies this page wrote into this very folder, by local id. */
  | { readonly kind: 'ready'; readonly folder: string; readonly copies: ReadonlyMap<string, SafetyCopy> }
  | { readonly kind: 'ask' | 'gone' | 'full'; readonly folder: string }
  | { readonly kind: 'failed'; readonly folder: string; readonly localId?: string };

export const safetyCopies = signal<SafetyCopies>({ kind: 'off' });

/**
 * What this page wrote into the folder of now. Another folder begins with none, and so does one that was gone: what comes back under its name
 * may be another stick. A file saved elsewhere never counts.
 */
let copies: ReadonlyMap<string, SafetyCopy> = new Map();
/** Where they lie: another tab may choose another folder. */
let copiesIn: FileSystemDirectoryHandle | undefined;

/** What browsers give and the declared types do not know yet. */
interface Permitted {
  queryPermission?(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}
interface Picking {
  showDirectoryPicker?(options: {
    readonly mode: 'readwrite';
    readonly id: string;
  }): Promise<FileSystemDirectoryHandle>;
}
const WRITING = { mode: 'readwrite' } as const;

export function canChooseFolder(): boolean {
  return typeof (window as Picking).showDirectoryPicker === 'function';
}

/** Asks for a folder. False when none was chosen. Only in answer to a click or a key. */
export async function chooseFolder(store: Store): Promise<boolean> {
  try {
    const handle = await (window as Picking).showDirectoryPicker?.({ ...WRITING, id: 'skein' });
    if (!handle) return false;
    await store.folder.set(handle);
    copies = new Map();
    safetyCopies.set({ kind: 'ready', folder: handle.name, copies });
    return true;
  } catch {
    return false;
  }
}

export async function forgetFolder(store: Store): Promise<void> {
  await store.folder.remove().catch(() => undefined);
  copies = new Map();
  safetyCopies.set({ kind: 'off' });
}

/** At start: the folder chosen earlier, if any. After a reload the browser may want to be asked again. */
export async function rememberFolder(store: Store): Promise<void> {
  const handle = await store.folder.get().catch(() => undefined);
  if (!handle) return;
  const state = await (handle as Permitted).queryPermission?.(WRITING).catch(() => 'prompt' as const);
  const folder = handle.name;
  const granted = state === undefined || state === 'granted';
  safetyCopies.set(granted ? { kind: 'ready', folder, copies } : { kind: 'ask', folder });
}

/** Asks the browser again for a folder it knows. Only in answer to a click or a key. */
export async function allowFolder(store: Store): Promise<void> {
  const handle = await store.folder.get().catch(() => undefined);
  if (!handle) return;
  const state = await (handle as Permitted).requestPermission?.(WRITING).catch(() => 'denied' as const);
  if (state === undefined || state === 'granted') safetyCopies.set({ kind: 'ready', folder: handle.name, copies });
}

function kindOf(error: unknown): 'ask' | 'gone' | 'full' | 'failed' {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'ask';
  if (name === 'NotFoundError') return 'gone';
  return name === 'QuotaExceededError' ? 'full' : 'failed';
}

function isSame(one: FileSystemDirectoryHandle, other: FileSystemDirectoryHandle): Promise<boolean> {
  return one.isSameEntry(other).catch(() => one.name === other.name);
}

/** Whether the folder that a copy went to is still the one chosen: another tab, or this one meanwhile, may have chosen another or none. */
async function isChosen(store: Store, folder: FileSystemDirectoryHandle): Promise<boolean> {
  const now = await store.folder.get().catch(() => undefined);
  return now !== undefined && (await isSame(now, folder));
}

/** Says why there is no copy, unless it is about a folder that nobody wants copies in any more. */
async function tellFailure(store: Store, folder: FileSystemDirectoryHandle, state: SafetyCopies): Promise<void> {
  if (!(await isChosen(store, folder))) return;
  if (state.kind === 'gone') copies = new Map();
  safetyCopies.set(state);
}

/** What stands in the settings of this device about a copy: enough to know it again, and nothing of the case but numbers. */
interface KnownCopy extends SafetyCopy {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}
const keyOf = (localId: string): string => `safety-copy.${localId}`;

/** The file as a folder has it now. */
async function stampOf(handle: FileSystemFileHandle): Promise<Pick<KnownCopy, 'size' | 'lastModified'>> {
  const { size, lastModified } = await handle.getFile();
  return { size, lastModified };
}

/**
 * Whether the copy that an earlier page wrote of this very head lies in the folder as it was left: then none is written again. A file that was
 * changed, or is not there (another folder, another stick), is no copy.
 */
async function isStillThere(store: Store, open: OpenCase): Promise<boolean> {
  const { localId } = open;
  const { head } = open.snapshot();
  const known = (await store.settings.get(keyOf(localId)).catch(() => undefined)) as KnownCopy | undefined;
  if (known?.seq !== head.seq || known.hash !== head.hash) return false;
  const folder = await store.folder.get().catch(() => undefined);
  if (!folder) return false;
  const now = await folder
    .getFileHandle(known.name)
    .then(stampOf)
    .catch(() => undefined);
  if (now?.size !== known.size || now.lastModified !== known.lastModified) return false;
  await noteCopy(store, folder, localId, { seq: known.seq, at: known.at });
  return true;
}

/** Says that this copy lies in the folder, where that is still the one chosen. */
async function noteCopy(
  store: Store,
  folder: FileSystemDirectoryHandle,
  localId: string,
  copy: SafetyCopy,
): Promise<void> {
  if (!(await isChosen(store, folder))) return;
  if (copiesIn && !(await isSame(copiesIn, folder))) copies = new Map();
  copiesIn = folder;
  copies = new Map(copies).set(localId, copy);
  safetyCopies.set({ kind: 'ready', folder: folder.name, copies });
}

/**
 * Writes the case as it is on the disk; the browser puts the new file in the place of the old one only when all of it is written. A case that
 * cannot be read whole is not written: the copy made before may be the only good one.
 */
export async function writeSafetyCopy(store: Store, localId: string): Promise<void> {
  if (store.frozen || safetyCopies.get().kind === 'ask') return;
  const folder = await store.folder.get().catch(() => undefined);
  if (!folder) {
    if (!store.frozen) safetyCopies.set({ kind: 'off' });
    return;
  }
  const notWhole: SafetyCopies = { kind: 'failed', folder: folder.name, localId };
  const source = await store.packageSource(localId).catch(() => undefined);
  if (!source) return store.frozen ? undefined : tellFailure(store, folder, notWhole);
  // One file a case: ids only, for the folder may be seen by others.
  const name = `skein-${source.caseId.slice(0, 8) || 'case'}-${localId.slice(0, 4)}.skein`;
  const { writePackage } = await import('#exchange/case-package/index');
  const pieces = writePackage(source, { strict: true });
  // All of the case is read and checked before the first piece: until then no file is made or opened.
  let piece = await pieces.next().catch(() => undefined);
  if (!piece) return store.frozen ? undefined : tellFailure(store, folder, notWhole);
  let file: FileSystemFileHandle;
  try {
    file = await folder.getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    try {
      for (; !piece.done; piece = await pieces.next()) await writable.write(piece.value as Uint8Array<ArrayBuffer>);
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    return tellFailure(store, folder, { kind: kindOf(error), folder: folder.name });
  }
  const { seq, hash } = source.log.head;
  const at = new Date().toISOString();
  await store.markSavedToFile(localId, seq, name).catch(() => undefined);
  const stamp = await stampOf(file).catch(() => undefined);
  if (stamp) await store.settings.set(keyOf(localId), { seq, hash, at, name, ...stamp }).catch(() => undefined);
  await noteCopy(store, folder, localId, { seq, at });
}

/** After the first change that is in no copy; longer for a case that takes long to write. */
const PAUSE_MS = 10_000;
const PAUSE_PER_WRITING = 20;

/** Keeps copies of an open case until the answer is called, which writes the last one. */
export function keepSafetyCopies(store: Store, open: OpenCase): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = PAUSE_MS;
  let writing: Promise<void> = Promise.resolve();
  const isCopied = (): boolean => copies.get(open.localId)?.seq === open.snapshot().head.seq;
  const copy = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (safetyCopies.get().kind === 'off' || isCopied()) return;
    writing = writing.then(async () => {
      if (await isStillThere(store, open)) return;
      const begun = performance.now();
      await writeSafetyCopy(store, open.localId).catch(() => undefined);
      pause = Math.max(PAUSE_MS, PAUSE_PER_WRITING * (performance.now() - begun));
    });
  };
  const consider = (): void => {
    if (timer === undefined && !isCopied()) timer = setTimeout(copy, pause);
  };
  if (!isCopied()) writing = isStillThere(store, open).then(() => undefined);
  consider();
  const stop = [open.subscribe(consider), safetyCopies.subscribe(consider)];
  return () => {
    for (const s of stop) s();
    copy();
  };
}
