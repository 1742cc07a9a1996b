import type { OpenCase } from '#queries/open-case';
import { signal } from '#session/signal';
import type { Store } from '#store/index';

/**
 * Copies of the case being worked on, written by themselves into a folder the analyst chose, where the browser can do that. `ask`: the browser
 * wants to be told again that it may. `gone`: the folder is not there (a stick pulled out); it is tried again at the next change.
 */
export type SafetyCopies =
  | { readonly kind: 'off' }
  | { readonly kind: 'ready'; readonly folder: string; readonly at?: string }
  | { readonly kind: 'ask' | 'gone' | 'full' | 'failed'; readonly folder: string };

export const safetyCopies = signal<SafetyCopies>({ kind: 'off' });

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
    safetyCopies.set({ kind: 'ready', folder: handle.name });
    return true;
  } catch {
    return false;
  }
}

export async function forgetFolder(store: Store): Promise<void> {
  await store.folder.remove().catch(() => undefined);
  safetyCopies.set({ kind: 'off' });
}

/** At start: the folder chosen earlier, if any. After a reload the browser may want to be asked again. */
export async function rememberFolder(store: Store): Promise<void> {
  const handle = await store.folder.get().catch(() => undefined);
  if (!handle) return;
  const state = await (handle as Permitted).queryPermission?.(WRITING).catch(() => 'prompt' as const);
  safetyCopies.set({ kind: state === undefined || state === 'granted' ? 'ready' : 'ask', folder: handle.name });
}

/** Asks the browser again for a folder it knows. Only in answer to a click or a key. */
export async function allowFolder(store: Store): Promise<void> {
  const handle = await store.folder.get().catch(() => undefined);
  if (!handle) return;
  const state = await (handle as Permitted).requestPermission?.(WRITING).catch(() => 'denied' as const);
  if (state === undefined || state === 'granted') safetyCopies.set({ kind: 'ready', folder: handle.name });
}

function kindOf(error: unknown): 'ask' | 'gone' | 'full' | 'failed' {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'ask';
  if (name === 'NotFoundError') return 'gone';
  return name === 'QuotaExceededError' ? 'full' : 'failed';
}

/**
 * Writes the case as it is on the disk; the browser puts the new file in the place of the old one only when all of it is written. Answers with
 * the change number that is in it.
 */
async function writeCopy(store: Store, localId: string): Promise<number | undefined> {
  const folder = await store.folder.get().catch(() => undefined);
  if (!folder || store.frozen || safetyCopies.get().kind === 'ask') return undefined;
  const source = await store.packageSource(localId).catch(() => undefined);
  if (!source) return undefined;
  // One file a case: ids only, for the folder may be seen by others.
  const name = `skein-${source.caseId.slice(0, 8) || 'case'}-${localId.slice(0, 4)}.skein`;
  try {
    const { writePackage } = await import('#exchange/case-package/index');
    const file = await folder.getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    try {
      for await (const piece of writePackage(source)) await writable.write(piece as Uint8Array<ArrayBuffer>);
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
    const { seq } = source.log.head;
    await store.markSavedToFile(localId, seq, name);
    safetyCopies.set({ kind: 'ready', folder: folder.name, at: new Date().toISOString() });
    return seq;
  } catch (error) {
    safetyCopies.set({ kind: kindOf(error), folder: folder.name });
    return undefined;
  }
}

/** After the first change that is in no copy; longer for a case that takes long to write. */
const PAUSE_MS = 10_000;
const PAUSE_PER_WRITING = 20;

/** Keeps copies of an open case until the answer is called, which writes the last one. */
export function keepSafetyCopies(store: Store, open: OpenCase): () => void {
  let copied: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = PAUSE_MS;
  let writing: Promise<void> = Promise.resolve();
  const copy = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (safetyCopies.get().kind === 'off' || open.snapshot().head.seq === copied) return;
    writing = writing.then(async () => {
      const begun = performance.now();
      copied = (await writeCopy(store, open.localId)) ?? copied;
      pause = Math.max(PAUSE_MS, PAUSE_PER_WRITING * (performance.now() - begun));
    });
  };
  const consider = (): void => {
    if (timer === undefined && open.snapshot().head.seq !== copied) timer = setTimeout(copy, pause);
  };
  void store
    .lastSavedToFile(open.localId)
    .catch(() => undefined)
    .then((saved) => {
      copied ??= saved?.seq;
      consider();
    });
  const stop = [open.subscribe(consider), safetyCopies.subscribe(consider)];
  return () => {
    for (const s of stop) s();
    copy();
  };
}
