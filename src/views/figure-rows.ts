import type { Id } from '#domain/record';
import type { CommunityResult, MeasureResult } from '#queries/analysis';
import type { CommunityRow } from '#queries/groups';

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

/** Rows in order of rank; what is undefined comes last. */
export function measureRows(result: MeasureResult): FigureRow[] {
  const rows = [...result.rows].sort(
    (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY),
  );
  let rank = 0;
  let last: number | undefined;
  return rows.map((r, i) => {
    if (r.value === undefined) return r;
    if (r.value !== last) rank = i + 1;
    last = r.value;
    return { ...r, rank };
  });
}

/** Who is in no group comes last. */
const rankOf = (community: number) => (community < 0 ? Number.POSITIVE_INFINITY : community);

/** Members one group below the other. */
export function communityRows(result: CommunityResult): FigureRow[] {
  return [...result.rows]
    .sort((a, b) => rankOf(a.community) - rankOf(b.community))
    .map((r) =>
      r.community < 0
        ? { id: r.id, reason: 'in-no-group', member: r }
        : { id: r.id, value: r.community, size: result.sizes[r.community] ?? 0, member: r },
    );
}
