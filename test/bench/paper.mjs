import { join } from 'node:path';
import { bundleOurs, cache, median, timed } from './timing.mjs';

const CHARTS = [
  { id: 'pdf-300', entities: 300, links: 450, format: 'A3', tiles: 'none' },
  { id: 'pdf-a0-tiles', entities: 300, links: 450, format: 'A0', tiles: 'A4' },
];

/** A chart in every script of the region, from its records to the bytes of a PDF file, cold. No peer shapes all of them. */
export const paper = {
  name: 'paper',
  async *rows({ turns, wanted }) {
    const chosen = CHARTS.filter(({ id }) => wanted(id));
    if (chosen.length === 0) return;
    await bundleOurs();
    for (const { id, entities, links, format, tiles } of chosen) {
      const taken = [];
      for (let turn = 0; turn < turns; turn++) {
        const row = await timed(
          process.execPath,
          [join(cache, 'ours/paper.mjs'), entities, links, format, tiles].map(String),
        );
        if (!row) throw new Error(`${id}: the timer failed`);
        taken.push(row);
      }
      yield {
        id,
        graph: `${entities} entities, ${links} links, ${format}${tiles === 'none' ? '' : ` on ${tiles}`}`,
        ours_s: median(taken.map((row) => row.seconds)),
        peer: undefined,
        peer_s: null,
        ratio: null,
        note: `${median(taken.map((row) => row.wall)).toFixed(2)} s on the clock, ${Math.round(taken[0].checksum / 1024)} kB`,
      };
    }
  },
};
