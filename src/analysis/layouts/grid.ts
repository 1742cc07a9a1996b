import { onPattern } from './arrange.ts';
import type { LayoutDefinition } from './layout.ts';
import { GAP } from './overlaps.ts';

/** Items in rows, the most linked first. */
export const grid = {
  id: 'grid',
  name: 'layout.grid.name',
  parameters: [
    { name: 'spacing', kind: 'number', min: 0, max: 1000, step: 10, default: 30 },
    { name: 'columns', kind: 'number', min: 0, max: 10_000, step: 1, default: 0 },
  ],
  *run(graph, subject, parameters) {
    const { radii, pinned } = subject;
    const { offsets } = graph.both;
    const degree = (i: number) => offsets[i + 1]! - offsets[i]!;
    const items = Array.from(radii, (_, i) => i).filter((i) => !pinned[i]);
    items.sort((a, b) => degree(b) - degree(a) || a - b);
    const columns = Math.floor(Number(parameters.columns)) || Math.ceil(Math.sqrt(items.length));
    const cell = items.reduce((most, i) => Math.max(most, 2 * radii[i]!), 0) + GAP + Number(parameters.spacing);
    const positions = new Float64Array(2 * graph.nodeCount);
    items.forEach((i, k) => {
      positions[2 * i] = (k % columns) * cell;
      positions[2 * i + 1] = Math.floor(k / columns) * cell;
    });
    return yield* onPattern(subject, positions);
  },
} as const satisfies LayoutDefinition;
