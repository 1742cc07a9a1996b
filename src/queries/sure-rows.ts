import type { PackedCase } from '#analysis/graph/pack-case';
import { type Column, reasonAt } from '#analysis/measures/index';
import {
  type CutRanking,
  changeBy,
  leadersOf,
  type RankIntervals,
  type Ranking,
  type SamplingWarning,
  topOf,
  type WithoutSource,
} from '#analysis/studies/index';
import type { CaseState } from '#domain/change/case-state';
import { isTie } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import type { GraphRequest } from './analysis.ts';
import type { CutId } from './evidence-cuts.ts';
import type { CaseWarning, CutEffect, HowSure, RankInterval, SourceEffect, WeakestLink } from './sure-answers.ts';

/** The first places that a source's effect speaks of. */
const TOP = 5;

/** What numbers are translated with: the graph they were found in and its ranking with all lines. */
export interface Translated {
  readonly packed: PackedCase;
  readonly column: Column;
  readonly ranking: Ranking;
}

/** Rows in the order of the ranking; those without a value last. */
export function intervalRows(
  { packed, column, ranking }: Translated,
  intervals: RankIntervals,
  without: readonly WithoutSource[],
): Pick<HowSure, 'rows' | 'leaders'> {
  const [top3, top5, top10] = intervals.top;
  const rows = inOrder(ranking).map((i): RankInterval => {
    const reason = reasonAt(column, i);
    const mover = moverOf(i, ranking, without);
    return {
      id: packed.ids[i]!,
      ...(reason === null
        ? { value: column.values[i]!, rank: ranking.first[i]!, rankTo: ranking.last[i]! }
        : { reason }),
      low: intervals.low[i]!,
      high: intervals.high[i]!,
      median: intervals.median[i]!,
      lead: intervals.lead[i]!,
      top3: top3![i]!,
      top5: top5![i]!,
      top10: top10![i]!,
      without: intervals.without[i]!,
      ...(mover && { source: { id: packed.sourceIds[mover.source]!, rank: mover.first[i]!, rankTo: mover.last[i]! } }),
    };
  });
  return { rows, leaders: leadersOf(ranking).map((i) => packed.ids[i]!) };
}

function inOrder({ first }: Ranking): number[] {
  return Array.from(first, (_, i) => i).sort((a, b) => first[a]! - first[b]! || a - b);
}

/** The source whose loss moves a node furthest, by the middle of the places it holds. */
function moverOf(i: number, all: Ranking, without: readonly WithoutSource[]): WithoutSource | undefined {
  let best: WithoutSource | undefined;
  let most = 0;
  for (const w of without) {
    const moved = Math.abs(w.first[i]! + w.last[i]! - all.first[i]! - all.last[i]!);
    if (moved > most || (moved === most && best && w.source < best.source)) {
      best = w;
      most = moved;
    }
  }
  return best;
}

/** Greatest change first; those for which it is not defined last; equal ones by their lines, most first. */
export function sourceEffects({ packed, ranking }: Translated, without: readonly WithoutSource[]): SourceEffect[] {
  const idOf = (i: number) => packed.ids[i]!;
  const before = new Set(topOf(ranking, TOP));
  return [...without]
    .sort((a, b) => b.lines - a.lines || a.source - b.source)
    .map((w): SourceEffect => {
      const top = topOf(w, TOP);
      const now = new Set(top);
      return {
        source: packed.sourceIds[w.source]!,
        lines: w.lines,
        ...(w.agreement.reason === null ? { change: changeBy(w) } : { reason: w.agreement.reason }),
        leaders: leadersOf(w).map(idOf),
        enters: top.filter((i) => !before.has(i)).map(idOf),
        leaves: [...before].filter((i) => !now.has(i)).map(idOf),
      };
    })
    .sort((a, b) => (b.change ?? -1) - (a.change ?? -1));
}

/** The answer of `weakestLink`, from the rankings in the order of the cuts. */
export function cutsAnswer(
  ids: readonly Id[],
  cuts: readonly CutId[],
  ranked: readonly CutRanking[],
): Pick<WeakestLink, 'cuts' | 'rows' | 'leadsOnlyIn'> {
  const idOf = (i: number) => ids[i]!;
  const leads = new Map<number, CutId[]>();
  ranked.forEach((r, c) => {
    for (const i of r.leaders) leads.set(i, [...(leads.get(i) ?? []), cuts[c]!]);
  });
  return {
    cuts: ranked.map(({ lines, edges, linked, leaders, compared }, c): CutEffect => {
      const agreement =
        compared &&
        (compared.reason === null
          ? { kendall: compared.kendall, spearman: compared.spearman, of: compared.of }
          : { of: compared.of, reason: compared.reason });
      return {
        id: cuts[c]!,
        lines,
        edges,
        linked,
        leaders: leaders.map(idOf),
        ...agreement,
        enters: (compared?.enters ?? []).map(idOf),
        leaves: (compared?.leaves ?? []).map(idOf),
      };
    }),
    rows: inOrder(ranked[0]!.ranking).map((i) => ({
      id: idOf(i),
      cells: ranked.map(({ ranking, column }) =>
        ranking.defined[i] === 1
          ? { value: column.values[i]!, rank: ranking.first[i]!, rankTo: ranking.last[i]! }
          : { reason: reasonAt(column, i)! },
      ),
    })),
    leadsOnlyIn: [...leads]
      .filter(([, own]) => own.length < cuts.length)
      .map(([i, own]) => ({ id: idOf(i), cuts: own })),
  };
}

/** Links of each entity of the scope that lead to an entity outside it; events that were left out are none. */
export function outsideOf(state: CaseState, packed: PackedCase, { scope }: Pick<GraphRequest, 'scope'>): Int32Array {
  const at = new Map(packed.ids.map((id, i) => [id, i]));
  const outside = new Int32Array(packed.ids.length);
  if (!scope.entities) return outside;
  for (const link of state.allOf('link')) {
    if (!isTie(link.type)) continue;
    const [from, to] = [at.get(link.from), at.get(link.to)];
    const other = from === undefined ? link.from : link.to;
    const end = from ?? to;
    if (end === undefined || (from !== undefined && to !== undefined)) continue;
    if (state.entity(other)?.type !== 'event') outside[end]!++;
  }
  return outside;
}

export function caseWarning(warning: SamplingWarning, packed: PackedCase): CaseWarning {
  const entity = (i: number) => packed.ids[i]!;
  const source = (s: number) => packed.sourceIds[s]!;
  switch (warning.code) {
    case 'target-bias': {
      const { node, sources, ...rest } = warning;
      return { ...rest, entity: entity(node), sources: sources.map(source) };
    }
    case 'scope-edge-of': {
      const { node, ...rest } = warning;
      return { ...rest, entity: entity(node) };
    }
    case 'one-source':
      return { ...warning, source: source(warning.source) };
    default:
      return warning;
  }
}
