import {
  type Column,
  finish,
  inLayer,
  layersCost,
  type MeasureDefinition,
  type ParameterValues,
  reasonAt,
  withinGroups,
} from '#analysis/measures/index';
import { placesOf } from '#analysis/studies/index';
import { commandLine } from '#i18n/messages/en/command-line';
import type { Cell, Table } from './csv-out.ts';
import type { NetworkInput } from './network-input.ts';
import { reasonText } from './reason-words.ts';

interface Task {
  readonly definition: MeasureDefinition;
  readonly parameters: ParameterValues;
}

/** A measure in one layer, or over all rows where `layer` is missing. */
export interface InLayer {
  readonly id: string;
  readonly layer?: string;
  readonly instead?: readonly string[];
  readonly column: Column;
  /** Rank of each node, 0 where it has none. Missing: numbers of groups have no order, and values of different groups are not on one scale. */
  readonly places?: Int32Array;
}

/** Stands for all rows in a table, as `(none)` does for those of no stated layer. */
const ALL_ROWS = '(all)';

/** Each measure over all rows, as it is given, and in each layer alone; those that compare layers are in none of them. */
export function measuredByLayer(
  { graph, layers = [] }: NetworkInput,
  all: readonly (Task & { readonly column: Column })[],
  within: string | undefined,
): readonly InLayer[] {
  return all.flatMap(({ definition, parameters, column }) => {
    const { id, range, acrossLayers, instead } = definition;
    const placed = (found: Column, layer?: string): InLayer => ({
      id,
      ...(instead && { instead }),
      ...(layer !== undefined && { layer }),
      column: found,
      ...(range !== 'label' && within === undefined && { places: placesOf(found) }),
    });
    const alone = (part: typeof graph) =>
      within === undefined ? definition.run(part, parameters) : withinGroups(part, within, definition, parameters);
    return [
      placed(column),
      ...(acrossLayers ? [] : layers).map((name, l) => placed(finish(inLayer(graph, l, alone)), name)),
    ];
  });
}

/** Seconds of one thread that a measure takes in all layers, beside those over all rows. */
export function layersSeconds({ graph, layers }: NetworkInput, { definition, parameters }: Task): number {
  if (!layers || definition.acrossLayers) return 0;
  const [, ...each] = finish(layersCost(graph, layers.length, definition, parameters));
  return each.reduce((sum, seconds) => sum + seconds, 0);
}

/** Value and rank of node `i`, and why either is null. */
function cellOf({ column, places, ...definition }: InLayer, i: number) {
  const reason = reasonAt(column, i);
  if (reason) return { value: null, rank: null, reason: reasonText(definition, reason) };
  const equal = places?.[i] === 0;
  return {
    value: column.values[i]!,
    rank: places && !equal ? places[i]! : null,
    reason: equal ? commandLine['command-line.reason.all-equal'] : null,
  };
}

/** Of node `i`, by layer and measure, its value and rank; null with the reason beside it, or, of a rank, where values have no order. */
export function layersAt(measured: readonly InLayer[], layers: readonly string[], i: number): object {
  return Object.fromEntries(
    layers.map((layer) => [
      layer,
      Object.fromEntries(
        measured.flatMap((m) => {
          if (m.layer !== layer) return [];
          const { reason, ...cell } = cellOf(m, i);
          return [[m.id, { ...cell, ...(reason !== null && { reason }) }] as const];
        }),
      ),
    ]),
  );
}

/** Numbers that come with the values of a measure in each layer, by layer; undefined where none do. */
export function factsByLayer(measured: readonly InLayer[], of: string): object | undefined {
  const told = measured.flatMap(({ id, layer, column: { facts } }) =>
    id === of && layer !== undefined && facts ? [[layer, facts] as const] : [],
  );
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

/** A record per layer, measure and node, over all rows first. */
export function layersTable(measured: readonly InLayer[], ids: readonly string[]): Table {
  const records = measured.flatMap((m) =>
    ids.map((id, i): Cell[] => {
      const { value, rank, reason } = cellOf(m, i);
      return [m.layer ?? ALL_ROWS, m.id, id, value, rank, reason];
    }),
  );
  return { header: ['layer', 'measure', 'id', 'value', 'rank', 'reason'], records };
}
