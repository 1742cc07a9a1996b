import { type Network, subNetwork } from '../graph/network.ts';
import type { Work } from '../graph/work.ts';
import type { Column } from '../measures/index.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { columnWithin, type Ready } from './ranked-measure.ts';
import { leadersOf, type Ranking, rankingOf, topOf } from './ranking.ts';

/** The same ranking over a part of the lines. */
export interface CutRanking {
  readonly lines: number;
  readonly edges: number;
  /** Entities with at least one line left. */
  readonly linked: number;
  readonly column: Column;
  readonly ranking: Ranking;
  readonly leaders: readonly number[];
  /** Compared with the first cut; of the first itself, missing. */
  readonly compared?: Agreement & { readonly enters: readonly number[]; readonly leaves: readonly number[] };
}

/**
 * One ranking per cut, each over the lines that the cut keeps (one byte a row, 1 = kept); the first is what the others are compared with.
 * `enters` and `leaves` tell of the first `top` places; equals that do not all find room there are left out of them.
 */
export function* weakestLink(
  network: Network,
  ready: Ready,
  lowest: boolean,
  cuts: readonly Uint8Array[],
  top: number,
): Work<CutRanking[]> {
  const found: CutRanking[] = [];
  for (const keep of cuts) {
    const progress = { done: found.length, of: cuts.length, stage: 'cuts' };
    yield progress;
    const graph = subNetwork(network, keep);
    const column = yield* columnWithin(ready, graph, progress);
    const ranking = rankingOf(column, lowest);
    let linked = 0;
    for (let i = 0; i < graph.nodeCount; i++) if (graph.both.offsets[i + 1]! > graph.both.offsets[i]!) linked++;
    found.push({
      lines: keep.reduce((sum, k) => sum + k, 0),
      edges: graph.edgeCount,
      linked,
      column,
      ranking,
      leaders: leadersOf(ranking),
      ...(found[0] && { compared: compare(found[0].ranking, ranking, top) }),
    });
  }
  return found;
}

function compare(all: Ranking, cut: Ranking, top: number): NonNullable<CutRanking['compared']> {
  const before = new Set(topOf(all, top));
  const now = new Set(topOf(cut, top));
  return {
    ...agreementOf(all, cut),
    enters: [...now].filter((i) => !before.has(i)),
    leaves: [...before].filter((i) => !now.has(i)),
  };
}
