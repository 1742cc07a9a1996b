import { join } from 'node:path';
import { SPECS } from './graphs.mjs';
import { bundleOurs, graphFile, inTurns, root, timed } from './timing.mjs';

const SIZES = [300, 1000];

/** The default layout beside d3-force's customary 300 ticks, by CPU and by stress. */
export const layouts = {
  name: 'layouts',
  async *rows({ turns, wanted }) {
    const chosen = SIZES.filter((n) => wanted(`layout-${n}`));
    if (chosen.length === 0) return;
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
        note: `stress ${answer.toFixed(3)}, d3-force ${peerAnswer?.toFixed(3) ?? 'missing'}`,
      };
    }
  },
};
