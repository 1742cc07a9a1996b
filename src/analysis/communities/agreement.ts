/** Two divisions of the same nodes, crossed. Nodes with a negative number in either count in no figure, and are counted apart. */
export interface Agreement {
  /** By group g of the one: how many of its nodes are in c of the other, where any are. Most groups meet few of thousands of others. */
  readonly counts: readonly ReadonlyMap<number, number>[];
  /** Nodes of each group of the one that have no number in the other. */
  readonly unstated: Int32Array;
  /** Nodes that both divisions have. */
  readonly nodes: number;
  /**
   * Adjusted Rand index (Hubert and Arabie, Journal of Classification 2 (1985) 193): 1 the same division, around 0 no more than chance. NaN
   * below two nodes.
   */
  readonly adjustedRand: number;
  /**
   * Normalised mutual information, 2 I / (H₁ + H₂) (Danon and others 2005): 1 the same, 0 nothing in common. NaN where neither divides: both
   * entropies are 0.
   */
  readonly mutualInformation: number;
}

const pairs = (k: number) => (k * (k - 1)) / 2;

/** Crosses a division into `rows` groups with one into `columns`. */
export function agreementOf(
  one: ArrayLike<number>,
  rows: number,
  other: ArrayLike<number>,
  columns: number,
): Agreement {
  const counts = Array.from({ length: rows }, () => new Map<number, number>());
  const unstated = new Int32Array(rows);
  for (let i = 0; i < one.length; i++) {
    const g = one[i]!;
    const c = other[i]!;
    if (g < 0) continue;
    if (c < 0) unstated[g]!++;
    else counts[g]!.set(c, (counts[g]!.get(c) ?? 0) + 1);
  }
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  let nodes = 0;
  let together = 0;
  for (const [g, met] of counts.entries())
    for (const [c, k] of met) {
      rowSums[g]! += k;
      columnSums[c]! += k;
      nodes += k;
      together += pairs(k);
    }
  const rowPairs = rowSums.reduce((sum, k) => sum + pairs(k), 0);
  const columnPairs = columnSums.reduce((sum, k) => sum + pairs(k), 0);
  return {
    counts,
    unstated,
    nodes,
    adjustedRand: adjusted(together, rowPairs, columnPairs, pairs(nodes)),
    mutualInformation: information(counts, rowSums, columnSums, nodes),
  };
}

/** Of pairs that stand together in both, in the one and in the other, among all. Where both put all together, or none, they are the same. */
export function adjusted(both: number, one: number, other: number, all: number): number {
  if (all === 0) return Number.NaN;
  const expected = (one * other) / all;
  const most = (one + other) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

function information(
  counts: Agreement['counts'],
  rowSums: Float64Array,
  columnSums: Float64Array,
  nodes: number,
): number {
  const entropy = (sums: Float64Array) => sums.reduce((h, k) => (k > 0 ? h - (k / nodes) * Math.log(k / nodes) : h), 0);
  const all = entropy(rowSums) + entropy(columnSums);
  if (!(all > 0)) return Number.NaN;
  let shared = 0;
  for (const [g, met] of counts.entries())
    for (const [c, k] of met) shared += (k / nodes) * Math.log((k * nodes) / (rowSums[g]! * columnSums[c]!));
  return Math.min(1, Math.max(0, (2 * shared) / all));
}
