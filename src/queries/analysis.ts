import { createContext, useContext } from 'react';
import { communityMethodById, communityMethods } from '#analysis/communities/index';
import type { PackedCase, PackOptions, Scope, Wanted } from '#analysis/graph/pack-case';
import { type LayoutQuality, type LayoutSubject, layoutById, layouts } from '#analysis/layouts/index';
import {
  addShares,
  type Column,
  fillParameters,
  type MeasureDefinition,
  measureById,
  measures,
  type ParameterValues,
  sharesOf,
} from '#analysis/measures/index';
import type { AnalysisContract } from '#analysis/worker-contract';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { Pool } from '#threads/pool';
import type { Line } from '#threads/port';
import type { Outcome, ParamsOf, Progress, ResultOf, TaskName } from '#threads/protocol';
import {
  derivation,
  type Figure,
  groupingsOf,
  type MeasureOptions,
  type MeasureResult,
  type RunOptions,
  rowsOf,
  wantedBy,
} from './derivation.ts';
import { type CommunityResult, communityResult } from './groups.ts';
import { inBreaths, ofOneState } from './in-breaths.ts';
import { groupsBy, groupsFor } from './known-groups.ts';
import { firstDates, groupsOf, kindsOf } from './layout-facts.ts';
import { type ChartItems, type LayoutRequest, layoutSubject } from './layout-subject.ts';
import { type GraphRequest, type Packed, PackedGraphs, type PackingOutcome } from './packing.ts';
import { allShares } from './shares.ts';

export type { Derivation, Figure, MeasureOptions, MeasureResult, RunOptions } from './derivation.ts';
export { derivation, wantedBy } from './derivation.ts';
export type { CommunityResult } from './groups.ts';
export type { ChartItems, LayoutRequest } from './layout-subject.ts';
export type { GraphRequest } from './packing.ts';
export type { LayoutQuality, PackOptions, ParameterValues, Progress, Scope };

/** The catalogues, for menus and forms. */
export const measureCatalogue = measures;
export const communityCatalogue = communityMethods;
export const layoutCatalogue = layouts;

/** Graphs that are laid out before they are in a case. */
let arranged = 0;

/** Runs measures, communities and layouts in workers. One per page; workers start with the first job. */
export class AnalysisDesk {
  readonly #pool: Pool<AnalysisContract>;
  readonly #graphs = new PackedGraphs();

  constructor(open: () => Line, size = Math.min(2, globalThis.navigator?.hardwareConcurrency ?? 2)) {
    this.#pool = new Pool<AnalysisContract>(size, open);
  }

  /** The graph of a request, packed once for all who ask for the same, while the page draws and hears keys. Workers are woken meanwhile. */
  pack(state: CaseState, request: GraphRequest, wanted: Wanted = {}, run: RunOptions = {}): Promise<PackingOutcome> {
    const onProgress = (progress: Progress) => {
      this.#pool.wake();
      run.onProgress?.(progress);
    };
    return this.#graphs.get(state, request, wanted, { ...run, onProgress });
  }

  /** How many workers there are, to share work out over. */
  get workers(): number {
    return this.#pool.size;
  }

  /** Runs any task over a packed graph; who asks translates node numbers to ids. `transfer` hands buffers of `params` over for good. */
  ask<T extends TaskName<AnalysisContract>>(
    task: T,
    params: ParamsOf<AnalysisContract, T>,
    packed: Packed,
    run: RunOptions & { readonly transfer?: readonly Transferable[] } = {},
  ): Promise<Outcome<ResultOf<AnalysisContract, T>>> {
    return this.#pool.run(task, params, { ...jobOptions(packed), ...run });
  }

  async measure(
    state: CaseState,
    request: GraphRequest,
    id: string,
    parameters: ParameterValues = {},
    run: MeasureOptions = {},
  ): Promise<Figure<MeasureResult>> {
    const definition = measureById(id);
    if (!definition) return { ok: false, code: 'unknown-method' };
    const began = performance.now();
    const filled = fillParameters(definition.parameters, parameters);
    if ('unfit' in filled) return { ok: false, code: 'unfit-parameter' };
    const { onRefined, groups, ...running } = run;
    const names = groupingsOf(definition, filled.values);
    const sorted = await groupsFor(this, state, request, names, groups, run);
    if (!sorted.ok) return sorted;
    const by = names.includes('community') ? sorted.figure : undefined;
    const packed = await this.pack(state, request, wantedBy(state, definition, filled.values, by?.of), running);
    if ('failure' in packed) return { ok: false, code: packed.failure };
    const options = { ...jobOptions(packed), ...running };
    const figureOf = (result: Column): MeasureResult => ({
      measure: id,
      rows: rowsOf(packed, result),
      ...(result.facts && { facts: result.facts }),
      ...(by && { groupsBy: groupsBy(by) }),
      ...derivation(request, packed, filled.values, began),
    });
    let column: Awaited<ReturnType<typeof this.whole>>;
    if (this.#sharedOut(definition, packed)) column = await this.#shared(packed, id, parameters, options);
    else
      column = await this.whole(id, parameters, {
        ...options,
        ...(onRefined && { onPart: (result: Column) => onRefined(figureOf(result)) }),
      });
    if ('failure' in column) return { ok: false, code: column.failure };
    return { ok: true, figure: figureOf(column.result) };
  }

  /** What a measure would take before it is asked: seconds on this desk with nothing else to do, roughly, and which measure estimates it in less. */
  async estimate(
    state: CaseState,
    request: GraphRequest,
    id: string,
    parameters: ParameterValues = {},
    run: RunOptions = {},
  ): Promise<{ readonly seconds: number; readonly estimatedBy?: string } | undefined> {
    const definition = measureById(id);
    const filled = definition && fillParameters(definition.parameters, parameters);
    if (!definition || !filled || 'unfit' in filled) return undefined;
    const { cost, estimatedBy } = definition;
    if (!cost) return { seconds: 0 };
    const packed = await this.pack(state, request, {}, run);
    if ('failure' in packed) return undefined;
    const threads = this.#sharedOut(definition, packed) ? this.#pool.size : 1;
    return { seconds: cost(packed.graph, filled.values) / threads, ...(estimatedBy && { estimatedBy }) };
  }

  #sharedOut({ split }: MeasureDefinition, packed: Packed): boolean {
    return split !== undefined && this.#pool.size > 1 && sharesOf(packed.graph.nodeCount).length > 1;
  }

  whole(id: string, parameters: ParameterValues, options: JobOf & { onPart?(column: Column): void }) {
    return this.#pool.run('measure', { measure: id, parameters }, options);
  }

  /** Shares the sources of a measure out over all workers; the figure is the one that a single worker would give, to the last digit. */
  async #shared(
    packed: Packed,
    id: string,
    parameters: ParameterValues,
    options: JobOf,
  ): Promise<ReturnType<typeof this.whole> extends Promise<infer R> ? R : never> {
    const shares = sharesOf(packed.graph.nodeCount).map(
      (share) => (run: RunOptions) =>
        this.#pool.run('measure-share', { measure: id, parameters, share }, { ...options, ...run }),
    );
    const parts = await allShares(shares, options);
    if ('failure' in parts) return parts;
    const { split, parameters: known } = measureById(id)!;
    const filled = fillParameters(known, parameters);
    if ('unfit' in filled) return { failure: 'unfit-parameter' };
    return {
      result: split!.join(packed.graph, filled.values, addShares(parts.results)),
      revision: options.revision ?? null,
    };
  }

  async communities(
    state: CaseState,
    request: GraphRequest,
    method: string,
    parameters: ParameterValues = {},
    run: RunOptions = {},
  ): Promise<Figure<CommunityResult>> {
    const definition = communityMethodById(method);
    if (!definition) return { ok: false, code: 'unknown-method' };
    const began = performance.now();
    const filled = fillParameters(definition.parameters, parameters);
    if ('unfit' in filled) return { ok: false, code: 'unfit-parameter', detail: filled.unfit };
    const packed = await this.pack(state, request, {}, run);
    if ('failure' in packed) return { ok: false, code: packed.failure };
    const outcome = await this.#pool.run('communities', { method, parameters }, { ...jobOptions(packed), ...run });
    if ('failure' in outcome) {
      const { failure: code, detail } = outcome;
      return { ok: false, code, ...(detail !== undefined && { detail }) };
    }
    return {
      ok: true,
      figure: {
        method,
        ...communityResult(outcome.result, packed.ids, packed.graph, Number(parameters.resolution ?? 1)),
        ...derivation(request, packed, filled.values, began),
      },
    };
  }

  /** Positions of the items that may move; pinned ones are left out of the answer. */
  async layout(
    state: CaseState,
    request: LayoutRequest,
    run: RunOptions = {},
  ): Promise<Figure<readonly { id: Id; x: number; y: number }[]>> {
    const found = await inBreaths(
      ofOneState(state, () => layoutSubject(state, request)),
      run,
    );
    if ('failure' in found) return { ok: false, code: found.failure };
    const { packed, subject } = found.result;
    const needs = layoutById(request.layout)?.needs;
    const more =
      needs === 'kinds'
        ? { kinds: kindsOf(state, packed.ids, request.standIn) }
        : needs === 'times'
          ? { times: firstDates(state, packed.ids, request.standIn) }
          : needs === 'groups' && request.groups
            ? { groups: groupsOf(packed.ids, request.groups) }
            : {};
    const laid = await this.arrange(packed.graph, request.layout, { ...subject, ...more }, run, request.parameters);
    if (!laid.ok) return laid;
    const result = laid.figure;
    const figure = packed.ids.flatMap((id, i) =>
      subject.pinned[i] ? [] : [{ id, x: Math.round(result[2 * i]!), y: Math.round(result[2 * i + 1]!) }],
    );
    return { ok: true, figure };
  }

  /** How well a chart can be read with its items at these places, whatever is pinned. */
  async quality(state: CaseState, chart: ChartItems, run: RunOptions = {}): Promise<Figure<LayoutQuality>> {
    const found = await inBreaths(
      ofOneState(state, () => layoutSubject(state, chart)),
      run,
    );
    if ('failure' in found) return { ok: false, code: found.failure };
    const { packed, subject } = found.result;
    const { positions, radii } = subject;
    const outcome = await this.#pool.run('layout-quality', { positions, radii }, { ...jobOptions(packed), ...run });
    return 'failure' in outcome ? { ok: false, code: outcome.failure } : { ok: true, figure: outcome.result };
  }

  /** x, y of each node of a graph that need not be in the case yet. */
  async arrange(
    graph: PackedCase['graph'],
    layout: string,
    subject: LayoutSubject,
    run: RunOptions = {},
    parameters: ParameterValues = {},
  ): Promise<Figure<Float64Array>> {
    const outcome: Outcome<Float64Array> = await this.#pool.run(
      'layout',
      { layout, parameters, subject },
      { revision: `arranged-${++arranged}`, load: () => ({ data: graph }), ...run },
    );
    return 'failure' in outcome ? { ok: false, code: outcome.failure } : { ok: true, figure: outcome.result };
  }

  /** Ends all workers; running jobs fail as cancelled. */
  end(): void {
    this.#pool.end();
  }
}

type JobOf = ReturnType<typeof jobOptions> & RunOptions;

/** The packed graph travels as a copy: the page still needs the order of the ids, and other workers their own. */
function jobOptions(packed: Packed): {
  revision: string;
  load: () => { data: PackedCase['graph'] };
} {
  return { revision: packed.name, load: () => ({ data: packed.graph }) };
}

export const AnalysisContext = createContext<AnalysisDesk | null>(null);

export function useAnalysis(): AnalysisDesk {
  const desk = useContext(AnalysisContext);
  if (!desk) throw new Error('no analysis desk around this view');
  return desk;
}
