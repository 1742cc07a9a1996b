import { sameJson } from '../change/canonical.ts';
import type { CaseState } from '../change/case-state.ts';
import type { Step } from '../change/step.ts';
import type { Merge } from '../merge/merge.ts';
import type { CaseRecord, Id } from '../record.ts';
import { command } from './command.ts';
import { gone } from './edit.ts';

/** A field altered since the merge: it stays with the survivor (or the record it stands on). */
export interface EditSince {
  readonly record: Id;
  /** `*` = the record was deleted since. */
  readonly field: string;
}

type Loose = Record<string, unknown>;

/** What was edited on the touched records since the merge; listed before unmerging. */
export function editsSince(state: CaseState, merge: Merge): EditSince[] {
  const edits: EditSince[] = [];
  for (const t of merge.touched) {
    if (!t.after) continue;
    const now = state.get(t.id) as Loose | undefined;
    if (!now) {
      edits.push({ record: t.id, field: '*' });
      continue;
    }
    const after = t.after as unknown as Loose;
    for (const key of new Set([...Object.keys(now), ...Object.keys(after)]))
      if (!sameJson(now[key] ?? null, after[key] ?? null)) edits.push({ record: t.id, field: key });
  }
  return edits;
}

/** Three-way: fields untouched since the merge go back, fields edited since stay. */
function takenBack(before: CaseRecord, after: CaseRecord, now: CaseRecord): CaseRecord {
  const [b, a, n] = [before, after, now] as unknown as Loose[];
  const out: Loose = {};
  for (const key of new Set([...Object.keys(b!), ...Object.keys(n!)])) {
    const value = sameJson(n![key] ?? null, a![key] ?? null) ? b![key] : n![key];
    if (value !== undefined) out[key] = value;
  }
  return out as unknown as CaseRecord;
}

/** Whether all that a record leans on stands, or comes back with it. */
function stands(state: CaseState, r: CaseRecord, returning: ReadonlySet<Id>): boolean {
  const here = (id: Id) => returning.has(id) || state.get(id) !== undefined;
  switch (r.kind) {
    case 'link':
      return here(r.from) && here(r.to);
    case 'statement':
      return here(r.about.record) && here(r.source);
    case 'placement':
      return here(r.chart) && here(r.item);
    default:
      return true;
  }
}

/** Restores both records byte for byte, except edits made since, which stay with the survivor. */
export const unmergeEntities = command({
  id: 'unmerge-entities',
  plan(state, payload: { merge: string }) {
    const merge = state.find('merge', payload.merge);
    if (!merge) return gone(payload.merge);
    const returning = new Set(merge.touched.filter((t) => t.before && !state.get(t.id)).map((t) => t.id));
    const steps: Step[] = [];
    for (const { id, before, after } of merge.touched) {
      const now = state.get(id);
      if (before && !after) {
        if (!now && stands(state, before, returning)) steps.push({ id, before: null, after: before });
      } else if (before && after && now) {
        const back = takenBack(before, after, now);
        if (!sameJson(back, now)) steps.push({ id, before: now, after: back });
      } else if (!before && after && now && sameJson(now, after)) {
        steps.push({ id, before: now, after: null });
      }
    }
    steps.push({ id: merge.id, before: merge, after: null });
    return steps;
  },
});
