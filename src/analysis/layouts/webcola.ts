import { Layout } from 'webcola';
import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import { assemble, membersOf } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, meanRadius, type Positions, SEED, SPACING } from './layout.ts';
import { GAP, giveRoom } from './overlaps.ts';

/** WebCola, stepped from outside: each step can be reported, and between two the work can stop. */
class Stepped extends Layout {
  override kick(): void {
    // Its own loop would run to the end in one go.
  }
  /** One iteration; true when it has converged. */
  step(): boolean {
    return this.tick();
  }
}

const MOST_STEPS = 100;
/** Larger parts are laid out without constraints against overlap, which cost a second a step there; overlaps are taken out afterwards. */
const CONSTRAINED = 100;

function* layOut(
  graph: PackedGraph,
  nodes: readonly number[],
  subject: LayoutSubject,
  length: number,
  positions: Positions,
  random: () => number,
): Work<void> {
  const at = new Map(nodes.map((i, k) => [i, k]));
  const spread = length * Math.sqrt(nodes.length);
  const items = nodes.map((i) => {
    const size = 2 * subject.radii[i]! + GAP;
    const held = subject.pinned[i] === 1;
    return {
      x: held ? subject.positions[2 * i]! : (random() - 0.5) * spread,
      y: held ? subject.positions[2 * i + 1]! : (random() - 0.5) * spread,
      width: size,
      height: size,
      fixed: held ? 1 : 0,
    };
  });
  const links: { source: number; target: number }[] = [];
  for (let e = 0; e < graph.edgeCount; e++) {
    const source = at.get(graph.source[e]!);
    const target = at.get(graph.target[e]!);
    if (source !== undefined && target !== undefined) links.push({ source, target });
  }
  const layout = new Stepped()
    .handleDisconnected(false)
    .avoidOverlaps(nodes.length <= CONSTRAINED)
    .linkDistance(length)
    .convergenceThreshold(1e-3)
    .nodes(items)
    .links(links) as Stepped;
  layout.start(0, 0, 0, 0, false, false);
  layout.resume();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (layout.step()) break;
    yield { done: step + 1, of: MOST_STEPS, stage: 'rounds' };
  }
  nodes.forEach((i, k) => {
    positions[2 * i] = items[k]!.x;
    positions[2 * i + 1] = items[k]!.y;
  });
}

function* run(graph: PackedGraph, subject: LayoutSubject, spacing: number, seed: number): Work<Positions> {
  const random = seededRandom(seed);
  const length = spacing + 2 * meanRadius(subject.radii);
  const parts = membersOf(graph);
  const positions = new Float64Array(2 * graph.nodeCount);
  for (const nodes of parts) {
    yield* layOut(graph, nodes, subject, length, positions, random);
    if (!nodes.some((i) => subject.pinned[i])) giveRoom(nodes, positions, subject.radii);
  }
  return yield* assemble(parts, subject, positions, length);
}

/** Stress by majorization, with hard constraints against overlap in small parts (Dwyer, Koren and Marriott, IEEE TVCG 12 (2006) 821). */
export const webcola = {
  id: 'webcola',
  name: 'layout.webcola.name',
  parameters: [SPACING, SEED],
  most: 1_000,
  run: (graph, subject, parameters) => run(graph, subject, Number(parameters.spacing), Number(parameters.seed)),
} as const satisfies LayoutDefinition;
