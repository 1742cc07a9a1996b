/** Room between two items of a cell, and between two cells, chart units. */
const APART = 62;
const GAP = 260;
/** Turn from one to the next that never repeats: seeds of a sunflower. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places for the items of many cells, in whole chart units: each cell a disc with its first item in the middle, as near to the disc
 * of the cell it is `under` as there is room, wider than high, as a screen is. `cellOf`: cell of each item; cells are numbered from
 * 0 in order, and a cell is under an earlier one, the first under itself.
 */
export function spreadOut(
  cellOf: readonly number[],
  under: readonly number[],
): { readonly x: number; readonly y: number }[] {
  const sizes: number[] = [];
  for (const c of cellOf) sizes[c] = (sizes[c] ?? 0) + 1;
  const discs: { readonly x: number; readonly y: number; readonly r: number }[] = [];
  for (const [cell, size] of sizes.entries()) {
    const r = APART * Math.sqrt(size) + GAP / 2;
    const above = discs[under[cell]!] ?? { x: 0, y: 0 };
    for (let step = 0; ; step++) {
      const away = 160 * Math.sqrt(step);
      const x = above.x + 1.3 * away * Math.cos(step * TURN);
      const y = above.y + 0.8 * away * Math.sin(step * TURN);
      if (discs.every((d) => Math.hypot(d.x - x, d.y - y) >= d.r + r)) {
        discs.push({ x, y, r });
        break;
      }
    }
  }
  const placed = sizes.map(() => 0);
  return cellOf.map((c) => {
    const k = placed[c]!++;
    const away = APART * Math.sqrt(k);
    const { x, y } = discs[c]!;
    return { x: Math.round(x + away * Math.cos(k * TURN)), y: Math.round(y + away * Math.sin(k * TURN)) };
  });
}
