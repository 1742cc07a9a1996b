import type { ReactNode } from 'react';

/** One dialog waiting or open; `render` gets the function that closes it with an answer. */
export interface Pending {
  readonly id: number;
  readonly render: (close: (answer: unknown) => void) => ReactNode;
  readonly close: (answer: unknown) => void;
}

let pending: readonly Pending[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(to: readonly Pending[]): void {
  pending = to;
  for (const listener of listeners) listener();
}

export const openDialogs = {
  get: (): readonly Pending[] => pending,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/**
 * Shows a dialog from anywhere and answers what it was closed with; undefined when it was cancelled. `render` returns a
 * `<Dialog>` whose `onClose` calls `close(undefined)`. Needs one `<DialogHost>` on the page.
 */
export function showDialog<T>(render: (close: (answer?: T) => void) => ReactNode): Promise<T | undefined> {
  return new Promise((resolve) => {
    const id = next++;
    const close = (answer: unknown) => {
      set(pending.filter((p) => p.id !== id));
      resolve(answer as T | undefined);
    };
    set([...pending, { id, close, render: (end) => render((answer) => end(answer)) }]);
  });
}
