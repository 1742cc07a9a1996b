import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { cache, median, root } from './timing.mjs';

const PAN = 'timeline-pan-200x5000';
const OPEN = 'timeline-open-1000x50000';
const FRAMES = 120;

/** The timeline on a page of its own, with made-up records: nothing else of the program runs. */
async function bundle() {
  const { build } = await import('vite');
  const outDir = join(cache, 'timeline');
  await build({
    root: join(root, 'test/bench/timeline-page'),
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'chrome120' },
  });
  return outDir;
}

/** How long a page's thread works while `act` runs, seconds: scripts, style, layout and painting orders alike. */
async function worked(page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
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
    const site = await serve({ port: 0, root: await bundle() });
    const profile = mkdtempSync(join(tmpdir(), 'skein-bench-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      viewport: { width: 1366, height: 768 },
    });
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(site.url);
      await page.waitForFunction(() => 'timelineBench' in window);
      const pans = [];
      const opens = [];
      let longest = 0;
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
    } finally {
      await context.close();
      await site.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};
