import { type Grouping, type Network, pickRows } from './network.ts';
import { packGraph } from './packed-graph.ts';

/** The part of a network between some of its nodes. */
export interface InducedPart {
  /** Number in the whole of each node of the part, ascending. */
  readonly nodes: Int32Array;
  readonly network: Network;
}

/**
 * The network within each group of a grouping, in order of the codes: its nodes, the links between two of them, and their lines and attributes where
 * the whole has them. Nodes without a stated group, and links between groups, are in none.
 */
export function* withinEach(network: Network, { of, count }: Grouping): Generator<InducedPart> {
  const { rows } = network;
  const members: number[][] = Array.from({ length: count }, () => []);
  const links: number[][] = Array.from({ length: count }, () => []);
  const lines: number[][] = Array.from({ length: count }, () => []);
  const now = new Int32Array(network.nodeCount);
  for (let i = 0; i < network.nodeCount; i++) if (of[i]! >= 0) now[i] = members[of[i]!]!.push(i) - 1;
  const sortInto = (lists: number[][], size: number, source: Int32Array, target: Int32Array) => {
    for (let k = 0; k < size; k++) {
      const g = of[source[k]!]!;
      if (g >= 0 && g === of[target[k]!]) lists[g]!.push(k);
    }
  };
  sortInto(links, network.edgeCount, network.source, network.target);
  if (rows) sortInto(lines, rows.count, rows.source, rows.target);
  const edgeNow = new Int32Array(network.edgeCount);
  for (let g = 0; g < count; g++) {
    const nodes = Int32Array.from(members[g]!);
    const within = links[g]!;
    within.forEach((e, k) => {
      edgeNow[e] = k;
    });
    const { weight } = network;
    const graph = packGraph({
      nodeCount: nodes.length,
      source: within.map((e) => now[network.source[e]!]!),
      target: within.map((e) => now[network.target[e]!]!),
      weight: weight ? within.map((e) => weight[e]!) : undefined,
      directed: network.directed,
    });
    const groupings = new Map(
      [...(network.groupings ?? [])].map(([name, grouping]) => [
        name,
        { of: Int32Array.from(nodes, (i) => grouping.of[i]!), count: grouping.count },
      ]),
    );
    const picked = rows && pickRows(rows, lines[g]!);
    yield {
      nodes,
      network: {
        ...graph,
        ...(network.groupings && { groupings }),
        ...(picked && {
          rows: {
            ...picked,
            source: picked.source.map((i) => now[i]!),
            target: picked.target.map((i) => now[i]!),
            edge: picked.edge.map((e) => (e < 0 ? -1 : edgeNow[e]!)),
          },
        }),
      },
    };
  }
}
