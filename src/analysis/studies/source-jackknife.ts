import { type LinkRows, type Network, subNetwork } from '../graph/network.ts';
import type { Work } from '../graph/work.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { columnWithin, type Ready } from './ranked-measure.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import { sourceCount } from './resample.ts';

/** Sources left out one by one, at most: those with most lines of their own. */
export const MOST_SOURCES = 300;

/** A ranking without one source: without the lines that rest on this source and no other. */
export interface WithoutSource extends Ranking {
  readonly source: number;
  /** Lines that go with it. */
  readonly lines: number;
  /** Agreement of the ranking without it with the ranking of all. */
  readonly agreement: Agreement;
}

/** Sources that have lines of their own, most lines first; equal ones by number. */
export function sourcesAlone(rows: LinkRows): { readonly source: number; readonly lines: number }[] {
  const lines = new Int32Array(sourceCount(rows));
  for (let r = 0; r < rows.count; r++) {
    const s = soleSource(rows, r);
    if (s >= 0) lines[s]!++;
  }
  const alone: { source: number; lines: number }[] = [];
  lines.forEach((count, source) => {
    if (count > 0) alone.push({ source, lines: count });
  });
  return alone.sort((a, b) => b.lines - a.lines || a.source - b.source);
}

/** The only source of a row; −1 where it has none or several. */
export function soleSource(rows: LinkRows, r: number): number {
  const start = rows.sourceOffsets[r]!;
  const end = rows.sourceOffsets[r + 1]!;
  if (end === start) return -1;
  const s = rows.sources[start]!;
  for (let a = start + 1; a < end; a++) if (rows.sources[a] !== s) return -1;
  return s;
}

/** The delete-one jackknife over sources (Quenouille, Biometrika 43 (1956) 353; Tukey 1958), told source by source. */
export function* withoutSources(
  network: Network,
  ready: Ready,
  lowest: boolean,
  all: Ranking,
  share: { readonly first: number; readonly step: number },
): Work<WithoutSource[]> {
  const rows = network.rows!;
  const alone = sourcesAlone(rows).slice(0, MOST_SOURCES);
  const found: WithoutSource[] = [];
  for (let k = share.first; k < alone.length; k += share.step) {
    const progress = { done: k, of: alone.length, stage: 'sources' };
    yield progress;
    const { source, lines } = alone[k]!;
    const keep = new Uint8Array(rows.count);
    for (let r = 0; r < rows.count; r++) keep[r] = soleSource(rows, r) === source ? 0 : 1;
    const ranking = rankingOf(yield* columnWithin(ready, subNetwork(network, keep), progress), lowest);
    found.push({ source, lines, agreement: agreementOf(all, ranking), ...ranking });
  }
  return found;
}

/** How far a source changes a ranking: 1 − τ_b, from 0 (same order) to 2 (reversed). NaN where τ_b is not defined. */
export function changeBy({ agreement }: WithoutSource): number {
  return 1 - agreement.kendall;
}
