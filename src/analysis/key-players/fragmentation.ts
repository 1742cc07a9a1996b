import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import { type Objective, sizeOf } from './objective.ts';

/**
 * F = 1 − Σ_k s_k (s_k − 1) / (N (N − 1)): the share of pairs of the N nodes left that cannot reach each other once the set is taken out, s_k the
 * sizes of the pieces. Borgatti, Computational and Mathematical Organization Theory 12 (2006) 21, equation 4. Directions ignored.
 *
 * A depth-first walk knows for every node into which pieces its removal breaks the piece it is in (Tarjan, SIAM Journal on Computing 1 (1972) 146),
 * so that all next members are judged in one walk over the links.
 */
export function fragmentation(graph: PackedGraph): Objective {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const entered = new Int32Array(n);
  const low = new Int32Array(n);
  const size = new Int32Array(n);
  const next = new Int32Array(n);
  const parent = new Int32Array(n);
  const stack = new Int32Array(n);
  const order = new Int32Array(n);
  /** Ordered pairs within, and nodes in, the pieces that a node's removal cuts off below it. */
  const cutPairs = new Float64Array(n);
  const cutNodes = new Int32Array(n);
  let steps = 0;

  const share = (pairs: number, left: number) => (left < 2 ? Number.NaN : 1 - pairs / (left * (left - 1)));

  /** Walks what is left of the graph; `piece` hears of each piece: where it stands in `order`. */
  const walk = (base: Uint8Array, piece: (start: number, end: number) => void) => {
    entered.fill(0);
    let clock = 0;
    let found = 0;
    for (let root = 0; root < n; root++) {
      if (base[root] === 1 || entered[root] !== 0) continue;
      const start = found;
      let depth = 0;
      const enter = (v: number, from: number) => {
        entered[v] = ++clock;
        low[v] = clock;
        size[v] = 1;
        cutPairs[v] = 0;
        cutNodes[v] = 0;
        next[v] = offsets[v]!;
        parent[v] = from;
        order[found++] = v;
        stack[depth++] = v;
      };
      enter(root, -1);
      while (depth > 0) {
        const u = stack[depth - 1]!;
        const a = next[u]!;
        if (a < offsets[u + 1]!) {
          next[u] = a + 1;
          const v = targets[a]!;
          if (base[v] === 1) continue;
          if (entered[v] === 0) enter(v, u);
          else if (entered[v]! < low[u]!) low[u] = entered[v]!;
          continue;
        }
        depth--;
        const p = parent[u]!;
        if (p < 0) continue;
        size[p]! += size[u]!;
        if (low[u]! < low[p]!) low[p] = low[u]!;
        if (low[u]! >= entered[p]!) {
          cutPairs[p]! += size[u]! * (size[u]! - 1);
          cutNodes[p]! += size[u]!;
        }
      }
      piece(start, found);
    }
    steps += n + targets.length;
    return found;
  };

  function* value(members: Uint8Array): Work<number> {
    let pairs = 0;
    const left = walk(members, (start, end) => {
      pairs += (end - start) * (end - start - 1);
    });
    yield { done: 1, of: 1, stage: 'sets' };
    return share(pairs, left);
  }

  function* sweep(base: Uint8Array, _wanted: Uint8Array, values: Float64Array): Work<number> {
    let pairs = 0;
    const left = walk(base, (start, end) => {
      const s = end - start;
      pairs += s * (s - 1);
      for (let i = start; i < end; i++) {
        const v = order[i]!;
        const rest = s - 1 - cutNodes[v]!;
        values[v] = cutPairs[v]! + rest * (rest - 1) - s * (s - 1);
      }
    });
    for (let i = 0; i < left; i++) {
      const v = order[i]!;
      values[v] = share(pairs + values[v]!, left - 1);
    }
    yield { done: 1, of: 1, stage: 'sets' };
    return share(pairs, n - sizeOf(base));
  }

  return {
    value,
    sweep,
    steps: () => steps,
    *trial() {
      yield* sweep(new Uint8Array(n), new Uint8Array(n), new Float64Array(n));
      return 1;
    },
    diminishing: false,
  };
}
