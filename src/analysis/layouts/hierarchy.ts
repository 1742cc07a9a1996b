import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import { assemble, membersOf } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, type Positions, SPACING } from './layout.ts';
import { GAP } from './overlaps.ts';

const SWEEPS = 12;

/**
 * Layer of each node of a component. Directed: the longest way from a node without incoming arcs, arcs that close a circle
 * left out. Undirected: steps from the most linked node.
 */
function layersOf(graph: PackedGraph, nodes: readonly number[]): Map<number, number> {
  const layer = new Map<number, number>();
  const { offsets, targets } = graph.both;
  const degree = (i: number) => offsets[i + 1]! - offsets[i]!;
  if (!graph.directed) {
    const root = nodes.reduce((best, i) => (degree(i) > degree(best) ? i : best));
    layer.set(root, 0);
    const queue = [root];
    for (const u of queue)
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++)
        if (!layer.has(targets[a]!)) {
          layer.set(targets[a]!, layer.get(u)! + 1);
          queue.push(targets[a]!);
        }
    return layer;
  }
  const order = withoutCircles(graph, nodes);
  const rank = new Map(order.map((i, k) => [i, k]));
  for (const u of order) {
    const own = layer.get(u) ?? 0;
    layer.set(u, own);
    for (let a = graph.out.offsets[u]!; a < graph.out.offsets[u + 1]!; a++) {
      const v = graph.out.targets[a]!;
      if (rank.get(v)! > rank.get(u)!) layer.set(v, Math.max(layer.get(v) ?? 0, own + 1));
    }
  }
  return layer;
}

/** An order in which few arcs point back (Eades, Lin and Smyth, Information Processing Letters 47 (1993) 319): sources first, sinks last. */
function withoutCircles(graph: PackedGraph, nodes: readonly number[]): number[] {
  const left = new Set(nodes);
  const incoming = new Map(nodes.map((i) => [i, graph.in.offsets[i + 1]! - graph.in.offsets[i]!]));
  const outgoing = new Map(nodes.map((i) => [i, graph.out.offsets[i + 1]! - graph.out.offsets[i]!]));
  const front: number[] = [];
  const back: number[] = [];
  const ready = {
    sources: nodes.filter((i) => incoming.get(i) === 0),
    sinks: nodes.filter((i) => outgoing.get(i) === 0),
  };
  const take = (u: number) => {
    left.delete(u);
    for (let a = graph.out.offsets[u]!; a < graph.out.offsets[u + 1]!; a++) {
      const v = graph.out.targets[a]!;
      incoming.set(v, incoming.get(v)! - 1);
      if (incoming.get(v) === 0 && left.has(v)) ready.sources.push(v);
    }
    for (let a = graph.in.offsets[u]!; a < graph.in.offsets[u + 1]!; a++) {
      const v = graph.in.targets[a]!;
      outgoing.set(v, outgoing.get(v)! - 1);
      if (outgoing.get(v) === 0 && left.has(v)) ready.sinks.push(v);
    }
  };
  while (left.size > 0) {
    const sink = ready.sinks.pop();
    const source = sink === undefined ? ready.sources.pop() : undefined;
    const free = sink ?? source;
    if (free !== undefined) {
      if (!left.has(free)) continue;
      (sink === undefined ? front : back).push(free);
      take(free);
      continue;
    }
    let best = -1;
    for (const i of left)
      if (best < 0 || outgoing.get(i)! - incoming.get(i)! > outgoing.get(best)! - incoming.get(best)!) best = i;
    front.push(best);
    take(best);
  }
  return [...front, ...back.reverse()];
}

/** Rows of nodes, sorted in sweeps down and up by the mean place of their neighbours in the row before (Sugiyama, Tagawa and Toda 1981). */
function* orderedRows(graph: PackedGraph, layer: ReadonlyMap<number, number>): Work<number[][]> {
  const rows: number[][] = [];
  for (const [i, l] of layer) {
    while (rows.length <= l) rows.push([]);
    rows[l]!.push(i);
  }
  const place = new Map<number, number>();
  const note = (row: readonly number[]) => {
    row.forEach((i, k) => {
      place.set(i, k - (row.length - 1) / 2);
    });
  };
  rows.forEach(note);
  const { offsets, targets } = graph.both;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    for (let k = 1; k < rows.length; k++) {
      const l = down ? k : rows.length - 1 - k;
      const mean = new Map<number, number>();
      for (const i of rows[l]!) {
        let sum = 0;
        let count = 0;
        for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
          const v = targets[a]!;
          if (down ? layer.get(v)! >= l : layer.get(v)! <= l) continue;
          sum += place.get(v)!;
          count++;
        }
        mean.set(i, count === 0 ? place.get(i)! : sum / count);
      }
      rows[l]!.sort((p, q) => mean.get(p)! - mean.get(q)! || place.get(p)! - place.get(q)!);
      note(rows[l]!);
    }
    yield { done: sweep + 1, of: SWEEPS, stage: 'rows' };
  }
  return rows;
}

/** Places along each row: near the mean of their neighbours, in order, and never nearer than their sizes allow. */
function* placesAlong(
  graph: PackedGraph,
  rows: readonly number[][],
  layer: ReadonlyMap<number, number>,
  radii: Float64Array,
): Work<Map<number, number>> {
  const along = new Map<number, number>();
  const apart = (i: number, j: number) => radii[i]! + radii[j]! + GAP;
  for (const row of rows) {
    let x = 0;
    row.forEach((i, k) => {
      if (k > 0) x += apart(row[k - 1]!, i);
      along.set(i, x);
    });
    for (const i of row) along.set(i, along.get(i)! - x / 2);
  }
  const { offsets, targets } = graph.both;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of sweep % 2 === 0 ? rows : [...rows].reverse()) {
      const wanted = row.map((i) => {
        let sum = 0;
        let count = 0;
        for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
          const x = along.get(targets[a]!);
          if (x === undefined || layer.get(targets[a]!) === layer.get(i)) continue;
          sum += x;
          count++;
        }
        return count === 0 ? along.get(i)! : sum / count;
      });
      const fromLeft = wanted.slice();
      const fromRight = wanted.slice();
      for (let k = 1; k < row.length; k++)
        fromLeft[k] = Math.max(fromLeft[k]!, fromLeft[k - 1]! + apart(row[k - 1]!, row[k]!));
      for (let k = row.length - 2; k >= 0; k--)
        fromRight[k] = Math.min(fromRight[k]!, fromRight[k + 1]! - apart(row[k]!, row[k + 1]!));
      // Both keep the distances, and so does their mean.
      row.forEach((i, k) => {
        along.set(i, (fromLeft[k]! + fromRight[k]!) / 2);
      });
    }
    yield { done: sweep + 1, of: SWEEPS, stage: 'rows' };
  }
  return along;
}

function* run(graph: PackedGraph, subject: LayoutSubject, spacing: number, direction: string): Work<Positions> {
  const parts = membersOf(graph);
  const positions = new Float64Array(2 * graph.nodeCount);
  const across = direction === 'right';
  for (const [p, nodes] of parts.entries()) {
    const layer = layersOf(graph, nodes);
    const rows = yield* orderedRows(graph, layer);
    const along = yield* placesAlong(graph, rows, layer, subject.radii);
    let depth = 0;
    let reach = 0;
    rows.forEach((row, l) => {
      const thick = row.reduce((most, i) => Math.max(most, subject.radii[i]!), 0);
      depth += l === 0 ? 0 : reach + spacing + thick;
      reach = thick;
      for (const i of row) {
        positions[2 * i] = across ? depth : along.get(i)!;
        positions[2 * i + 1] = across ? along.get(i)! : depth;
      }
    });
    hold(nodes, subject, positions);
    yield { done: p + 1, of: parts.length, stage: 'parts' };
  }
  return yield* assemble(parts, subject, positions, spacing);
}

/** A part with pinned nodes is moved as a whole to where these are, on average; they themselves go all the way. */
function hold(nodes: readonly number[], subject: LayoutSubject, positions: Positions): void {
  const held = nodes.filter((i) => subject.pinned[i]);
  if (held.length === 0) return;
  for (const axis of [0, 1]) {
    let by = 0;
    for (const i of held) by += (subject.positions[2 * i + axis]! - positions[2 * i + axis]!) / held.length;
    for (const i of nodes) positions[2 * i + axis]! += by;
    for (const i of held) positions[2 * i + axis] = subject.positions[2 * i + axis]!;
  }
}

/** Layers along the arrows, or by steps from the most linked item where links have no direction. */
export const hierarchy = {
  id: 'hierarchy',
  name: 'layout.hierarchy.name',
  parameters: [SPACING, { name: 'towards', kind: 'choice', options: ['down', 'right'], default: 'down' }],
  run: (graph, subject, parameters) => run(graph, subject, Number(parameters.spacing), String(parameters.towards)),
} as const satisfies LayoutDefinition;
