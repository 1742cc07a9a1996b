import type { Step } from '../change/step.ts';
import { command } from './command.ts';
import { gone } from './edit.ts';

/** Adds and removes tags on entities, links and sources. */
export const tagRecords = command({
  id: 'tag-records',
  plan(state, payload: { ids: readonly string[]; add?: readonly string[]; remove?: readonly string[] }) {
    const steps: Step[] = [];
    for (const id of new Set(payload.ids)) {
      const before = state.get(id);
      if (!before) return gone(id);
      if (before.kind !== 'entity' && before.kind !== 'link' && before.kind !== 'source') continue;
      const tags = new Set(before.tags ?? []);
      for (const t of payload.add ?? []) tags.add(t);
      for (const t of payload.remove ?? []) tags.delete(t);
      const list = [...tags].sort();
      if (list.join('\n') === [...(before.tags ?? [])].sort().join('\n')) continue;
      const { tags: _, ...rest } = before;
      steps.push({ id, before, after: list.length ? { ...rest, tags: list } : rest });
    }
    return steps;
  },
});
