import type { Id } from '#domain/record';
import type { CommunityResult, MeasureResult } from '#queries/analysis';
import { type CommunityRow, membersOf } from '#queries/groups';
import type { WithinGroupsResult } from '#queries/within-groups';

export interface FigureRow {
  readonly id: Id;
  /** Value of a measure, or number of a group from 0. */
  readonly value?: number;
  readonly reason?: string;
  /** Equal values share a rank: 1, 2, 2, 4. */
  readonly rank?: number;
  /** Members of the group. */
  readonly size?: number;
  /** What is known of the member of a group. */
  readonly member?: CommunityRow;
}

/** Values closer than this, relative to the larger, are one value, as in rank intervals: sums over paths differ in their last digits. */
const SAME = 1e-9;
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));

/** Rows in order of rank; what is undefined comes last. */
export function measureRows(result: MeasureResult | WithinGroupsResult): FigureRow[] {
  return 'within' in result ? rowsWithin(result) : ranksOf(result.rows);
}

function ranksOf(list: MeasureResult['rows']): FigureRow[] {
  const rows = [...list].sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));
  let rank = 0;
  let last: number | undefined;
  return rows.map((r, i) => {
    if (r.value === undefined) return r;
    if (last === undefined || !isSame(r.value, last)) rank = i + 1;
    last = r.value;
    return { ...r, rank };
  });
}

/** Rows in order of rank; no ranks where all of several are equal, for then nobody stands before anybody. */
export function ranksUnlessEqual(list: MeasureResult['rows']): FigureRow[] {
  const rows = ranksOf(list);
  const valued = rows.filter((r) => r.value !== undefined);
  return valued.length > 1 && valued.at(-1)!.rank === 1 ? rows.map(({ rank: _, ...row }) => row) : rows;
}

/** Ranks are counted within each group: values of different groups are not on one scale. */
function rowsWithin(result: WithinGroupsResult): FigureRow[] {
  const members = new Map<string | undefined, MeasureResult['rows'][number][]>();
  result.rows.forEach((row, i) => {
    const list = members.get(result.groups[i]);
    if (list) list.push(row);
    else members.set(result.groups[i], [row]);
  });
  const ranked = [...members.values()].flatMap((rows) => ranksOf(rows));
  return ranked.sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0);
}

/** Members one group below the other, a row for each group that somebody is in; who is in no group comes last. */
export function communityRows(result: CommunityResult): FigureRow[] {
  const inGroups = membersOf(result).flatMap((members, value) =>
    members.map((member) => ({ id: member.id, value, size: members.length, member })),
  );
  const outside = result.rows.filter((r) => r.community < 0);
  return [...inGroups, ...outside.map((r) => ({ id: r.id, reason: 'in-no-group', member: r }))];
}
