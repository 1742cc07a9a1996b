import type { Work } from '../graph/work.ts';
import { comparePaths, type FoundPath, PathFinder } from './path-finder.ts';
import type { Ways } from './ways.ts';

/** Why a list of paths may go on: `count` = as many as asked for, `effort` = as many as the search may take. Null = these are all there are. */
export type CutOff = 'count' | 'effort' | null;

export interface PathsFound {
  /** In order: the shorter first, then fewer links, then lower node numbers. */
  readonly paths: readonly FoundPath[];
  readonly cut: CutOff;
  /** Of the one shortest path: how many others are as short, whatever their number of links; `MORE_TIES` = more than were counted. */
  readonly tieCount?: number;
}

/** More other paths of one length than are counted: more than 1,000. */
export const MORE_TIES = 1001;

interface Candidate extends FoundPath {
  /** Where it leaves the path it was made from. */
  readonly leaves: number;
}

/**
 * The first `count` simple paths from one node to another, in the order of `comparePaths`. Yen, Finding the K shortest loopless paths in a network,
 * Management Science 17 (1971) 712; a path is branched only from where it left its parent (Lawler 1972).
 */
export function* kShortestPaths(ways: Ways, from: number, to: number, count: number): Work<PathsFound> {
  const finder = new PathFinder(ways);
  const first = finder.best(from, to);
  if (!first) return { paths: [], cut: null };
  const found: Candidate[] = [{ ...first, leaves: 0 }];
  const candidates: Candidate[] = [];
  const barred = new Uint8Array(ways.nodeCount);
  while (found.length < count) {
    const last = found.at(-1)!;
    for (let i = 0; i < last.leaves; i++) barred[last.nodes[i]!] = 1;
    for (let i = last.leaves; i < last.nodes.length - 1; i++) {
      const spur = last.nodes[i]!;
      const taken = new Set<number>();
      for (const p of found) if (sharesRoot(p.nodes, last.nodes, i)) taken.add(p.nodes[i + 1]!);
      const rest = finder.best(spur, to, barred, taken);
      if (rest) {
        const nodes = [...last.nodes.slice(0, i), ...rest.nodes];
        candidates.push({ nodes, length: finder.lengthOf(nodes), leaves: i });
      }
      barred[spur] = 1;
      yield { done: found.length, of: count, stage: 'paths' };
    }
    for (const v of last.nodes) barred[v] = 0;
    let next = -1;
    for (let c = 0; c < candidates.length; c++)
      if (next === -1 || comparePaths(candidates[c]!, candidates[next]!) < 0) next = c;
    if (next === -1) return { paths: found.map(plain), cut: null };
    found.push(candidates[next]!);
    candidates[next] = candidates.at(-1)!;
    candidates.pop();
  }
  return { paths: found.map(plain), cut: 'count' };
}

const plain = ({ nodes, length }: FoundPath): FoundPath => ({ nodes, length });

function sharesRoot(a: readonly number[], b: readonly number[], upTo: number): boolean {
  if (a.length <= upTo + 1) return false;
  for (let i = 0; i <= upTo; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The shortest path; of several equally short ones that of fewer links, then of lower node numbers. */
export function* shortestPath(ways: Ways, from: number, to: number): Work<PathsFound> {
  const finder = new PathFinder(ways);
  const found = finder.best(from, to);
  yield { done: 1, of: 1, stage: 'paths' };
  if (!found) return { paths: [], cut: null };
  return { paths: [found], cut: null, tieCount: finder.countFrom(from, MORE_TIES + 1) - 1 };
}

/** Links looked at between two reports: some five milliseconds. */
const PIECE = 100_000;
/** Links looked at in all: some twenty seconds. */
const EFFORT = 500_000_000;

/**
 * All simple paths of at most `most` links, those of fewest links first: for each number of links a depth-first search that turns back where the end
 * cannot be reached any more within it. Stops after `count` paths, or after `effort` links looked at, and says so.
 */
export function* allPaths(
  ways: Ways,
  from: number,
  to: number,
  { most, count, effort = EFFORT }: { readonly most: number; readonly count: number; readonly effort?: number },
): Work<PathsFound> {
  const { offsets, targets } = ways.out;
  const away = linksTo(ways, to);
  const found: number[][] = [];
  let looked = 0;
  const onPath = new Uint8Array(ways.nodeCount);
  const finder = new PathFinder(ways);
  const done = (cut: CutOff): PathsFound => ({
    paths: found.map((nodes) => ({ nodes, length: finder.lengthOf(nodes) })),
    cut,
  });
  if (away[from]! < 0) return done(null);
  for (let links = away[from]!; links <= Math.min(most, ways.nodeCount - 1); links++) {
    const nodes = [from];
    const at = [offsets[from]!];
    onPath[from] = 1;
    while (nodes.length > 0) {
      const u = nodes.at(-1)!;
      const a = at.at(-1)!;
      if (a === offsets[u + 1]!) {
        nodes.pop();
        at.pop();
        onPath[u] = 0;
        continue;
      }
      at[at.length - 1] = a + 1;
      if (++looked % PIECE === 0) yield { done: found.length, of: count, stage: 'paths' };
      if (looked > effort) return done('effort');
      const v = targets[a]!;
      const left = links - nodes.length;
      if (onPath[v] === 1) continue;
      if (v === to) {
        if (left > 0) continue;
        if (found.length === count) return done('count');
        found.push([...nodes, v]);
        continue;
      }
      if (away[v]! < 0 || away[v]! > left) continue;
      nodes.push(v);
      at.push(offsets[v]!);
      onPath[v] = 1;
    }
  }
  return done(null);
}

/** Fewest links from each node to one, with the arrows; −1 where it cannot be reached. */
export function linksTo(ways: Ways, to: number): Int32Array {
  const { offsets, targets } = ways.into;
  const away = new Int32Array(ways.nodeCount).fill(-1);
  const queue = new Int32Array(ways.nodeCount);
  let tail = 0;
  away[to] = 0;
  queue[tail++] = to;
  for (let head = 0; head < tail; head++) {
    const u = queue[head]!;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = targets[a]!;
      if (away[v] !== -1) continue;
      away[v] = away[u]! + 1;
      queue[tail++] = v;
    }
  }
  return away;
}
