import { decodeJson, encodeJson } from './codec.ts';
import { mayWrite, type StoreContext } from './context.ts';

/** What belongs to this computer and not to a case: settings, saved import mappings. Keys say nothing of a case. */
export class DeviceBox {
  readonly #context: StoreContext;
  readonly #table: 'settings' | 'mappings';
  constructor(context: StoreContext, table: 'settings' | 'mappings') {
    this.#context = context;
    this.#table = table;
  }

  /** `undefined` when absent or unreadable. The caller checks the shape: an older program may have written it. */
  async get(key: string): Promise<unknown> {
    const row = await this.#context.db[this.#table].get(key);
    return row && decodeJson(this.#context.codec, row.value).catch(() => undefined);
  }

  async set(key: string, value: unknown): Promise<void> {
    const bytes = await encodeJson(this.#context.codec, value);
    mayWrite(this.#context);
    await this.#context.db[this.#table].put({ key, value: bytes });
  }

  async remove(key: string): Promise<void> {
    mayWrite(this.#context);
    await this.#context.db[this.#table].delete(key);
  }

  async all(): Promise<Map<string, unknown>> {
    const found = new Map<string, unknown>();
    for (const row of await this.#context.db[this.#table].toArray()) {
      found.set(row.key, await decodeJson(this.#context.codec, row.value).catch(() => undefined));
    }
    return found;
  }
}
