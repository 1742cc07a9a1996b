import type { Entity } from '#domain/entity/entity';
import { examine, loadPhoneRules } from '#domain/identifiers/index';
import type { Id } from '#domain/record';
import type { Handlers } from '#threads/serve';
import { csvTable } from './exporters/csv-table.ts';
import { rejectedRows } from './exporters/rejected-rows.ts';
import { type ImportRefusal, importFileOf, refusedImport } from './importers/import-file.ts';
import { type ImporterId, importers } from './importers/index.ts';
import type { ExistingEntity } from './importers/plan/existing.ts';
import type { ImportPlan } from './importers/plan/plan-import.ts';
import { writePlan } from './importers/plan/write-plan.ts';
import { previewTable } from './importers/preview.ts';
import { NOT_DATA, partRemarks, type Remarks } from './importers/row-report.ts';
import { reporting } from './reporting.ts';
import { type ExchangeContract, LISTED, type PlanParams, type PlanReport, type StagePort } from './worker-contract.ts';

/** What the worker takes from its surroundings. */
export interface ExchangeSurroundings {
  newId(): string;
  /** Rejects where the store cannot be written. */
  openStage(localId: string): Promise<StagePort>;
}

/** The case as the page has told it. */
interface ToldCase {
  readonly told: string;
  readonly entities: ExistingEntity[];
  readonly records: Map<Id, Entity>;
}

/** The tasks of the exchange worker, whichever thread serves them. One plan and any number of open stages are kept between tasks. */
export function exchangeHandlers(around: ExchangeSurroundings): Handlers<ExchangeContract> {
  let kept: { readonly number: number; readonly plan: ImportPlan } | undefined;
  let plans = 0;
  let known: ToldCase = { told: '', entities: [], records: new Map() };
  const stages = new Map<string, StagePort>();

  return {
    'preview-table': ({ importer, file, name, options }, { signal }) =>
      reporting(async (progress) => {
        const look = importer === undefined ? previewTable : importerOf(importer).preview;
        const preview = await look(importFileOf(file, name), options, signal, progress);
        if (refusedImport(preview)) return preview;
        return { ...preview, rejected: cut(preview.rejected) };
      }),

    'tell-case': ({ told, begin, entities, records }) =>
      reporting(async () => {
        if (begin) known = { told, entities: [], records: new Map() };
        else if (told !== known.told) return { refused: 'case.untold' };
        for (const e of entities) known.entities.push(e);
        for (const r of records) known.records.set(r.id, r);
        return { told };
      }),

    'plan-import': (params, { signal }) =>
      reporting(async (progress) => {
        const { importer, file, name, form, mapping } = params;
        if (params.told !== known.told) return { refused: 'case.untold' };
        kept = undefined;
        await loadPhoneRules();
        const context = contextOf(params, known, around);
        const plan = await importerOf(importer).plan(
          importFileOf(file, name),
          form,
          mapping,
          context,
          signal,
          progress,
        );
        if (refusedImport(plan)) return plan;
        kept = { number: ++plans, plan };
        return reportOf(plans, plan);
      }),

    async *'import-graph'({ plan: number }) {
      yield { done: 0, of: 1, stage: 'plan' };
      if (kept?.number !== number) return { result: { refused: 'plan.lost' } };
      const result = kept.plan.graph();
      return { result, transfer: [result.spread.buffer, result.ends.buffer] };
    },

    'write-import': ({ plan: number, localId, places }, { signal }) =>
      reporting(async (progress) => {
        if (kept?.number !== number) return { refused: 'plan.lost' };
        const { plan } = kept;
        let stage: StagePort;
        try {
          stage = await around.openStage(localId);
        } catch (error) {
          return notWritten(error);
        }
        try {
          await writePlan(plan, (steps) => stage.add(steps), signal, progress, places);
          const staged = await stage.seal();
          signal.throwIfAborted();
          stages.set(staged.stageId, stage);
          kept = undefined;
          return { staged, summary: summaryOf(plan) };
        } catch (error) {
          // Cancelled, or the store is full: nothing of it stays. What cannot even be swept is swept at the next open.
          await stage.discard().catch(() => undefined);
          signal.throwIfAborted();
          return notWritten(error);
        }
      }),

    'end-import': ({ stageId, committed }) =>
      reporting(async () => {
        const stage = stages.get(stageId);
        stages.delete(stageId);
        if (committed) stage?.release();
        else await stage?.discard();
        return null;
      }),
  };
}

function importerOf(id: ImporterId): (typeof importers)[number] {
  const found = importers.find((i) => i.id === id);
  if (!found) throw new RangeError('unregistered importer');
  return found;
}

function contextOf(params: PlanParams, { entities, records }: ToldCase, around: ExchangeSurroundings) {
  const { decisions, chart, source, lastPseudonym, region } = params;
  return {
    newId: () => around.newId(),
    existing: entities,
    examine: (kind: Parameters<typeof examine>[0], text: string) => examine(kind, text, region),
    recordsOf: (ids: readonly string[]) => ids.map((id) => records.get(id)).filter((r) => r !== undefined),
    decisions: new Map(decisions),
    chart,
    source,
    lastPseudonym,
  };
}

function reportOf(number: number, plan: ImportPlan): PlanReport {
  const { source, chart, rows, accepted, warned, counts, matches } = plan;
  const [notData, rejected] = partRemarks(plan.rejected, NOT_DATA);
  return {
    plan: number,
    source,
    ...(chart === undefined ? {} : { chart }),
    rows,
    accepted,
    rejected: cut(rejected),
    notData: cut(notData),
    warned: cut(warned),
    counts,
    matches: {
      new: matches.new,
      known: matches.known,
      unclear: matches.unclear,
      list: matches.list.slice(0, LISTED),
      knownIds: [...new Set(matches.list.flatMap((m) => (m.known ? [m.known.id] : [])))],
    },
    rejectedFile: csvTable.write(rejectedRows(plan.rejected)),
  };
}

function summaryOf(plan: ImportPlan) {
  const { rejected = 0, aside = 0 } = plan.source.file ?? {};
  return {
    source: plan.source.id,
    rows: plan.rows,
    accepted: plan.accepted,
    rejected,
    aside,
    entitiesMade: plan.counts.entities,
    entitiesMatched: plan.matches.known,
    linksMade: plan.counts.links,
  };
}

function cut<C extends string>(remarks: Remarks<C>): Remarks<C> {
  return { ...remarks, list: remarks.list.slice(0, LISTED) };
}

/**
 * Why nothing could be staged. A store that is out of room says so by name, in itself or in what it wraps; or it breaks the writing off, which
 * nobody here asked for.
 */
function notWritten(error: unknown): ImportRefusal {
  let name = nameOf(error);
  for (let e = error as { inner?: unknown } | undefined, depth = 0; e && depth < 4; e = e.inner as typeof e, depth++)
    if (nameOf(e) === 'QuotaExceededError') name = 'QuotaExceededError';
  if (name === 'QuotaExceededError' || name === 'AbortError') return { refused: 'store.full' };
  return { refused: 'store.refused', detail: { reason: name } };
}

/** Never the message: it may hold words of the file. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
