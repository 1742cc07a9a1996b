import type { Ways } from './ways.ts';

/** Somebody linked with several of the chosen. */
export interface CommonNeighbour {
  readonly node: number;
  /** Which of the chosen, in their order. */
  readonly of: readonly number[];
}

/**
 * Who is linked, whatever the arrows, with at least `atLeast` of the chosen, without being one of them: those of most of them first, then lower numbers.
 */
export function commonNeighbours(ways: Ways, chosen: readonly number[], atLeast: number): readonly CommonNeighbour[] {
  const { offsets, targets } = ways.both;
  const set = [...new Set(chosen)];
  const isChosen = new Set(set);
  const of = new Map<number, number[]>();
  for (const s of set)
    for (let a = offsets[s]!; a < offsets[s + 1]!; a++) {
      const v = targets[a]!;
      if (isChosen.has(v)) continue;
      const known = of.get(v);
      if (known) known.push(s);
      else of.set(v, [s]);
    }
  return [...of]
    .filter(([, list]) => list.length >= atLeast)
    .map(([node, list]) => ({ node, of: list }))
    .sort((a, b) => b.of.length - a.of.length || a.node - b.node);
}

/** Somebody linked with both of two lists. */
export interface Bridging {
  readonly node: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Who is linked, whatever the arrows, with somebody of each list, without being in either: those of most links first, then lower numbers. */
export function commonToLists(ways: Ways, left: readonly number[], right: readonly number[]): readonly Bridging[] {
  const inEither = new Set([...left, ...right]);
  const ofRight = new Map(commonNeighbours(ways, right, 1).map((c) => [c.node, c.of]));
  return commonNeighbours(ways, left, 1)
    .flatMap(({ node, of }) => {
      const right = ofRight.get(node);
      return right && !inEither.has(node) ? [{ node, left: of, right }] : [];
    })
    .sort((a, b) => b.left.length + b.right.length - a.left.length - a.right.length || a.node - b.node);
}

export interface EgoNetwork {
  /** Nodes within the radius, nearest first, then lower numbers, with their links away from the nearest of the chosen. */
  readonly nodes: readonly number[];
  readonly steps: readonly number[];
}

/** Everybody within `radius` links of the chosen, whatever the arrows (Wasserman and Faust, Social Network Analysis, 1994, p. 42; with the ties among alters). */
export function egoNetwork(ways: Ways, chosen: readonly number[], radius: number): EgoNetwork {
  const { offsets, targets } = ways.both;
  const away = new Map<number, number>();
  for (const s of chosen) away.set(s, 0);
  let front = [...away.keys()];
  for (let step = 1; step <= radius && front.length > 0; step++) {
    const next: number[] = [];
    for (const u of front)
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const v = targets[a]!;
        if (away.has(v)) continue;
        away.set(v, step);
        next.push(v);
      }
    front = next;
  }
  const order = [...away].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return { nodes: order.map(([v]) => v), steps: order.map(([, step]) => step) };
}
