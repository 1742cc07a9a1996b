import { agreementOf, type Partition } from '#analysis/communities/index';
import { groups as english } from '#i18n/messages/en/groups';
import type { BadInput } from './cli-command.ts';
import type { NetworkInput } from './network-input.ts';

/** Groups crossed with a column of `--nodes`. */
export interface Crossed {
  readonly attribute: string;
  /** Values of the column, in order of first appearance. */
  readonly values: readonly string[];
  /** One row per group, one number per value. */
  readonly counts: readonly (readonly number[])[];
  /** Members of each group for which the column is empty. */
  readonly unstated: readonly number[];
  /** Nodes with a group and a value; the figures rest on these. */
  readonly nodes: number;
  readonly adjusted_rand: number | null;
  readonly mutual_information: number | null;
  readonly definitions: Readonly<Record<string, string>>;
}

/** Crosses groups with a column of `--nodes`; a node in several groups counts in the first, the largest. */
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
  const crossed = agreementOf(found.community, found.sizes.length, of, codes.size);
  const orNull = (x: number) => (Number.isFinite(x) ? x : null);
  return {
    attribute: column,
    values: [...codes.keys()],
    counts: crossed.counts.map((met) => Array.from(codes.values(), (c) => met.get(c) ?? 0)),
    unstated: [...crossed.unstated],
    nodes: crossed.nodes,
    adjusted_rand: orNull(crossed.adjustedRand),
    mutual_information: orNull(crossed.mutualInformation),
    definitions: {
      adjusted_rand: english['communities.agreement.definition'],
      mutual_information: english['communities.mutual-information.definition'],
    },
  };
}
