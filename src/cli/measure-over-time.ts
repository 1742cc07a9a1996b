import { finish } from '#analysis/graph/work';
import type { MeasureDefinition, ParameterValues } from '#analysis/measures/index';
import { type RanksOverTime, ranksOverTime, readyMeasure } from '#analysis/studies/index';
import { commandLine } from '#i18n/messages/en/command-line';
import { type BadInput, isBad } from './cli-command.ts';
import type { Cell, Table } from './csv-out.ts';
import { dayOf, slicesOf } from './line-times.ts';
import type { NetworkInput } from './network-input.ts';
import type { Options } from './options.ts';

/** Rankings by measure, slice after slice. */
export interface OverTime {
  readonly unit: string;
  readonly zone: string;
  readonly undated: number;
  readonly measures: readonly { readonly id: string; readonly slices: RanksOverTime['slices'] }[];
}

/** Each measure over the lines that may stand in each slice of time, among those who have one: the same as the page follows a ranking by. */
export function measuredOverTime(
  { graph }: NetworkInput,
  asked: readonly { readonly definition: MeasureDefinition; readonly parameters: ParameterValues }[],
  options: Options,
): OverTime | BadInput {
  const sliced = slicesOf(graph.rows!, options);
  if (isBad(sliced)) return sliced;
  const measures: { id: string; slices: RanksOverTime['slices'] }[] = [];
  let undated = 0;
  for (const { definition, parameters } of asked) {
    const ready = readyMeasure(graph, { measure: definition.id, parameters, lowest: false });
    if ('failure' in ready) return { bad: `--slices: ${definition.id}: ${ready.failure}` };
    const found = finish(ranksOverTime(graph, ready, false, sliced.cuts));
    undated = found.undated;
    measures.push({ id: definition.id, slices: found.slices });
  }
  return { unit: sliced.unit, zone: sliced.zone, undated, measures };
}

/** Of each slice who has a value in it, with the rank; null where all are equal, for then nobody stands before anybody. */
export function overTimeJson({ unit, zone, undated, measures }: OverTime, ids: readonly string[]) {
  const [first] = measures;
  return {
    unit,
    zone,
    undated,
    slices: (first?.slices ?? []).map(({ from, to, lines, nodes, edges }, s) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      lines,
      nodes,
      edges,
      measures: Object.fromEntries(
        measures.map(({ id, slices }) => {
          const { values, places } = slices[s]!;
          return [
            id,
            ids.flatMap((node, i) =>
              Number.isNaN(values[i]!)
                ? []
                : [{ id: node, value: values[i]!, rank: places[i]! > 0 ? places[i]! : null }],
            ),
          ];
        }),
      ),
    })),
  };
}

/** A record per node and slice in which it has a value; no rank where all are equal. */
export function overTimeTable({ zone, measures }: OverTime, ids: readonly string[]): Table {
  const records: Cell[][] = [];
  const [first] = measures;
  first?.slices.forEach(({ from }, s) => {
    const day = dayOf(from, zone);
    for (const { id, slices } of measures) {
      const { values, places } = slices[s]!;
      ids.forEach((node, i) => {
        if (Number.isNaN(values[i]!)) return;
        const ranked = places[i]! > 0;
        records.push([
          day,
          id,
          node,
          values[i]!,
          ranked ? places[i]! : null,
          ranked ? null : commandLine['command-line.reason.all-equal'],
        ]);
      });
    }
  });
  return { header: ['slice', 'measure', 'id', 'value', 'rank', 'reason'], records };
}
