import { agreementOf, modularityAlongArrows, type Partition, qualityOf } from '#analysis/communities/index';
import type { Network } from '#analysis/graph/network';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { Derivation } from './analysis.ts';
import { type GroupingName, wordTold } from './groupings.ts';

/** An entity and its group. */
export interface CommunityRow {
  readonly id: Id;
  /** Number of its group from 0, the largest first; −1: in none. Of several the first alone: `groupsOf` has all. */
  readonly community: number;
  /** All its groups, ascending, where it is in more than one. */
  readonly groups?: readonly number[];
  /** Of several runs, the share in which it stood with more than half of the others of its group. */
  readonly share?: number;
  /** Mean share of the runs in which it stood together with each of the others of its group. */
  readonly together?: number;
  /** The other group it stood with most often, and in what share of the runs; missing where there is none. */
  readonly rival?: { readonly community: number; readonly share: number };
}

export interface CommunityResult extends Derivation {
  readonly method: string;
  readonly rows: readonly CommunityRow[];
  readonly sizes: readonly number[];
  /** NaN where there is none, with the code of the reason. */
  readonly modularity: number;
  readonly reason?: Partition['reason'] & string;
  /** Share of the weight of all links that lies within groups, and the modularity if all of it did. */
  readonly within?: number;
  readonly ceiling?: number;
  /** The modularity of these groups when arrows count as they run; missing without arrows. */
  readonly alongArrows?: number;
  /** The search ended before all groups were found. */
  readonly cutOff?: 'count' | 'time';
  /** How far several runs agree. */
  readonly stability?: {
    readonly runs: number;
    /** Mean adjusted Rand index of the runs with the answer. */
    readonly agreement: number;
    /** Lowest, mean and highest modularity of the runs. */
    readonly modularity: readonly [number, number, number];
  };
  /** Modularity by number of groups, where the method gives a whole tree of divisions. */
  readonly levels?: readonly { readonly groups: number; readonly modularity: number }[];
  /** The tree itself: merge `i` joins two groups into number `rows.length + i`; numbers below `rows.length` are rows alone. */
  readonly merges?: readonly (readonly [number, number])[];
}

/** Who stands with its group in less than this share of the runs is shown as doubtful. */
export const DOUBTFUL_BELOW = 0.8;

export function isDoubtful({ share }: Pick<CommunityRow, 'share'>, below = DOUBTFUL_BELOW): boolean {
  return share !== undefined && share < below;
}

/** All groups that somebody is in, ascending; none: in no group. */
export function groupsOf({ community, groups }: Pick<CommunityRow, 'community' | 'groups'>): readonly number[] {
  return groups ?? (community < 0 ? [] : [community]);
}

type Grouped = Pick<CommunityResult, 'rows' | 'sizes'>;

/** The members of each group, all of them: who is in several stands in each. */
export function membersOf({ rows, sizes }: Grouped): readonly (readonly CommunityRow[])[] {
  const members = sizes.map((): CommunityRow[] => []);
  for (const row of rows) for (const g of groupsOf(row)) members[g]!.push(row);
  return members;
}

/** How far groups overlap. */
export interface Overlap {
  /** Entities in more than one group, and in any. */
  readonly several: number;
  readonly entities: number;
  /** The sizes of all groups together. */
  readonly memberships: number;
}

/** Undefined where nobody is in more than one group. */
export function overlapOf({ rows, sizes }: Grouped): Overlap | undefined {
  const several = rows.filter((r) => r.groups).length;
  if (several === 0) return undefined;
  return {
    several,
    entities: rows.filter((r) => r.community >= 0).length,
    memberships: sizes.reduce((sum, n) => sum + n, 0),
  };
}

/** A division with the ids of its nodes. */
export function communityResult(
  found: Partition,
  ids: readonly Id[],
  graph: Network,
  resolution: number,
): Omit<CommunityResult, keyof Derivation | 'method'> {
  const { community, sizes, modularity, reason, cover, stability, dendrogram, cutOff } = found;
  const several = new Map<number, number[]>();
  if (cover)
    for (let g = 0; g < sizes.length; g++)
      for (let m = cover.offsets[g]!; m < cover.offsets[g + 1]!; m++) {
        const list = several.get(cover.members[m]!);
        if (list) list.push(g);
        else several.set(cover.members[m]!, [g]);
      }
  const quality = reason ? undefined : qualityOf(graph, community, resolution);
  return {
    rows: ids.map((id, i) => {
      const groups = several.get(i) ?? [];
      const rival = stability?.rival[i] ?? -1;
      return {
        id,
        community: community[i]!,
        ...(groups.length > 1 && { groups }),
        ...(stability && { share: stability.share[i]!, together: stability.together[i]! }),
        ...(stability && rival >= 0 && { rival: { community: rival, share: stability.rivalShare[i]! } }),
      };
    }),
    sizes: [...sizes],
    modularity,
    ...(reason && { reason }),
    ...(quality && { within: quality.within, ceiling: quality.ceiling }),
    ...(quality && graph.directed && { alongArrows: modularityAlongArrows(graph, community, resolution) }),
    ...(cutOff && { cutOff }),
    ...(stability && {
      stability: { runs: stability.runs, agreement: stability.agreement, modularity: stability.modularity },
    }),
    ...(dendrogram && {
      levels: Array.from(dendrogram.modularity, (q, merges) => ({
        groups: dendrogram.nodeCount - merges,
        modularity: q,
      })).reverse(),
      merges: Array.from(
        { length: dendrogram.merges.length / 2 },
        (_, i) => [dendrogram.merges[2 * i]!, dendrogram.merges[2 * i + 1]!] as const,
      ),
    }),
  };
}

/** Groups crossed with an attribute. */
export interface GroupOverlap {
  /** Words of the attribute, the most frequent first, equally frequent ones by their letters. */
  readonly words: readonly string[];
  /** One row per group: for how many of its members a word stands, by number of the word, where it stands for any; and for how many nothing is stated. */
  readonly rows: readonly {
    readonly community: number;
    readonly counts: ReadonlyMap<number, number>;
    readonly unstated: number;
  }[];
  /** Entities with a group and a word; the figures rest on these. Where groups overlap, one counts once for each group it is in. */
  readonly entities: number;
  /** NaN where too few are left, neither divides, or groups overlap: these compare divisions. */
  readonly adjustedRand: number;
  readonly mutualInformation: number;
}

/** How the groups of an answer and the words of an attribute go together. Who is in several groups counts in each of them. */
export function overlapWith(state: CaseState, result: Grouped, name: GroupingName): GroupOverlap {
  const told = wordTold(state, name);
  const overlap = overlapOf(result) !== undefined;
  const stated = result.rows.map(({ id }) => told(id));
  const frequency = new Map<string, number>();
  for (const word of stated) if (word !== undefined) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const words = [...frequency].sort(([a, k], [b, l]) => l - k || (a < b ? -1 : 1)).map(([word]) => word);
  const code = new Map(words.map((word, i) => [word, i]));
  const memberships = result.rows.flatMap((row, i) => {
    const word = stated[i];
    return groupsOf(row).map((group) => ({ group, word: word === undefined ? -1 : code.get(word)! }));
  });
  const crossed = agreementOf(
    memberships.map((m) => m.group),
    result.sizes.length,
    memberships.map((m) => m.word),
    words.length,
  );
  const { counts, unstated } = crossed;
  return {
    words,
    rows: result.sizes.map((_, g) => ({
      community: g,
      counts: counts[g]!,
      unstated: unstated[g]!,
    })),
    entities: crossed.nodes,
    adjustedRand: overlap ? Number.NaN : crossed.adjustedRand,
    mutualInformation: overlap ? Number.NaN : crossed.mutualInformation,
  };
}
