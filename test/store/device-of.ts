import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { CaseProperties } from '#domain/case/case-properties';
import type { CaseState } from '#domain/change/case-state';
import type { Author } from '#domain/change/change-record';
import type { Step } from '#domain/change/step';
import type { Entity } from '#domain/entity/entity';
import type { CommitRequest, OpenCase, StoreOptions } from '#store/index';
import { openStore, Store } from '#store/index';

export const analyst: Author = { initials: 'AB', unit: 'Unit 1' };

/** localStorage as a Map, shared by the tabs of one device. */
class MemoryStorage implements Storage {
  readonly #entries = new Map<string, string>();
  get length(): number {
    return this.#entries.size;
  }
  clear(): void {
    this.#entries.clear();
  }
  getItem(key: string): string | null {
    return this.#entries.get(key) ?? null;
  }
  key(index: number): string | null {
    return [...this.#entries.keys()][index] ?? null;
  }
  removeItem(key: string): void {
    this.#entries.delete(key);
  }
  setItem(key: string, value: string): void {
    this.#entries.set(key, value);
  }
}

let devices = 0;

/** A computer: one IndexedDB, one localStorage, and as many tabs as are opened on it. */
export class Device {
  readonly indexedDB = new IDBFactory();
  readonly localStorage = new MemoryStorage();
  readonly name = `skein-test-${++devices}-${process.pid}`;
  now = Date.UTC(2026, 0, 5, 8);
  #salts = 0;

  options(more: Partial<StoreOptions> = {}): StoreOptions {
    return {
      name: this.name,
      indexedDB: this.indexedDB,
      IDBKeyRange,
      localStorage: () => this.localStorage,
      locks: undefined,
      clock: { now: () => this.now, monotonic: () => this.now, zone: 'Asia/Bangkok' },
      salt: () => {
        const salt = new Uint8Array(16);
        new DataView(salt.buffer).setUint32(0, ++this.#salts);
        return salt;
      },
      snapshotDelay: 1e6,
      ...more,
    };
  }

  async tab(more: Partial<StoreOptions> = {}): Promise<Store> {
    const store = await openStore(this.options(more));
    if (!(store instanceof Store)) throw new Error(store.problem);
    return store;
  }
}

export const properties: CaseProperties = {
  id: 'case',
  kind: 'case',
  caseId: 'c-0001',
  title: 'Harbour',
  zone: 'Asia/Bangkok',
  stages: ['recruit', 'move'],
};

export function person(id: string, label: string): Entity {
  return { id, kind: 'entity', type: 'person', label };
}

/** Adds an entity, or gives the one that stands a new label. */
export function label(id: string, text: string): CommitRequest {
  return {
    command: 'test-label',
    author: analyst,
    plan: (state: CaseState) => {
      const before = state.entity(id) ?? null;
      const after = before ? { ...before, label: text } : person(id, text);
      return { steps: [{ id, before, after }], payload: { id, text } };
    },
  };
}

export function add(...entities: Entity[]): CommitRequest {
  const steps: Step[] = entities.map((e) => ({ id: e.id, before: null, after: e }));
  return { command: 'test-add', author: analyst, plan: () => ({ steps, payload: { n: entities.length } }) };
}

export async function makeCase(store: Store, title = properties.title): Promise<string> {
  const made = await store.createCase({
    command: 'create-case',
    author: analyst,
    steps: [{ id: 'case', before: null, after: { ...properties, title } }],
    payload: {},
  });
  if (!made.localId) throw new Error('the case was not made');
  return made.localId;
}

export async function open(store: Store, localId: string): Promise<OpenCase> {
  const result = await store.openCase(localId);
  if (!result.ok) throw new Error(result.code);
  return result.case;
}

/** Waits for messages between tabs. */
export async function until(true_: () => boolean, ms = 2000): Promise<void> {
  const end = Date.now() + ms;
  while (!true_()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
