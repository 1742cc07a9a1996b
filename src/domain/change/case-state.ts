import type { CaseProperties } from '../case/case-properties.ts';
import type { AppliedMeasure } from '../chart/applied-measure.ts';
import type { Placement } from '../chart/placement.ts';
import type { Entity } from '../entity/entity.ts';
import type { Link } from '../link/link.ts';
import type { CaseRecord, Id, RecordKind, RecordOf } from '../record.ts';
import type { Statement } from '../statement/statement.ts';
import type { Step } from './step.ts';

const NONE: ReadonlySet<Id> = new Set();
const NO_RECORDS: ReadonlyMap<Id, CaseRecord> = new Map();

/** Ids that hang on another id, e.g. the links of an entity. Empty sets are dropped, so that replay and undo agree. */
class IdIndex {
  readonly #sets = new Map<Id, Set<Id>>();
  get(key: Id): ReadonlySet<Id> {
    return this.#sets.get(key) ?? NONE;
  }
  add(key: Id, id: Id): void {
    const set = this.#sets.get(key);
    if (set) set.add(id);
    else this.#sets.set(key, new Set([id]));
  }
  delete(key: Id, id: Id): void {
    const set = this.#sets.get(key);
    if (set?.delete(id) && set.size === 0) this.#sets.delete(key);
  }
  get entryCount(): number {
    let n = 0;
    for (const s of this.#sets.values()) n += s.size;
    return n;
  }
}

/** Batches of steps that are remembered, and how many steps one of them may have: the edits of a hand, not imports. */
const RECENT = { batches: 16, steps: 64 } as const;

/**
 * The fold of the log: all records in memory, with indexes kept up step by step, never rebuilt on an edit.
 * Records are immutable; a changed record is another object, so identity tells whether to redraw.
 */
export class CaseState {
  readonly #records = new Map<Id, CaseRecord>();
  readonly #byKind = new Map<RecordKind, Map<Id, CaseRecord>>();
  readonly #linksOf = new IdIndex();
  readonly #statementsAbout = new IdIndex();
  readonly #statementsFrom = new IdIndex();
  readonly #placementsOn = new IdIndex();
  readonly #placementsOf = new IdIndex();
  readonly #rowsFrom = new IdIndex();
  readonly #mentionsOf = new IdIndex();
  /** Grows with every applied batch of steps; not the log's sequence number. */
  version = 0;
  /** What was applied last, oldest first; the batch at the end made the present version. */
  #recent: (readonly Step[])[] = [];

  static of(records: Iterable<CaseRecord>): CaseState {
    const state = new CaseState();
    for (const r of records) state.#put(r);
    return state;
  }

  get(id: Id): CaseRecord | undefined {
    return this.#records.get(id);
  }
  /** The record when it is of this kind, else undefined. */
  find<K extends RecordKind>(kind: K, id: Id): RecordOf<K> | undefined {
    const r = this.#records.get(id);
    return r?.kind === kind ? (r as RecordOf<K>) : undefined;
  }
  get size(): number {
    return this.#records.size;
  }
  all(): IterableIterator<CaseRecord> {
    return this.#records.values();
  }
  idsOf(kind: RecordKind): IterableIterator<Id> {
    return (this.#byKind.get(kind) ?? NO_RECORDS).keys();
  }
  countOf(kind: RecordKind): number {
    return this.#byKind.get(kind)?.size ?? 0;
  }
  allOf<K extends RecordKind>(kind: K): IterableIterator<RecordOf<K>> {
    return (this.#byKind.get(kind) ?? NO_RECORDS).values() as IterableIterator<RecordOf<K>>;
  }
  get properties(): CaseProperties | undefined {
    return this.find('case', 'case');
  }

  /** Links with this entity at either end. */
  linksOf(entity: Id): ReadonlySet<Id> {
    return this.#linksOf.get(entity);
  }
  statementsAbout(record: Id): ReadonlySet<Id> {
    return this.#statementsAbout.get(record);
  }
  statementsFrom(source: Id): ReadonlySet<Id> {
    return this.#statementsFrom.get(source);
  }
  /** Records whose row basis names this source. */
  rowsFrom(source: Id): ReadonlySet<Id> {
    return this.#rowsFrom.get(source);
  }
  /** Placements, applied measures and groups of a chart. */
  placementsOn(chart: Id): ReadonlySet<Id> {
    return this.#placementsOn.get(chart);
  }
  /** Placements of an item, and groups it is a member of. */
  placementsOf(item: Id): ReadonlySet<Id> {
    return this.#placementsOf.get(item);
  }
  /** Entities that name this one as place or organisation of a role, and merges it survived. */
  mentionsOf(id: Id): ReadonlySet<Id> {
    return this.#mentionsOf.get(id);
  }
  link(id: Id): Link | undefined {
    return this.find('link', id);
  }
  entity(id: Id): Entity | undefined {
    return this.find('entity', id);
  }

  /** Applies steps in order. The caller has checked that each `before` is what stands here (see `conflictOf`). */
  apply(steps: readonly Step[]): void {
    for (const step of steps) {
      const old = this.#records.get(step.id);
      if (old) this.#drop(old);
      if (step.after) this.#put(step.after);
    }
    this.version++;
    if (steps.length > RECENT.steps) this.#recent = [];
    else {
      this.#recent.push(steps);
      if (this.#recent.length > RECENT.batches) this.#recent.shift();
    }
  }

  /**
   * The steps that made this state out of what it was at `version`, in order, so that a reader of the whole can follow an edit.
   * Undefined when there were too many to remember: then all is read anew.
   */
  since(version: number): readonly Step[] | undefined {
    const batches = this.version - version;
    return batches < 0 || batches > this.#recent.length
      ? undefined
      : this.#recent.slice(this.#recent.length - batches).flat();
  }

  #put(r: CaseRecord): void {
    this.#records.set(r.id, r);
    let same = this.#byKind.get(r.kind);
    if (!same) {
      same = new Map();
      this.#byKind.set(r.kind, same);
    }
    same.set(r.id, r);
    this.#index(r, 'add');
  }
  #drop(r: CaseRecord): void {
    this.#records.delete(r.id);
    this.#byKind.get(r.kind)?.delete(r.id);
    this.#index(r, 'delete');
  }
  #index(r: CaseRecord, act: 'add' | 'delete'): void {
    if ('basis' in r && r.basis) for (const b of r.basis) this.#rowsFrom[act](b.source, r.id);
    switch (r.kind) {
      case 'entity':
        if (r.place) this.#mentionsOf[act](r.place, r.id);
        for (const spell of r.roles ?? []) if (spell.organisation) this.#mentionsOf[act](spell.organisation, r.id);
        break;
      case 'merge':
        this.#mentionsOf[act](r.survivor, r.id);
        break;
      case 'link':
        this.#linksOf[act](r.from, r.id);
        this.#linksOf[act](r.to, r.id);
        break;
      case 'statement':
        this.#statement(r, act);
        break;
      case 'placement':
      case 'applied-measure':
        this.#onChart(r, act);
        break;
      case 'group':
        this.#placementsOn[act](r.chart, r.id);
        for (const m of r.members) this.#placementsOf[act](m, r.id);
        break;
      default:
        break;
    }
  }
  #statement(r: Statement, act: 'add' | 'delete'): void {
    this.#statementsAbout[act](r.about.record, r.id);
    this.#statementsFrom[act](r.source, r.id);
  }
  #onChart(r: Placement | AppliedMeasure, act: 'add' | 'delete'): void {
    this.#placementsOn[act](r.chart, r.id);
    if (r.kind === 'placement') this.#placementsOf[act](r.item, r.id);
  }

  /** Index sizes, to compare a folded state with a replayed one. */
  indexSizes(): Record<string, number> {
    return {
      records: this.#records.size,
      linksOf: this.#linksOf.entryCount,
      statementsAbout: this.#statementsAbout.entryCount,
      statementsFrom: this.#statementsFrom.entryCount,
      placementsOn: this.#placementsOn.entryCount,
      placementsOf: this.#placementsOf.entryCount,
      rowsFrom: this.#rowsFrom.entryCount,
      mentionsOf: this.#mentionsOf.entryCount,
    };
  }
}
