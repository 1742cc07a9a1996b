import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { distFolder, serve } from '../../scripts/serve.mjs';

/** Longer than anything here may take, on a machine that does other things as well. */
const PATIENCE = 180_000;

/** The program as it was built, in a browser on a profile of its own. `use` gets its first page, on the start page. */
export async function visit(site, use) {
  const profile = mkdtempSync(join(tmpdir(), 'skein-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
  });
  try {
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(() => {
      const tasks = [];
      Object.assign(window, { benchTasks: tasks });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    const page = context.pages()[0] ?? (await context.newPage());
    // From the first listener on, the browser asks us instead of opening its own dialog.
    page.on('filechooser', () => undefined);
    return await use(page, site.url);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Seconds until `act` is done and painted, and the longest task of the page meanwhile (ms; 0: none over 50). */
export async function lap(page, act) {
  await page.evaluate(() => {
    window.benchTasks.length = 0;
  });
  const began = performance.now();
  await act();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const seconds = (performance.now() - began) / 1000;
  return { seconds, longest: await longestTask(page) };
}

/** Of those since the list was emptied; the observer is told of a task a moment after it ended. */
export function longestTask(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        setTimeout(() => done(Math.max(0, ...window.benchTasks)), 100);
      }),
  );
}

export const chart = (page) => page.getByRole('application');
const saved = (page) => page.getByRole('contentinfo', { name: 'Status' }).getByText(/^Saved .* · change/);
export const changeNumber = async (page) =>
  Number(((await saved(page).textContent()) ?? '').replace(/^.* · change /, '').replaceAll(',', ''));
export const change = (page, n) => saved(page).filter({ hasText: ` · change ${n.toLocaleString('en-GB')}` });

export async function sitDown(page) {
  const dialog = page.getByRole('dialog', { name: 'Who sits here?' });
  await dialog.getByLabel('Initials').fill('AB');
  await dialog.getByLabel('Unit').fill('Unit 1');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The program as it was built, served. */
export function serveBuilt() {
  if (!existsSync(join(distFolder, 'index.html'))) throw new Error('build the program first: npm run build');
  return serve({ port: 0 });
}

/** How long a page's thread works while `act` runs, seconds: scripts, style, layout and painting orders alike. */
export async function worked(page, act) {
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
