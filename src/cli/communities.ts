import {
  type CommunityMethod,
  communityMethods,
  isRefusal,
  modularityAlongArrows,
  type Partition,
  qualityOf,
} from '#analysis/communities/index';
import { finish } from '#analysis/graph/work';
import { commandLine } from '#i18n/messages/en/command-line';
import { groups as english } from '#i18n/messages/en/groups';
import { type BadInput, isBad } from './cli-command.ts';
import { commandOnNetwork } from './command-on-network.ts';
import { type Crossed, crossedTable, crossedWith } from './crossed-groups.ts';
import { type Cell, type Table, tableOf } from './csv-out.ts';
import { graphFacts, type NetworkInput, readNetwork, travelling, weightWords } from './network-input.ts';
import { NETWORK_USAGE } from './network-options.ts';
import { type Options, parameterOptions, parameterValues, text } from './options.ts';

/** Members with their group in less than this share of the runs are called doubtful, unless told otherwise. */
const DOUBTFUL_BELOW = 0.8;

/** `skein communities`: the group of every node of a network in CSV files, how good the division is, and how far runs agree about it. */
export const communitiesCommand = commandOnNetwork({
  name: 'communities',
  usage: `communities ${NETWORK_USAGE} [--method ${communityMethods.map((m) => m.id).join('|')}] [--resolution 1] [--seed 1] [--runs 50] [--answer best|consensus] [--doubtful-below 0.8] [--overlap COL] [--json]`,
  summary: 'find groups',
  options: {
    ...parameterOptions(communityMethods),
    method: 'string',
    'doubtful-below': 'string',
    overlap: 'string',
  },
  tables: { members: null, figures: null, groups: null, shares: null, merges: null },
  async work(options) {
    const name = text(options, 'method') ?? communityMethods[0].id;
    const method: CommunityMethod | undefined = communityMethods.find((m) => m.id === name);
    if (!method) return { bad: `unknown method "${name}"; known are ${communityMethods.map((m) => m.id).join(', ')}` };
    const stray = strayOption(method, options);
    if (stray) return stray;
    const parameters = parameterValues(method, options);
    if (isBad(parameters)) return parameters;
    const below = Number(text(options, 'doubtful-below') ?? DOUBTFUL_BELOW);
    if (!(below >= 0 && below <= 1))
      return { bad: `--doubtful-below takes a number from 0 to 1, not "${text(options, 'doubtful-below')}"` };
    const input = readNetwork(options);
    if (isBad(input)) return input;
    const found = finish(method.run(input.graph, parameters.values));
    if (isRefusal(found))
      return {
        bad: english[`communities.refused.${found.refused}`].replace('{{most}}', String(found.most)),
      };
    const column = text(options, 'overlap');
    const crossed = column === undefined ? undefined : crossedWith(input, found, column);
    if (crossed && isBad(crossed)) return crossed;
    const resolution = Number(parameters.values.resolution ?? 1);
    return {
      network: input,
      json: () => ({
        ...figures(input, found, resolution, below, crossed),
        method: told(method, parameters.values, input),
      }),
      table: () => (crossed ? crossedTable(crossed) : membershipTable(input, found)),
      tables: {
        figures: () => figuresTable(input, found, resolution),
        groups: () =>
          tableOf(
            ['community', 'size'],
            Array.from(found.sizes, (size, g) => ({ community: g + 1, size })),
          ),
        ...(found.stability && { shares: () => sharesTable(input, found.stability!) }),
        ...(found.dendrogram && { merges: () => mergesTable(input, found.dendrogram!) }),
      },
      remarks: remarksOn(input, found),
    };
  },
});

/** A parameter of another method changes nothing here, and whoever typed it believes it does. */
function strayOption(method: CommunityMethod, options: Options): BadInput | undefined {
  const own = new Set(method.parameters.map((p) => p.name));
  for (const { parameters } of communityMethods)
    for (const { name } of parameters)
      if (!own.has(name) && options.has(name)) return { bad: `--${name} is no parameter of ${method.id}` };
  return undefined;
}

/** Groups of each node, from 1. */
function groupsOf(found: Partition, n: number): number[][] {
  if (!found.cover) return Array.from(found.community, (c) => (c < 0 ? [] : [c + 1]));
  const all: number[][] = Array.from({ length: n }, () => []);
  const { offsets, members } = found.cover;
  for (let g = 0; g + 1 < offsets.length; g++)
    for (let m = offsets[g]!; m < offsets[g + 1]!; m++) all[members[m]!]!.push(g + 1);
  return all;
}

/** How far groups overlap; undefined where nobody is in more than one. */
function overlapIn(input: NetworkInput, found: Partition) {
  const all = groupsOf(found, input.ids.length);
  const several = all.filter((list) => list.length > 1).length;
  if (several === 0) return undefined;
  return {
    in_several: several,
    in_groups: all.filter((list) => list.length > 0).length,
    memberships: all.reduce((sum, list) => sum + list.length, 0),
  };
}

function remarksOn(input: NetworkInput, found: Partition): string[] {
  const overlap = overlapIn(input, found);
  return [
    ...(found.cutOff ? [english[`communities.cut-off.${found.cutOff}`]] : []),
    ...(overlap
      ? [
          `groups overlap: ${overlap.in_several} of ${overlap.in_groups} nodes in a group are in more than one and count in each; sizes add up to ${overlap.memberships}`,
        ]
      : []),
  ];
}

/** One record per membership; a node in no group has one that says so. */
function membershipTable(input: NetworkInput, found: Partition): Table {
  const records = groupsOf(found, input.ids.length).flatMap((list, i): Cell[][] => {
    const id = input.ids[i]!;
    return list.length === 0 ? [[id, null, english['measure.reason.in-no-group']]] : list.map((g) => [id, g, null]);
  });
  return { header: ['id', 'community', 'reason'], records };
}

/** Figures of the division as a whole. */
function figuresTable(input: NetworkInput, found: Partition, resolution: number): Table {
  const { reason, stability } = found;
  const quality = reason ? undefined : qualityOf(input.graph, found.community, resolution);
  const why = reason && english[`communities.reason.${reason}`];
  const entry = (figure: string, value: number | undefined) => ({
    figure,
    value: value === undefined ? null : numberOrNull(value),
    reason: value === undefined ? why : undefined,
  });
  return tableOf(
    ['figure', 'value', 'reason'],
    [
      entry('communities', found.sizes.length),
      entry('modularity', quality?.modularity),
      entry('within', quality?.within),
      entry('ceiling', quality?.ceiling),
      ...(input.graph.directed
        ? [entry('modularity_along_arrows', quality && modularityAlongArrows(input.graph, found.community, resolution))]
        : []),
      ...(stability ? [entry('runs', stability.runs), entry('agreement', stability.agreement)] : []),
    ],
  );
}

/** How often each node was with its group over the runs, and which other drew it most. */
function sharesTable({ ids }: NetworkInput, stability: NonNullable<Partition['stability']>): Table {
  return tableOf(
    ['id', 'share', 'together', 'rival', 'rival_share', 'reason'],
    ids.map((id, i) => {
      const rival = stability.rival[i]!;
      return {
        id,
        share: stability.share[i]!,
        together: stability.together[i]!,
        rival: rival < 0 ? null : rival + 1,
        rival_share: stability.rivalShare[i]!,
        reason: rival < 0 ? `rival: ${commandLine['command-line.reason.no-rival']}` : null,
      };
    }),
  );
}

/** Each joining of two: a node by its id, a group that was joined before by the number of that joining (`#3`). */
function mergesTable({ ids }: NetworkInput, { merges, modularity }: NonNullable<Partition['dendrogram']>): Table {
  const part = (k: number) => (k < ids.length ? ids[k]! : `#${k - ids.length + 1}`);
  return tableOf(
    ['merge', 'one', 'other', 'modularity'],
    Array.from({ length: merges.length / 2 }, (_, k) => ({
      merge: `#${k + 1}`,
      one: part(merges[2 * k]!),
      other: part(merges[2 * k + 1]!),
      modularity: numberOrNull(modularity[k + 1] ?? Number.NaN),
    })),
  );
}

function told(method: CommunityMethod, parameters: Readonly<Record<string, unknown>>, input: NetworkInput) {
  return {
    id: method.id,
    definition: english[method.definition as keyof typeof english],
    parameters,
    direction: method.directed && input.graph.directed ? 'followed' : 'ignored',
    weights: weightWords(input),
  };
}

function figures(
  input: NetworkInput,
  found: Partition,
  resolution: number,
  below: number,
  crossed: Crossed | undefined,
): object {
  const { stability, dendrogram, cover, reason } = found;
  const quality = reason ? undefined : qualityOf(input.graph, found.community, resolution);
  const all = groupsOf(found, input.ids.length);
  const overlapping = overlapIn(input, found);
  return {
    graph: graphFacts(input),
    modularity: quality?.modularity ?? null,
    within: quality?.within ?? null,
    ceiling: quality?.ceiling ?? null,
    ...(input.graph.directed && {
      modularity_along_arrows: quality ? modularityAlongArrows(input.graph, found.community, resolution) : null,
    }),
    ...(reason && { reasons: { modularity: english[`communities.reason.${reason}`] } }),
    communities: found.sizes.length,
    sizes: [...found.sizes],
    ...(overlapping && { overlapping }),
    ...(cover && {
      groups: Array.from(found.sizes, (size, g) => ({
        community: g + 1,
        size,
        members: [...cover.members.subarray(cover.offsets[g]!, cover.offsets[g + 1]!)].map((i) => input.ids[i]!),
      })),
    }),
    ...(found.cutOff && { cut_off: found.cutOff }),
    ...(stability && {
      stability: {
        runs: stability.runs,
        agreement: stability.agreement,
        modularity: {
          lowest: numberOrNull(stability.modularity[0]),
          mean: numberOrNull(stability.modularity[1]),
          highest: numberOrNull(stability.modularity[2]),
        },
        share: english['communities.share.definition'],
        doubtful_below: below,
        doubtful: input.ids.filter((_, i) => stability.share[i]! < below),
      },
    }),
    nodes: input.ids.map((id, i) => ({
      id,
      ...travelling(input, i),
      // Of several none is the one.
      community: all[i]!.length === 1 ? all[i]![0]! : null,
      ...(cover && { communities: all[i]! }),
      ...(stability && {
        share: stability.share[i]!,
        together: stability.together[i]!,
        rival: stability.rival[i]! < 0 ? null : stability.rival[i]! + 1,
        rival_share: stability.rivalShare[i]!,
      }),
      ...reasonsOf(all[i]!, stability?.rival[i]),
    })),
    ...(dendrogram && {
      dendrogram: {
        nodes: dendrogram.nodeCount,
        merges: Array.from({ length: dendrogram.merges.length / 2 }, (_, k) => [
          dendrogram.merges[2 * k]!,
          dendrogram.merges[2 * k + 1]!,
        ]),
        modularity: Array.from(dendrogram.modularity, numberOrNull),
      },
    }),
    ...(crossed && { overlap: crossed }),
  };
}

/** Why a node has no one group, or no rival. */
function reasonsOf(groups: readonly number[], rival: number | undefined) {
  const reasons = {
    ...(groups.length === 0 && { community: english['measure.reason.in-no-group'] }),
    ...(groups.length > 1 && { community: commandLine['command-line.reason.in-several'] }),
    ...(rival !== undefined && rival < 0 && { rival: commandLine['command-line.reason.no-rival'] }),
  };
  return Object.keys(reasons).length > 0 ? { reasons } : {};
}

const numberOrNull = (x: number) => (Number.isFinite(x) ? x : null);
