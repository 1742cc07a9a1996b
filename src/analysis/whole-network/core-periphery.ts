import { seededRandom } from '../graph/seeded-random.ts';
import { degreeOf, figure, none, pairsLinked, type Work } from './figure.ts';

/** Moves judged between two yields: some ten milliseconds. */
const JUDGED_PER_YIELD = 300_000;

/** What a division into core and periphery is judged by: its size and the links within and between the two. */
interface Division {
  readonly core: Uint8Array;
  size: number;
  within: number;
  between: number;
}

/** Correlation of two patterns of 0 and 1 over `pairs` pairs: `ideal` and `real` ones, `both` at once. NaN where one of them does not vary. */
function correlation(pairs: number, ideal: number, real: number, both: number): number {
  const spread = ideal * (pairs - ideal) * real * (pairs - real);
  return spread > 0 ? (pairs * both - ideal * real) / Math.sqrt(spread) : Number.NaN;
}

/**
 * Borgatti and Everett, Social Networks 21 (1999) 375, discrete model: the division into a core, whose members are all linked, and a periphery, whose members
 * are not linked among themselves, that correlates best with the links. Links between the two: `linked` = the ideal has all of them (their equation 2),
 * `ignored` = they are no part of the comparison (equation 4). Directions ignored.
 *
 * Sought by moving single nodes and exchanging pairs from several starts: all cores of the best linked, and such as the seed draws. Nothing proves it best.
 */
export const corePeriphery = figure({
  id: 'core-periphery',
  range: 'correlation',
  parameters: [
    { name: 'between', kind: 'choice', options: ['linked', 'ignored'], default: 'linked' },
    { name: 'runs', kind: 'number', min: 1, max: 500, step: 1, default: 20 },
    { name: 'seed', kind: 'number', min: 0, max: 4294967295, step: 1, default: 1 },
  ],
  reads: { direction: false },
  *run(network, { between, runs, seed }) {
    const n = network.nodeCount;
    const links = pairsLinked(network);
    if (n < 3) return none('too-few-nodes');
    if (links === 0) return none('no-links');
    if (links === (n * (n - 1)) / 2) return none('no-variation');
    const { offsets, targets } = network.both;
    const ignored = between === 'ignored';
    const fitOf = (size: number, within: number, across: number): number => {
      const coreP = (size * (size - 1)) / 2;
      const rest = n - size;
      const peripheryP = (rest * (rest - 1)) / 2;
      if (!ignored) return correlation((n * (n - 1)) / 2, coreP + size * rest, links, within + across);
      return correlation(coreP + peripheryP, coreP, links - across, within);
    };
    const inCore = new Int32Array(n);
    const start = (members: Iterable<number>): Division => {
      const core = new Uint8Array(n);
      const d: Division = { core, size: 0, within: 0, between: 0 };
      inCore.fill(0);
      for (const v of members) move(d, v);
      return d;
    };
    /** Numbers of the division after `v` changes sides. */
    const after = (d: Division, v: number) => {
      const near = inCore[v]!;
      const far = degreeOf(network, v) - near;
      return d.core[v] === 1
        ? { size: d.size - 1, within: d.within - near, between: d.between + near - far }
        : { size: d.size + 1, within: d.within + near, between: d.between - near + far };
    };
    const move = (d: Division, v: number) => {
      const next = after(d, v);
      const step = d.core[v] === 1 ? -1 : 1;
      d.core[v] = step === 1 ? 1 : 0;
      Object.assign(d, next);
      for (let a = offsets[v]!; a < offsets[v + 1]!; a++) inCore[targets[a]!]! += step;
    };
    const qualityOf = (d: Division) => fitOf(d.size, d.within, d.between);
    const better = (a: number, b: number) => a > b + 1e-12 || (Number.isNaN(b) && !Number.isNaN(a));

    const times = Math.floor(Number(runs));
    let judged = 0;
    let done = 0;
    const progress = () => ({ done, of: times, stage: 'divisions' });

    /** Moves the node that helps most, and where none does, exchanges one of the core for one outside, until nothing helps. */
    function* climb(d: Division): Work<number> {
      let now = qualityOf(d);
      for (;;) {
        let best = -1;
        let value = now;
        for (let v = 0; v < n; v++) {
          const { size, within, between: across } = after(d, v);
          const then = fitOf(size, within, across);
          if (better(then, value)) {
            best = v;
            value = then;
          }
        }
        judged += n;
        if (judged > JUDGED_PER_YIELD) {
          judged = 0;
          yield progress();
        }
        if (best >= 0) {
          move(d, best);
          now = value;
          continue;
        }
        const exchanged = exchange(d, now);
        yield progress();
        if (exchanged === null) return now;
        now = exchanged;
      }
    }
    /** An exchange that helps; of the core those with the fewest, outside those with the most links into it are tried. */
    const exchange = (d: Division, now: number): number | null => {
      const nodes = Array.from({ length: n }, (_, i) => i);
      const leaving = nodes
        .filter((v) => d.core[v] === 1)
        .sort((a, b) => weight(a) - weight(b))
        .slice(0, 12);
      const coming = nodes
        .filter((v) => d.core[v] === 0)
        .sort((a, b) => weight(b) - weight(a))
        .slice(0, 12);
      for (const u of leaving) {
        move(d, u);
        for (const v of coming) {
          const { size, within, between: across } = after(d, v);
          const then = fitOf(size, within, across);
          if (!better(then, now)) continue;
          move(d, v);
          return then;
        }
        move(d, u);
      }
      return null;
    };
    const weight = (v: number) =>
      (ignored ? 2 * inCore[v]! - degreeOf(network, v) : 0) + inCore[v]! / n + degreeOf(network, v);

    let best: { readonly value: number; readonly members: Int32Array } = {
      value: Number.NaN,
      members: new Int32Array(0),
    };
    const keep = (d: Division, value: number) => {
      if (better(value, best.value))
        best = { value, members: Int32Array.from([...d.core.keys()].filter((v) => d.core[v] === 1)) };
    };
    const ranked = Array.from({ length: n }, (_, i) => i).sort(
      (a, b) => degreeOf(network, b) - degreeOf(network, a) || a - b,
    );
    // The best cut through the ranking by degree.
    const prefix = start([]);
    let cut = 1;
    let cutValue = Number.NaN;
    for (let k = 1; k < n; k++) {
      move(prefix, ranked[k - 1]!);
      const value = qualityOf(prefix);
      if (better(value, cutValue)) {
        cut = k;
        cutValue = value;
      }
    }
    const random = seededRandom(Number(seed));
    for (let run = 0; run < times; run++) {
      const share = random();
      const d = start(run === 0 ? ranked.slice(0, cut) : ranked.filter(() => random() < share));
      const value = yield* climb(d);
      keep(d, value);
      done = run + 1;
      yield progress();
    }
    if (Number.isNaN(best.value)) return none('no-variation');
    return { value: best.value, beside: { core: best.members.length }, members: best.members };
  },
});
