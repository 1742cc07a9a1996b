import { commandLine } from '#i18n/messages/en/command-line';
import { type Cell, type Entry, type Table, tableOf } from './csv-out.ts';

/** Each with the option without which there is none. */
export const WHAT_IF_TABLES = {
  brokers: null,
  standing: null,
  removed: 'remove',
  'removed-links': 'remove-links',
  'cut-pairs': null,
  'longer-pairs': null,
  components: null,
  curves: 'curves',
  areas: 'curves',
  sets: 'best',
} as const;

type Standing = Readonly<Record<string, Cell | Readonly<Record<string, string>>>> & {
  readonly reasons?: Readonly<Record<string, string>>;
};

interface BestSet {
  readonly set: readonly string[] | null;
  readonly reason?: string;
  readonly value?: number;
  readonly before?: number;
  readonly proven?: boolean;
  readonly ties?: number;
}

/** What of the JSON can be told as records. */
export interface WhatIfJson {
  readonly removed: readonly Entry[];
  readonly removed_links?: readonly Entry[];
  readonly before: Standing;
  readonly after: Standing;
  readonly cut_pairs: readonly Entry[];
  readonly longer_pairs: readonly Entry[];
  readonly components: readonly (readonly string[])[];
  readonly curves?: readonly {
    readonly order: string;
    readonly area: number | null;
    readonly reason?: string;
    readonly largest?: readonly number[];
    readonly low?: readonly number[];
    readonly high?: readonly number[];
    readonly sequence?: readonly string[];
  }[];
  readonly arrest?: BestSet;
  readonly watch?: BestSet;
}

/** Before and after of each figure. */
function standings({ before, after }: WhatIfJson): Entry[] {
  return Object.keys(before)
    .filter((figure) => figure !== 'reasons')
    .map((figure) => ({
      figure,
      before: before[figure] as Cell,
      after: after[figure] as Cell,
      reason: [
        ...(before.reasons?.[figure] === undefined ? [] : [`before: ${before.reasons[figure]}`]),
        ...(after.reasons?.[figure] === undefined ? [] : [`after: ${after.reasons[figure]}`]),
      ],
    }));
}

/** A record per number of removed: who went last, and what is left. */
const steps = ({ curves = [] }: WhatIfJson): Entry[] =>
  curves.flatMap(({ order, reason, largest, low, high, sequence }): Entry[] =>
    largest
      ? largest.map((size, k) => ({
          order,
          removed: k,
          id: k === 0 ? null : sequence?.[k - 1],
          largest: size,
          low: low?.[k],
          high: high?.[k],
        }))
      : [{ order, reason }],
  );

/** A record per member of each set, or why there is none. */
const members = (name: string, answer: BestSet | undefined): Entry[] => {
  if (!answer) return [];
  const { set, ...rest } = answer;
  return set ? set.map((id) => ({ set: name, id, ...rest })) : [{ set: name, ...rest }];
};

/** The tables of an answer; its JSON is made, once, where one is asked for. */
export function whatIfTables(json: () => WhatIfJson): Readonly<Record<string, () => Table>> {
  let made: WhatIfJson | undefined;
  const answer = () => {
    made ??= json();
    return made;
  };
  const no = commandLine['command-line.reason.no-way'];
  return {
    standing: () => tableOf(['figure', 'before', 'after', 'reason'], standings(answer())),
    removed: () => tableOf(['id', 'betweenness', 'rank'], answer().removed),
    'removed-links': () => tableOf(['row', 'rows', 'source', 'target'], answer().removed_links ?? []),
    'cut-pairs': () =>
      tableOf(
        ['from', 'to', 'before', 'after', 'reason'],
        answer().cut_pairs.map((pair) => ({ ...pair, reason: `after: ${no}` })),
      ),
    'longer-pairs': () => tableOf(['from', 'to', 'before', 'after'], answer().longer_pairs),
    components: () =>
      tableOf(
        ['component', 'id'],
        answer().components.flatMap((ids, c) => ids.map((id) => ({ component: c + 1, id }))),
      ),
    curves: () => tableOf(['order', 'removed', 'id', 'largest', 'low', 'high', 'reason'], steps(answer())),
    areas: () =>
      tableOf(
        ['order', 'area', 'reason'],
        (answer().curves ?? []).map(({ order, area, reason }) => ({ order, area, reason })),
      ),
    sets: () => {
      const { arrest, watch } = answer();
      const header = ['set', 'id', 'value', 'before', 'proven', 'ties', 'reason'];
      return tableOf(header, [...members('arrest', arrest), ...members('watch', watch)]);
    },
  };
}
