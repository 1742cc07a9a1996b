import { join } from 'node:path';
import { SPECS as REFERENCE } from './graphs.mjs';
import { bundleOurs, graphFile, inTurns, pythonWith, root, timed } from './timing.mjs';

/** The reference graphs, and one small enough to try every set of three of it. */
const SPECS = { ...REFERENCE, key: { ...REFERENCE.a, name: 'key-60-150', n: 60, m: 150, comms: 5 } };

/** id, graph, peer, the peer's own name of the measure, our task; rows of workers go by the clock on the wall. */
const ROWS = [
  ['betweenness', 'c', 'igraph', 'betweenness'],
  ['betweenness-workers', 'c', 'igraph', 'betweenness'],
  ['betweenness-graphology', 'c', 'graphology', 'betweenness', 'betweenness'],
  ['betweenness-sampled', 'd', 'none', ''],
  ['link-betweenness', 'b', 'igraph', 'link-betweenness'],
  ['betweenness-weighted', 'b', 'igraph', 'betweenness-weighted'],
  ['closeness', 'c', 'igraph', 'closeness'],
  ['closeness-workers', 'c', 'graphology', 'closeness'],
  ['harmonic', 'c', 'igraph', 'harmonic'],
  ['eigenvector', 'c', 'igraph', 'eigenvector'],
  ['pagerank', 'c', 'igraph', 'pagerank'],
  ['coreness', 'c', 'igraph', 'k-core'],
  ['clustering', 'c', 'igraph', 'clustering'],
  ['constraint', 'c', 'igraph', 'constraint'],
  ['louvain', 'c', 'igraph', 'louvain'],
  ['leiden', 'c', 'igraph', 'leiden'],
  ['clustering-networkx', 'c', 'networkx', 'clustering', 'clustering'],
  ['current-flow-betweenness', 'a', 'networkx', 'current-flow'],
  ['key-players', 'key', 'networkx', 'key-players'],
  ['shortest-paths', 'b', 'igraph', 'shortest-paths'],
  ['k-shortest-paths', 'a', 'networkx', 'k-shortest-paths'],
];

/** Rows that state a modularity, which chance moves a little. */
const GROUPS = new Set(['louvain', 'leiden']);

function peerTimer(peer, python, file, measure) {
  if (peer === 'graphology') {
    return () =>
      timed(process.execPath, [join(root, 'test/bench/peers/js_bench.mjs'), 'graphology', file, '--only', measure]);
  }
  if (!python[peer]) return undefined;
  return () =>
    timed(python[peer], [join(root, `test/bench/peers/${peer}_bench.py`), file, '--only', measure, '--limit', '120']);
}

/** Measures and groups beside igraph, graphology and networkx on the reference graphs. */
export const measures = {
  name: 'measures',
  async *rows({ turns, wanted }) {
    const chosen = ROWS.filter(([id]) => wanted(id));
    if (chosen.length === 0) return;
    const { ours, worker } = await bundleOurs();
    const python = { igraph: pythonWith('igraph'), networkx: pythonWith('networkx') };
    for (const [id, graph, peer, peerMeasure, task = id] of chosen) {
      const file = graphFile(SPECS[graph]);
      const { answer, peerAnswer, ...figures } = await inTurns({
        turns,
        clock: id.endsWith('-workers') ? 'wall' : 'seconds',
        ours: () => timed(process.execPath, [ours, task, file, worker]),
        peer: peerTimer(peer, python, file, peerMeasure),
      });
      if (id === 'betweenness-sampled' && answer < 0.9) throw new Error(`${id}: ${answer} of the true top 20`);
      if (peerAnswer !== undefined && peerAnswer !== null) {
        const wrong = GROUPS.has(id)
          ? peerAnswer - answer > 0.002
          : Math.abs(answer - peerAnswer) > 1e-6 * Math.abs(peerAnswer);
        if (wrong) throw new Error(`${id}: our answer ${answer} differs from ${peer}'s ${peerAnswer}`);
      }
      yield {
        id,
        graph: SPECS[graph].name,
        peer,
        ...figures,
        note: GROUPS.has(id) ? `modularity ${answer.toFixed(4)}, ${peer} ${peerAnswer?.toFixed(4) ?? 'missing'}` : '',
      };
    }
  },
};
