/**
 * Keeps the program's own files on this computer, so that it starts without its server. The build puts the constant `build` above this
 * text (`scripts/offline.mjs`): the build's id, and the address and digest of every file it ships.
 *
 * A page keeps the build it began with. Every address in the list is of one content only (a digest in the name, or the build's id behind
 * it), so whichever worker answers, a page gets the files of its own build. The page itself has the one address that is not: it comes from
 * the build of the worker that answers. A new build waits until an analyst reloads; an old one is thrown away when no page lives on it.
 */
declare const build: { readonly id: string; readonly files: readonly (readonly [address: string, digest: string])[] };

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Waiting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}

{
  const scope = globalThis as unknown as Scope;
  const prefix = 'skein-build-';
  const ownCache = prefix + build.id;
  /** The page has one address in the list, whatever fragment it is opened with. */
  const pageAddress = './';
  const home = new URL(scope.registration.scope);

  /** Every file, each compared with its digest by the browser; one that differs, and nothing of this build is used. */
  const fill = async (): Promise<void> => {
    const cache = await caches.open(ownCache);
    const queue = [...build.files];
    const take = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [address, integrity] = next;
        // What an installation that was cut short has brought is there already, and was compared.
        if (await cache.match(address)) continue;
        const answer = await fetch(new Request(address, { integrity, cache: 'no-cache' }));
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        await cache.put(address, answer);
      }
    };
    await Promise.all([take(), take(), take(), take()]);
  };

  /** A page may not be answered with what was redirected on its way here. */
  const plain = (answer: Response): Response =>
    answer.redirected ? new Response(answer.body, { status: answer.status, headers: answer.headers }) : answer;

  const page = async (request: Request): Promise<Response> => {
    const kept = await (await caches.open(ownCache)).match(pageAddress, { ignoreVary: true });
    return kept ? plain(kept) : fetch(request);
  };

  const file = async (request: Request): Promise<Response> =>
    (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);

  /** Each page holds a lock in the name of its build; while one has not come so far, or a build is on its way, nothing is thrown away. */
  const sweep = async (): Promise<void> => {
    if (scope.registration.installing || scope.registration.waiting) return;
    const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownCache);
    if (others.length === 0) return;
    const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const { held = [] } = await navigator.locks.query();
    const used = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
    if (used.length < pages.filter(({ url }) => url.startsWith(home.href)).length) return;
    for (const name of others) if (!used.includes(name)) await caches.delete(name);
  };

  scope.addEventListener('install', (event) => event.waitUntil(fill()));
  // The page that was open first of all works without the server too, not only those after it.
  scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== home.origin) return;
    if (request.mode !== 'navigate') event.respondWith(file(request));
    else if (url.pathname === home.pathname || url.pathname === `${home.pathname}index.html`)
      event.respondWith(page(request));
  });

  scope.addEventListener('message', (event) => {
    if (event.data === 'which build') event.ports[0]?.postMessage(build.id);
    else if (event.data === 'take over') event.waitUntil(scope.skipWaiting());
    else if (event.data === 'page is up') event.waitUntil(sweep());
  });
}
