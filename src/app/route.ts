import { type Signal, signal } from '#session/signal';

/** Where the page is. Addresses are fragments and carry random ids only: never a word of a case gets into the browser's history. */
export type Route = { readonly at: 'start' } | { readonly at: 'case'; readonly localId: string };

function read(hash: string): Route {
  const found = /^#\/case\/([0-9a-z]{8,64})$/.exec(hash);
  return found?.[1] ? { at: 'case', localId: found[1] } : { at: 'start' };
}

export const route: Signal<Route> = signal(read(window.location.hash));
window.addEventListener('hashchange', () => route.set(read(window.location.hash)));

export function goToStart(): void {
  window.location.hash = '#/';
}

export function goToCase(localId: string): void {
  window.location.hash = `#/case/${localId}`;
}
