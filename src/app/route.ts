import { type Signal, signal } from '#session/signal';

/** Where the page is. Addresses are fragments and carry random ids only: never a word of a case gets into the browser's history. */
export type Route = { readonly at: 'start' } | { readonly at: 'case'; readonly localId: string };

function read(hash: string): Route {
  const found = /^#\/case\/([0-9a-z]{8,64})$/.exec(hash);
  return found?.[1] ? { at: 'case', localId: found[1] } : { at: 'start' };
}

export const route: Signal<Route> = signal(read(window.location.hash));

/** What stands between an open case and another page of the program. */
export interface LeaveQuestion {
  readonly needed: () => boolean;
  /** True: leave. What made the question needed is settled then. */
  readonly ask: () => Promise<boolean>;
}
let question: LeaveQuestion | undefined;
let asking = false;

/** Asked before the page goes elsewhere, by whatever way: a menu, a key, the browser's own "back". Answers with how to end it. */
export function askBeforeLeaving(asked: LeaveQuestion): () => void {
  question = asked;
  return () => {
    if (question === asked) question = undefined;
  };
}

window.addEventListener('hashchange', () => {
  const wanted = window.location.hash;
  const here = route.get();
  const stays = here.at === 'case' ? `#/case/${here.localId}` : '#/';
  if (!question?.needed() || wanted === stays) {
    route.set(read(wanted));
    return;
  }
  // The address is told of only after it has changed: it is put back until the answer is there.
  window.history.pushState(null, '', stays);
  if (asking) return;
  asking = true;
  void question
    .ask()
    .then((sure) => {
      if (sure) window.location.hash = wanted;
    })
    .finally(() => {
      asking = false;
    });
});

export function goToStart(): void {
  window.location.hash = '#/';
}

export function goToCase(localId: string): void {
  window.location.hash = `#/case/${localId}`;
}
