import { join } from 'node:path';
import { SPECS } from './graphs.mjs';
import { bundleOurs, graphFile, inTurns, root, timed } from './timing.mjs';

const SIZES = [300, 1000];
/** Not compared: d3-force needs a minute for it. */
const LARGE = { ...SPECS.c, name: 'layout-10000-20000', n: 10_000, m: 20_000, comms: 125 };
/** fcose on a graph of the same kind on a machine of the same class, CPU seconds and stress; it is no part of this project. */
const FCOSE = { 300: { seconds: 1.05, stress: 0.13 }, 1000: { seconds: 3.4, stress: 0.149 } };

/** The default layout beside d3-force's customary 300 ticks, by CPU and by stress; fcose's published figures in the note. */
export const layouts = {
  name: 'layouts',
  async *rows({ turns, wanted }) {
    const chosen = SIZES.filter((n) => wanted(`layout-${n}`));
    const large = wanted('layout-10000');
    if (chosen.length === 0 && !large) return;
    const { ours, worker } = await bundleOurs();
    for (const n of chosen) {
      const spec = { ...SPECS.a, name: `layout-${n}-${2 * n}`, n, m: 2 * n, comms: Math.round(n / 16) };
      const file = graphFile(spec);
      const { answer, peerAnswer, ...figures } = await inTurns({
        turns,
        clock: 'seconds',
        ours: () => timed(process.execPath, [ours, 'layout', file, worker]),
        peer: () => timed(process.execPath, [join(root, 'test/bench/peers/d3_force_bench.mjs'), file]),
      });
      yield {
        id: `layout-${n}`,
        graph: spec.name,
        peer: 'd3-force',
        ...figures,
        note: `stress ${answer.toFixed(3)}, d3-force ${peerAnswer?.toFixed(3) ?? 'missing'}, fcose ${FCOSE[n].stress} in ${FCOSE[n].seconds} s`,
      };
    }
    if (!large) return;
    const figure = await timed(process.execPath, [ours, 'layout', graphFile(LARGE), worker]);
    yield {
      id: 'layout-10000',
      graph: LARGE.name,
      ours_s: figure?.seconds ?? null,
      peer: null,
      peer_s: null,
      ratio: null,
      note: `stress ${figure?.checksum.toFixed(3) ?? 'missing'}`,
    };
  },
};
