import { shortestPaths } from '../graph/weighted-paths.ts';
import type { Work } from '../graph/work.ts';
import type { Ways } from './ways.ts';

export interface GoBetween {
  readonly node: number;
  /** Pairs of the chosen for which it stands on a shortest path. */
  readonly pairs: number;
  /** Sum over pairs of the share of their shortest paths that run through it: a lone go-between counts 1 for its pair. */
  readonly share: number;
}

export interface ConnectedPair {
  readonly from: number;
  readonly to: number;
  /** Sum of lengths; NaN where they are not connected. */
  readonly length: number;
  /** How many shortest paths there are. */
  readonly paths: number;
}

export interface Connections {
  readonly pairs: readonly ConnectedPair[];
  /** All nodes and links (pairs of neighbours, nearer to the start first) of all shortest paths. */
  readonly nodes: readonly number[];
  readonly links: readonly (readonly [number, number])[];
  /** Who stands on them without being an end of that pair: most pairs first, then the larger share, then lower numbers. */
  readonly goBetweens: readonly GoBetween[];
}

/** Pairs between two reports. */
const PAIRS = 50;

/**
 * The connecting network of pairs: the union of all their shortest paths, with how often each go-between occurs. Betweenness for chosen pairs (Freeman
 * 1977; for two sets Flom and others, A new measure of linkage between two sub-networks, Connections 26, 2004).
 */
export function* connections(ways: Ways, wanted: readonly (readonly [number, number])[]): Work<Connections> {
  const bySource = new Map<number, Set<number>>();
  for (const [s, t] of wanted) {
    if (s === t) continue;
    const list = bySource.get(s);
    if (list) list.add(t);
    else bySource.set(s, new Set([t]));
  }
  const out = ways.out.weights ? ways.out : withUnits(ways.out);
  const into = ways.out.weights ? ways.into : ways.into === ways.out ? out : withUnits(ways.into);
  const trees = shortestPaths(out, into);
  const n = ways.nodeCount;
  const inPairs = new Map<number, number>();
  const shares = new Map<number, number>();
  const nodes = new Set<number>();
  const links = new Map<number, readonly [number, number]>();
  const pairs: ConnectedPair[] = [];
  const place = new Int32Array(n);
  /** Shortest paths from a node on to the end of the pair. */
  const onward = new Float64Array(n);
  let done = 0;
  for (const [s, targets] of bySource) {
    const tree = trees.from(s);
    for (let i = 0; i < tree.count; i++) place[tree.order[i]!] = i;
    const reached = (v: number) => tree.distance[v] !== Number.POSITIVE_INFINITY;
    for (const t of targets) {
      if (!reached(t)) {
        pairs.push({ from: s, to: t, length: Number.NaN, paths: 0 });
        continue;
      }
      const total = tree.sigma[t]!;
      pairs.push({ from: s, to: t, length: tree.distance[t]!, paths: total });
      // Back from the end, farthest first: whoever is met has all its onward paths by then.
      onward[t] = 1;
      for (let i = place[t]!; i >= 0; i--) {
        const v = tree.order[i]!;
        const ways = onward[v]!;
        if (ways === 0) continue;
        onward[v] = 0;
        nodes.add(v);
        if (v !== s && v !== t) {
          inPairs.set(v, (inPairs.get(v) ?? 0) + 1);
          shares.set(v, (shares.get(v) ?? 0) + (tree.sigma[v]! * ways) / total);
        }
        if (i === 0) continue;
        for (let a = tree.linkEnd[i - 1]!; a < tree.linkEnd[i]!; a++) {
          const u = tree.nearer[a]!;
          links.set(u * n + v, [u, v]);
          onward[u]! += ways;
        }
      }
      if (pairs.length % PAIRS === 0) yield { done, of: bySource.size, stage: 'pairs' };
    }
    yield { done: ++done, of: bySource.size, stage: 'pairs' };
  }
  const goBetweens = [...inPairs]
    .map(([node, count]) => ({ node, pairs: count, share: shares.get(node)! }))
    .sort((a, b) => b.pairs - a.pairs || (Math.abs(b.share - a.share) > 1e-9 ? b.share - a.share : a.node - b.node));
  return { pairs, nodes: [...nodes].sort((a, b) => a - b), links: [...links.values()], goBetweens };
}

function withUnits(rows: Ways['out']): Ways['out'] {
  return { offsets: rows.offsets, targets: rows.targets, weights: new Float64Array(rows.targets.length).fill(1) };
}

/** Every pair of a set: unordered, or in both orders where arrows count. */
export function pairsWithin(set: readonly number[], ordered: boolean): readonly (readonly [number, number])[] {
  const chosen = [...new Set(set)];
  const out: [number, number][] = [];
  for (const [i, s] of chosen.entries())
    for (const [j, t] of chosen.entries()) if (i < j || (ordered && i !== j)) out.push([s, t]);
  return out;
}

/** Everybody of one list with everybody of the other; who stands in both is no pair with itself. */
export function pairsAcross(
  left: readonly number[],
  right: readonly number[],
  ordered: boolean,
): readonly (readonly [number, number])[] {
  const seen = new Set<string>();
  const out: [number, number][] = [];
  for (const s of new Set(left))
    for (const t of new Set(right)) {
      if (s === t) continue;
      const key = ordered || s < t ? `${s} ${t}` : `${t} ${s}`;
      if (seen.has(key)) continue;
      seen.add(key);
      out.push([s, t]);
    }
  return out;
}
