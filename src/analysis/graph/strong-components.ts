import type { Adjacency } from './packed-graph.ts';

/**
 * Strong components: `of` numbers each node's, in an order in which arrows between two lead from the higher to the lower number.
 * Tarjan, SIAM Journal on Computing 1 (1972) 146, without recursion.
 */
export function strongComponentsOf(out: Adjacency): { readonly of: Int32Array; readonly count: number } {
  const { offsets, targets } = out;
  const n = offsets.length - 1;
  const entered = new Int32Array(n);
  const low = new Int32Array(n);
  const of = new Int32Array(n).fill(-1);
  const next = offsets.slice(0, n);
  const path = new Int32Array(n);
  const open = new Int32Array(n);
  let waiting = 0;
  let clock = 0;
  let count = 0;
  for (let root = 0; root < n; root++) {
    if (entered[root] !== 0) continue;
    let height = 0;
    path[height++] = root;
    open[waiting++] = root;
    entered[root] = ++clock;
    low[root] = clock;
    while (height > 0) {
      const u = path[height - 1]!;
      if (next[u]! < offsets[u + 1]!) {
        const v = targets[next[u]!++]!;
        if (entered[v] === 0) {
          path[height++] = v;
          open[waiting++] = v;
          entered[v] = ++clock;
          low[v] = clock;
        } else if (of[v] === -1) low[u] = Math.min(low[u]!, entered[v]!);
        continue;
      }
      height--;
      if (height > 0) {
        const p = path[height - 1]!;
        low[p] = Math.min(low[p]!, low[u]!);
      }
      if (low[u] !== entered[u]) continue;
      let v: number;
      do {
        v = open[--waiting]!;
        of[v] = count;
      } while (v !== u);
      count++;
    }
  }
  return { of, count };
}
