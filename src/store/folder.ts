import { mayWrite, type StoreContext } from './context.ts';

const KEY = 'safety-folder';

/** The folder the analyst chose for safety copies. The browser keeps it as a handle, which no codec can turn into bytes; it names no case. */
export class FolderBox {
  readonly #context: StoreContext;
  constructor(context: StoreContext) {
    this.#context = context;
  }

  async get(): Promise<FileSystemDirectoryHandle | undefined> {
    return (await this.#context.db.settings.get(KEY))?.handle;
  }

  async set(handle: FileSystemDirectoryHandle): Promise<void> {
    mayWrite(this.#context);
    await this.#context.db.settings.put({ key: KEY, value: new TextEncoder().encode('true'), handle });
  }

  async remove(): Promise<void> {
    mayWrite(this.#context);
    await this.#context.db.settings.delete(KEY);
  }
}
