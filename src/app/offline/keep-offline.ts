import { type Signal, signal } from '#session/signal';
import { trusted } from '#threads/open-worker';
import { pageBuild } from './page-build.ts';

/** Whether a newer build than this page's is kept on this computer. */
export const newVersion: Signal<boolean> = signal(false);

/** A look at the server for a newer build, when the analyst comes back to the page; not at every glance. */
const BETWEEN_LOOKS = 5 * 60_000;
/** After the page has loaded, ms. */
const AFTER_START = 6000;
/** A worker that answers does so at once; the browser may have to start it first. */
const PATIENCE = 5000;

/**
 * Lets a service worker keep the program's files, so that it starts without its server, and watches for a newer build.
 * Says nothing where it cannot be: a file opened from disk, a browser that keeps nothing, a server without the worker.
 */
export function keepOffline(): void {
  const { serviceWorker, locks } = navigator;
  if (pageBuild === undefined || !serviceWorker || !locks) return;
  // Held as long as the page lives: while it is, the files of this build are kept.
  void locks.request(`skein-build-${pageBuild}`, { mode: 'shared' }, () => new Promise<never>(() => {}));
  const begin = () =>
    void serviceWorker
      .register(trusted('service-worker.js'), { updateViaCache: 'none' })
      .then((registration: ServiceWorkerRegistration | undefined) => registration && watch(registration))
      .catch(() => undefined);
  // What the page itself needs comes first, and whoever opens a case at once: fetching and digesting all files takes a core for a second.
  const later = () => window.setTimeout(begin, AFTER_START);
  if (document.readyState === 'complete') later();
  else window.addEventListener('load', later, { once: true });
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => void compare(registration);
  const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  navigator.serviceWorker.addEventListener('controllerchange', look);
  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - looked < BETWEEN_LOOKS) return;
    looked = performance.now();
    // No server is no fault: what is kept goes on working.
    registration.update().catch(() => undefined);
  });
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('page is up'));
  look();
}

/**
 * The build that a reload would bring is the waiting one, else the one that works for this page. A worker that was here before and does
 * not work for this page keeps an older build: the page came past it from the server.
 */
async function compare({ waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const newest = waiting ?? (navigator.serviceWorker.controller ? active : null);
  if (!newest) return;
  const build = await buildOf(newest);
  if (build !== undefined) newVersion.set(build !== pageBuild);
}

function buildOf(worker: ServiceWorker): Promise<string | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = (answer?: string) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const timer = setTimeout(done, PATIENCE);
    port1.onmessage = ({ data }) => done(typeof data === 'string' ? data : undefined);
    worker.postMessage('which build', [port2]);
  });
}

/** Reloads this page with the newest build. Other pages keep theirs until they are reloaded themselves. */
export async function reloadWithNewVersion(): Promise<void> {
  const { serviceWorker } = navigator;
  const waiting = (await serviceWorker.getRegistration())?.waiting;
  if (waiting) {
    await new Promise<void>((taken) => {
      waiting.addEventListener('statechange', () => {
        if (waiting.state === 'activated') taken();
      });
      setTimeout(taken, PATIENCE);
      waiting.postMessage('take over');
    });
  }
  window.location.reload();
}
