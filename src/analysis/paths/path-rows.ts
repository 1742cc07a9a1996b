import type { LinkRows } from '../graph/network.ts';

/** The lines of a case that paths are looked for on: the part of `LinkRows` this room reads. */
export type PathRows = Pick<
  LinkRows,
  'count' | 'source' | 'target' | 'arrow' | 'weight' | 'layer' | 'proof' | 'begin' | 'end'
>;

/** Which lines a path may run over; what is missing lets everything through. */
export interface RowConditions {
  /** Link types. */
  readonly layers?: readonly number[];
  /** The weakest proof taken: 0 confirmed only, 1 unconfirmed too, 2 all. */
  readonly proof?: number;
  /** Window, ms since 1970, half-open: a line passes when it may lie in it. */
  readonly from?: number;
  readonly to?: number;
  /** Whether a line without any date passes a window. */
  readonly undated?: boolean;
}

export interface KeptRows {
  /** 1 for each row that is kept. */
  readonly keep: Uint8Array;
  readonly count: number;
  /** Rows that meet the other conditions and were left out because they have no date. */
  readonly undatedLeftOut: number;
}

/** The lines that meet all conditions. A line of uncertain time is kept where it may lie in the window: no path is lost for want of an hour. */
export function keptRows(rows: PathRows, conditions: RowConditions = {}): KeptRows {
  const { proof = 2, from, to, undated = false } = conditions;
  const layers = conditions.layers && new Set(conditions.layers);
  const windowed = from !== undefined || to !== undefined;
  const keep = new Uint8Array(rows.count);
  let count = 0;
  let undatedLeftOut = 0;
  for (let r = 0; r < rows.count; r++) {
    if (rows.proof[r]! > proof) continue;
    if (layers && !layers.has(rows.layer[r]!)) continue;
    if (windowed) {
      const begin = rows.begin[r]!;
      const end = rows.end[r]!;
      if (Number.isNaN(begin) && Number.isNaN(end)) {
        if (!undated) {
          undatedLeftOut++;
          continue;
        }
      } else if ((from !== undefined && end <= from) || (to !== undefined && begin >= to)) continue;
    }
    keep[r] = 1;
    count++;
  }
  return { keep, count, undatedLeftOut };
}
