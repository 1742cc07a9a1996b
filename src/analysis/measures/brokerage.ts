import type { Grouping, Network } from '../graph/network.ts';
import { measure, type ParameterValues, partly, type Work } from './measure.ts';

/**
 * Brokerage roles of Gould and Fernandez, Sociological Methodology 19 (1989) 89. Node b brokers from a to c where a → b and b → c but not a → c; the
 * groups of the three tell the role. Nodes without a stated group take no part.
 *
 * Without directions each pair {a, c} counts once; a pair of which one is in b's group makes b gatekeeper and representative at once, since nobody
 * can tell which way it goes.
 */
export const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const;

export type Role = (typeof ROLES)[number];

function roleOf(a: number, b: number, c: number): number {
  if (a === b) return b === c ? 0 : 2;
  if (b === c) return 3;
  return a === c ? 1 : 4;
}

/** Which roles a column takes in. All: without directions the gatekeeper's pairs are the representative's, and count once. */
const rolesIn = (of: Role | 'total', directed: boolean): readonly number[] =>
  of === 'total' ? (directed ? [0, 1, 2, 3, 4] : [0, 1, 2, 4]) : [ROLES.indexOf(of)];

/** Pairs seen from both sides where no arrow tells them apart. */
const seenTwice = (role: number) => role === 0 || role === 1 || role === 4;

/** How often each node brokers in these roles. `partial`: a pair that k nodes broker for gives each of them 1/k. */
function* brokered(network: Network, { of }: Grouping, roles: readonly number[], partial: boolean): Work<Float64Array> {
  const n = network.nodeCount;
  const { offsets, targets } = network.out;
  const worth = Float64Array.from(ROLES, (_, r) =>
    !roles.includes(r) ? 0 : !network.directed && seenTwice(r) ? 0.5 : 1,
  );
  const values = new Float64Array(n);
  const tied = new Int32Array(n).fill(-1);
  const through = new Int32Array(n);
  let work = 0;
  for (let a = 0; a < n; a++) {
    if (of[a]! < 0) continue;
    const start = offsets[a]!;
    const end = offsets[a + 1]!;
    tied[a] = a;
    for (let i = start; i < end; i++) tied[targets[i]!] = a;
    const brokers = (each: (b: number, c: number) => void) => {
      for (let i = start; i < end; i++) {
        const b = targets[i]!;
        if (of[b]! < 0) continue;
        const stop = offsets[b + 1]!;
        for (let k = offsets[b]!; k < stop; k++) {
          const c = targets[k]!;
          if (tied[c] !== a && of[c]! >= 0) each(b, c);
        }
        work += stop - offsets[b]!;
      }
    };
    if (partial) {
      brokers((_, c) => {
        through[c]!++;
      });
    }
    brokers((b, c) => {
      const each = worth[roleOf(of[a]!, of[b]!, of[c]!)]!;
      values[b]! += partial ? each / through[c]! : each;
    });
    if (partial) {
      brokers((_, c) => {
        through[c] = 0;
      });
    }
    if (work > 1_000_000) {
      work = 0;
      yield { done: a + 1, of: n, stage: 'egos' };
    }
  }
  return values;
}

/** What chance alone would make of a role. */
export interface RoleChance {
  readonly mean: number;
  /** Mean where k brokers of a pair share its credit. */
  readonly partialMean: number;
  readonly variance: number;
}

/**
 * Mean and variance of a role of a member of group `own` where ties are drawn independently with probability `density` between groups of these sizes:
 * the comparison of Gould and Fernandez (1989), exact for it. Two pairs brokered by the same node depend on each other only through a tie they share.
 */
export function chanceOf(
  role: Role | 'total',
  sizes: ArrayLike<number>,
  own: number,
  density: number,
  directed: boolean,
): RoleChance {
  let all = 0;
  for (let g = 0; g < sizes.length; g++) all += sizes[g]!;
  const kin = sizes[own]! - 1;
  const rest = all - sizes[own]!;
  const others = Array.from({ length: sizes.length }, (_, g) => (g === own ? 0 : sizes[g]!));
  const sum = (f: (size: number) => number) => others.reduce((s, x) => s + f(x), 0);
  /** Pairs (a, c), and pairs of those that share their a or their c. */
  let pairs: number;
  let sharing: number;
  if (role === 'coordinator') {
    pairs = kin * (kin - 1);
    sharing = 2 * pairs * (kin - 2);
  } else if (role === 'itinerant') {
    pairs = sum((x) => x * (x - 1));
    sharing = 2 * sum((x) => x * (x - 1) * (x - 2));
  } else if (role === 'liaison') {
    pairs = sum((x) => x * (rest - x));
    sharing = 2 * sum((x) => x * (rest - x) * (rest - x - 1));
  } else if (role === 'total') {
    pairs = (all - 1) * (all - 2);
    sharing = 2 * pairs * (all - 3);
  } else {
    pairs = kin * rest;
    sharing = pairs * (rest - 1) + pairs * (kin - 1);
  }
  if (!directed && role !== 'representative' && role !== 'gatekeeper') {
    pairs /= 2;
    sharing /= 2;
  }
  const open = density ** 2 * (1 - density);
  const twoStep = density ** 2;
  const shared = twoStep === 0 || all < 3 ? 1 : (1 - (1 - twoStep) ** (all - 2)) / ((all - 2) * twoStep);
  return {
    mean: pairs * open,
    partialMean: pairs * open * shared,
    variance: pairs * open * (1 - open) + sharing * (density * (1 - density)) ** 3,
  };
}

/** Sizes of the groups, and density among the nodes whose group is stated. */
function statedPart(network: Network, grouping: Grouping): { readonly sizes: Float64Array; readonly density: number } {
  const sizes = new Float64Array(grouping.count);
  let nodes = 0;
  for (const g of grouping.of) {
    if (g < 0) continue;
    sizes[g]!++;
    nodes++;
  }
  let edges = 0;
  for (let e = 0; e < network.edgeCount; e++) {
    if (grouping.of[network.source[e]!]! >= 0 && grouping.of[network.target[e]!]! >= 0) edges++;
  }
  const most = (nodes * (nodes - 1)) / (network.directed ? 1 : 2);
  return { sizes, density: most > 0 ? edges / most : 0 };
}

function* columnOf(network: Network, role: Role | 'total', { by, figure, partial }: ParameterValues) {
  const grouping = network.groupings?.get(String(by));
  const n = network.nodeCount;
  if (!grouping) return partly(new Float64Array(n), () => 'no-grouping');
  const { of } = grouping;
  const { sizes, density } = statedPart(network, grouping);
  const chances = Array.from(sizes, (size, g) =>
    size > 0 ? chanceOf(role, sizes, g, density, network.directed) : null,
  );
  const noGroup = (i: number) => (of[i]! < 0 ? ('group-not-stated' as const) : null);
  if (figure === 'expected') {
    const mean = (g: number) => (partial === true ? chances[g]!.partialMean : chances[g]!.mean);
    return partly(
      Float64Array.from(of, (g) => (g < 0 ? 0 : mean(g))),
      noGroup,
    );
  }
  if (figure === 'z' && partial === true) return partly(new Float64Array(n), () => 'no-variance-known');
  const values = yield* brokered(network, grouping, rolesIn(role, network.directed), partial === true);
  if (figure !== 'z') return partly(values, noGroup);
  for (let i = 0; i < n; i++) {
    const chance = chances[of[i]!];
    if (chance && chance.variance > 0) values[i] = (values[i]! - chance.mean) / Math.sqrt(chance.variance);
  }
  return partly(values, (i) => noGroup(i) ?? (chances[of[i]!]!.variance > 0 ? null : 'no-variance'));
}

const role = <const R extends Role | 'total'>(of: R) =>
  measure({
    id: `brokerage-${of}` as const,
    range: 'any',
    parameters: [
      { name: 'by', kind: 'grouping', default: 'type' },
      { name: 'figure', kind: 'choice', options: ['count', 'expected', 'z'], default: 'count' },
      { name: 'partial', kind: 'switch', default: false },
    ],
    reads: { direction: true, weights: false },
    run: (network, parameters) => columnOf(network, of, parameters),
  });

/** All three in one group. */
export const coordinator = role('coordinator');
/** Goes between members of one other group. */
export const itinerant = role('itinerant');
/** Passes on from one's own group to another. */
export const representative = role('representative');
/** Lets in from another group to one's own. */
export const gatekeeper = role('gatekeeper');
/** Goes between two other groups. */
export const liaison = role('liaison');
/** All roles together. */
export const brokerage = role('total');
