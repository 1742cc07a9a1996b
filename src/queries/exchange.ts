import { createContext, useContext } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { existingEntity, type ImportRefusal, importers, type Mapping, refusedImport } from '#exchange/importers/index';
import type { ExchangeContract, PlanParams, PlanReport, PreviewParams, PreviewReport } from '#exchange/worker-contract';
import { Pool } from '#threads/pool';
import type { Line } from '#threads/port';
import type { Outcome as JobOutcome, Progress } from '#threads/protocol';
import type { OpenCase, Outcome } from './open-case.ts';

export { bestMapping, fitMapping, openQuestions } from '#exchange/importers/index';

/** Where saved mappings are kept on this device. */
export interface MappingShelf {
  all(): Promise<ReadonlyMap<string, unknown>>;
  set(name: string, mapping: unknown): Promise<void>;
}
export type { PlanReport, PreviewReport };

/** Ways in, for menus. */
export const importerCatalogue = importers;

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

  async plan(
    state: CaseState,
    params: Omit<PlanParams, 'existing' | 'records' | 'lastPseudonym'>,
    watch: Watch,
  ): Promise<Step<PlanReport>> {
    const existing = [...state.allOf('entity')].map((e) => existingEntity(e));
    const common = { ...params, existing, lastPseudonym: lastPseudonym(state) };
    const first = settle(await this.#pool.run('plan-import', { ...common, records: [] }, watch));
    if (!first.ok || first.value.matches.known === 0) return first;
    // Known entities the file may add to: their full records travel only now that they are known to matter.
    const known = new Set<Id>(first.value.matches.list.flatMap((m) => (m.known ? [m.known.id] : [])));
    const records = [...known].map((id) => state.entity(id)).filter((e): e is Entity => e !== undefined);
    return settle(await this.#pool.run('plan-import', { ...common, records }, watch));
  }

  /** Stages the plan and makes it visible with one change: one undo. Gives the sequence number. */
  async write(open: OpenCase, plan: PlanReport, watch: Watch): Promise<Step<Outcome>> {
    const written = settle(await this.#pool.run('write-import', { plan: plan.plan, localId: open.localId }, watch));
    if (!written.ok) return written;
    const { staged, summary } = written.value;
    const outcome = await open.commitStaged(staged, 'import-table', { summary });
    await this.#pool.run('end-import', { stageId: staged.stageId, committed: outcome.saved });
    return { ok: true, value: outcome };
  }
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

/** The highest number of a pseudonym in use. */
function lastPseudonym(state: CaseState): number {
  let last = 0;
  for (const e of state.allOf('entity')) {
    const n = e.pseudonym?.match(/^P-(\d{1,6})$/)?.[1];
    if (n) last = Math.max(last, Number(n));
  }
  return last;
}

export const ImportContext = createContext<ImportDesk | null>(null);

export function useImport(): ImportDesk {
  const desk = useContext(ImportContext);
  if (!desk) throw new Error('no import desk around this view');
  return desk;
}
