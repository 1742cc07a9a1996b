import type { Step } from '#domain/change/step';
import { placementId } from '#domain/chart/placement';
import { type Entity, isProtected } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import type { CaseRecord, Id } from '#domain/record';
import type { Source } from '#domain/source/source';
import type { ImportFile, ImportRefusal, ReportProgress } from '../import-file.ts';
import { type Mapping, mappingFault } from '../mapping/mapping.ts';
import type { TableForm } from '../preview.ts';
import { NOT_DATA, partRemarks, type RejectionCode, type Remarks, RowReport, type WarningCode } from '../row-report.ts';
import { FileUnreadable, readRecords } from '../table/reader.ts';
import { RowCheck } from '../table/row-check.ts';
import type { EntityDraft } from './entity-draft.ts';
import { EntityRegister, type MatchDecisions } from './entity-register.ts';
import { type ExamineIdentifier, type ExistingEntity, plainIdentifier } from './existing.ts';
import type { LinkDraft } from './link-draft.ts';
import { EntityRows, LinkRows } from './plan-rows.ts';
import { spiralPlace } from './positions.ts';
import { placeColumns, RowReader } from './row-reader.ts';

/** Where the imported entities are put. */
export type ChartTarget =
  | { readonly to: 'none' }
  | { readonly to: 'new'; readonly name: string }
  | {
      readonly to: 'open';
      readonly chart: Id;
      /** Entities already on it: they keep their places. */
      readonly placed: ReadonlySet<Id>;
      readonly origin: { readonly x: number; readonly y: number };
    };

export interface ImportContext {
  /** A fresh id at every call; the order of calls is fixed by the file. */
  newId(): Id;
  readonly existing: readonly ExistingEntity[];
  readonly examine?: ExamineIdentifier;
  /** Full records of known entities, so that the file may add to them; missing = they are left as they are. */
  recordsOf?(ids: readonly Id[]): Promise<readonly Entity[]> | readonly Entity[];
  readonly decisions?: MatchDecisions;
  readonly chart: ChartTarget;
  readonly source: Pick<Source, 'reference'> & Partial<Pick<Source, 'title' | 'received' | 'handling' | 'grade'>>;
  /** Highest number of a pseudonym in use (`P-07` = 7). */
  readonly lastPseudonym?: number;
}

/** One entity of the file and what it is taken for. */
export interface EntityMatch {
  /** Names it in `decisions`. */
  readonly key: string;
  readonly type: EntityTypeId;
  readonly label: string;
  /** Rows it stands in. */
  readonly rows: number;
  readonly outcome: 'new' | 'known' | 'unclear';
  readonly via?: 'identifier' | 'label' | 'decision';
  /** By id alone: whoever shows it asks the case what may be shown, for some are never shown by name. */
  readonly known?: { readonly id: Id };
  /** Of several that fit, none is taken until the analyst says which. */
  readonly candidates?: readonly { readonly id: Id }[];
}

/** What a layout has to know of a plan: who is to be placed, and who is linked with whom. */
export interface ImportGraph {
  /** Ids of all entities the file speaks of; the first `fresh` of them get a place. */
  readonly ids: readonly Id[];
  readonly fresh: number;
  /** x, y of the first spread, two numbers for each fresh one. */
  readonly spread: Float64Array;
  /** Two indexes into `ids` for each link. */
  readonly ends: Uint32Array;
}

/** Where an entity goes on the chart, in whole chart units. */
export interface PlannedPlace {
  readonly x: number;
  readonly y: number;
}

export interface ImportPlan {
  readonly source: Source;
  readonly chart?: Id;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: Remarks<RejectionCode>;
  readonly warned: Remarks<WarningCode>;
  readonly matches: {
    readonly new: number;
    readonly known: number;
    readonly unclear: number;
    /** Known and unclear first to last, as they stand in the file. */
    readonly list: readonly EntityMatch[];
    /** All, the new ones too. */
    all(): Generator<EntityMatch>;
  };
  readonly counts: {
    readonly entities: number;
    readonly altered: number;
    readonly links: number;
    readonly placements: number;
    readonly steps: number;
  };
  graph(): ImportGraph;
  /**
   * Source, chart, entities, links, placements, in the order of the file; the same at every call. `places` come from a layout of
   * `graph()`; who is not among them starts on the spiral.
   */
  steps(places?: ReadonlyMap<Id, PlannedPlace>): Generator<Step>;
}

/**
 * Reads the whole file once more under a mapping and lays out what it would write; writes nothing.
 * Refuses with `file.unreadable`, a MappingFault {column}, `mapping.column-missing` {column}.
 * accepted + rejected = rows. Throws the signal's reason when cancelled.
 */
export async function planImport(
  file: ImportFile,
  form: TableForm,
  mapping: Mapping,
  context: ImportContext,
  signal: AbortSignal,
  progress?: ReportProgress,
): Promise<ImportPlan | ImportRefusal> {
  const fault = mappingFault(mapping);
  if (fault)
    return { refused: fault.fault, ...(fault.column === undefined ? {} : { detail: { column: fault.column } }) };
  const columns = placeColumns(mapping, form.header);
  if ('missing' in columns) return { refused: 'mapping.column-missing', detail: { column: columns.missing } };

  const report = new RowReport(form.limits);
  const check = new RowCheck(form.header, form.limits, report, mapping.shortRows);
  const examine = context.examine ?? ((_kind, text) => plainIdentifier(text));
  const register = new EntityRegister(examine, report);
  const reader = new RowReader(mapping, columns);
  const planner =
    mapping.kind === 'links'
      ? new LinkRows(reader, mapping, register, report)
      : new EntityRows(reader, mapping, register);
  let summary: { bytes: number; sha256?: string };
  try {
    summary = await readRecords(
      file,
      { ...form, digest: true },
      (records, suspect) => {
        for (const record of records) {
          if (!check.isData(record, suspect)) continue;
          const bad = planner.take(record);
          if (bad) report.reject(record, bad.code, bad.column, bad.value);
          else report.accepted++;
        }
        return undefined;
      },
      signal,
      progress,
    );
  } catch (error) {
    if (error instanceof FileUnreadable) return { refused: 'file.unreadable' };
    throw error;
  }
  register.match(context.existing, context.decisions ?? new Map());
  const [aside, rejected] = partRemarks(report.rejected, NOT_DATA);
  const source: Source = {
    ...context.source,
    id: context.newId(),
    kind: 'source',
    sourceKind: 'dataset',
    file: {
      name: file.name,
      size: summary.bytes,
      sha256: summary.sha256 ?? '',
      rows: check.rows,
      accepted: report.accepted,
      rejected: rejected.total,
      aside: aside.total,
    },
  };
  signal.throwIfAborted();
  return layOut(source, check.rows, report, register.drafts, planner.links, mapping, context);
}

async function layOut(
  source: Source,
  rows: number,
  report: RowReport,
  drafts: readonly EntityDraft[],
  links: readonly LinkDraft[],
  mapping: Mapping,
  context: ImportContext,
): Promise<ImportPlan> {
  const chart =
    context.chart.to === 'new' ? context.newId() : context.chart.to === 'open' ? context.chart.chart : undefined;
  for (const d of drafts) if (!d.existing) d.id = context.newId();
  for (const l of links) l.id = context.newId();
  const altered = await alterations(drafts, source.id, context);
  const placed = context.chart.to === 'open' ? context.chart.placed : new Set<Id>();
  const toPlace = chart === undefined ? [] : [...new Set(drafts.map((d) => d.id))].filter((id) => !placed.has(id));
  const fresh = drafts.filter((d) => !d.existing);
  const matches = drafts.filter((d) => d.existing || d.candidates.length > 0).map(matchOf);
  const counted = mapping.links !== undefined && mapping.links.sum;

  const origin = context.chart.to === 'open' ? context.chart.origin : { x: 0, y: 0 };

  function* steps(places?: ReadonlyMap<Id, PlannedPlace>): Generator<Step> {
    yield made(source);
    if (chart !== undefined && context.chart.to === 'new') {
      yield made({ id: chart, kind: 'chart', name: context.chart.name, multiplicity: 'single', skin: 'icons' });
    }
    let pseudonym = context.lastPseudonym ?? 0;
    for (const d of fresh) {
      const entity = d.record(source.id);
      // Migrants and victims are never shown by name: covered before they are written.
      yield made(isProtected(entity) ? { ...entity, pseudonym: `P-${String(++pseudonym).padStart(2, '0')}` } : entity);
    }
    for (const step of altered) {
      const { after } = step;
      yield after?.kind === 'entity' && isProtected(after) && after.pseudonym === undefined
        ? { ...step, after: { ...after, pseudonym: `P-${String(++pseudonym).padStart(2, '0')}` } }
        : step;
    }
    for (const l of links) yield made(l.record(source.id, counted));
    if (chart === undefined) return;
    for (const [n, item] of toPlace.entries()) {
      const { x, y } = places?.get(item) ?? spiralPlace(n, origin);
      yield made({ id: placementId(chart, item), kind: 'placement', chart, item, x, y });
    }
  }

  function graph(): ImportGraph {
    const ids = [...new Set([...toPlace, ...drafts.map((d) => d.id)])];
    const indexOf = new Map(ids.map((id, i) => [id, i]));
    const spread = new Float64Array(2 * toPlace.length);
    for (let n = 0; n < toPlace.length; n++) {
      const { x, y } = spiralPlace(n, origin);
      spread.set([x, y], 2 * n);
    }
    const ends = Uint32Array.from(links.flatMap((l) => l.ends.map((d) => indexOf.get(d.id) ?? 0)));
    return { ids, fresh: toPlace.length, spread, ends };
  }

  return {
    source,
    ...(chart === undefined ? {} : { chart }),
    rows,
    accepted: report.accepted,
    rejected: report.rejected,
    warned: report.warned,
    matches: {
      new: drafts.filter((d) => !d.existing && d.candidates.length === 0).length,
      known: matches.filter((m) => m.outcome === 'known').length,
      unclear: matches.filter((m) => m.outcome === 'unclear').length,
      list: matches,
      *all() {
        for (const d of drafts) yield matchOf(d);
      },
    },
    counts: {
      entities: fresh.length,
      altered: altered.length,
      links: links.length,
      placements: toPlace.length,
      steps: 1 + (context.chart.to === 'new' ? 1 : 0) + fresh.length + altered.length + links.length + toPlace.length,
    },
    graph,
    steps,
  };
}

/** Steps that add to known entities what the file says of them; nothing when the case lends no records. */
async function alterations(drafts: readonly EntityDraft[], source: Id, context: ImportContext): Promise<Step[]> {
  const known = drafts.filter((d) => d.existing);
  if (known.length === 0 || !context.recordsOf) return [];
  const records = new Map((await context.recordsOf(known.map((d) => d.id))).map((r) => [r.id, r]));
  const after = new Map<Id, Entity>();
  for (const d of known) {
    const before = after.get(d.id) ?? records.get(d.id);
    const next = before ? d.added(before, source) : undefined;
    if (next) after.set(d.id, next);
  }
  return [...after].map(([id, entity]) => ({ id, before: records.get(id) ?? null, after: entity }));
}

function made(after: CaseRecord): Step {
  return { id: after.id, before: null, after };
}

function matchOf(d: EntityDraft): EntityMatch {
  const about = { key: d.key, type: d.type, label: d.label, rows: d.rows.length };
  if (d.existing)
    return {
      ...about,
      outcome: 'known',
      ...(d.via === undefined ? {} : { via: d.via }),
      known: { id: d.existing.id },
    };
  if (d.candidates.length === 0) return { ...about, outcome: 'new' };
  return { ...about, outcome: 'unclear', candidates: d.candidates.map(({ id }) => ({ id })) };
}
