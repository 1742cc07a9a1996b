import type { ParameterValues } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import {
  estimateKeyPlayers,
  findKeyPlayers,
  type KeyPlayerCriterion,
  type KeyPlayerRefusal,
  type KeyPlayers,
  keyPlayerCriteria,
} from '#analysis/key-players/index';
import { commandLine } from '#i18n/messages/en/command-line';
import { keyPlayers as english } from '#i18n/messages/en/key-players';
import { type BadInput, isBad } from './cli-command.ts';
import { commandOnNetwork } from './command-on-network.ts';
import { said } from './command-words.ts';
import { tableOf } from './csv-out.ts';
import { graphFacts, type NetworkInput, readNetwork, travelling } from './network-input.ts';
import { NETWORK_USAGE } from './network-options.ts';
import { type Options, parameterOptions, parameterValues, text } from './options.ts';
import { RESAMPLES, sureSetOf } from './sure-set.ts';

/** Node numbers of the ids in a list; an id that has a comma in it may stand alone. */
function nodesOf(input: NetworkInput, options: Options, name: string): { readonly nodes: number[] } | BadInput {
  const given = text(options, name);
  if (given === undefined || given === '') return { nodes: [] };
  const ids = input.ids.includes(given) ? [given] : given.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !input.ids.includes(id));
  if (unknown !== undefined) return { bad: `--${name}: no "${unknown}" in the network` };
  return { nodes: ids.map((id) => input.ids.indexOf(id)) };
}

/**
 * `--direction` is both: how the network reads arrows, and a parameter of what is reached. The lines are never turned round here, as the parameter says
 * along which way they are followed.
 */
function asNetwork(options: Options): Options {
  const stated = text(options, 'direction');
  if (stated === 'in') return new Map([...options, ['direction', 'out']]);
  // The parameter's own word; the network may have arrows that are not followed.
  return stated === 'ignored' ? new Map([...options].filter(([name]) => name !== 'direction')) : options;
}

const asParameters = (options: Options): Options =>
  text(options, 'direction') === 'ignore' ? new Map([...options, ['direction', 'ignored']]) : options;

function refusalText(code: KeyPlayerRefusal, detail: string | undefined, input: NetworkInput): string {
  const named = code === 'forced-and-excluded' ? input.ids[Number(detail)] : detail;
  return english[`key-players.refused.${code}`].replace('{{detail}}', named ?? '');
}

function asJson(input: NetworkInput, criterion: KeyPlayerCriterion, parameters: ParameterValues, found: KeyPlayers) {
  const ids = (nodes: Int32Array) => [...nodes].map((i) => input.ids[i]!);
  return {
    graph: graphFacts(input),
    set: [...found.members].map((node, i) => ({
      id: input.ids[node]!,
      ...travelling(input, node),
      contribution: found.contribution[i]!,
      alone: found.alone[i]!,
    })),
    value: found.value,
    before: found.before,
    proven: found.proven,
    sets_possible: Number.isFinite(found.possible) ? found.possible : null,
    ties: found.tieCount,
    tied_sets: found.ties.map(ids),
    runners_up: found.runnersUp.map((r) => ({ set: ids(r.members), value: r.value })),
    method: {
      id: criterion.id,
      definition: english[criterion.definition as keyof typeof english],
      parameters,
      direction: criterion.reads.direction && input.graph.directed ? parameters.direction : 'ignored',
      weights: null,
      meaning: english[found.proven ? 'key-players.proven' : 'key-players.found'],
    },
  };
}

/** `skein key-players`: the set of so many nodes whose loss breaks most, or that reaches most. */
export const keyPlayersCommand = commandOnNetwork({
  name: 'key-players',
  usage: `key-players ${NETWORK_USAGE} [--criterion ${keyPlayerCriteria.map((c) => c.id).join('|')}] [--size 3] [--force ID,…] [--exclude ID,…] [--method auto|exact|search] [--runs 5] [--seed 1] [--steps 1] [--pivots 0] [--estimate] [--sure [--sources COL] [--resamples 200] [--confirmed 0.95] [--unconfirmed 0.7] [--tentative 0.4] [--source-loss 0] [--missing 0] [--model triadic|degree]] [--json]`,
  summary: 'find the set that would be missed most, or that reaches most',
  options: {
    ...parameterOptions(keyPlayerCriteria),
    criterion: 'string',
    force: 'string',
    exclude: 'string',
    estimate: 'boolean',
    ...parameterOptions([RESAMPLES]),
    sources: 'string',
    sure: 'boolean',
  },
  tables: { set: null, figures: null, 'tied-sets': null, 'runners-up': null, 'best-sets': 'sure' },
  async work(options) {
    const name = text(options, 'criterion') ?? keyPlayerCriteria[0].id;
    const criterion = keyPlayerCriteria.find((c) => c.id === name);
    if (!criterion)
      return {
        bad: `unknown criterion "${name}"; known are ${keyPlayerCriteria.map((c) => c.id).join(', ')}`,
      };
    const parameters = parameterValues(criterion, asParameters(options));
    if (isBad(parameters)) return parameters;
    for (const option of Object.keys(parameterOptions(keyPlayerCriteria))) {
      if (asParameters(options).get(option) === 'ignored') continue;
      if (options.has(option) && !(option in parameters.values))
        return { bad: `--${option} is no parameter of ${criterion.id}` };
    }
    const sure = options.get('sure') === true;
    const settings = parameterValues(RESAMPLES, sure ? options : new Map());
    if (isBad(settings)) return settings;
    const loose = Object.keys(parameterOptions([RESAMPLES])).find((o) => o !== 'seed' && options.has(o));
    if (!sure && loose !== undefined) return { bad: said('command-line.unread', { option: loose, readers: '--sure' }) };
    const input = readNetwork(asNetwork(options));
    if (isBad(input)) return input;
    const forced = nodesOf(input, options, 'force');
    if (isBad(forced)) return forced;
    const excluded = nodesOf(input, options, 'exclude');
    if (isBad(excluded)) return excluded;
    const request = {
      criterion: criterion.id,
      parameters: parameters.values,
      forced: forced.nodes,
      excluded: excluded.nodes,
    };
    if (options.get('estimate') === true) {
      const estimate = finish(estimateKeyPlayers(input.graph, request));
      if ('refused' in estimate) return { bad: refusalText(estimate.refused, estimate.detail, input) };
      const sets = Number.isFinite(estimate.possible) ? estimate.possible : null;
      const { seconds, exact } = estimate;
      const reason = sets === null ? commandLine['command-line.reason.uncounted'] : null;
      return {
        network: input,
        json: () => ({ seconds, exact, sets_possible: sets }),
        table: () => ({
          header: ['seconds', 'exact', 'sets_possible', 'reason'],
          records: [[seconds, exact, sets, reason]],
        }),
      };
    }
    const found = finish(findKeyPlayers(input.graph, request));
    if ('refused' in found) return { bad: refusalText(found.refused, found.detail, input) };
    const resampled = sure ? sureSetOf(input, request, [...found.members], settings.values) : undefined;
    return {
      network: input,
      json: () => ({
        ...asJson(input, criterion, parameters.values, found),
        ...(resampled && { sure: resampled.json }),
      }),
      table: () => ({
        header: ['id', 'contribution', 'alone'],
        records: [...found.members].map((node, i) => [input.ids[node]!, found.contribution[i]!, found.alone[i]!]),
      }),
      tables: {
        ...(resampled && { 'best-sets': resampled.table }),
        figures: () => {
          const { value, before, proven, tieCount: ties, possible } = found;
          const isCounted = Number.isFinite(possible);
          const reason = isCounted ? null : `sets_possible: ${commandLine['command-line.reason.uncounted']}`;
          const { as_good, low, high } = resampled?.json ?? {};
          return tableOf(
            [
              'value',
              'before',
              'proven',
              'ties',
              'sets_possible',
              ...(resampled ? ['as_good', 'low', 'high'] : []),
              'reason',
            ],
            [{ value, before, proven, ties, sets_possible: isCounted ? possible : null, as_good, low, high, reason }],
          );
        },
        'tied-sets': () =>
          tableOf(
            ['set', 'id'],
            found.ties.flatMap((set, k) => [...set].map((node) => ({ set: k + 1, id: input.ids[node]! }))),
          ),
        'runners-up': () =>
          tableOf(
            ['set', 'value', 'id'],
            found.runnersUp.flatMap(({ members, value }, k) =>
              [...members].map((node) => ({ set: k + 1, value, id: input.ids[node]! })),
            ),
          ),
      },
    };
  },
});
