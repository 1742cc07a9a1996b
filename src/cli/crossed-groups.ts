import { agreementOf, inSeveral, type Partition } from '#analysis/communities/index';
import { commandLine } from '#i18n/messages/en/command-line';
import { groups as english } from '#i18n/messages/en/groups';
import type { BadInput } from './cli-command.ts';
import type { Cell, Table } from './csv-out.ts';
import type { NetworkInput } from './network-input.ts';

/** Groups crossed with a column of `--nodes`. */
export interface Crossed {
  readonly attribute: string;
  /** How many values the column has in all. */
  readonly values: number;
  /** Per group, from 1, the values its members have and how many have each, most first; and for how many members the column is empty. */
  readonly groups: readonly {
    readonly community: number;
    readonly values: readonly { readonly value: string; readonly nodes: number }[];
    readonly unstated: number;
  }[];
  /** Nodes with a group and a value; the figures rest on these. Where groups overlap, a node counts once for each group it is in. */
  readonly nodes: number;
  /** Both null where groups overlap, as they compare divisions. */
  readonly adjusted_rand: number | null;
  readonly mutual_information: number | null;
  readonly definitions: Readonly<Record<string, string>>;
}

/** Crosses groups with a column of `--nodes`; a node in several groups counts in each of them. */
export function crossedWith(input: NetworkInput, found: Partition, column: string): Crossed | BadInput {
  if (!input.attributes) return { bad: '--overlap needs --nodes FILE.csv' };
  if (!input.attributes.some((a) => a && Object.hasOwn(a, column)))
    return { bad: `--overlap: the nodes have no column "${column}"` };
  const codes = new Map<string, number>();
  const of = input.attributes.map((a) => {
    const value = a && Object.hasOwn(a, column) ? a[column]!.trim() : '';
    if (value === '') return -1;
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
  const { cover, community, sizes } = found;
  const overlap = inSeveral(found) > 0;
  // One number per membership in the place of one per node.
  const groups = cover ? Array.from(sizes).flatMap((size, g) => new Array<number>(size).fill(g)) : community;
  const crossed = agreementOf(groups, sizes.length, cover ? Array.from(cover.members, (i) => of[i]!) : of, codes.size);
  const words = [...codes.keys()];
  const orNull = (x: number) => (Number.isFinite(x) ? x : null);
  return {
    attribute: column,
    values: words.length,
    groups: crossed.counts.map((met, g) => ({
      community: g + 1,
      values: [...met].sort(([a, k], [b, l]) => l - k || a - b).map(([c, nodes]) => ({ value: words[c]!, nodes })),
      unstated: crossed.unstated[g]!,
    })),
    nodes: crossed.nodes,
    adjusted_rand: overlap ? null : orNull(crossed.adjustedRand),
    mutual_information: overlap ? null : orNull(crossed.mutualInformation),
    definitions: {
      adjusted_rand: english['communities.agreement.definition'],
      mutual_information: english['communities.mutual-information.definition'],
    },
  };
}

/** The same as a table: a record for each value that a group has, and one with an empty value for those it is not stated of. */
export function crossedTable({ attribute, groups }: Crossed): Table {
  const records = groups.flatMap(({ community, values, unstated }): Cell[][] => [
    ...values.map(({ value, nodes }) => [community, value, nodes, null]),
    ...(unstated > 0 ? [[community, null, unstated, commandLine['command-line.reason.not-stated']]] : []),
  ]);
  return { header: ['community', attribute, 'nodes', 'reason'], records };
}
