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

export function toggleSelected(id: Id): void {
  const now = selection.get();
  selection.set(now.includes(id) ? now.filter((x) => x !== id) : [...now, id]);
}
