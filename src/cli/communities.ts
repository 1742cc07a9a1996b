import { communityMethods } from '#analysis/communities/index';
import { finish } from '#analysis/graph/work';
import { measures as english } from '#i18n/messages/en/measures';
import { BAD_INPUT, type BadInput, type CliCommand, DONE, isBad } from './cli-command.ts';
import { graphFacts, NETWORK_OPTIONS, NETWORK_USAGE, readNetwork, travelling } from './network-input.ts';
import { parameterOptions, parameterValues, parseOptions, text } from './options.ts';

/** `skein communities`: the group of every node of a network in CSV files, and the modularity of the division. */
export const communitiesCommand: CliCommand = {
  name: 'communities',
  usage: `communities ${NETWORK_USAGE} [--method louvain] [--resolution 1] [--seed 1] [--runs 10] [--json]`,
  summary: 'find groups',
  async run(args, out) {
    const complain = ({ bad }: BadInput) => {
      out.complain(bad);
      return BAD_INPUT;
    };
    const parsed = parseOptions(args, {
      ...NETWORK_OPTIONS,
      ...parameterOptions(communityMethods),
      method: 'string',
      json: 'boolean',
    });
    if (isBad(parsed)) return complain(parsed);
    const { options } = parsed;
    const name = text(options, 'method') ?? communityMethods[0].id;
    const method = communityMethods.find((m) => m.id === name);
    if (!method)
      return complain({ bad: `unknown method "${name}"; known are ${communityMethods.map((m) => m.id).join(', ')}` });
    const parameters = parameterValues(method, options);
    if (isBad(parameters)) return complain(parameters);
    const input = readNetwork(options);
    if (isBad(input)) return complain(input);
    const found = finish(method.run(input.graph, parameters.values));
    if (options.get('json') !== true) {
      const lines = input.ids.map((id, i) => `${id.replace(/[\t\r\n]+/g, ' ')}\t${found.community[i]! + 1}`);
      out.print(['id\tcommunity', ...lines].join('\n'));
      return DONE;
    }
    const defined = !Number.isNaN(found.modularity);
    out.print(
      JSON.stringify({
        graph: graphFacts(input),
        modularity: defined ? found.modularity : null,
        ...(!defined && { reasons: { modularity: english['measure.reason.no-links'] } }),
        communities: found.sizes.length,
        nodes: input.ids.map((id, i) => ({ id, ...travelling(input, i), community: found.community[i]! + 1 })),
        method: {
          id: method.id,
          definition: english[method.definition],
          parameters: parameters.values,
          direction: 'ignored',
          weights: input.weightColumn ?? null,
        },
      }),
    );
    return DONE;
  },
};
