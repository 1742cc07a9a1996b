import type { Network } from '#analysis/graph/network';
import { finish } from '#analysis/graph/work';
import {
  type FigureReady,
  type FigureValue,
  figuresOf,
  figuresOverTime,
  layersOf,
  type NetworkFigure,
  networkFigures,
} from '#analysis/whole-network/index';
import { commandLine } from '#i18n/messages/en/command-line';
import { wholeNetwork as english } from '#i18n/messages/en/whole-network';
import { type BadInput, isBad } from './cli-command.ts';
import { commandOnNetwork } from './command-on-network.ts';
import { type Cell, type Entry, type Table, tableOf } from './csv-out.ts';
import { FOUND_GROUPS_OPTIONS, withFoundGroups } from './found-groups.ts';
import { dayOf, SLICE_OPTIONS, SLICE_USAGE, slicesOf } from './line-times.ts';
import { graphFacts, readNetwork } from './network-input.ts';
import { NETWORK_USAGE } from './network-options.ts';
import { type Options, parameterOptions, parameterValues, text } from './options.ts';

const groupedBy = (f: NetworkFigure): boolean => f.parameters.some((p) => p.kind === 'grouping');

/** The figures asked for: those named, else all, those by group only where `--by` names one. */
function figuresAsked(options: Options): readonly FigureReady[] | BadInput {
  const named = text(options, 'figures');
  const chosen: NetworkFigure[] = [];
  for (const name of new Set(named?.split(',').map((s) => s.trim()))) {
    const definition = networkFigures.find((f) => f.id === name);
    if (!definition)
      return { bad: `unknown figure "${name}"; known are ${networkFigures.map((f) => f.id).join(', ')}` };
    chosen.push(definition);
  }
  if (named === undefined) chosen.push(...networkFigures.filter((f) => options.has('by') || !groupedBy(f)));
  const ready: FigureReady[] = [];
  for (const definition of chosen) {
    if (groupedBy(definition) && !options.has('by')) return { bad: `${definition.id} needs --by COL` };
    const parameters = parameterValues(definition, options);
    if (isBad(parameters)) return parameters;
    ready.push({ definition, values: parameters.values });
  }
  for (const option of Object.keys(parameterOptions(networkFigures))) {
    if (options.has(option) && !ready.some((r) => option in r.values))
      return { bad: `--${option} is a parameter of none of the figures asked for` };
  }
  return ready;
}

function figureJson({ value, reason, beside, distribution, members }: FigureValue, ids: readonly string[] | null) {
  return {
    value,
    ...(reason && { reason: english[`network-figure.reason.${reason}`] }),
    ...(beside && { beside }),
    ...(distribution && { distribution }),
    ...(members && ids && { members: [...members].map((i) => ids[i]!) }),
  };
}

/** The figures slice by slice of time. */
function slicesFound(network: Network, ready: readonly FigureReady[], options: Options) {
  const sliced = slicesOf(network.rows!, options);
  if (isBad(sliced)) return sliced;
  const { unit, zone, cuts } = sliced;
  return { unit, zone, ...finish(figuresOverTime(network, ready, { bounds: cuts, nodes: 'active' })) };
}

type Sliced = Exclude<ReturnType<typeof slicesFound>, BadInput>;

function slicesJson({ unit, zone, ...found }: Sliced, ready: readonly FigureReady[]) {
  return {
    unit,
    zone,
    undated: found.undated,
    slices: found.slices.map(({ from, to, nodes, edges, lines, figures }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      nodes,
      edges,
      lines,
      figures: Object.fromEntries(figures.map((f, i) => [ready[i]!.definition.id, figureJson(f, null)])),
    })),
  };
}

/** The figure, its value, and why it has none. */
const recordOf = ({ definition }: FigureReady, { value, reason }: FigureValue): Cell[] => [
  definition.id,
  value,
  reason ? english[`network-figure.reason.${reason}`] : null,
];

/** A record per figure; with slices of time one per slice and figure. */
function asTable(ready: readonly FigureReady[], values: readonly FigureValue[], sliced: Sliced | undefined): Table {
  const records = (figures: readonly FigureValue[]) => figures.map((f, i) => recordOf(ready[i]!, f));
  if (!sliced) return { header: ['figure', 'value', 'reason'], records: records(values) };
  return {
    header: ['slice', 'figure', 'value', 'reason'],
    records: sliced.slices.flatMap(({ from, figures }) =>
      records(figures).map((record) => [dayOf(from, sliced.zone), ...record]),
    ),
  };
}

function layersJson(network: Network, words: readonly string[]) {
  const { layers, all, common, overlap } = layersOf(network);
  const finite = (x: number) => (Number.isFinite(x) ? x : null);
  const few = commandLine['command-line.reason.fewer-than-two'];
  const layer = (l: (typeof layers)[number]) => {
    const [density, ownDensity] = [finite(l.density), finite(l.ownDensity)];
    const reasons = { ...(density === null && { density: few }), ...(ownDensity === null && { own_density: few }) };
    return {
      nodes: l.nodes,
      links: l.links,
      lines: l.lines,
      density,
      own_density: ownDensity,
      ...(Object.keys(reasons).length > 0 && { reasons }),
    };
  };
  const square = (values: Float64Array) =>
    words.map((_, a) => [...values.subarray(a * words.length, (a + 1) * words.length)].map(finite));
  return {
    layers: layers.map((l, i) => ({ layer: words[i]!, ...layer(l) })),
    all: layer(all),
    common: square(common),
    overlap: square(overlap),
    ...(overlap.some(Number.isNaN) && { reasons: { overlap: commandLine['command-line.reason.no-link-in-layers'] } }),
  };
}

/** The layers and how each two overlap, as records. */
function layerTables(network: Network, words: readonly string[]): Record<string, () => Table> {
  const json = layersJson(network, words);
  return {
    layers: () =>
      tableOf(
        ['layer', 'nodes', 'links', 'lines', 'density', 'own_density', 'reason'],
        [...json.layers, { layer: commandLine['command-line.all-layers'], ...json.all }].map(
          ({ reasons = {}, ...l }) => ({
            ...l,
            reason: Object.entries(reasons).map(([field, why]) => `${field}: ${why}`),
          }),
        ),
      ),
    'layer-pairs': () =>
      tableOf(
        ['layer', 'other', 'common', 'overlap', 'reason'],
        words.flatMap((layer, a) =>
          words.slice(a + 1).map((other, k) => {
            const [common, overlap] = [json.common, json.overlap].map((square) => square[a]![a + 1 + k]!);
            return { layer, other, common, overlap, reason: overlap === null ? json.reasons?.overlap : undefined };
          }),
        ),
      ),
  };
}

/** `skein network`: figures of the network as a whole, by slice of time, and its layers. */
export const networkCommand = commandOnNetwork({
  name: 'network',
  usage: `network ${NETWORK_USAGE} [--figures density,…] [--by COL|community [--groups leiden] [--groups-with NAME=VALUE,…]] [--side all|in|out] [--between linked|ignored] [--runs 20] [--seed 1] ${SLICE_USAGE} [--json]`,
  summary: 'compute figures of the network as a whole',
  options: {
    ...parameterOptions(networkFigures),
    figures: 'string',
    ...FOUND_GROUPS_OPTIONS,
    ...SLICE_OPTIONS,
  },
  tables: { figures: null, beside: null, distribution: null, members: null, layers: 'layer', 'layer-pairs': 'layer' },
  async work(options) {
    const ready = figuresAsked(options);
    if (isBad(ready)) return ready;
    const by = text(options, 'by');
    const read = readNetwork(options);
    if (isBad(read)) return read;
    const input = withFoundGroups(read, [by], options);
    if (isBad(input)) return input;
    if (by !== undefined && !input.graph.groupings?.has(by)) return { bad: `--by: the nodes have no column "${by}"` };
    const network = input.graph;
    const slices = options.has('slices') ? slicesFound(network, ready, options) : undefined;
    if (slices && 'bad' in slices) return slices;
    const values = finish(figuresOf(network, ready));
    const entries = (of: (figure: FigureValue) => readonly Entry[]) =>
      values.flatMap((f, i) => of(f).map((entry) => ({ figure: ready[i]!.definition.id, ...entry })));
    return {
      network: input,
      table: () => asTable(ready, values, slices),
      tables: {
        beside: () =>
          tableOf(
            ['figure', 'name', 'value'],
            entries(({ beside = {} }) => Object.entries(beside).map(([name, value]) => ({ name, value }))),
          ),
        distribution: () =>
          tableOf(
            ['figure', 'number', 'count'],
            entries(({ distribution = [] }) => distribution.map(([number, count]) => ({ number, count }))),
          ),
        members: () =>
          tableOf(
            ['figure', 'id'],
            entries(({ members = [] }) => Array.from(members, (i) => ({ id: input.ids[i]! }))),
          ),
        ...(input.layers && layerTables(network, input.layers)),
      },
      json: () => ({
        graph: graphFacts(input),
        figures: values.map((f, i) => ({ id: ready[i]!.definition.id, ...figureJson(f, input.ids) })),
        ...(slices && { over_time: slicesJson(slices, ready) }),
        ...(input.layers && { layers: layersJson(network, input.layers) }),
        method: {
          graph: 'simple graph: loops left out, parallel rows merged',
          weights: null,
          figures: Object.fromEntries(
            ready.map(({ definition, values: parameters }) => [
              definition.id,
              {
                definition: english[definition.definition as keyof typeof english],
                parameters,
                reads_direction: definition.reads.direction && network.directed,
              },
            ]),
          ),
        },
      }),
    };
  },
});
