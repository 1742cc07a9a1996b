import { type CaseShelf, type PackageContract, packageHandlers } from '#exchange/package-tasks';
import type { ExchangeContract } from '#exchange/worker-contract';
import { exchangeHandlers } from '#exchange/worker-tasks';
import { openStore, summaryOf } from '#store/index';
import type { Store } from '#store/store';
import { type WebPort, webPort } from '#threads/port';
import { serve } from '#threads/serve';

let opening: Promise<Store> | undefined;

/** The worker's own connection, opened for the first case that is written. */
function store(): Promise<Store> {
  opening ??= ownStore().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function ownStore(): Promise<Store> {
  // A worker has no localStorage; the page keeps the sentinels.
  const opened = await openStore({ localStorage: () => undefined });
  if ('problem' in opened) throw new DOMException('no store', 'InvalidStateError');
  return opened;
}

async function shelf(): Promise<CaseShelf> {
  const cases = await store();
  return {
    log: (localId) => cases.log(localId),
    write: ({ log, properties, blobs, extras, state }) =>
      cases.importLog(log, summaryOf(properties, state), { blobs: () => blobs, extras, folded: state }),
    rescue: (log, author) => cases.rescueLog(log, author),
  };
}

interface Contract {
  readonly load: never;
  readonly tasks: ExchangeContract['tasks'] & PackageContract['tasks'];
}

const handlers = {
  ...exchangeHandlers({
    newId: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join(''),
    openStage: async (localId) => (await store()).beginStage(localId),
  }),
  ...packageHandlers(shelf),
};

// The page's worker: its global scope is the port.
serve<Contract>(webPort(globalThis as unknown as WebPort), handlers);
