import type { Grouping, Network } from '../graph/network.ts';
import { atOnce, degreeOf, type FigureValue, figure, none, type ParameterValues } from './figure.ts';

const BY = { name: 'by', kind: 'grouping', default: 'type' } as const;

/**
 * Correlation of the degrees at the two ends of a link (Newman, Physical Review E 67 (2003) 026126, equations 21 and 26): above 0 hubs link with hubs, below
 * 0 with the fringe. Along an arrow, the out-degree of its source with the in-degree of its target.
 */
export const degreeAssortativity = figure({
  id: 'degree-assortativity',
  range: 'correlation',
  parameters: [],
  reads: { direction: true },
  run: atOnce((network) => {
    const m = network.edgeCount;
    if (m === 0) return none('no-links');
    const { out, in: into, directed } = network;
    const from = (i: number) => (directed ? out.offsets[i + 1]! - out.offsets[i]! : degreeOf(network, i));
    const to = (i: number) => (directed ? into.offsets[i + 1]! - into.offsets[i]! : degreeOf(network, i));
    // Sums of whole numbers: exact, so that no variation is found where there is none.
    const sums = { x: 0, y: 0, xx: 0, yy: 0, xy: 0, count: 0 };
    const pair = (x: number, y: number) => {
      sums.x += x;
      sums.y += y;
      sums.xx += x * x;
      sums.yy += y * y;
      sums.xy += x * y;
      sums.count++;
    };
    for (let e = 0; e < m; e++) {
      const u = network.source[e]!;
      const v = network.target[e]!;
      pair(from(u), to(v));
      if (!directed) pair(from(v), to(u));
    }
    const { x, y, xx, yy, xy, count } = sums;
    const spread = (count * xx - x * x) * (count * yy - y * y);
    return spread === 0 ? none('no-variation') : { value: (count * xy - x * y) / Math.sqrt(spread) };
  }),
});

function grouped(
  network: Network,
  { by }: ParameterValues,
  read: (grouping: Grouping, edges: readonly number[]) => FigureValue,
): FigureValue {
  const grouping = network.groupings?.get(String(by));
  if (!grouping) return none('no-grouping');
  const edges: number[] = [];
  for (let e = 0; e < network.edgeCount; e++)
    if (grouping.of[network.source[e]!]! >= 0 && grouping.of[network.target[e]!]! >= 0) edges.push(e);
  return edges.length === 0 ? none('no-links') : read(grouping, edges);
}

/**
 * How far links stay within groups beyond what the groups' shares of link ends would give: (Σ e_gg − Σ a_g b_g) / (1 − Σ a_g b_g) (Newman 2003, equation 2).
 * 1 = never between groups, 0 = as by chance. Links with an end without a group are left out.
 */
export const groupAssortativity = figure({
  id: 'group-assortativity',
  range: 'correlation',
  parameters: [BY],
  reads: { direction: true },
  run: atOnce((network, parameters) =>
    grouped(network, parameters, ({ of, count }, edges) => {
      const from = new Float64Array(count);
      const to = new Float64Array(count);
      let within = 0;
      for (const e of edges) {
        const g = of[network.source[e]!]!;
        const h = of[network.target[e]!]!;
        from[g]!++;
        to[h]!++;
        if (!network.directed) {
          from[h]!++;
          to[g]!++;
        }
        if (g === h) within++;
      }
      const ends = edges.length * (network.directed ? 1 : 2);
      let chance = 0;
      for (let g = 0; g < count; g++) chance += from[g]! * to[g]!;
      // Of whole numbers, so that all links in one group are told from nearly all.
      if (chance === ends * ends) return none('one-group');
      const expected = chance / (ends * ends);
      return { value: (within / edges.length - expected) / (1 - expected), beside: { links: edges.length } };
    }),
  ),
});

/**
 * E–I index: (external − internal) / (external + internal) links (Krackhardt and Stern, Social Psychology Quarterly 51 (1988) 123). −1 = all within groups,
 * 1 = all between. Beside it what random links between groups of these sizes would give. Links with an end without a group are left out.
 */
export const externalInternal = figure({
  id: 'ei-index',
  range: 'correlation',
  parameters: [BY],
  reads: { direction: true },
  run: atOnce((network, parameters) =>
    grouped(network, parameters, ({ of, count }, edges) => {
      let internal = 0;
      for (const e of edges) if (of[network.source[e]!] === of[network.target[e]!]) internal++;
      const external = edges.length - internal;
      const sizes = new Float64Array(count);
      let nodes = 0;
      for (const g of of) {
        if (g < 0) continue;
        sizes[g]!++;
        nodes++;
      }
      const pairs = nodes * (nodes - 1);
      const within = sizes.reduce((sum, s) => sum + s * (s - 1), 0);
      return {
        value: (external - internal) / edges.length,
        beside: { external, internal, expected: (pairs - 2 * within) / pairs },
      };
    }),
  ),
});
