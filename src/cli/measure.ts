import { componentsOf } from '#analysis/graph/components';
import { finish } from '#analysis/graph/work';
import {
  type Column,
  linkMeasures,
  type MeasureDefinition,
  measures,
  type ParameterValues,
  reasonAt,
  withinGroups,
} from '#analysis/measures/index';
import { measures as english } from '#i18n/messages/en/measures';
import { type BadInput, isBad } from './cli-command.ts';
import { commandOnNetwork } from './command-on-network.ts';
import type { Cell, Table } from './csv-out.ts';
import { FOUND_GROUPS_OPTIONS, FOUND_GROUPS_USAGE, withFoundGroups } from './found-groups.ts';
import { SLICE_OPTIONS, SLICE_USAGE } from './line-times.ts';
import {
  factsByLayer,
  type InLayer,
  layersAt,
  layersSeconds,
  layersTable,
  measuredByLayer,
} from './measure-by-layer.ts';
import { measuredOverTime, type OverTime, overTimeJson, overTimeTable } from './measure-over-time.ts';
import {
  asInFile,
  directionWords,
  graphFacts,
  type NetworkInput,
  readNetwork,
  travelling,
  weightWords,
} from './network-input.ts';
import { NETWORK_USAGE } from './network-options.ts';
import { type Options, parameterOptions, parameterValues, text } from './options.ts';
import { reasonText } from './reason-words.ts';
import { columnOf } from './shared-work.ts';

const CUSTOMARY = 'degree,betweenness,closeness,eigenvector,pagerank,coreness,clustering';
const OF_LINKS = 'link-betweenness,bridges';
/** Whoever waits longer than this many seconds is told beforehand. */
const LONG = 30;

const ALL: readonly MeasureDefinition[] = [...measures, ...linkMeasures];

interface Task {
  readonly definition: MeasureDefinition;
  readonly parameters: ParameterValues;
}

/** The measures asked for, each with its parameters, or what is wrong with the list. */
function tasksOf(options: Options, ofLinks: boolean): { readonly tasks: readonly Task[] } | BadInput {
  const tasks: Task[] = [];
  const known: readonly MeasureDefinition[] = ofLinks ? linkMeasures : measures;
  const names = (text(options, 'measures') ?? (ofLinks ? OF_LINKS : CUSTOMARY)).split(',').map((s) => s.trim());
  for (const name of new Set(names)) {
    const definition = known.find((m) => m.id === name);
    if (!definition) return { bad: `unknown measure "${name}"; known are ${known.map((m) => m.id).join(', ')}` };
    const parameters = parameterValues(definition, options);
    if (isBad(parameters)) return parameters;
    tasks.push({ definition, parameters: parameters.values });
  }
  for (const name of Object.keys(parameterOptions(ALL))) {
    if (options.has(name) && !tasks.some((t) => name in t.parameters)) {
      return { bad: `--${name} is a parameter of none of the measures asked for` };
    }
  }
  return { tasks };
}

interface Result extends Task {
  readonly column: Column;
}

/** The values of entry `i`; a missing one is null, its reason beside it. */
function valuesAt(results: readonly Result[], i: number) {
  const values: [string, number | null][] = [];
  const reasons: [string, string][] = [];
  for (const { definition, column } of results) {
    const reason = reasonAt(column, i);
    values.push([definition.id, reason ? null : column.values[i]!]);
    if (reason) reasons.push([definition.id, reasonText(definition, reason)]);
  }
  return {
    values: Object.fromEntries(values),
    ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
  };
}

/** One entry per edge of the merged graph, or per node. */
function entries(input: NetworkInput, results: readonly Result[], ofLinks: boolean, byLayer?: readonly InLayer[]) {
  const { ids, graph, layers = [] } = input;
  if (!ofLinks) {
    const inLayers = (i: number) => byLayer && { by_layer: layersAt(byLayer, layers, i) };
    return {
      nodes: ids.map((id, i) => ({ id, ...travelling(input, i), ...valuesAt(results, i), ...inLayers(i) })),
    };
  }
  const links = Array.from(graph.source, (u, e) => {
    const [source, target] = asInFile(input, ids[u]!, ids[graph.target[e]!]!);
    return { source, target, ...(graph.weight && { weight: graph.weight[e]! }), ...valuesAt(results, e) };
  });
  return { links };
}

function asJson(
  input: NetworkInput,
  results: readonly Result[],
  ofLinks: boolean,
  within: string | undefined,
  overTime: OverTime | undefined,
  byLayer: readonly InLayer[] | undefined,
): object {
  const factsIn = (id: string) => {
    const facts = byLayer && factsByLayer(byLayer, id);
    return facts && { facts_by_layer: facts };
  };
  const method = {
    graph: 'simple graph: loops left out, parallel rows merged and their weights added',
    direction: directionWords(input),
    weights: weightWords(input),
    ...(within !== undefined && { within }),
    measures: Object.fromEntries(
      results.map(({ definition, parameters, column }) => [
        definition.id,
        {
          definition: english[definition.definition as keyof typeof english],
          parameters,
          ...(column.facts && { facts: column.facts }),
          ...factsIn(definition.id),
          reads_direction: definition.reads.direction && input.graph.directed,
          reads_weights:
            input.graph.weight !== null &&
            (definition.reads.weights || (parameters.length !== undefined && parameters.length !== 'none')),
        },
      ]),
    ),
  };
  const graph = { ...graphFacts(input), components: componentsOf(input.graph).sizes.length };
  return {
    graph,
    ...entries(input, results, ofLinks, byLayer),
    ...(overTime && { over_time: overTimeJson(overTime, input.ids) }),
    method,
  };
}

/** The same as a table: a missing value is empty, and `reason` says why, `measure: why` after semicolons. */
function asTable(input: NetworkInput, results: readonly Result[], ofLinks: boolean): Table {
  const { ids, graph } = input;
  const measured = results.map((r) => r.definition.id);
  const record = (names: readonly Cell[], i: number): Cell[] => {
    const { values, reasons } = valuesAt(results, i);
    const why = Object.entries(reasons ?? {}).map(([id, reason]) => `${id}: ${reason}`);
    return [...names, ...measured.map((id) => values[id]!), why.join('; ')];
  };
  if (!ofLinks) return { header: ['id', ...measured, 'reason'], records: ids.map((id, i) => record([id], i)) };
  const { source, target, weight } = graph;
  const link = (u: number, e: number) => [
    ...asInFile(input, ids[u]!, ids[target[e]!]!),
    ...(weight ? [weight[e]!] : []),
  ];
  return {
    header: ['source', 'target', ...(weight ? ['weight'] : []), ...measured, 'reason'],
    records: Array.from(source, (u, e) => record(link(u, e), e)),
  };
}

/** `skein measure`: centrality and other measures of every node of a network in CSV files. */
export const measureCommand = commandOnNetwork({
  name: 'measure',
  usage: `measure ${NETWORK_USAGE} [--of nodes|links] [--measures ${CUSTOMARY}] ${FOUND_GROUPS_USAGE} ${SLICE_USAGE} [--length inverse|same] [--json]`,
  summary: 'compute measures of every node, or of every link',
  options: {
    ...parameterOptions(ALL),
    of: 'string',
    measures: 'string',
    within: 'string',
    ...FOUND_GROUPS_OPTIONS,
    ...SLICE_OPTIONS,
  },
  tables: { answer: null, values: null, layers: 'layer', 'over-time': 'slices' },
  async work(options, out) {
    const of = text(options, 'of') ?? 'nodes';
    if (of !== 'nodes' && of !== 'links') return { bad: `--of takes nodes, links, not "${of}"` };
    const asked = tasksOf(options, of === 'links');
    if (isBad(asked)) return asked;
    const within = text(options, 'within');
    if (within !== undefined && of === 'links') return { bad: '--within is for measures of nodes' };
    if (options.has('slices') && (of === 'links' || within !== undefined))
      return { bad: '--slices is for measures of nodes over the whole network' };
    const read = readNetwork(options);
    if (isBad(read)) return read;
    const length = text(options, 'length');
    if (length !== undefined && length !== 'none' && !read.graph.weight) return { bad: '--length needs --weight COL' };
    const input = withFoundGroups(read, [within, ...asked.tasks.flatMap(groupingsAsked)], options);
    if (isBad(input)) return input;
    if (within !== undefined && !input.graph.groupings?.has(within)) return noColumn(input, 'within', within);
    const unknown = missingGrouping(input, asked.tasks);
    if (unknown) return unknown;
    const results: Result[] = [];
    for (const { definition, parameters } of asked.tasks) {
      const whole = definition.cost?.(input.graph, parameters) ?? 0;
      const seconds = whole + (of === 'nodes' ? layersSeconds(input, { definition, parameters }) : 0);
      if (seconds > LONG) out.complain(warning(definition, seconds));
      const column =
        within === undefined
          ? await columnOf(input.graph, definition, parameters, out.openWorker)
          : finish(withinGroups(input.graph, within, definition, parameters));
      results.push({ definition, parameters, column });
    }
    const overTime = options.has('slices') ? measuredOverTime(input, asked.tasks, options) : undefined;
    if (overTime && isBad(overTime)) return overTime;
    const byLayer = () => (input.layers && of === 'nodes' ? measuredByLayer(input, results, within) : undefined);
    const tables = {
      values: () => asTable(input, results, of === 'links'),
      ...(input.layers && of === 'nodes' && { layers: () => layersTable(byLayer()!, input.ids) }),
      ...(overTime && { 'over-time': () => overTimeTable(overTime, input.ids) }),
    };
    return {
      network: input,
      json: () => asJson(input, results, of === 'links', within, overTime, byLayer()),
      table: tables['over-time'] ?? tables.layers ?? tables.values,
      tables,
    };
  },
});

function noColumn(input: NetworkInput, option: string, name: string): BadInput {
  const known = [...(input.graph.groupings?.keys() ?? [])];
  const names = known.length === 0 ? 'there is none' : known.map((k) => `"${k}"`).join(', ');
  return { bad: `--${option} takes a column of --nodes, not "${name}"; ${names}` };
}

const groupingsAsked = ({ definition, parameters }: Task) =>
  definition.parameters.flatMap((p) => (p.kind === 'grouping' ? [parameters[p.name]] : []));

/** A grouping asked for that is no column of the nodes. */
function missingGrouping(input: NetworkInput, tasks: readonly Task[]): BadInput | undefined {
  const known = [...(input.graph.groupings?.keys() ?? [])];
  for (const { definition, parameters } of tasks)
    for (const p of definition.parameters) {
      const name = String(parameters[p.name]);
      if (p.kind !== 'grouping' || known.includes(name)) continue;
      return noColumn(input, p.name, name);
    }
  return undefined;
}

/** That a measure will take long, and which one estimates it. */
function warning({ id, estimatedBy }: MeasureDefinition, seconds: number): string {
  const estimate = estimatedBy === undefined ? '' : `; ${estimatedBy} estimates it in less`;
  return `${id} takes about ${seconds.toPrecision(1)} s of one thread${estimate}`;
}
