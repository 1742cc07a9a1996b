import { exchangeHandlers } from '#exchange/worker-tasks';
import { openStore } from '#store/index';
import type { Store } from '#store/store';
import { type WebPort, webPort } from '#threads/port';
import { serve } from '#threads/serve';

let store: Promise<Store> | undefined;

/** The worker's own connection, opened for the first import that is written. */
async function ownStore(): Promise<Store> {
  // A worker has no localStorage; the page keeps the sentinels.
  const opened = await openStore({ localStorage: () => undefined });
  if ('problem' in opened) throw new DOMException('no store', 'InvalidStateError');
  return opened;
}

const handlers = exchangeHandlers({
  newId: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join(''),
  openStage: async (localId) => {
    store ??= ownStore().catch((error) => {
      store = undefined;
      throw error;
    });
    return (await store).beginStage(localId);
  },
});

// The page's worker: its global scope is the port.
serve(webPort(globalThis as unknown as WebPort), handlers);
