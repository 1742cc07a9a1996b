import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import { onPattern } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, type Positions, SPACING } from './layout.ts';
import { GAP } from './overlaps.ts';

const SWEEPS = 16;
/** A type of many is set in several files side by side, so that a band is at most so many times as long as all is thick. */
const SLENDER = 3;
/** Room between files side by side, so that links within a type can be followed. */
const WIDER = 1.5;

/** The items of each kind, in the order of the kinds; those that are pinned take no place in the pattern. */
function bandsOf({ kinds, pinned }: LayoutSubject): number[][] {
  const bands = new Map<number, number[]>();
  for (let i = 0; i < pinned.length; i++) {
    if (pinned[i]) continue;
    const kind = kinds?.[i] ?? 0;
    const band = bands.get(kind);
    if (band) band.push(i);
    else bands.set(kind, [i]);
  }
  return [...bands].sort(([a], [b]) => a - b).map(([, band]) => band);
}

/** Crossings of straight links between each two bands, were nothing else in the way: pairs of links whose ends are the other way round. */
export function crossingsBetween(graph: PackedGraph, bands: readonly (readonly number[])[]): number {
  const of = new Int32Array(graph.nodeCount).fill(-1);
  const place = new Int32Array(graph.nodeCount);
  bands.forEach((band, b) => {
    band.forEach((i, k) => {
      of[i] = b;
      place[i] = k;
    });
  });
  const between = new Map<number, [number, number][]>();
  for (let e = 0; e < graph.edgeCount; e++) {
    let [u, v] = [graph.source[e]!, graph.target[e]!];
    if (of[u]! < 0 || of[v]! < 0 || of[u] === of[v]) continue;
    if (of[u]! > of[v]!) [u, v] = [v, u];
    const key = of[u]! * bands.length + of[v]!;
    const links = between.get(key);
    if (links) links.push([place[u]!, place[v]!]);
    else between.set(key, [[place[u]!, place[v]!]]);
  }
  let crossings = 0;
  for (const [key, links] of between) {
    links.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    // Pairs out of order, counted with sums over a tree of powers of two (Barth, Jünger and Mutzel, JGAA 8 (2004) 179).
    const tree = new Int32Array(bands[key % bands.length]!.length + 1);
    links.forEach(([, at], seen) => {
      let notBeyond = 0;
      for (let t = at + 1; t > 0; t -= t & -t) notBeyond += tree[t]!;
      crossings += seen - notBeyond;
      for (let t = at + 1; t < tree.length; t += t & -t) tree[t]!++;
    });
  }
  return crossings;
}

/** Sorts each band by the mean place of its neighbours in the others, to and fro; the order with the fewest crossings is kept. */
function* ordered(graph: PackedGraph, start: readonly number[][]): Work<number[][]> {
  const bands = start.map((band) => [...band]);
  const of = new Int32Array(graph.nodeCount).fill(-1);
  const share = new Float64Array(graph.nodeCount);
  const note = (band: readonly number[]) => {
    band.forEach((i, k) => {
      share[i] = (k + 0.5) / band.length;
    });
  };
  bands.forEach((band, b) => {
    for (const i of band) of[i] = b;
    note(band);
  });
  const { offsets, targets } = graph.both;
  let best = bands.map((band) => [...band]);
  let fewest = crossingsBetween(graph, bands);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    for (const band of sweep % 2 === 0 ? bands : [...bands].reverse()) {
      const wanted = new Map<number, number>();
      for (const i of band) {
        let sum = 0;
        let count = 0;
        for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
          const v = targets[a]!;
          if (of[v]! < 0 || of[v] === of[i]) continue;
          // A band next to it counts for more: its links are the ones that run unbroken.
          const weight = 1 / Math.abs(of[v]! - of[i]!);
          sum += weight * share[v]!;
          count += weight;
        }
        wanted.set(i, count === 0 ? share[i]! : sum / count);
      }
      band.sort((p, q) => wanted.get(p)! - wanted.get(q)! || share[p]! - share[q]!);
      note(band);
    }
    const crossings = crossingsBetween(graph, bands);
    if (crossings < fewest) {
      fewest = crossings;
      best = bands.map((band) => [...band]);
    }
    yield { done: sweep + 1, of: SWEEPS, stage: 'rows' };
  }
  return best;
}

/** Places along the bands, in order: items of a band in one file stand near the middle of their neighbours, where there is room. */
function alongBands(
  graph: PackedGraph,
  bands: readonly (readonly number[])[],
  files: readonly number[],
  cells: readonly number[],
): Float64Array {
  const { offsets, targets } = graph.both;
  const along = new Float64Array(graph.nodeCount);
  const of = new Int32Array(graph.nodeCount).fill(-1);
  bands.forEach((band, b) => {
    const rows = Math.ceil(band.length / files[b]!);
    band.forEach((i, k) => {
      of[i] = b;
      // Files side by side stand half a row apart: names have room, and lines do not run through the next item.
      const half = (k % files[b]!) % 2 === 1 ? 0.5 : 0;
      along[i] = (Math.floor(k / files[b]!) + half - (rows - 1) / 2) * cells[b]!;
    });
  });
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    bands.forEach((band, b) => {
      if (files[b] !== 1) return;
      const wanted = band.map((i) => {
        let sum = 0;
        let count = 0;
        for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
          const v = targets[a]!;
          if (of[v]! < 0 || of[v] === b) continue;
          sum += along[v]!;
          count++;
        }
        return count === 0 ? along[i]! : sum / count;
      });
      const [down, up] = [wanted.slice(), wanted.slice()];
      for (let k = 1; k < band.length; k++) down[k] = Math.max(down[k]!, down[k - 1]! + cells[b]!);
      for (let k = band.length - 2; k >= 0; k--) up[k] = Math.min(up[k]!, up[k + 1]! - cells[b]!);
      // Both keep the distances, and so does their mean.
      band.forEach((i, k) => {
        along[i] = (down[k]! + up[k]!) / 2;
      });
    });
  return along;
}

function* run(graph: PackedGraph, subject: LayoutSubject, spacing: number, bandsAs: string): Work<Positions> {
  const positions = new Float64Array(2 * graph.nodeCount);
  const bands = yield* ordered(graph, bandsOf(subject));
  const items = bands.reduce((sum, band) => sum + band.length, 0);
  const longest = Math.max(14, Math.ceil(Math.sqrt(items * SLENDER)));
  const files = bands.map((band) => Math.ceil(band.length / longest));
  const cells = bands.map((band) => 2 * band.reduce((most, i) => Math.max(most, subject.radii[i]!), 0) + GAP);
  const along = alongBands(graph, bands, files, cells);
  const across = bandsAs === 'rows';
  let depth = 0;
  bands.forEach((band, b) => {
    const cell = cells[b]!;
    band.forEach((i, k) => {
      const into = depth + cell / 2 + (k % files[b]!) * cell * WIDER;
      positions[2 * i] = across ? along[i]! : into;
      positions[2 * i + 1] = across ? into : along[i]!;
    });
    depth += cell + (files[b]! - 1) * cell * WIDER + spacing;
  });
  return yield* onPattern(subject, positions);
}

/** A column, or a row, for each type of entity in the order of the legend; within it ordered so that few links cross. */
export const byType = {
  id: 'by-type',
  name: 'layout.by-type.name',
  parameters: [
    { ...SPACING, default: 140 },
    { name: 'bands', kind: 'choice', options: ['columns', 'rows'], default: 'columns' },
  ],
  needs: 'kinds',
  run: (graph, subject, parameters) => run(graph, subject, Number(parameters.spacing), String(parameters.bands)),
} as const satisfies LayoutDefinition;
