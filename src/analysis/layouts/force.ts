import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import { membersOf, recentre, restorePinned } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, meanRadius, type Positions, SEED, SPACING } from './layout.ts';
import { GAP, separate } from './overlaps.ts';

const TICKS = 250;

function* run(graph: PackedGraph, subject: LayoutSubject, spacing: number, seed: number): Work<Positions> {
  const n = graph.nodeCount;
  const { radii, pinned } = subject;
  const random = seededRandom(seed);
  const length = spacing + 2 * meanRadius(radii);
  const nodes: SimulationNodeDatum[] = Array.from({ length: n }, (_, i) => {
    const x = subject.positions[2 * i]!;
    const y = subject.positions[2 * i + 1]!;
    // Only pinned places are taken over: the outcome does not hang on where a chart happened to stand before.
    return pinned[i] ? { x, y, fx: x, fy: y } : {};
  });
  const parts = membersOf(graph);
  const largest = parts[0]?.length ?? 0;
  const simulation = forceSimulation(nodes)
    .randomSource(random)
    .stop()
    .alphaDecay(1 - 0.001 ** (1 / TICKS))
    .force(
      'links',
      forceLink(Array.from(graph.source, (source, e) => ({ source, target: graph.target[e]! }))).distance(length),
    )
    .force(
      'charge',
      forceManyBody()
        .strength(-3 * length)
        .distanceMax(length * Math.max(8, Math.sqrt(largest))),
    )
    .force(
      'collide',
      forceCollide<SimulationNodeDatum>().radius((node) => radii[node.index!]! + GAP / 2),
    )
    .force('x', forceX(0).strength(0.03))
    .force('y', forceY(0).strength(0.03));
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    yield { done: tick + 1, of: TICKS, stage: 'rounds' };
  }
  const positions = new Float64Array(2 * n);
  nodes.forEach((node, i) => {
    positions[2 * i] = node.x!;
    positions[2 * i + 1] = node.y!;
  });
  yield* separate(positions, radii, pinned, { loose: !pinned.includes(1) });
  if (!pinned.includes(1)) recentre(subject, positions);
  return restorePinned(subject, positions);
}

/** Links pull, nodes push (Fruchterman and Reingold 1991; many bodies after Barnes and Hut 1986). Separate parts drift about one middle. */
export const force = {
  id: 'force',
  name: 'layout.force.name',
  parameters: [SPACING, SEED],
  run: (graph, subject, parameters) => run(graph, subject, Number(parameters.spacing), Number(parameters.seed)),
} as const satisfies LayoutDefinition;
