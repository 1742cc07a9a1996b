import { componentsOf } from '../graph/components.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import type { CommunityMethod, Dendrogram, Partition, Refusal } from './community-method.ts';
import { modularityOf, partitionOf } from './modularity.ts';

const MOST_NODES = 300;
const MOST_LINKS = 5000;
/** Sums of fractions in another order differ in their last digits: within this share two links stand between equally many. */
const EQUAL = 1e-9;

/** Links that are left, as rows of both ends with the number of the link. */
interface Left {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly link: Int32Array;
  readonly gone: Uint8Array;
}

function leftOf(graph: PackedGraph): Left & { readonly ends: readonly (readonly [number, number])[] } {
  const { offsets, targets } = graph.both;
  const link = new Int32Array(targets.length);
  const ends: [number, number][] = [];
  const at = new Map<number, number>();
  for (let u = 0; u < graph.nodeCount; u++)
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = targets[a]!;
      const key = Math.min(u, v) * graph.nodeCount + Math.max(u, v);
      if (u < v) {
        at.set(key, ends.length);
        ends.push([u, v]);
      }
      link[a] = at.get(key)!;
    }
  return { offsets, targets, link, gone: new Uint8Array(ends.length), ends };
}

/** Adds the shares of all shortest paths from `s` to the links they use (Brandes 2001); returns the nodes reached. */
function addPathsFrom(s: number, left: Left, between: Float64Array, room: Room): number {
  const { offsets, targets, link, gone } = left;
  const { queue, hops, paths, share } = room;
  let tail = 0;
  queue[tail++] = s;
  hops[s] = 0;
  paths[s] = 1;
  for (let head = 0; head < tail; head++) {
    const u = queue[head]!;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      if (gone[link[a]!] === 1) continue;
      const v = targets[a]!;
      if (hops[v] === -1) {
        hops[v] = hops[u]! + 1;
        queue[tail++] = v;
      }
      if (hops[v] === hops[u]! + 1) paths[v]! += paths[u]!;
    }
  }
  for (let k = tail - 1; k >= 0; k--) {
    const v = queue[k]!;
    const each = (1 + share[v]!) / paths[v]!;
    for (let a = offsets[v]!; a < offsets[v + 1]!; a++) {
      const u = targets[a]!;
      if (gone[link[a]!] === 1 || hops[u] !== hops[v]! - 1) continue;
      const part = paths[u]! * each;
      share[u]! += part;
      between[link[a]!]! += part;
    }
  }
  for (let k = 0; k < tail; k++) {
    const v = queue[k]!;
    hops[v] = -1;
    paths[v] = 0;
    share[v] = 0;
  }
  return tail;
}

interface Room {
  readonly queue: Int32Array;
  readonly hops: Int32Array;
  readonly paths: Float64Array;
  readonly share: Float64Array;
}

/** Nodes that `s` reaches over links that are left. */
function reached(s: number, { offsets, targets, link, gone }: Left, seen: Uint8Array): number[] {
  const list = [s];
  seen[s] = 1;
  for (const u of list)
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = targets[a]!;
      if (gone[link[a]!] === 1 || seen[v] === 1) continue;
      seen[v] = 1;
      list.push(v);
    }
  for (const u of list) seen[u] = 0;
  return list;
}

/** The splits in their order: group of each node after each, from the components on. */
function* fallApart(graph: PackedGraph): Work<readonly Int32Array[]> {
  const n = graph.nodeCount;
  const left = leftOf(graph);
  const room: Room = {
    queue: new Int32Array(n),
    hops: new Int32Array(n).fill(-1),
    paths: new Float64Array(n),
    share: new Float64Array(n),
  };
  const seen = new Uint8Array(n);
  const between = new Float64Array(left.ends.length);
  const { of, sizes } = componentsOf(graph);
  const group = of.slice();
  const stages = [group.slice()];
  let groups = sizes.length;
  let paced = 0;
  for (let s = 0; s < n; s++) addPathsFrom(s, left, between, room);
  for (let removed = 0; removed < left.ends.length; ) {
    let most = 0;
    for (const b of between) if (b > most) most = b;
    const worst = between.findIndex((b) => most - b <= EQUAL * most && b > 0);
    left.gone[worst] = 1;
    between[worst] = 0;
    removed++;
    const [u, v] = left.ends[worst]!;
    const here = reached(u, left, seen);
    const whole = here.includes(v);
    const there = whole ? [] : reached(v, left, seen);
    if (!whole) {
      for (const i of here.length <= there.length ? here : there) group[i] = groups;
      groups++;
      stages.push(group.slice());
    }
    // Only the part that lost a link has new shortest paths.
    for (const i of [...here, ...there])
      for (let a = left.offsets[i]!; a < left.offsets[i + 1]!; a++) between[left.link[a]!] = 0;
    for (const i of [...here, ...there]) {
      paced += addPathsFrom(i, left, between, room);
      if (paced > 20_000) {
        paced = 0;
        yield { done: removed, of: left.ends.length, stage: 'links' };
      }
    }
  }
  return stages;
}

/** Splits read backwards: two groups of a stage that the stage before has as one are merged. */
function dendrogramOf(graph: PackedGraph, stages: readonly Int32Array[], resolution: number): Dendrogram {
  const n = graph.nodeCount;
  const merges: number[] = [];
  const modularity: number[] = [];
  const name = new Map(Array.from(stages.at(-1)!, (g, i) => [g, i]));
  for (let k = stages.length - 1; k >= 0; k--) {
    modularity.push(modularityOf(graph, stages[k]!, resolution));
    if (k === 0) break;
    // The newest group came out of the one that its members were in before.
    const newest = stages[k]!.reduce((most, g) => Math.max(most, g), 0);
    const from = stages[k - 1]![stages[k]!.indexOf(newest)]!;
    merges.push(name.get(from)!, name.get(newest)!);
    name.set(from, n + merges.length / 2 - 1);
  }
  return { nodeCount: n, merges: Int32Array.from(merges), modularity: Float64Array.from(modularity) };
}

/** Group of each node after the first `merges` merges of a dendrogram. */
export function cutAfter({ nodeCount, merges }: Dendrogram, count: number): Int32Array {
  const into = new Int32Array(nodeCount + count).fill(-1);
  for (let i = 0; i < count; i++) {
    into[merges[2 * i]!] = nodeCount + i;
    into[merges[2 * i + 1]!] = nodeCount + i;
  }
  return Int32Array.from({ length: nodeCount }, (_, i) => {
    let g = i;
    while (into[g] !== -1) g = into[g]!;
    return g;
  });
}

/**
 * Girvan and Newman, PNAS 99 (2002) 7821: the link that stands between the most others is taken out, all are counted again, until none is left.
 * Undirected collapse, every link one step; of links that stand between equally many, the first by the numbers of its ends. Of all divisions on
 * the way the one of greatest modularity (tie weights count there; of equals the one with fewer groups), or the one with `groups` groups.
 */
export const girvanNewman = {
  id: 'girvan-newman',
  name: 'communities.girvan-newman.name',
  question: 'communities.girvan-newman.question',
  definition: 'communities.girvan-newman.definition',
  parameters: [{ name: 'groups', kind: 'number', min: 0, max: MOST_NODES, step: 1, default: 0 }],
  *run(graph, parameters): Work<Partition | Refusal> {
    if (graph.nodeCount > MOST_NODES) return { refused: 'too-many-nodes', most: MOST_NODES, has: graph.nodeCount };
    const links = graph.both.targets.length / 2;
    if (links > MOST_LINKS) return { refused: 'too-many-links', most: MOST_LINKS, has: links };
    const stages = yield* fallApart(graph);
    const dendrogram = dendrogramOf(graph, stages, 1);
    const asked = Math.floor(Number(parameters.groups));
    const fewest = graph.nodeCount - dendrogram.merges.length / 2;
    let merges = Math.min(dendrogram.merges.length / 2, Math.max(0, graph.nodeCount - Math.max(asked, fewest)));
    if (asked === 0) {
      const q = dendrogram.modularity;
      merges = 0;
      for (let i = 1; i < q.length; i++) if (q[i]! >= q[merges]! - 1e-12) merges = i;
    }
    return { ...partitionOf(graph, cutAfter(dendrogram, merges)), dendrogram };
  },
} as const satisfies CommunityMethod;
