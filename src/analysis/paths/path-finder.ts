import { lengthBetween, type Ways } from './ways.ts';

/** Nodes from the start to the end, both included, and the sum of lengths. */
export interface FoundPath {
  readonly nodes: readonly number[];
  readonly length: number;
}

/** Two lengths within this relative distance are the same: sums of 1/weight differ in their last digits by the order of summing. */
const SAME = 1e-11;

/**
 * Which of two paths comes first: the shorter; of equally short ones that of fewer links; then that whose nodes have the lower numbers, so that the
 * same case gives the same paths.
 */
export function comparePaths(a: FoundPath, b: FoundPath): number {
  if (Math.abs(a.length - b.length) > SAME * Math.max(a.length, b.length)) return a.length - b.length;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  for (let i = 0; i < a.nodes.length; i++) {
    const by = a.nodes[i]! - b.nodes[i]!;
    if (by !== 0) return by;
  }
  return 0;
}

/** The first path in the order of `comparePaths`; searches share their arrays. */
export class PathFinder {
  readonly #ways: Ways;
  readonly #distance: Float64Array;
  /** Links to the end over shortest paths, of settled nodes. */
  readonly #hops: Int32Array;
  /** When a node was settled; −1 = not. */
  readonly #turn: Int32Array;
  #settled = 0;
  readonly #heap: number[] = [];
  readonly #keys: number[] = [];
  readonly #touched: number[] = [];

  constructor(ways: Ways) {
    const n = ways.nodeCount;
    this.#ways = ways;
    this.#distance = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    this.#hops = new Int32Array(n);
    this.#turn = new Int32Array(n).fill(-1);
  }

  /** From `from` to `to` past no node that is barred, and with none of `barredNext` as the first step. Undefined where there is no way. */
  best(
    from: number,
    to: number,
    barred: Uint8Array | null = null,
    barredNext: ReadonlySet<number> | null = null,
  ): FoundPath | undefined {
    this.#search(from, to, barred, barredNext);
    if (this.#turn[from] === -1) return undefined;
    const { out } = this.#ways;
    const nodes = [from];
    for (let u = from; u !== to; ) {
      let next = -1;
      for (let a = out.offsets[u]!; a < out.offsets[u + 1]!; a++) {
        const v = out.targets[a]!;
        if (u === from && barredNext?.has(v)) continue;
        if (this.#isOnWay(u, v, out.weights ? out.weights[a]! : 1) && this.#hops[v] === this.#hops[u]! - 1) {
          next = v;
          break;
        }
      }
      u = next;
      nodes.push(u);
    }
    return { nodes, length: this.lengthOf(nodes) };
  }

  /** How many paths are as short as the one just found from there, that one with them; counted up to `most`. */
  countFrom(from: number, most: number): number {
    const { out } = this.#ways;
    // Who lies on any of them, gathered from the start; `next` has the steps of each towards the end.
    const next = new Map<number, number[]>([[from, []]]);
    for (const [u, steps] of next) {
      for (let a = out.offsets[u]!; a < out.offsets[u + 1]!; a++) {
        const v = out.targets[a]!;
        if (!this.#isOnWay(u, v, out.weights ? out.weights[a]! : 1)) continue;
        steps.push(v);
        if (!next.has(v)) next.set(v, []);
      }
    }
    // In the order they were settled whoever is nearer the end has all its paths before others ask for them. The end alone has no step.
    const paths = new Map<number, number>();
    for (const [u, steps] of [...next].sort(([v], [w]) => this.#turn[v]! - this.#turn[w]!)) {
      const sum = steps.length === 0 ? 1 : steps.reduce((count, v) => count + paths.get(v)!, 0);
      paths.set(u, Math.min(most, sum));
    }
    return paths.get(from) ?? 0;
  }

  /** Summed from the start, so that equal paths have equal figures. */
  lengthOf(nodes: readonly number[]): number {
    let sum = 0;
    for (let i = 1; i < nodes.length; i++) sum += lengthBetween(this.#ways.out, nodes[i - 1]!, nodes[i]!);
    return sum;
  }

  /** Whether the link from `u` to `v` lies on a shortest path to the end. */
  #isOnWay(u: number, v: number, length: number): boolean {
    const turn = this.#turn[v]!;
    return turn !== -1 && turn < this.#turn[u]! && this.#distance[v]! + length <= this.#distance[u]! * (1 + SAME);
  }

  /** Against the arrows from the end, until the start is settled: Dijkstra, or breadth first where every link counts one. */
  #search(from: number, to: number, barred: Uint8Array | null, barredNext: ReadonlySet<number> | null): void {
    const { into, out } = this.#ways;
    for (const v of this.#touched) {
      this.#distance[v] = Number.POSITIVE_INFINITY;
      this.#turn[v] = -1;
    }
    this.#touched.length = 0;
    this.#settled = 0;
    this.#heap.length = 0;
    this.#keys.length = 0;
    const weights = into.weights;
    this.#distance[to] = 0;
    this.#touched.push(to);
    this.#push(0, to);
    let head = 0;
    for (;;) {
      const u = weights ? this.#pop() : head < this.#heap.length ? this.#heap[head++]! : -1;
      if (u === -1) return;
      if (this.#turn[u] !== -1) continue;
      this.#turn[u] = this.#settled;
      this.#settled++;
      const du = this.#distance[u]!;
      // Where every link counts one, lengths are numbers of links.
      if (!weights) this.#hops[u] = du;
      else if (u === to) this.#hops[u] = 0;
      else {
        let fewest = Number.POSITIVE_INFINITY;
        for (let a = out.offsets[u]!; a < out.offsets[u + 1]!; a++) {
          const v = out.targets[a]!;
          if (u === from && barredNext?.has(v)) continue;
          if (this.#isOnWay(u, v, out.weights![a]!)) fewest = Math.min(fewest, this.#hops[v]! + 1);
        }
        this.#hops[u] = fewest;
      }
      if (u === from) return;
      for (let a = into.offsets[u]!; a < into.offsets[u + 1]!; a++) {
        const v = into.targets[a]!;
        if (this.#turn[v] !== -1 || barred?.[v] === 1) continue;
        if (v === from && barredNext?.has(u)) continue;
        const d = du + (weights ? weights[a]! : 1);
        if (d >= this.#distance[v]!) continue;
        if (this.#distance[v] === Number.POSITIVE_INFINITY) this.#touched.push(v);
        this.#distance[v] = d;
        this.#push(d, v);
      }
    }
  }

  /** A binary heap of distances, outdated entries left in it; where every link counts one a plain queue. */
  #push(key: number, node: number): void {
    const heap = this.#heap;
    if (!this.#ways.into.weights) {
      heap.push(node);
      return;
    }
    const keys = this.#keys;
    let i = heap.length;
    heap.push(node);
    keys.push(key);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (keys[up]! <= key) break;
      heap[i] = heap[up]!;
      keys[i] = keys[up]!;
      i = up;
    }
    heap[i] = node;
    keys[i] = key;
  }

  #pop(): number {
    const heap = this.#heap;
    const keys = this.#keys;
    if (heap.length === 0) return -1;
    const top = heap[0]!;
    const node = heap.pop()!;
    const key = keys.pop()!;
    const size = heap.length;
    if (size === 0) return top;
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= size) break;
      if (down + 1 < size && keys[down + 1]! < keys[down]!) down++;
      if (keys[down]! >= key) break;
      heap[i] = heap[down]!;
      keys[i] = keys[down]!;
      i = down;
    }
    heap[i] = node;
    keys[i] = key;
    return top;
  }
}
