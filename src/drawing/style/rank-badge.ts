/** Places beyond this are not written at symbols: three digits hide what they stand at. */
export const LAST_RANK = 99;

export function isRank(place: number): boolean {
  return Number.isInteger(place) && place >= 1 && place <= LAST_RANK;
}

export const RANK_SIZE = 9;

/** The field of a place at the upper left of a symbol, round which its number stands; chart units, from the middle of the symbol. */
export interface RankBadge {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rankBadge(rank: number, radius: number): RankBadge {
  const width = String(rank).length * 5.4 + 6.6;
  const out = radius * Math.SQRT1_2 + 1;
  return { x: -out - width / 2, y: -out - 6, width, height: 12 };
}

/** The second, broken ring of a doubtful member, this far outside the outermost other one, and its dash. */
export const DOUBTFUL_RING = 3;
export const DOUBTFUL_DASH = [2, 3] as const;
