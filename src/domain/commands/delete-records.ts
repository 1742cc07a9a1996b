import type { CaseState } from '../change/case-state.ts';
import type { Step } from '../change/step.ts';
import type { CaseRecord, Id, RecordKind } from '../record.ts';
import { command } from './command.ts';
import { gone } from './edit.ts';

/** What goes, and what stays but loses a reference, when records are deleted. */
export interface Dependents {
  /** All that will be removed, the chosen records first. */
  readonly removed: readonly CaseRecord[];
  /** Records that stay, as they will be. */
  readonly altered: readonly { readonly before: CaseRecord; readonly after: CaseRecord }[];
}

/** Records that cannot stand without this one. */
function fallsWith(state: CaseState, r: CaseRecord): Iterable<Id> {
  switch (r.kind) {
    case 'entity':
      return [
        ...state.linksOf(r.id),
        ...state.statementsAbout(r.id),
        ...[...state.placementsOf(r.id)].filter((id) => state.find('placement', id)),
        ...[...state.mentionsOf(r.id)].filter((id) => state.find('merge', id)),
      ];
    case 'link':
      return [...state.statementsAbout(r.id), ...state.placementsOf(r.id)];
    case 'source':
      return [...state.statementsFrom(r.id), ...state.statementsAbout(r.id)];
    case 'group':
      return state.statementsAbout(r.id);
    case 'chart':
      return state.placementsOn(r.id);
    default:
      return [];
  }
}

/** Groups without these members; a group that keeps none goes, with what was stated about it. */
export function leaveGroups(state: CaseState, groups: Iterable<Id>, leaving: ReadonlySet<Id>): Step[] {
  const steps: Step[] = [];
  for (const id of new Set(groups)) {
    const before = state.find('group', id);
    if (!before?.members.some((m) => leaving.has(m))) continue;
    const members = before.members.filter((m) => !leaving.has(m));
    steps.push({ id, before, after: members.length ? { ...before, members } : null });
    if (members.length > 0) continue;
    for (const about of state.statementsAbout(id)) {
      const statement = state.find('statement', about);
      if (statement) steps.push({ id: about, before: statement, after: null });
    }
  }
  return steps;
}

/** The record without references to what goes; undefined when it names none of it. */
function withoutMentions(r: CaseRecord, going: ReadonlySet<Id>): CaseRecord | undefined {
  let next: CaseRecord = r;
  if ('basis' in next && next.basis?.some((b) => going.has(b.source))) {
    const basis = next.basis.filter((b) => !going.has(b.source));
    const { basis: _, ...rest } = next;
    next = (basis.length ? { ...rest, basis } : rest) as CaseRecord;
  }
  if (next.kind === 'entity' && next.place && going.has(next.place)) {
    const { place: _, ...rest } = next;
    next = rest;
  }
  if (next.kind === 'entity' && next.roles?.some((s) => s.organisation && going.has(s.organisation))) {
    next = {
      ...next,
      roles: next.roles.map((s) => {
        if (!s.organisation || !going.has(s.organisation)) return s;
        const { organisation: _, ...rest } = s;
        return rest;
      }),
    };
  }
  return next === r ? undefined : next;
}

/** The plan of a deletion, to be shown before it happens. Unknown ids are left out. */
export function dependentsOf(state: CaseState, ids: Iterable<Id>): Dependents {
  const removed = new Map<Id, CaseRecord>();
  const queue = [...ids];
  for (let i = 0; i < queue.length; i++) {
    const r = state.get(queue[i]!);
    if (!r || r.kind === 'case' || removed.has(r.id)) continue;
    removed.set(r.id, r);
    queue.push(...fallsWith(state, r));
  }
  const going: ReadonlySet<Id> = new Set(removed.keys());
  const touched = new Set<Id>();
  const groups = new Set<Id>();
  const measures = new Set<Id>();
  for (const r of removed.values()) {
    if (r.kind === 'source') for (const id of state.rowsFrom(r.id)) touched.add(id);
    if (r.kind !== 'entity') continue;
    for (const id of state.mentionsOf(r.id)) touched.add(id);
    for (const id of state.placementsOf(r.id)) {
      const p = state.get(id);
      if (p?.kind === 'group') groups.add(id);
      if (p?.kind === 'placement')
        for (const m of state.placementsOn(p.chart)) if (state.find('applied-measure', m)) measures.add(m);
    }
  }
  const altered: { before: CaseRecord; after: CaseRecord }[] = [];
  for (const id of touched) {
    const before = state.get(id);
    const after = before && !going.has(id) ? withoutMentions(before, going) : undefined;
    if (before && after) altered.push({ before, after });
  }
  for (const id of measures) {
    const before = state.find('applied-measure', id);
    if (!before || going.has(id)) continue;
    const values = before.values.filter((v) => !going.has(v.entity));
    if (values.length !== before.values.length) altered.push({ before, after: { ...before, values } });
  }
  for (const s of leaveGroups(state, groups, going)) {
    if (going.has(s.id) || !s.before) continue;
    if (s.after) altered.push({ before: s.before, after: s.after });
    else removed.set(s.id, s.before);
  }
  return { removed: [...removed.values()], altered };
}

/** How many records of each kind a deletion removes. */
export function countByKind(records: Iterable<CaseRecord>): Map<RecordKind, number> {
  const counts = new Map<RecordKind, number>();
  for (const r of records) counts.set(r.kind, (counts.get(r.kind) ?? 0) + 1);
  return counts;
}

/** Deletes records with all that hangs on them; `dependentsOf` lists it first. The case properties stay. */
export const deleteRecords = command({
  id: 'delete-records',
  plan(state, payload: { ids: readonly string[] }) {
    const missing = payload.ids.find((id) => !state.get(id));
    if (missing !== undefined) return gone(missing);
    const { removed, altered } = dependentsOf(state, payload.ids);
    return [
      ...altered.map(({ before, after }): Step => ({ id: before.id, before, after })),
      ...removed.map((before): Step => ({ id: before.id, before, after: null })),
    ];
  },
});
