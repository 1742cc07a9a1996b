import { useSyncExternalStore } from 'react';

let said: { readonly text: string; readonly id: number; readonly at: number } = { text: '', id: 0, at: 0 };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says in the status line, and to screen readers, what just happened. Whole sentences, already translated. */
export function announce(text: string): void {
  said = { text, id: said.id + 1, at: performance.now() };
  for (const listener of listeners) listener();
}

/** The message that stands, and since when (`performance.now()`): so that it can go with the next act. */
export const standing = (): typeof said => said;

/** The last thing said; once per page, in the status line. */
export function Announcer() {
  const now = useSyncExternalStore(subscribe, () => said);
  return (
    <span className="announcer clip" role="status" aria-live="polite" title={now.text}>
      <bdi key={now.id}>{now.text}</bdi>
    </span>
  );
}
