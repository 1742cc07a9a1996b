import { canonicalText } from '../change/canonical.ts';
import type { CaseState } from '../change/case-state.ts';
import type { Step } from '../change/step.ts';
import type { CaseRecord, Id, RecordKind, RecordOf } from '../record.ts';
import type { Refusal } from './command.ts';

/** Fields to set and fields to take away; `id` and `kind` never change. */
export interface Edit<R extends CaseRecord> {
  readonly id: Id;
  readonly set?: Partial<Omit<R, 'id' | 'kind'>>;
  readonly clear?: readonly string[];
}

/** The record with the edit applied; keys set to undefined are taken away. */
export function edited<R extends CaseRecord>(record: R, edit: Edit<R>): R {
  const next: Record<string, unknown> = { ...record };
  for (const [key, value] of Object.entries(edit.set ?? {})) {
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  for (const key of edit.clear ?? []) delete next[key];
  next['id'] = record.id;
  next['kind'] = record.kind;
  return next as unknown as R;
}

/** One step for an edit of a record of one kind; none when nothing changes; refused when the record is gone. */
export function planEdit<K extends RecordKind>(
  state: CaseState,
  kind: K,
  edit: Edit<RecordOf<K>>,
): readonly Step[] | Refusal {
  const before = state.find(kind, edit.id);
  if (!before) return gone(edit.id);
  const after = edited<RecordOf<K>>(before, edit);
  return canonicalText(before) === canonicalText(after) ? [] : [{ id: edit.id, before, after }];
}

export function gone(id: Id): Refusal {
  return { refused: 'record-gone', detail: { id } };
}

/** Refuses when any of the records to be made has an id that is taken. */
export function planMake(state: CaseState, records: readonly CaseRecord[]): readonly Step[] | Refusal {
  const taken = records.find((r) => state.get(r.id));
  if (taken) return { refused: 'id-taken', detail: { id: taken.id } };
  return records.map((after) => ({ id: after.id, before: null, after }));
}
