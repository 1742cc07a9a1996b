import type { Step } from '#domain/change/step';
import type { ImportSummary } from '#domain/commands/import-table';
import type { Entity } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import type { ImportRefusal } from './importers/import-file.ts';
import type { ImporterId } from './importers/index.ts';
import type { Mapping } from './importers/mapping/mapping.ts';
import type { ExistingEntity } from './importers/plan/existing.ts';
import type {
  ChartTarget,
  EntityMatch,
  ImportContext,
  ImportGraph,
  ImportPlan,
  PlannedPlace,
} from './importers/plan/plan-import.ts';
import type { TableForm, TableOptions, TablePreview } from './importers/preview.ts';

/** Where staged steps go; the store's stage fits. What it takes stays invisible until the case names it. */
export interface StagePort {
  readonly stageId: string;
  add(steps: readonly Step[]): Promise<void>;
  seal(): Promise<StagedImport>;
  /** After the page has committed. */
  release(): void;
  discard(): Promise<void>;
}

/** What the page commits; the store's staged steps fit. */
export interface StagedImport {
  readonly stageId: string;
  readonly localId: string;
  readonly packs: readonly string[];
  readonly steps: number;
}

export interface PreviewParams {
  /** Missing = links or entities, whatever the columns look like. */
  readonly importer?: ImporterId;
  /** A File stays a handle: its bytes are read by the worker. */
  readonly file: Blob;
  readonly name: string;
  readonly options: TableOptions;
}

export interface PlanParams {
  readonly importer: ImporterId;
  readonly file: Blob;
  readonly name: string;
  readonly form: TableForm;
  readonly mapping: Mapping;
  /** Names the entities of the case that were told before; another name is refused with `case.untold`. */
  readonly told: string;
  /** Key of a match → id of an entity, or `new`. */
  readonly decisions: readonly (readonly [string, Id | 'new'])[];
  readonly chart: ChartTarget;
  readonly source: ImportContext['source'];
  readonly lastPseudonym: number;
  /** ISO 3166-1 alpha-2: whose way of writing numbers is assumed where a text names no country. */
  readonly region?: string;
}

/** Lists are cut at `LISTED`; the totals beside them are not. */
export type PreviewReport = TablePreview;

/** What the worker is told of the case, slice by slice: a whole case in one message would hold the page for too long. */
export interface CaseSlice {
  /** Names the state of the case that the slices are of. */
  readonly told: string;
  /** The first slice: what was told before is forgotten. */
  readonly begin: boolean;
  readonly entities: readonly ExistingEntity[];
  /** Full records of entities that a plan has found to be known, so that the file may add to them. */
  readonly records: readonly Entity[];
}

/** accepted + rejected + notData = rows. */
export interface PlanReport
  extends Pick<ImportPlan, 'source' | 'chart' | 'rows' | 'accepted' | 'rejected' | 'warned' | 'counts'> {
  /** Header, lines above it, totals, blank lines: no data, and no loss. */
  readonly notData: ImportPlan['rejected'];
  /** Names the plan the worker keeps for `write-import`; the next plan takes its place. */
  readonly plan: number;
  readonly matches: {
    readonly new: number;
    readonly known: number;
    readonly unclear: number;
    readonly list: readonly EntityMatch[];
    /** All entities of the case that the file speaks of, whatever the list leaves out. */
    readonly knownIds: readonly Id[];
  };
  /** Every row that did not become part of the case, those that are no data too. */
  readonly rejectedFile: Blob;
}

/** Remarks and matches sent to the page at most. */
export const LISTED = 2_000;

/** What the exchange worker does. Refusals are results: they are the analyst's to read. */
export interface ExchangeContract {
  readonly load: never;
  readonly tasks: {
    readonly 'preview-table': { readonly params: PreviewParams; readonly result: PreviewReport | ImportRefusal };
    readonly 'plan-import': { readonly params: PlanParams; readonly result: PlanReport | ImportRefusal };
    /** Refuses with `case.untold` when a slice does not follow on what was told before. */
    readonly 'tell-case': { readonly params: CaseSlice; readonly result: { readonly told: string } | ImportRefusal };
    /** What a layout has to know of a plan. Refuses with `plan.lost`. */
    readonly 'import-graph': {
      readonly params: { readonly plan: number };
      readonly result: ImportGraph | ImportRefusal;
    };
    /**
     * Stages the steps of a plan. Refuses with `plan.lost` when the worker no longer has it, `store.full` when there is no room,
     * `store.refused` when nothing can be staged for another reason.
     */
    readonly 'write-import': {
      readonly params: {
        readonly plan: number;
        readonly localId: string;
        /** From a layout of the plan's graph; who is missing starts on the spiral. */
        readonly places: ReadonlyMap<Id, PlannedPlace>;
      };
      readonly result: { readonly staged: StagedImport; readonly summary: ImportSummary } | ImportRefusal;
    };
    /** Says that the page has committed the stage, or gives it up. */
    readonly 'end-import': {
      readonly params: { readonly stageId: string; readonly committed: boolean };
      readonly result: null;
    };
  };
}
