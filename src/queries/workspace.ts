import type { CaseProperties } from '#domain/case/case-properties';
import { CaseState } from '#domain/change/case-state';
import type { Author } from '#domain/change/change-record';
import type { Chart } from '#domain/chart/chart';
import { isRefusal } from '#domain/commands/command';
import { commandById } from '#domain/commands/index';
import { defaultStages } from '#domain/stages/index';
import {
  type ListedCase,
  type LoadProblem,
  type OpenReport,
  openStore,
  type Store,
  type StoreEvent,
  type StoreOptions,
  type StoreProblem,
} from '#store/index';
import { newId } from './ids.ts';
import type { OpenCase } from './open-case.ts';
import { pageCase } from './page-case.ts';

export type { ListedCase, LoadProblem, OpenReport, StoreProblem };

/** What the analyst fills in for a new case; the rest comes from the device. */
export interface NewCase {
  readonly title: string;
  readonly reference?: string;
  readonly marking?: string;
  readonly unit?: string;
  readonly zone?: string;
  /** Name of the first chart, in the analyst's language. */
  readonly chartName: string;
}

export type OpenResult = { readonly ok: true; readonly case: OpenCase } | LoadProblem;

/** The program behind the page: cases on this computer, and who sits in front of it. One per tab. */
export interface Skein {
  readonly store: Store;
  readonly report: OpenReport;
  readonly device: Device;
  listCases(): Promise<ListedCase[]>;
  /** Resolves with the local id once the case is on disk; null when it could not be written. */
  createCase(fresh: NewCase): Promise<string | null>;
  openCase(localId: string): Promise<OpenResult>;
  /** Goes on with what is left of a damaged or shortened case, after the recovery screen. */
  acceptWhatIsLeft(localId: string): Promise<OpenResult>;
  duplicateCase(localId: string): Promise<boolean>;
  deleteCase(localId: string): Promise<void>;
  /** Renames a case without opening it for work. */
  renameCase(localId: string, title: string): Promise<boolean>;
  subscribe(listener: (event: StoreEvent) => void): () => void;
}

/** Settings of this computer, read once at start, written through. They are no part of any case. */
export interface Device {
  author(): Author | null;
  setAuthor(author: Author): Promise<void>;
  get(key: string): unknown;
  set(key: string, value: unknown): Promise<void>;
  subscribe(listener: () => void): () => void;
}

async function openDevice(store: Store): Promise<Device> {
  const values = await store.settings.all();
  const listeners = new Set<() => void>();
  const device: Device = {
    author() {
      const a = values.get('author');
      if (typeof a !== 'object' || a === null || !('initials' in a) || !('unit' in a)) return null;
      return typeof a.initials === 'string' && typeof a.unit === 'string'
        ? { initials: a.initials, unit: a.unit }
        : null;
    },
    setAuthor: (author) => device.set('author', author),
    get: (key) => values.get(key),
    async set(key, value) {
      values.set(key, value);
      for (const l of [...listeners]) l();
      await store.settings.set(key, value);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return device;
}

/** Opens the store of this device and what stands on it, or says why there is none. */
export async function createSkein(options: StoreOptions = {}): Promise<Skein | StoreProblem> {
  const store = await openStore(options);
  if ('problem' in store) return store;
  const device = await openDevice(store);
  const author = (): Author => device.author() ?? { initials: '', unit: '' };
  const frozenListeners = new Set<() => void>();
  store.subscribe((e) => {
    if (e.type === 'frozen') for (const l of [...frozenListeners]) l();
  });

  const wrap = (result: Awaited<ReturnType<Store['openCase']>>): OpenResult =>
    result.ok
      ? {
          ok: true,
          case: pageCase(result.case, {
            author,
            frozen: () => store.frozen,
            onFrozen(listener) {
              frozenListeners.add(listener);
              return () => frozenListeners.delete(listener);
            },
            close: () => void store.closeCase(result.case.localId),
          }),
        }
      : result;

  return {
    store,
    report: store.report,
    device,
    listCases: () => store.listCases(),
    async createCase(fresh) {
      const properties: CaseProperties = {
        id: 'case',
        kind: 'case',
        caseId: newId(),
        title: fresh.title,
        ...(fresh.reference && { reference: fresh.reference }),
        ...(fresh.marking && { marking: fresh.marking }),
        ...(fresh.unit && { unit: fresh.unit }),
        zone: fresh.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
        stages: [...defaultStages],
      };
      const chart: Chart = {
        id: newId(),
        kind: 'chart',
        name: fresh.chartName,
        multiplicity: 'single',
        skin: 'icons',
      };
      const payload = { properties, chart };
      const steps = commandById('create-case')!.plan(new CaseState(), payload as never);
      if (isRefusal(steps)) throw new Error(steps.refused);
      const result = await store.createCase({ command: 'create-case', author: author(), steps, payload });
      return result.localId ?? null;
    },
    openCase: async (localId) => wrap(await store.openCase(localId)),
    acceptWhatIsLeft: async (localId) => wrap(await store.acceptWhatIsLeft(localId)),
    duplicateCase: async (localId) => (await store.duplicateCase(localId)).ok,
    deleteCase: (localId) => store.deleteCase(localId),
    async renameCase(localId, title) {
      const opened = wrap(await store.openCase(localId));
      if (!opened.ok) return false;
      const outcome = await opened.case.run('edit-case-properties', { set: { title } });
      opened.case.close();
      return outcome.saved;
    },
    subscribe: (listener) => store.subscribe(listener),
  };
}
