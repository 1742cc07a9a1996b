import type { LinkRows, Network } from '../graph/network.ts';
import { allLost, sourceCount } from './resample.ts';
import { soleSource } from './source-jackknife.ts';

/**
 * What the way the material came together may have done to a ranking: codes with data, words in `i18n`. None of them says that a figure is wrong.
 *
 * - `target-bias`: so many links of an entity rest only on sources that follow it (its bill, its surveillance): it looks central because it was watched.
 * - `targets-on-top`: so many of the leading entities are followed by a source, while of all only so many are.
 * - `unwatched`: entities no source follows, in material where some are: they look peripheral because nobody asked.
 * - `isolates`: entities without a link in this scope.
 * - `few-sources`: all links rest on so few sources.
 * - `one-source`: so large a share of the links rests on one source alone.
 * - `single-source`: links that rest on one source alone, whichever.
 * - `unsourced`: links that name no source.
 * - `undated`: links without a date; they stay in whatever window is asked for.
 * - `censored-window`: dated links that begin or end at the very edge of the observed time: what came before and after is not seen.
 * - `scope-edge`: links that lead out of the scope and are not counted; `node`: an entity most of whose links do.
 */
export type SamplingWarning =
  | {
      readonly code: 'target-bias';
      readonly node: number;
      readonly links: number;
      readonly of: number;
      readonly sources: readonly number[];
    }
  | {
      readonly code: 'targets-on-top';
      readonly targets: number;
      readonly top: number;
      readonly allTargets: number;
      readonly of: number;
    }
  | { readonly code: 'unwatched'; readonly nodes: number; readonly of: number }
  | { readonly code: 'isolates'; readonly nodes: number; readonly of: number }
  | { readonly code: 'few-sources'; readonly sources: number }
  | { readonly code: 'one-source'; readonly source: number; readonly links: number; readonly of: number }
  | { readonly code: 'single-source'; readonly links: number; readonly of: number }
  | { readonly code: 'unsourced'; readonly links: number; readonly of: number }
  | { readonly code: 'undated'; readonly links: number; readonly of: number }
  | {
      readonly code: 'censored-window';
      readonly links: number;
      readonly of: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly code: 'scope-edge'; readonly links: number; readonly of: number }
  | { readonly code: 'scope-edge-of'; readonly node: number; readonly links: number; readonly of: number };

/** A source follows an entity that stands at an end of so many of its lines (share), which lead to at least so many others. */
export const FOLLOWS = { share: 0.9, others: 4 } as const;
const FEW_SOURCES = 3;
/** The part of the observed time at either end that counts as its edge. */
const EDGE_OF_TIME = 0.02;
/** Entities told of one by one, at most. */
const MOST_NAMED = 5;
const HALF = 0.5;

export interface WarningContext {
  /** Leading nodes of the ranking, best first. */
  readonly top: readonly number[];
  /** Per node: links that lead out of the scope. */
  readonly outside?: Int32Array;
}

export function samplingWarnings(network: Network, context: WarningContext): SamplingWarning[] {
  const { rows, nodeCount: n } = network;
  if (!rows || n === 0) return [];
  const isolates = countWhere(n, (i) => network.both.offsets[i + 1] === network.both.offsets[i]);
  return [
    ...targets(network, rows, context.top),
    ...(isolates > 0 ? [{ code: 'isolates' as const, nodes: isolates, of: n }] : []),
    ...sourceWarnings(rows),
    ...timeWarnings(rows),
    ...edgeWarnings(network, context),
  ];
}

/** The entity that each source follows; −1 where it follows none. */
export function followedBy(rows: LinkRows): Int32Array {
  const followed = new Int32Array(sourceCount(rows)).fill(-1);
  const others = new Map<number, Map<number, Set<number>>>();
  const lines = new Int32Array(followed.length);
  const ends = new Map<number, Map<number, number>>();
  for (let r = 0; r < rows.count; r++) {
    const u = rows.source[r]!;
    const v = rows.target[r]!;
    if (u === v) continue;
    for (let a = rows.sourceOffsets[r]!; a < rows.sourceOffsets[r + 1]!; a++) {
      const s = rows.sources[a]!;
      lines[s]!++;
      for (const [end, other] of [
        [u, v],
        [v, u],
      ] as const) {
        const count = ends.get(s) ?? new Map<number, number>();
        count.set(end, (count.get(end) ?? 0) + 1);
        ends.set(s, count);
        const met = others.get(s) ?? new Map<number, Set<number>>();
        met.set(end, (met.get(end) ?? new Set<number>()).add(other));
        others.set(s, met);
      }
    }
  }
  for (const [s, count] of ends)
    for (const [node, at] of count)
      if (at >= FOLLOWS.share * lines[s]! && others.get(s)!.get(node)!.size >= FOLLOWS.others) followed[s] = node;
  return followed;
}

function targets(network: Network, rows: LinkRows, top: readonly number[]): SamplingWarning[] {
  const n = network.nodeCount;
  const followed = followedBy(rows);
  const sourcesOf = new Map<number, number[]>();
  followed.forEach((node, s) => {
    if (node >= 0) sourcesOf.set(node, [...(sourcesOf.get(node) ?? []), s]);
  });
  if (sourcesOf.size === 0) return [];
  const found: SamplingWarning[] = [];
  for (const node of top) {
    const own = sourcesOf.get(node);
    if (!own || found.length === MOST_NAMED) continue;
    const lost = new Uint8Array(followed.length);
    for (const s of own) lost[s] = 1;
    let links = 0;
    let of = 0;
    for (let r = 0; r < rows.count; r++) {
      if (rows.source[r] === rows.target[r] || (rows.source[r] !== node && rows.target[r] !== node)) continue;
      of++;
      if (allLost(rows, r, lost)) links++;
    }
    if (links >= HALF * of) found.push({ code: 'target-bias', node, links, of, sources: own });
  }
  const onTop = top.filter((node) => sourcesOf.has(node)).length;
  if (top.length > 0 && onTop / top.length > Math.max(HALF, sourcesOf.size / n))
    found.push({ code: 'targets-on-top', targets: onTop, top: top.length, allTargets: sourcesOf.size, of: n });
  if (sourcesOf.size < n) found.push({ code: 'unwatched', nodes: n - sourcesOf.size, of: n });
  return found;
}

function sourceWarnings(rows: LinkRows): SamplingWarning[] {
  if (rows.count === 0) return [];
  const of = rows.count;
  const used = new Set<number>(rows.sources);
  const alone = new Map<number, number>();
  let unsourced = 0;
  for (let r = 0; r < of; r++) {
    if (rows.sourceOffsets[r] === rows.sourceOffsets[r + 1]) unsourced++;
    const s = soleSource(rows, r);
    if (s >= 0) alone.set(s, (alone.get(s) ?? 0) + 1);
  }
  const found: SamplingWarning[] = [];
  if (used.size > 0 && used.size <= FEW_SOURCES) found.push({ code: 'few-sources', sources: used.size });
  const [most] = [...alone].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (used.size > 1 && most && most[1] >= HALF * of)
    found.push({ code: 'one-source', source: most[0], links: most[1], of });
  const single = [...alone.values()].reduce((a, b) => a + b, 0);
  if (used.size > 1 && single > 0) found.push({ code: 'single-source', links: single, of });
  if (unsourced > 0) found.push({ code: 'unsourced', links: unsourced, of });
  return found;
}

function timeWarnings(rows: LinkRows): SamplingWarning[] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let dated = 0;
  let undated = 0;
  for (let r = 0; r < rows.count; r++) {
    const [begin, end] = [rows.begin[r]!, rows.end[r]!];
    if (Number.isNaN(begin) || Number.isNaN(end)) {
      undated++;
      continue;
    }
    dated++;
    if (Number.isFinite(begin)) from = Math.min(from, begin);
    if (Number.isFinite(end)) to = Math.max(to, end);
  }
  const found: SamplingWarning[] = [];
  if (dated > 0 && undated > 0) found.push({ code: 'undated', links: undated, of: rows.count });
  if (dated > 1 && to > from) {
    const edge = EDGE_OF_TIME * (to - from);
    const links = countWhere(
      rows.count,
      (r) => !Number.isNaN(rows.begin[r]!) && (rows.begin[r]! <= from + edge || rows.end[r]! >= to - edge),
    );
    // Of links spread evenly over the time, each of them short, so many would lie at its edges anyway.
    if (links > 2 * 2 * EDGE_OF_TIME * dated && links > 1)
      found.push({ code: 'censored-window', links, of: dated, from, to });
  }
  return found;
}

function edgeWarnings(network: Network, { outside, top }: WarningContext): SamplingWarning[] {
  if (!outside) return [];
  const total = outside.reduce((a, b) => a + b, 0);
  if (total === 0) return [];
  const rows = network.rows!;
  const inside = new Int32Array(network.nodeCount);
  for (let r = 0; r < rows.count; r++) {
    inside[rows.source[r]!]!++;
    if (rows.source[r] !== rows.target[r]) inside[rows.target[r]!]!++;
  }
  const named = top
    .filter((i) => outside[i]! > inside[i]!)
    .slice(0, MOST_NAMED)
    .map((node) => ({
      code: 'scope-edge-of' as const,
      node,
      links: outside[node]!,
      of: outside[node]! + inside[node]!,
    }));
  return [{ code: 'scope-edge', links: total, of: total + rows.count }, ...named];
}

function countWhere(n: number, is: (i: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (is(i)) count++;
  return count;
}
