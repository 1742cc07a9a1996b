import { SPECS } from './graphs.mjs';
import { bundleOurs, graphFile, timed } from './timing.mjs';

/** 200 resamples of a betweenness ranking of 500 nodes and 1,500 links on two workers: at most 5 s on the clock. No peer does it. */
export const stability = {
  name: 'stability',
  async *rows({ wanted }) {
    if (!wanted('rank-intervals-workers')) return;
    const { ours, worker } = await bundleOurs();
    const figure = await timed(process.execPath, [ours, 'rank-intervals-workers', graphFile(SPECS.a), worker]);
    yield {
      id: 'rank-intervals-workers',
      graph: SPECS.a.name,
      ours_s: figure?.wall ?? null,
      peer: null,
      peer_s: null,
      ratio: null,
      note: `200 resamples; CPU ${figure?.seconds.toFixed(2) ?? 'missing'} s; at most 5 s asked for`,
    };
  },
};
