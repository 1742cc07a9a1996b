import type { Id } from '#domain/record';
import { signal } from './signal.ts';

/** One selection everywhere: entity, link, source, group ids in the order they were chosen (the first is the path's source). */
export const selection = signal<readonly Id[]>([]);

export function select(ids: Iterable<Id>): void {
  const next = [...new Set(ids)];
  const now = selection.get();
  if (next.length === now.length && next.every((id, i) => id === now[i])) return;
  selection.set(next);
}

/** What was looked for and found last: a view that shows it brings it into sight. A new object each time. */
export const found = signal<{ readonly id: Id } | null>(null);

/** Selects what a search found, and has it shown where it is. */
export function selectFound(id: Id): void {
  select([id]);
  found.set({ id });
}

export function toggleSelected(id: Id): void {
  const now = selection.get();
  selection.set(now.includes(id) ? now.filter((x) => x !== id) : [...now, id]);
}

/** Ways followed from one record to another, oldest first: what was selected before each step. Ends where something else is selected. */
export const trail = signal<readonly (readonly Id[])[]>([]);

/** Steps of a trail that are kept. */
const STEPS = 30;
let following = false;
selection.subscribe(() => {
  if (!following) trail.set([]);
});

function go(ids: readonly Id[], steps: readonly (readonly Id[])[]): void {
  following = true;
  try {
    select(ids);
    trail.set(steps);
  } finally {
    following = false;
  }
}

/** Selects what a record leads to, and remembers the way back. */
export function follow(ids: readonly Id[]): void {
  go(ids, [...trail.get(), selection.get()].slice(-STEPS));
}

/** Selects again what the last step was followed from. */
export function stepBack(): void {
  const steps = trail.get();
  const last = steps.at(-1);
  if (last) go(last, steps.slice(0, -1));
}
