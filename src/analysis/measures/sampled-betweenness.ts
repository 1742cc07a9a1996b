import { componentsOf } from '../graph/components.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom } from '../graph/seeded-random.ts';
import { radius } from './error-bound.ts';
import { type Column, defined, measure, type Work } from './measure.ts';
import { PathSampler } from './path-sampler.ts';

/** Each look at the samples has this many times those of the last. */
const GROWTH = 1.2;
const ARCS_PER_YIELD = 1_000_000;
/** What a pair costs beside the arcs it walks. */
const ARCS_PER_PAIR = 50;

/** Draws pairs of different nodes of one component (weak when directed), each pair of the network that is so joined equally often. */
function pairDrawer(graph: PackedGraph, random: () => number): { readonly pairs: number; draw(): [number, number] } {
  const { of, sizes } = componentsOf(graph);
  const starts = new Int32Array(sizes.length + 1);
  for (let c = 0; c < sizes.length; c++) starts[c + 1] = starts[c]! + sizes[c]!;
  const members = new Int32Array(graph.nodeCount);
  const fill = starts.slice();
  for (let i = 0; i < graph.nodeCount; i++) members[fill[of[i]!]!++] = i;
  const upTo = new Float64Array(sizes.length);
  let pairs = 0;
  for (let c = 0; c < sizes.length; c++) {
    pairs += sizes[c]! * (sizes[c]! - 1);
    upTo[c] = pairs;
  }
  return {
    pairs,
    draw() {
      const at = random() * pairs;
      let c = 0;
      while (at >= upTo[c]! && c < sizes.length - 1) c++;
      const size = sizes[c]!;
      const s = Math.floor(random() * size);
      const t = Math.floor(random() * (size - 1));
      return [members[starts[c]! + s]!, members[starts[c]! + (t >= s ? t + 1 : t)]!];
    },
  };
}

/** Nodes that can lie between two others at all: with a way in and another way out. */
function possible(graph: PackedGraph): number {
  const degree = (offsets: Int32Array, i: number) => offsets[i + 1]! - offsets[i]!;
  let count = 0;
  for (let i = 0; i < graph.nodeCount; i++) {
    const fits = graph.directed
      ? degree(graph.in.offsets, i) > 0 && degree(graph.out.offsets, i) > 0
      : degree(graph.both.offsets, i) > 1;
    if (fits) count++;
  }
  return count;
}

/**
 * Betweenness from pairs drawn by chance: for each pair, every node's share of its shortest paths. The draws end as soon as, with the
 * probability asked for, the value of every node is within ±`error` of the true one, as a share of all joined pairs: `radius` at each of
 * a planned number of looks, the chance of failing shared evenly over nodes, sides and looks. In the manner of Riondato and Upfal,
 * "ABRA", KDD 2016, and Borassi and Natale, "KADABRA", ESA 2016.
 */
export const sampledBetweenness = measure({
  id: 'betweenness-sampled',
  range: 'non-negative',
  parameters: [
    { name: 'error', kind: 'number', min: 0.0005, max: 0.1, step: 0.0005, default: 0.004 },
    { name: 'probability', kind: 'number', min: 0.5, max: 0.999, step: 0.001, default: 0.95 },
    { name: 'seed', kind: 'number', min: 0, max: 1_000_000, step: 1, default: 1 },
    { name: 'normalised', kind: 'switch', default: false },
  ],
  reads: { direction: true, weights: false },
  *run(graph, parameters, tell): Work<Column> {
    const n = graph.nodeCount;
    const error = Number(parameters.error);
    const failing = 1 - Number(parameters.probability);
    const { pairs, draw } = pairDrawer(graph, seededRandom(Number(parameters.seed)));
    // Between two nodes stands nobody.
    const nodes = n > 2 ? possible(graph) : 0;
    if (nodes === 0) return { ...defined(new Float64Array(n)), facts: { samples: 0, error: 0, probability: 1 } };
    const sampler = new PathSampler(graph);
    const now = new Int32Array(n);
    for (let i = 0; i < n; i++) now[sampler.original[i]!] = i;
    const sum = new Float64Array(n);
    // From as many samples as would do if all values were 0, to as many as do whatever they are (Hoeffding).
    const looks = 2 + Math.ceil(Math.log(1 / (2 * error)) / Math.log(GROWTH));
    const surprise = Math.log((2 * nodes * looks) / failing);
    const fewest = surprise / error;
    const most = Math.ceil(surprise / (2 * error * error));
    let samples = 0;
    let expected = most;
    let walked = 0;
    let off = 1;
    const joined = graph.directed ? pairs : pairs / 2;
    const all = (n - 1) * (n - 2) * (graph.directed ? 1 : 0.5);
    const scale = parameters.normalised === true ? joined / all : joined;
    const told = (): Column => {
      const values = new Float64Array(n);
      for (let i = 0; i < n; i++) values[sampler.original[i]!] = (sum[i]! / samples) * scale;
      return { ...defined(values), facts: { samples, error: off * scale, probability: 1 - failing } };
    };
    for (let look = 0; off > error; look++) {
      const enough = Math.min(most, Math.ceil(fewest * GROWTH ** look));
      while (samples < enough) {
        const [s, t] = draw();
        walked += ARCS_PER_PAIR + sampler.add(now[s]!, now[t]!, sum);
        samples++;
        if (walked < ARCS_PER_YIELD) continue;
        walked = 0;
        yield { done: Math.min(samples, expected), of: expected, stage: 'paths' };
      }
      const largest = sum.reduce((a, b) => Math.max(a, b), 0) / samples;
      off = samples === most ? error : radius(largest, samples, surprise);
      if (off > error) tell?.(told());
      expected = Math.min(most, Math.ceil(samples * (off / error) ** 2));
    }
    return told();
  },
});
