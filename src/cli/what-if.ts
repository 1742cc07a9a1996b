import { finish } from '#analysis/graph/work';
import {
  bestSets,
  curveParameters,
  type RemovalOrder,
  removalCurve,
  removalOrders,
  type Standing,
  whatIf,
} from '#analysis/studies/index';
import { commandLine } from '#i18n/messages/en/command-line';
import { keyPlayers } from '#i18n/messages/en/key-players';
import { whatIf as words } from '#i18n/messages/en/what-if';
import { type BadInput, isBad } from './cli-command.ts';
import { commandOnNetwork } from './command-on-network.ts';
import { linksRemoved } from './links-removed.ts';
import { asInFile, directionWords, graphFacts, type NetworkInput, readNetwork } from './network-input.ts';
import { NETWORK_USAGE } from './network-options.ts';
import { type Options, parameterOptions, parameterValues, text } from './options.ts';
import { WHAT_IF_TABLES, whatIfTables } from './what-if-tables.ts';

const CURVES = { id: 'removal curves', parameters: curveParameters };
const MOST_MEMBERS = 50;

/** Numbers of the removed; an id that has a comma in it may stand alone. */
function removedOf(input: NetworkInput, options: Options): { readonly nodes: number[] } | BadInput {
  const given = text(options, 'remove');
  if (given === undefined || given === '') return { nodes: [] };
  const ids = input.ids.includes(given) ? [given] : given.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !input.ids.includes(id));
  if (unknown !== undefined) return { bad: `--remove: no "${unknown}" in the network` };
  return { nodes: [...new Set(ids.map((id) => input.ids.indexOf(id)))] };
}

function ordersOf(options: Options): { readonly orders: readonly RemovalOrder[] } | BadInput {
  const given = text(options, 'curves');
  if (given === undefined) return { orders: [] };
  const names = given.split(',').map((s) => s.trim());
  const unknown = names.find((name) => !removalOrders.some((o) => o === name));
  if (unknown !== undefined)
    return { bad: `--curves: unknown order "${unknown}"; known are ${removalOrders.join(', ')}` };
  return { orders: names as RemovalOrder[] };
}

const orNull = (x: number) => (Number.isNaN(x) ? null : x);

/** Why a figure of a standing is undefined, by its name. */
const reasonsOf = (s: Standing) => ({
  ...(Number.isNaN(s.fragmentation) && {
    fragmentation: commandLine['command-line.reason.fewer-than-two'],
    distance_fragmentation: commandLine['command-line.reason.fewer-than-two'],
  }),
  ...(Number.isNaN(s.meanDistance) && { mean_distance: commandLine['command-line.reason.nobody-reaches'] }),
});

const standing = (s: Standing) => ({
  nodes: s.entities,
  edges: s.edges,
  isolates: s.isolates,
  components: s.components,
  largest: s.largest,
  fragmentation: orNull(s.fragmentation),
  distance_fragmentation: orNull(s.distanceFragmentation),
  mean_distance: orNull(s.meanDistance),
  ...(Object.keys(reasonsOf(s)).length > 0 && { reasons: reasonsOf(s) }),
});

/** `skein what-if`: what a network would be without some of its nodes or links, removal curves, whom to arrest beside whom to watch. */
export const whatIfCommand = commandOnNetwork({
  name: 'what-if',
  usage: `what-if ${NETWORK_USAGE} [--remove ID,…] [--remove-links A>B|ROW,…] [--curves ${removalOrders.join(',')}] [--runs 50] [--seed 1] [--best 3] [--json]`,
  summary:
    'tell what a network would be without some of its nodes or links; --directed follows the arrows, which Borgatti (2006) does not',
  options: {
    ...parameterOptions([CURVES]),
    remove: 'string',
    'remove-links': 'string',
    curves: 'string',
    best: 'string',
  },
  tables: WHAT_IF_TABLES,
  async work(options) {
    const settings = parameterValues(CURVES, options);
    if (isBad(settings)) return settings;
    const asked = ordersOf(options);
    if (isBad(asked)) return asked;
    const best = text(options, 'best');
    const size = Number(best);
    if (best !== undefined && !(Number.isInteger(size) && size >= 1 && size <= MOST_MEMBERS))
      return { bad: `--best takes a whole number from 1 to ${MOST_MEMBERS}` };
    const input = readNetwork(options);
    if (isBad(input)) return input;
    const removed = removedOf(input, options);
    if (isBad(removed)) return removed;
    const rows = linksRemoved(input, text(options, 'remove-links'));
    if ('bad' in rows) return rows;
    const { graph } = input;
    const idOf = (i: number) => input.ids[i]!;
    const found = finish(whatIf(graph, { nodes: removed.nodes, rows }));
    const gone = new Set(removed.nodes);
    const brokers = input.ids
      .map((id, i) => ({
        id,
        rank_before: found.placesBefore.first[i]!,
        rank_after: found.placesAfter.first[i]!,
        before: found.brokerBefore.values[i]!,
        after: found.brokerAfter.values[i]!,
      }))
      .filter((_, i) => !gone.has(i))
      .sort((a, b) => a.rank_after - b.rank_after);
    const json = () => {
      const { runs, seed } = {
        runs: Math.floor(Number(settings.values.runs)),
        seed: Math.floor(Number(settings.values.seed)),
      };
      const pieces = new Map<number, string[]>();
      found.piece.forEach((c, i) => {
        if (c >= 0) pieces.set(c, [...(pieces.get(c) ?? []), idOf(i)]);
      });
      const curves = asked.orders.map((order) => {
        const curve = finish(removalCurve(graph, order, { runs, seed }));
        if ('failure' in curve) return { order, area: null, reason: words[`what-if.curve.reason.${curve.failure}`] };
        return {
          order,
          area: curve.area,
          largest: [...curve.largest],
          ...(curve.low && curve.high && { low: [...curve.low], high: [...curve.high] }),
          ...(curve.sequence && { sequence: [...curve.sequence].map(idOf) }),
        };
      });
      const sets =
        best === undefined
          ? undefined
          : finish(bestSets(graph, { size, arrest: 'fragmentation', steps: 1, seed, excluded: [] }));
      const setOf = (answer: NonNullable<typeof sets>['arrests']) =>
        'refused' in answer
          ? { set: null, reason: keyPlayers[`key-players.refused.${answer.refused}`] }
          : {
              set: [...answer.members].map(idOf),
              value: answer.value,
              before: answer.before,
              proven: answer.proven,
              ties: answer.tieCount,
            };
      return {
        graph: graphFacts(input),
        removed: removed.nodes.map((i) => ({
          id: idOf(i),
          betweenness: found.brokerBefore.values[i]!,
          rank: found.placesOfAll.first[i]!,
        })),
        ...(rows.length > 0 && {
          removed_links: rows.map((r) => {
            const [row, other] = input.rowsOf[r]!;
            const [source, target] = asInFile(input, idOf(graph.rows!.source[r]!), idOf(graph.rows!.target[r]!));
            return { ...(other === undefined ? { row } : { rows: input.rowsOf[r] }), source, target };
          }),
        }),
        rows_removed: found.lines,
        before: standing(found.before),
        after: standing(found.after),
        pairs: { of: found.broken.of, cut: found.broken.cut, longer: found.broken.longer },
        cut_pairs: found.broken.cutPairs.map((p) => ({ from: idOf(p.from), to: idOf(p.to), before: p.before })),
        longer_pairs: found.broken.longerPairs.map((p) => ({ ...p, from: idOf(p.from), to: idOf(p.to) })),
        components: [...pieces.entries()].sort(([a], [b]) => a - b).map(([, ids]) => ids),
        brokers,
        ...(curves.length > 0 && { curves }),
        ...(sets && { arrest: setOf(sets.arrests), watch: setOf(sets.watch) }),
        method: {
          parameters: settings.values,
          direction: directionWords(input),
          figures: words[`what-if.method.${graph.directed ? 'arrows' : 'plain'}`],
          curves: words['what-if.curves.about'],
          caveat: words['what-if.replacement'],
        },
      };
    };
    return {
      network: input,
      table: () => ({
        header: ['id', 'rank_before', 'rank_after', 'betweenness_before', 'betweenness_after'],
        records: brokers.map((b) => [b.id, b.rank_before, b.rank_after, b.before, b.after]),
      }),
      json,
      tables: whatIfTables(json),
    };
  },
});
