import { createContext, useContext } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import type { Entity } from '#domain/entity/entity';
import { regionOfZone } from '#domain/identifiers/region-of-zone';
import type { Id } from '#domain/record';
import { type ImportRefusal, refusedImport } from '#exchange/importers/import-file';
import type { Mapping, PlannedPlace } from '#exchange/importers/index';
import { existingEntity } from '#exchange/importers/plan/existing';
import type {
  CaseSlice,
  ExchangeContract,
  PlanParams,
  PlanReport,
  PreviewParams,
  PreviewReport,
} from '#exchange/worker-contract';
import type { StagedSteps } from '#store/index';
import { Pool } from '#threads/pool';
import type { Line } from '#threads/port';
import type { Outcome as JobOutcome, Progress } from '#threads/protocol';
import type { ImportLayout } from './import-layout.ts';
import type { OpenCase, Outcome } from './open-case.ts';

/** Where saved mappings are kept on this device. */
export interface MappingShelf {
  all(): Promise<ReadonlyMap<string, unknown>>;
  set(name: string, mapping: unknown): Promise<void>;
}
export type { PlanReport, PreviewReport };

/** What a step of an import came to. A refusal's code has its message in the import's words. */
export type Step<R> =
  | { readonly ok: true; readonly value: R }
  | { readonly ok: false; readonly refused: string; readonly detail?: Readonly<Record<string, string | number>> };

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Brings tables in through a worker: look, plan, write. Nothing is visible before the last act, which is one change. */
export class ImportDesk {
  readonly #pool: Pool<ExchangeContract>;
  readonly #shelf: MappingShelf;
  constructor(open: () => Line, shelf: MappingShelf) {
    this.#pool = new Pool<ExchangeContract>(1, open);
    this.#shelf = shelf;
  }

  /** Mappings saved on this device, by name; those of another version are left out. */
  async savedMappings(): Promise<ReadonlyMap<string, Mapping>> {
    const known = new Map<string, Mapping>();
    for (const [name, value] of await this.#shelf.all()) if (isMapping(value)) known.set(name, value);
    return known;
  }

  saveMapping(name: string, mapping: Mapping): Promise<void> {
    return this.#shelf.set(name, mapping);
  }

  async preview(params: PreviewParams, watch: Watch): Promise<Step<PreviewReport>> {
    return settle(await this.#pool.run('preview-table', params, watch));
  }

  /**
   * What the file would bring into the case as it stands. Nothing is written. Refuses with `case.moved-on` when the case was
   * changed while it was told to the worker and the parameters speak of a chart as it stood.
   */
  async plan(open: OpenCase, params: TableParams, watch: Watch): Promise<Step<PlanReport>> {
    for (let telling = 1; ; telling++) {
      const basis: Basis = { localId: open.localId, head: open.snapshot().head };
      const step = await this.#planOn(open, basis, params, watch);
      if (step.ok) this.#basisOf.set(step.value, basis);
      else if (step.refused === MOVED_ON.refused && params.chart.to !== 'open' && telling < TELLINGS) continue;
      return step;
    }
  }

  /** What each plan was made against: written on any other state, it would repeat pseudonyms and link to what is gone. */
  readonly #basisOf = new WeakMap<PlanReport, Basis>();

  /** Whether the case still stands as this plan found it. Where not, it is to be checked anew before it is written. */
  isCurrent(open: OpenCase, plan: PlanReport): boolean {
    const basis = this.#basisOf.get(plan);
    return basis !== undefined && standsOn(open, basis);
  }

  async #planOn(open: OpenCase, basis: Basis, params: TableParams, watch: Watch): Promise<Step<PlanReport>> {
    const { state } = open.snapshot();
    const told = `${basis.localId} ${basis.head.seq} ${basis.head.hash}`;
    const zone = state.properties?.zone;
    const region = regionOfZone(zone);
    for (let attempt = 0; ; attempt++) {
      const before = await this.#tell(state, told, watch);
      if (!before.ok) return before;
      if (!standsOn(open, basis)) {
        // Slices of two states: neither was told in full.
        this.#told = undefined;
        return MOVED_ON;
      }
      const plan = { ...params, told, lastPseudonym: before.value, ...(region !== undefined && { region }) };
      const first = settle(await this.#pool.run('plan-import', plan, watch));
      if (!first.ok && first.refused === 'case.untold' && attempt === 0) {
        // The worker was started anew since: what it was told went with the one before.
        this.#told = undefined;
        continue;
      }
      if (!first.ok) return first;
      // Known entities the file may add to: their full records travel only now that they are known to matter.
      const lent = await this.#lend(state, told, first.value.matches.knownIds, watch);
      if (!lent.ok) return lent;
      return lent.value === 0 ? first : settle(await this.#pool.run('plan-import', plan, watch));
    }
  }

  /** Which case the worker knows, and whose full records it has been lent. */
  #told: { readonly name: string; readonly lent: Set<Id>; readonly lastPseudonym: number } | undefined;

  /** Tells the worker which entities there are, in slices that leave the page free. Gives the highest pseudonym in use. */
  async #tell(state: CaseState, name: string, watch: Watch): Promise<Step<number>> {
    if (this.#told?.name === name) return { ok: true, value: this.#told.lastPseudonym };
    this.#told = undefined;
    const ids = [...state.idsOf('entity')];
    let lastPseudonym = 0;
    for (let from = 0; from === 0 || from < ids.length; from += SLICE) {
      const slice = recordsOf(state, ids.slice(from, from + SLICE));
      for (const e of slice) lastPseudonym = Math.max(lastPseudonym, pseudonymNumber(e));
      const entities = slice.map(existingEntity);
      const heard = await this.#say({ told: name, begin: from === 0, entities, records: [] }, watch);
      if (!heard.ok) return heard;
    }
    this.#told = { name, lent: new Set(), lastPseudonym };
    return { ok: true, value: lastPseudonym };
  }

  /** Gives how many records the worker did not have. */
  async #lend(state: CaseState, name: string, ids: readonly Id[], watch: Watch): Promise<Step<number>> {
    const told = this.#told;
    const fresh = ids.filter((id) => !told?.lent.has(id));
    for (let from = 0; from < fresh.length; from += SLICE) {
      const slice = fresh.slice(from, from + SLICE);
      const records = recordsOf(state, slice);
      const heard = await this.#say({ told: name, begin: false, entities: [], records }, watch);
      if (!heard.ok) return heard;
      for (const id of slice) told?.lent.add(id);
    }
    return { ok: true, value: fresh.length };
  }

  async #say(slice: CaseSlice, watch: Watch): Promise<Step<unknown>> {
    return settle(await this.#pool.run('tell-case', slice, { signal: watch.signal }));
  }

  /**
   * Stages the plan and makes it visible with one change: one undo. With `layOut`, places are found first and are part of that change;
   * a layout that fails leaves the quick spread and is told in `layout`. A case changed since the plan is left alone: `case.moved-on`
   * before anything is staged, afterwards an outcome refused as `case-moved-on`.
   */
  async write(open: OpenCase, plan: PlanReport, watch: Watch, layOut?: ImportLayout): Promise<Step<Written>> {
    const basis = this.#basisOf.get(plan);
    if (!basis) return { ok: false, refused: 'plan.lost' };
    if (!standsOn(open, basis)) return MOVED_ON;
    const found = layOut ? await this.#places(plan.plan, layOut, watch) : NO_PLACES;
    if (!found.ok) return found;
    const { places, layout } = found.value;
    if (!standsOn(open, basis)) return MOVED_ON;
    const params = { plan: plan.plan, localId: open.localId, places };
    const written = settle(await this.#pool.run('write-import', params, watch));
    if (!written.ok) return written;
    const { staged, summary } = written.value;
    const outcome = await open.commitStaged(staged, 'import-table', { summary }, basis.head);
    // A change that could not be written is held and may be tried again: it needs what was staged.
    if ('failed' in outcome) this.#endOnceSettled(open, staged);
    else {
      await this.#pool.run('end-import', { stageId: staged.stageId, committed: outcome.saved });
    }
    return { ok: true, value: { outcome, layout } };
  }

  /** Ends a stage whose change is held once that is written or given up: until then its packs lie on a disk that may be full. */
  #endOnceSettled(open: OpenCase, { stageId, packs }: StagedSteps): void {
    const stop = open.subscribe(() => {
      if (open.unsaved()) return;
      stop();
      // The store takes nothing away from a change that stands, whatever it is told here.
      const committed = open.stored.headers.at(-1)?.packs[0] === packs[0];
      void this.#pool.run('end-import', { stageId, committed });
    });
  }

  async #places(plan: number, layOut: ImportLayout, watch: Watch): Promise<Step<FoundPlaces>> {
    const graph = settle(await this.#pool.run('import-graph', { plan }, watch));
    if (!graph.ok) return graph;
    if (graph.value.fresh === 0) return NO_PLACES;
    const laid = await layOut(graph.value, watch);
    if (laid.ok) return { ok: true, value: { places: laid.figure, layout: 'done' } };
    if (laid.code === 'cancelled') return { ok: false, refused: 'cancelled' };
    return { ok: true, value: { places: new Map(), layout: 'failed' } };
  }
}

/** The state of a case that a plan was made against. */
interface Basis {
  readonly localId: string;
  readonly head: Head;
}

function standsOn(open: OpenCase, { localId, head }: Basis): boolean {
  const now = open.snapshot().head;
  return open.localId === localId && now.seq === head.seq && now.hash === head.hash;
}

const MOVED_ON = { ok: false, refused: 'case.moved-on' } as const;

/** So often a case that is changed meanwhile is told from the start. */
const TELLINGS = 4;

/** What the page says of a table; the rest of a plan's parameters comes from the case. */
export type TableParams = Omit<PlanParams, 'told' | 'lastPseudonym' | 'region'>;

export interface Written {
  readonly outcome: Outcome;
  readonly layout: 'none' | 'done' | 'failed';
}

interface FoundPlaces {
  readonly places: ReadonlyMap<Id, PlannedPlace>;
  readonly layout: Written['layout'];
}
const NO_PLACES: Step<FoundPlaces> & { readonly ok: true } = { ok: true, value: { places: new Map(), layout: 'none' } };

/** Entities told in one message: some ten milliseconds of the page. */
const SLICE = 1_000;

function recordsOf(state: CaseState, ids: readonly Id[]): Entity[] {
  return ids.map((id) => state.entity(id)).filter((e): e is Entity => e !== undefined);
}

function settle<R extends object>(outcome: JobOutcome<R>): Step<Exclude<R, ImportRefusal>> {
  if ('failure' in outcome) return { ok: false, refused: outcome.failure };
  const { result } = outcome;
  if (refusedImport(result)) return { ok: false, ...(result as ImportRefusal) };
  return { ok: true, value: result as Exclude<R, ImportRefusal> };
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1 && 'columns' in value;
}

/** Of `P-07`, 7; 0 where there is none. */
function pseudonymNumber(entity: Entity): number {
  return Number(entity.pseudonym?.match(/^P-(\d{1,6})$/)?.[1] ?? 0);
}

export const ImportContext = createContext<ImportDesk | null>(null);

export function useImport(): ImportDesk {
  const desk = useContext(ImportContext);
  if (!desk) throw new Error('no import desk around this view');
  return desk;
}
