import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import { membersOf, onPattern } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, type Positions, SPACING } from './layout.ts';
import { GAP } from './overlaps.ts';

/** The ring each node belongs to, 0 innermost: by steps from the most linked node, or by falling degree in classes that halve. */
function ringsOf(graph: PackedGraph, by: string): number[][] {
  const { offsets, targets } = graph.both;
  const degree = (i: number) => offsets[i + 1]! - offsets[i]!;
  const rings: number[][] = [];
  const put = (i: number, ring: number) => {
    while (rings.length <= ring) rings.push([]);
    rings[ring]!.push(i);
  };
  if (by === 'degree') {
    let most = 0;
    for (let i = 0; i < graph.nodeCount; i++) most = Math.max(most, degree(i));
    for (let i = 0; i < graph.nodeCount; i++) put(i, degree(i) === 0 ? 32 : Math.floor(Math.log2(most / degree(i))));
  } else {
    let outermost = 0;
    for (const nodes of membersOf(graph)) {
      // Parts that the middle does not reach stand outside, ring by ring.
      const root = nodes.reduce((best, i) => (degree(i) > degree(best) ? i : best));
      const ring = new Map([[root, outermost]]);
      for (const [u, r] of ring)
        for (let a = offsets[u]!; a < offsets[u + 1]!; a++) if (!ring.has(targets[a]!)) ring.set(targets[a]!, r + 1);
      for (const [i, r] of ring) put(i, r);
      outermost = rings.length;
    }
  }
  return rings.filter((ring) => ring.length > 0);
}

function* run(graph: PackedGraph, subject: LayoutSubject, spacing: number, by: string): Work<Positions> {
  const { radii, pinned } = subject;
  const positions = new Float64Array(2 * graph.nodeCount);
  const angle = new Map<number, number>();
  const { offsets, targets } = graph.both;
  let outer = 0;
  for (const all of ringsOf(graph, by)) {
    const ring = all.filter((i) => !pinned[i]);
    if (ring.length === 0) continue;
    // Next to the neighbours further in, so that links run outwards.
    const wanted = new Map(
      ring.map((i) => {
        let x = 0;
        let y = 0;
        for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
          const theirs = angle.get(targets[a]!);
          if (theirs === undefined) continue;
          x += Math.cos(theirs);
          y += Math.sin(theirs);
        }
        return [i, x === 0 && y === 0 ? Math.PI : Math.atan2(y, x)];
      }),
    );
    ring.sort((p, q) => wanted.get(p)! - wanted.get(q)! || p - q);
    const thick = ring.reduce((most, i) => Math.max(most, radii[i]!), 0);
    const round = ring.reduce((sum, i) => sum + 2 * radii[i]! + GAP, 0);
    const single = outer === 0 && ring.length === 1;
    // A chord is shorter than its arc; the factor keeps neighbours apart on small rings too.
    const radius = single
      ? 0
      : Math.max(
          outer === 0 ? 0 : outer + spacing + thick,
          (round / (2 * Math.PI)) * 1.1 + (ring.length < 4 ? thick : 0),
        );
    let turned = 0;
    for (const i of ring) {
      const share = (2 * radii[i]! + GAP) / round;
      const a = 2 * Math.PI * (turned + share / 2) - Math.PI;
      turned += share;
      angle.set(i, a);
      positions[2 * i] = radius * Math.cos(a);
      positions[2 * i + 1] = radius * Math.sin(a);
    }
    outer = radius + thick;
    yield { done: angle.size, of: graph.nodeCount, stage: 'rings' };
  }
  return yield* onPattern(subject, positions);
}

/** The most linked in the middle, the others in rings round it. */
export const concentric = {
  id: 'concentric',
  name: 'layout.concentric.name',
  parameters: [SPACING, { name: 'by', kind: 'choice', options: ['degree', 'distance'], default: 'degree' }],
  run: (graph, subject, parameters) => run(graph, subject, Number(parameters.spacing), String(parameters.by)),
} as const satisfies LayoutDefinition;
