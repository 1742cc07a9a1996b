import { serve } from '../../scripts/serve.mjs';
import { visit } from './browser.mjs';
import { bundlePage, median } from './timing.mjs';

const PAN = 'timeline-pan-200x5000';
const OPEN = 'timeline-open-1000x50000';
const FRAMES = 120;

/** How long a page's thread works while `act` runs, seconds: scripts, style, layout and painting orders alike. */
export async function worked(page, act) {
  const session = await page.context().newCDPSession(page);
  // In ticks of the thread: what else the machine does is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () =>
    (await session.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value;
  const before = await taken();
  const answer = await act();
  const seconds = (await taken()) - before;
  await session.detach();
  return { seconds, answer };
}

/** Panning 200 lines of 5,000 marks, as fitted and four times as close; opening 1,000 lines of 50,000. */
export const timeline = {
  name: 'timeline',
  async *rows({ turns, wanted }) {
    if (!wanted(PAN) && !wanted(OPEN)) return;
    // On a page of its own, with made-up records: nothing else of the program runs.
    const site = await serve({ port: 0, root: await bundlePage('timeline-page') });
    const pans = [];
    const opens = [];
    let longest = 0;
    try {
      await visit(site, async (page) => {
        await page.goto(site.url);
        await page.waitForFunction(() => 'timelineBench' in window);
        for (let turn = 0; turn < turns; turn++) {
          if (wanted(PAN))
            for (const zoom of [1, 4]) {
              // Less what is done once: making the records and the first picture.
              const once = await worked(page, () => page.evaluate(() => window.timelineBench.panning(200, 5000, 0, 1)));
              const all = await worked(page, () =>
                page.evaluate(([n, z]) => window.timelineBench.panning(200, 5000, n, z), [FRAMES, zoom]),
              );
              pans.push((all.seconds - once.seconds) / FRAMES);
              longest = Math.max(longest, ...all.answer);
            }
          if (wanted(OPEN)) opens.push(await page.evaluate(() => window.timelineBench.opening(1000, 50_000)));
        }
      });
    } finally {
      await site.close();
    }
    const row = (id, graph, seconds, note) => ({
      id,
      graph,
      ours_s: seconds,
      peer: null,
      peer_s: null,
      ratio: null,
      note,
    });
    if (wanted(PAN))
      yield row(PAN, '200 x 5,000', median(pans), `of the page's thread per frame; longest ${longest.toFixed(1)} ms`);
    if (wanted(OPEN)) yield row(OPEN, '1,000 x 50,000', median(opens), 'records in memory to the first picture');
  },
};
