import { LIKELIHOOD } from '#analysis/graph/link-weight';
import { type Network, PROOF } from '#analysis/graph/network';
import type { TwoMode } from '#analysis/graph/two-mode';
import type { Strength } from '#domain/link/link';
import { commandLine } from '#i18n/messages/en/command-line';
import { type BadInput, isBad } from './cli-command.ts';
import { said } from './command-words.ts';
import { readCsv } from './csv-table.ts';
import { type LinkColumns, linkColumns, pickColumns, weightsAsked } from './links-table.ts';
import { codesOf, groupingsOf, type Lines, linesOf, networkOfLines } from './network-lines.ts';
import { conditionsAsked, strayOption } from './network-options.ts';
import { type Attributes, type NodeTable, readNodes } from './node-table.ts';
import { type Options, text } from './options.ts';
import { type LeftOut, type LeftOutBy, rowsInScope } from './row-scope.ts';
import { networkOfTwoModes, twoModeAsked } from './two-modes.ts';

/**
 * A network read from files. Nodes of `--nodes` come first, in the order of the file, then the ends of links as they appear. A node stays that has lost its
 * rows to a condition: who was not confirmed to be linked is in the network all the same, alone.
 */
export interface NetworkInput {
  /** With its lines one by one (strength, kind, times, sources where columns tell them), and the columns of `--nodes` as groupings. */
  readonly graph: Network;
  readonly ids: readonly string[];
  /** Per node, the columns of its row of `--nodes` but the id, by name; undefined for a node that is not in that file. */
  readonly attributes: readonly (Attributes | undefined)[] | undefined;
  /** Rows of the file that are in the graph, loops and parallel ones among them; all others are left out, and why. */
  readonly rows: number;
  readonly rowsInFile: number;
  readonly leftOut: LeftOut;
  /** What was asked of rows and nodes, by the names of the options. */
  readonly conditions: Readonly<Record<string, string | boolean>>;
  /** Nodes that are none of the kinds or tags asked for. */
  readonly nodesLeftOut: number;
  /** Per line its row of the file, counted from 1, its header apart; of a projection both rows, the less well borne out first. */
  readonly rowsOf: readonly (readonly number[])[];
  /** `in`: the lines are turned round. */
  readonly direction: 'ignore' | 'out' | 'in';
  readonly weights: 'none' | 'count' | 'amount' | 'strength' | 'column';
  /** The column that weights come from. */
  readonly weightColumn: string | undefined;
  readonly currency: string | undefined;
  readonly twoMode: TwoMode | undefined;
  /** Per line a step of `WORTH_STEPS`, −1 where ungraded; of a pair the lesser of its rows. Undefined without `--grade`. */
  readonly grades: readonly number[] | undefined;
  /** Words of the `--layer` column by the numbers of `LinkRows.layer`; undefined when none is named. */
  readonly layers: readonly string[] | undefined;
  /** Names of the `--sources` column by the numbers of `LinkRows.sources`. */
  readonly sources: readonly string[];
}

/** `window: 'apart'`: the command reads the times, and `--after` and `--before`, for itself. */
interface Reading {
  readonly window: 'of-rows' | 'apart';
  readonly readsTimes?: boolean;
}

const STRENGTHS = Object.keys(PROOF) as readonly Strength[];

/** Reads the files that the options name, and takes the rows and nodes that they let in. */
export function readNetwork(options: Options, reading: Reading = { window: 'of-rows' }): NetworkInput | BadInput {
  const stray = strayOption(options, reading.readsTimes ?? false);
  if (stray) return stray;
  const mode = twoModeAsked(options);
  if (mode && isBad(mode)) return mode;
  const table = readNodes(options);
  if (isBad(table)) return table;
  const file = readCsv(text(options, 'links')!);
  if (isBad(file)) return file;
  const columns = linkColumns(file, options);
  if (isBad(columns)) return columns;
  const nodes = nodesOf(table, columns);
  const scope = rowsInScope(columns, (id) => nodes.numberOf.has(id), options, reading.window === 'of-rows');
  if (isBad(scope)) return scope;
  const weights = weightsAsked(options);
  const direction = directionOf(options);
  const { lines, layers, sources } = linesOfColumns(
    pickColumns(columns, scope.kept),
    nodes.numberOf,
    direction,
    weights,
  );
  const base = {
    rowsInFile: file.rows.length,
    nodesLeftOut: nodes.leftOut,
    direction,
    weights,
    weightColumn: text(options, weights === 'strength' ? 'strength' : 'weight'),
    currency: scope.currency,
    conditions: conditionsAsked(options),
    twoMode: mode,
    layers,
    sources,
  };
  const attributesOf = (i: number) => table.attributes?.[nodes.rowOf[i]!];
  const named = (graph: Network, numbers: readonly number[]) => {
    const attributes = table.attributes && numbers.map(attributesOf);
    return {
      graph: attributes ? { ...graph, groupings: groupingsOf(attributes) } : graph,
      ids: numbers.map((i) => nodes.ids[i]!),
      attributes,
    };
  };
  if (!mode) {
    const graph = networkOfLines(nodes.ids.length, lines, {
      directed: direction !== 'ignore',
      weighted: weights !== 'none',
    });
    return {
      ...base,
      ...named(graph, [...nodes.ids.keys()]),
      rows: lines.count,
      grades: columns.grade && scope.kept.map((r) => columns.grade![r]!),
      leftOut: scope.leftOut,
      rowsOf: scope.kept.map((r) => [r + 1]),
    };
  }
  const kindOf = (i: number) => table.kinds?.[nodes.rowOf[i]!];
  const found = networkOfTwoModes(kindOf, nodes.ids.length, lines, mode);
  if (isBad(found)) return found;
  const oneKind = lines.count - found.across;
  return {
    ...base,
    ...named(found.graph, [...found.nodes]),
    rows: found.across,
    grades: columns.grade && found.rowsOf.map((rows) => Math.min(...rows.map((r) => columns.grade![scope.kept[r]!]!))),
    leftOut: oneKind > 0 ? new Map<LeftOutBy, number>([...scope.leftOut, ['one-kind', oneKind]]) : scope.leftOut,
    rowsOf: found.rowsOf.map((rows) => rows.map((r) => scope.kept[r]! + 1)),
  };
}

function directionOf(options: Options): NetworkInput['direction'] {
  const stated = text(options, 'direction');
  if (stated === 'ignore' || stated === 'out' || stated === 'in') return stated;
  return options.get('directed') === true ? 'out' : 'ignore';
}

/** The nodes: those of the file that are let in, then ends of links, where no kind or tag is asked for. */
function nodesOf({ ids, kept }: NodeTable, { source, target }: LinkColumns) {
  const numberOf = new Map<string, number>();
  const rowOf: number[] = [];
  const out = new Set<string>();
  const see = (id: string, row: number, isIn: boolean) => {
    if (!isIn) out.add(id);
    else if (!numberOf.has(id)) {
      numberOf.set(id, numberOf.size);
      rowOf.push(row);
    }
  };
  for (const [row, id] of ids.entries()) see(id, row, kept?.[row] ?? true);
  for (const [r, from] of source.entries())
    for (const id of [from, target[r]!]) if (!numberOf.has(id)) see(id, -1, !kept);
  return { numberOf, ids: [...numberOf.keys()], rowOf, leftOut: out.size };
}

function linesOfColumns(
  columns: LinkColumns,
  numberOf: ReadonlyMap<string, number>,
  direction: NetworkInput['direction'],
  weights: NetworkInput['weights'],
): { readonly lines: Lines; readonly layers: readonly string[] | undefined; readonly sources: readonly string[] } {
  const ends = (ids: readonly string[]) => Int32Array.from(ids, (id) => numberOf.get(id)!);
  const [from, to] = [ends(columns.source), ends(columns.target)];
  const layer = columns.layer && codesOf(columns.layer);
  const names = codesOf(columns.sources?.flat() ?? []);
  const numbers = new Map(names.words.map((name, code) => [name, code]));
  const lines = linesOf({
    source: direction === 'in' ? to : from,
    target: direction === 'in' ? from : to,
    weight:
      weights === 'strength' ? Float64Array.from(columns.proof!, (p) => LIKELIHOOD[STRENGTHS[p]!]) : columns.weight,
    directed: direction !== 'ignore',
    layer,
    proof: columns.proof,
    times: columns.times,
    sources: columns.sources?.map((own) => own.map((name) => numbers.get(name)!)),
  });
  return { lines, layers: layer?.words, sources: names.words };
}

/** What a reader of the figures must know of the graph they are computed on. `rows` and those left out add up to `rows_in_file`. */
export function graphFacts(input: NetworkInput): Readonly<Record<string, unknown>> {
  const { graph, twoMode } = input;
  return {
    nodes: graph.nodeCount,
    edges: graph.edgeCount,
    directed: graph.directed,
    weighted: graph.weight !== null,
    rows: input.rows,
    loops_left_out: graph.loopRows,
    parallel_rows_merged: graph.parallelRows,
    rows_in_file: input.rowsInFile,
    rows_left_out: Object.fromEntries(input.leftOut),
    ...(Object.keys(input.conditions).length > 0 && { conditions: input.conditions }),
    ...(input.nodesLeftOut > 0 && { nodes_left_out: input.nodesLeftOut }),
    ...(input.direction === 'in' && { direction: 'in' }),
    ...(input.weights !== 'none' && input.weights !== 'column' && { weights: input.weights }),
    ...(input.currency !== undefined && { currency: input.currency }),
    ...(twoMode && { two_mode: { ...twoMode, ...(twoMode.as !== 'both' && { pairs: graph.rows!.count }) } }),
  };
}

/** Of a network that not all rows of its file are in, how many are left out and why. */
export function leftOutRemark({ leftOut, rowsInFile }: NetworkInput): string[] {
  if (leftOut.size === 0) return [];
  const reasons = [...leftOut].map(([why, count]) => `${commandLine[`command-line.left-out.${why}`]} (${count})`);
  const count = [...leftOut.values()].reduce((sum, rows) => sum + rows, 0);
  return [said('command-line.rows-left-out', { count, rows: rowsInFile, reasons: reasons.join(', ') })];
}

/** The columns of `--nodes` that travel with node `i`. */
export function travelling(input: NetworkInput, i: number): { readonly attributes?: Attributes } {
  const attributes = input.attributes?.[i];
  return attributes ? { attributes } : {};
}

/** Two ends as the file has them: lines that were turned round are turned back. */
export function asInFile<T>({ direction }: Pick<NetworkInput, 'direction'>, source: T, target: T): readonly [T, T] {
  return direction === 'in' ? [target, source] : [source, target];
}

/** What weights come from: a column, or what a pair of a projection shares; null = there are none. */
export function weightWords({ weightColumn, twoMode }: NetworkInput): string | null {
  return weightColumn ?? (twoMode && twoMode.as !== 'both' ? twoMode.as : null);
}

/** How arrows were read, in the words of a method. */
export function directionWords({ direction }: Pick<NetworkInput, 'direction'>): string {
  return { ignore: 'ignored', out: 'from source to target', in: 'from target to source' }[direction];
}
