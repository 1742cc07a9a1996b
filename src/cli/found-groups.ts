import { type CommunityMethod, communityMethods, inSeveral, isRefusal } from '#analysis/communities/index';
import { fillParameters } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import { groups as english } from '#i18n/messages/en/groups';
import type { BadInput } from './cli-command.ts';
import type { NetworkInput } from './network-input.ts';
import { type OptionKinds, type Options, text } from './options.ts';

/** The grouping that is found, where no column of the nodes is called so. */
const FOUND = 'community';
/** Taken by the page too where nobody has asked for groups yet: its communities hang together. */
const USUAL_METHOD = 'leiden';

/** Of commands that work within groups: `--groups-with resolution=1.5,seed=3` are parameters of the method. */
export const FOUND_GROUPS_OPTIONS: OptionKinds = { groups: 'string', 'groups-with': 'string' };
export const FOUND_GROUPS_USAGE = `[--within COL|${FOUND} [--groups ${USUAL_METHOD}] [--groups-with NAME=VALUE,…]]`;

/** `resolution=1.5,seed=3` as values; texts that are numbers or true and false are taken as such. */
function valuesOf(written: string | undefined): Record<string, string | number | boolean> {
  const pairs = (written ?? '').split(',').flatMap((pair): [string, string | number | boolean][] => {
    const at = pair.indexOf('=');
    if (at < 1) return [];
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (value === 'true' || value === 'false') return [[name, value === 'true']];
    return [[name, value !== '' && Number.isFinite(Number(value)) ? Number(value) : value]];
  });
  return Object.fromEntries(pairs);
}

/** The network with its groups as the grouping `community`, where measures within them or by them are asked for (`groupings`) and no column says them. */
export function withFoundGroups(
  input: NetworkInput,
  groupings: readonly unknown[],
  options: Options,
): NetworkInput | BadInput {
  if (!groupings.includes(FOUND) || input.graph.groupings?.has(FOUND))
    return options.has('groups') || options.has('groups-with')
      ? { bad: `--groups and --groups-with go with --within ${FOUND} or --by ${FOUND}, where no column is called so` }
      : input;
  const name = text(options, 'groups') ?? USUAL_METHOD;
  const method: CommunityMethod | undefined = communityMethods.find((m) => m.id === name);
  if (!method) return { bad: `unknown method "${name}"; known are ${communityMethods.map((m) => m.id).join(', ')}` };
  const filled = fillParameters(method.parameters, valuesOf(text(options, 'groups-with')));
  if ('unfit' in filled) return { bad: `--groups-with: ${filled.unfit} is no parameter of ${name}, or does not fit` };
  const found = finish(method.run(input.graph, filled.values));
  if (isRefusal(found))
    return { bad: english[`communities.refused.${found.refused}`].replace('{{most}}', String(found.most)) };
  const several = inSeveral(found);
  if (several > 0)
    return {
      bad: `${several} nodes are in several of the groups that ${name} finds, and choosing one for each would be a guess; take a method whose groups do not overlap, such as ${USUAL_METHOD}`,
    };
  const grouping = { of: Int32Array.from(found.community), count: found.sizes.length };
  return {
    ...input,
    graph: { ...input.graph, groupings: new Map([...(input.graph.groupings ?? []), [FOUND, grouping]]) },
  };
}
