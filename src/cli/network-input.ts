import type { Network } from '#analysis/graph/network';
import { type BadInput, isBad } from './cli-command.ts';
import { type CsvTable, columnOf, readCsv } from './csv-table.ts';
import { readLinks } from './links-table.ts';
import { groupingsOf, networkOfLines } from './network-lines.ts';
import { type OptionKinds, type Options, text } from './options.ts';

export const NETWORK_OPTIONS: OptionKinds = {
  links: 'string',
  source: 'string',
  target: 'string',
  weight: 'string',
  directed: 'boolean',
  layer: 'string',
  nodes: 'string',
  id: 'string',
};

export const NETWORK_USAGE =
  '--links FILE.csv --source COL --target COL [--weight COL] [--directed] [--layer COL] [--nodes FILE.csv --id COL]';

/** A network read from files. Nodes of `--nodes` come first, in the order of the file, then the ends of links as they appear. */
export interface NetworkInput {
  /** With its lines one by one, and the columns of `--nodes` as groupings. */
  readonly graph: Network;
  readonly ids: readonly string[];
  /** Per node, the columns of its row of `--nodes` but the id, by name; undefined for a node that is not in that file. */
  readonly attributes: readonly (Readonly<Record<string, string>> | undefined)[] | undefined;
  readonly rows: number;
  readonly weightColumn: string | undefined;
  /** Words of the `--layer` column by the numbers of `LinkRows.layer`; undefined when none is named. */
  readonly layers: readonly string[] | undefined;
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

function weightFrom(field: string): number | undefined {
  const trimmed = field.trim();
  if (!DECIMAL.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value > 0 && value <= Number.MAX_VALUE ? value : undefined;
}

/** Column names made unique, so that no column is lost: `name`, `name (2)`. */
function uniqueNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  return header.map((h) => {
    let name = h;
    for (let k = 2; seen.has(name); k++) name = `${h} (${k})`;
    seen.add(name);
    return name;
  });
}

interface Nodes {
  readonly indexOf: Map<string, number>;
  readonly attributes: (Readonly<Record<string, string>> | undefined)[] | undefined;
}

function readNodes(options: Options): Nodes | BadInput {
  const path = text(options, 'nodes');
  const idColumn = text(options, 'id');
  const indexOf = new Map<string, number>();
  if (path === undefined) {
    return idColumn === undefined ? { indexOf, attributes: undefined } : { bad: '--id needs --nodes FILE.csv' };
  }
  if (idColumn === undefined) return { bad: '--nodes needs --id COL' };
  const table = readCsv(path);
  if (isBad(table)) return table;
  const column = columnOf(table, idColumn);
  if (isBad(column)) return column;
  const names = uniqueNames(table.header);
  const attributes: Readonly<Record<string, string>>[] = [];
  for (const [i, row] of table.rows.entries()) {
    const id = row[column.at]!;
    if (id.trim() === '') return { bad: `${path}, row ${table.line[i]}: no id` };
    if (indexOf.has(id)) return { bad: `${path}, row ${table.line[i]}: the id "${id}" stands there a second time` };
    indexOf.set(id, indexOf.size);
    // fromEntries makes own properties even of a column named __proto__.
    attributes.push(
      Object.fromEntries(names.flatMap((name, k) => (k === column.at ? [] : [[name, row[k]!] as const]))),
    );
  }
  return { indexOf, attributes };
}

function columnsOfLinks(
  table: CsvTable,
  options: Options,
):
  | {
      readonly source: number;
      readonly target: number;
      readonly weight: number | undefined;
      readonly layer: number | undefined;
    }
  | BadInput {
  const source = columnOf(table, text(options, 'source')!);
  if (isBad(source)) return source;
  const target = columnOf(table, text(options, 'target')!);
  if (isBad(target)) return target;
  const chosen: { weight: number | undefined; layer: number | undefined } = { weight: undefined, layer: undefined };
  for (const option of ['weight', 'layer'] as const) {
    const name = text(options, option);
    if (name === undefined) continue;
    const column = columnOf(table, name);
    if (isBad(column)) return column;
    chosen[option] = column.at;
  }
  return { source: source.at, target: target.at, ...chosen };
}

/** Reads the files that the options name. Any row that cannot be used refuses the whole input: a figure over half a file misleads. */
export function readNetwork(options: Options): NetworkInput | BadInput {
  for (const needed of ['links', 'source', 'target']) {
    if (text(options, needed) === undefined) return { bad: `--${needed} is missing` };
  }
  const nodes = readNodes(options);
  if (isBad(nodes)) return nodes;
  const table = readLinks(options);
  if (isBad(table)) return table;
  const columns = columnsOfLinks(table, options);
  if (isBad(columns)) return columns;
  const { indexOf, attributes } = nodes;
  const nodeOf = (id: string) => {
    let at = indexOf.get(id);
    if (at === undefined) {
      at = indexOf.size;
      indexOf.set(id, at);
      attributes?.push(undefined);
    }
    return at;
  };
  const source = new Int32Array(table.rows.length);
  const target = new Int32Array(table.rows.length);
  const weight = columns.weight === undefined ? undefined : new Float64Array(table.rows.length);
  const layerOf = new Map<string, number>();
  const layer = columns.layer === undefined ? undefined : new Int32Array(table.rows.length);
  let total = 0;
  for (const [i, row] of table.rows.entries()) {
    const from = row[columns.source]!;
    const to = row[columns.target]!;
    if (from.trim() === '' || to.trim() === '') {
      return { bad: `${table.path}, row ${table.line[i]}: no ${from.trim() === '' ? 'source' : 'target'}` };
    }
    source[i] = nodeOf(from);
    target[i] = nodeOf(to);
    if (layer) {
      const word = row[columns.layer!]!.trim() || '(none)';
      layer[i] = layerOf.get(word) ?? layerOf.size;
      layerOf.set(word, layer[i]!);
    }
    if (!weight) continue;
    const field = row[columns.weight!]!;
    const w = weightFrom(field);
    if (w === undefined) {
      return { bad: `${table.path}, row ${table.line[i]}: weight "${field.slice(0, 40)}" is not a positive number` };
    }
    weight[i] = w;
    total += w;
  }
  if (total > Number.MAX_VALUE) return { bad: `${table.path}: the weights are too large to be added` };
  const graph = networkOfLines(indexOf.size, {
    source,
    target,
    weight,
    layer,
    directed: options.get('directed') === true,
  });
  return {
    graph: attributes ? { ...graph, groupings: groupingsOf(attributes) } : graph,
    ids: [...indexOf.keys()],
    attributes,
    rows: table.rows.length,
    weightColumn: text(options, 'weight'),
    layers: layer && [...layerOf.keys()],
  };
}

/** What a reader of the figures must know of the graph they are computed on. */
export function graphFacts(input: NetworkInput): Readonly<Record<string, number | boolean>> {
  const { graph } = input;
  return {
    nodes: graph.nodeCount,
    edges: graph.edgeCount,
    directed: graph.directed,
    weighted: graph.weight !== null,
    rows: input.rows,
    loops_left_out: graph.loopRows,
    parallel_rows_merged: graph.parallelRows,
  };
}

/** The columns of `--nodes` that travel with node `i`. */
export function travelling(input: NetworkInput, i: number): { readonly attributes?: Readonly<Record<string, string>> } {
  const attributes = input.attributes?.[i];
  return attributes ? { attributes } : {};
}
