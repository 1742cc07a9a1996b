import type { CaseRecord, Id } from '../record.ts';
import { sameJson } from './canonical.ts';
import type { CaseState } from './case-state.ts';
import { type Author, type ChangeRecord, EMPTY_HEAD, type Head } from './change-record.ts';
import { buildChange, type ClockReading } from './log.ts';
import { parseHeader } from './parse-header.ts';
import {
  appendedLog,
  isDerived,
  isPurged,
  type LogFault,
  partValue,
  type RawChange,
  type RawLog,
  readLog,
  stepsOf,
} from './raw-log.ts';
import type { Step } from './step.ts';

/** What can be saved of a damaged log. */
export interface RescuedLog {
  /** The good beginning, plus one last change when more could be read. */
  readonly log: RawLog;
  readonly state: CaseState;
  /** How far the log is good as it is. */
  readonly intact: Head;
  /** Missing when the log is sound as it is. */
  readonly fault?: LogFault;
  /** Changes after the fault of which something could still be read, and of which nothing could. */
  readonly salvaged: number;
  readonly lost: number;
}

export interface RescueOptions {
  readonly author: Author;
  readonly clock: ClockReading;
  readonly salt: () => Uint8Array;
  /** Id of the case, when the damaged log has lost its case record. */
  readonly newCaseId: () => string;
}

/** Steps of a change that still decode, derived ones too; a fault in one hides no other. */
async function readableSteps(log: RawLog, raw: RawChange): Promise<Step[]> {
  const steps: Step[] = [];
  try {
    const header = parseHeader(raw.headerBytes);
    if (isDerived(header)) return await stepsOf(log, header, raw);
  } catch {
    return steps;
  }
  for (const part of [...raw.steps, ...raw.packs.flatMap((p) => p?.parts ?? [])]) {
    if (!part || isPurged(part)) continue;
    try {
      steps.push(partValue<Step>(part));
    } catch {
      // Counted by the caller: a change without readable steps is lost.
    }
  }
  return steps;
}

function isRecord(value: unknown, id: Id): value is CaseRecord {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && value.id === id;
}

/** Records after the good beginning, as the readable steps that follow leave them. Last word wins. */
function overlay(records: Map<Id, CaseRecord>, steps: readonly Step[]): number {
  let taken = 0;
  for (const step of steps) {
    if (typeof step?.id !== 'string') continue;
    if (step.after === null) records.delete(step.id);
    else if (isRecord(step.after, step.id)) records.set(step.id, step.after);
    else continue;
    taken++;
  }
  return taken;
}

/**
 * Saves what can be read: keeps the good beginning with its chain, then adds one change (`rescue-case`) with what later
 * changes still tell. A sound log is given back as it is. Undefined when nothing at all can be read.
 */
export async function rescueLog(damaged: RawLog, options: RescueOptions): Promise<RescuedLog | undefined> {
  const read = await readLog(damaged);
  if (!read.fault) return { log: damaged, state: read.state, intact: read.head, salvaged: 0, lost: 0 };
  const records = new Map<Id, CaseRecord>();
  for (const r of read.state.all()) records.set(r.id, r);
  let salvaged = 0;
  let lost = 0;
  for (let seq = read.head.seq + 1; seq <= damaged.head.seq; seq++) {
    const [raw] = await damaged.read(seq, seq);
    const taken = raw ? overlay(records, await readableSteps(damaged, raw)) : 0;
    if (taken) salvaged++;
    else lost++;
  }
  if (records.size === 0) return undefined;
  if (!records.has('case')) {
    records.set('case', { id: 'case', kind: 'case', caseId: options.newCaseId(), title: '', zone: 'UTC', stages: [] });
  }
  const steps: Step[] = [];
  const state = read.state;
  for (const r of [...state.all()]) if (!records.has(r.id)) steps.push({ id: r.id, before: r, after: null });
  for (const r of records.values()) {
    const before = state.get(r.id) ?? null;
    if (!before || !sameJson(before, r)) steps.push({ id: r.id, before, after: r });
  }
  const intact = read.head;
  let last: ChangeRecord | undefined;
  if (steps.length) {
    last = buildChange({
      steps,
      payload: { intact: intact.seq, fault: read.fault.code, salvaged, lost },
      command: 'rescue-case',
      author: options.author,
      head: intact,
      clock: options.clock,
      salt: options.salt,
    });
    state.apply(steps);
  }
  const beginning: RawLog = {
    head: intact,
    read: async (from, to) => (from <= intact.seq ? damaged.read(from, Math.min(to, intact.seq)) : []),
  };
  return { log: last ? appendedLog(beginning, last) : beginning, state, intact, fault: read.fault, salvaged, lost };
}

/**
 * A new log of one change that makes every record of a state: what remains when the disk is gone and only memory is
 * left. The history is lost, the records are not.
 */
export function logFromState(state: CaseState, options: Omit<RescueOptions, 'newCaseId'>): RawLog {
  const steps: Step[] = [];
  for (const r of state.all()) {
    const step = { id: r.id, before: null, after: r };
    if (r.kind === 'case') steps.unshift(step);
    else steps.push(step);
  }
  const change = buildChange({
    steps,
    payload: { records: steps.length },
    command: 'rescue-case',
    author: options.author,
    head: EMPTY_HEAD,
    clock: options.clock,
    salt: options.salt,
  });
  return appendedLog({ head: EMPTY_HEAD, read: async () => [] }, change);
}
