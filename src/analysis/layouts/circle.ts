import { breadthOrder } from '../graph/breadth-order.ts';
import { onPattern } from './arrange.ts';
import type { LayoutDefinition } from './layout.ts';
import { GAP } from './overlaps.ts';

/** All items on one circle, neighbours near each other. */
export const circle = {
  id: 'circle',
  name: 'layout.circle.name',
  parameters: [{ name: 'spacing', kind: 'number', min: 0, max: 1000, step: 10, default: 20 }],
  *run(graph, subject, parameters) {
    const { radii, pinned } = subject;
    const positions = new Float64Array(2 * graph.nodeCount);
    const ring = [...breadthOrder(graph, graph.both).original].filter((i) => !pinned[i]);
    const room = GAP + Number(parameters.spacing);
    const round = ring.reduce((sum, i) => sum + 2 * radii[i]! + room, 0);
    const radius = ring.length < 2 ? 0 : (round / (2 * Math.PI)) * (ring.length < 6 ? 1.3 : 1.05);
    let turned = 0;
    for (const i of ring) {
      const share = (2 * radii[i]! + room) / round;
      const angle = 2 * Math.PI * (turned + share / 2) - Math.PI / 2;
      turned += share;
      positions[2 * i] = radius * Math.cos(angle);
      positions[2 * i + 1] = radius * Math.sin(angle);
    }
    return yield* onPattern(subject, positions);
  },
} as const satisfies LayoutDefinition;
