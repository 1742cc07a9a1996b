import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { distFolder, serve } from '../../scripts/serve.mjs';
import { median } from './timing.mjs';

const ROWS = 100_000;
const IDS = [
  'first-script',
  'page-start',
  'page-sample-1',
  'page-sample-2000',
  'page-edit-2000',
  'page-preview-100k',
  'page-import-100k',
  'page-undo-100k',
];
/** Longer than anything here may take, on a machine that does other things as well. */
const PATIENCE = 180_000;

/** The program as it was built, in a browser on a profile of its own. `use` gets its first page, on the start page. */
async function visit(site, use) {
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
async function lap(page, act) {
  await page.evaluate(() => {
    window.benchTasks.length = 0;
  });
  const began = performance.now();
  await act();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const seconds = (performance.now() - began) / 1000;
  const longest = await page.evaluate(
    () =>
      new Promise((done) => {
        setTimeout(() => done(Math.max(0, ...window.benchTasks)), 100);
      }),
  );
  return { seconds, longest };
}

const chart = (page) => page.getByRole('application');
const saved = (page) => page.getByRole('contentinfo', { name: 'Status' }).getByText(/^Saved .* · change/);
const changeNumber = async (page) =>
  Number(((await saved(page).textContent()) ?? '').replace(/^.* · change /, '').replaceAll(',', ''));
const change = (page, n) => saved(page).filter({ hasText: ` · change ${n.toLocaleString('en-GB')}` });

async function sitDown(page) {
  const dialog = page.getByRole('dialog', { name: 'Who sits here?' });
  await dialog.getByLabel('Initials').fill('AB');
  await dialog.getByLabel('Unit').fill('Unit 1');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function starting(page, url, laps) {
  const began = performance.now();
  await page.goto(url);
  await page.getByRole('dialog', { name: 'Who sits here?' }).getByLabel('Initials').fill('AB');
  laps['page-start'] = { seconds: (performance.now() - began) / 1000 };
  await sitDown(page);
}

async function sample(page, index, laps, id) {
  laps[id] = await lap(page, async () => {
    await page.locator('button.sample').nth(index).click();
    await chart(page).and(page.locator('[aria-label*=" items"]')).waitFor();
  });
}

/** An item more on the chart of the large sample, and taken back: screen and disk. */
async function edit(page, laps) {
  const before = await changeNumber(page);
  await chart(page).focus();
  await page.keyboard.press('Digit1');
  await page.keyboard.type('Bench');
  laps['page-edit-2000'] = await lap(page, async () => {
    await page.keyboard.press('Enter');
    await change(page, before + 1).waitFor();
  });
}

/** A made-up file of calls: the same bytes at every run. */
export function callsCsv(rows) {
  const lines = ['source,target,date'];
  for (let i = 0; i < rows; i++) lines.push(`P${(i * 7919) % 20_011},P${(i * 104_729 + 1) % 20_011},2025-03-02`);
  return `${lines.join('\n')}\n`;
}

async function importing(page, laps) {
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByLabel('Title').fill('Bench');
  await dialog.getByRole('button', { name: 'Create case' }).click();
  await chart(page).waitFor();
  const before = await changeNumber(page);
  const file = { name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(callsCsv(ROWS)) };
  const next = page.getByRole('button', { name: 'Next: check' });
  laps['page-preview-100k'] = await lap(page, async () => {
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+i');
    await (await choosing).setFiles(file);
    await next.waitFor();
  });
  await next.click();
  const go = page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
  await go.waitFor();
  await page.getByRole('checkbox', { name: 'Lay them out' }).uncheck();
  laps['page-import-100k'] = await lap(page, async () => {
    await go.click();
    await change(page, before + 1).waitFor();
  });
  laps['page-undo-100k'] = await lap(page, async () => {
    await page.getByRole('button', { name: /^Undo/ }).click();
    await change(page, before + 2).waitFor();
  });
}

/** What the start page loads with its first script, compressed: kB. */
async function firstScript(url) {
  const page = await (await fetch(url)).text();
  let bytes = 0;
  for (const [, address] of page.matchAll(/<(?:script|link)[^>]*\b(?:src|href)="([^"]+\.js)"/g)) {
    bytes += gzipSync(await (await fetch(new URL(address, url))).text(), { level: 9 }).length;
  }
  return Math.round(bytes / 1000);
}

/** The built program as an analyst waits for it: seconds on the clock, no peer. Needs `npm run build`. */
export const browser = {
  name: 'browser',
  async *rows({ turns, wanted }) {
    const chosen = IDS.filter(wanted);
    if (chosen.length === 0) return;
    if (!existsSync(join(distFolder, 'index.html'))) throw new Error('build the program first: npm run build');
    const site = await serve({ port: 0 });
    const any = (...ids) => ids.some((id) => chosen.includes(id));
    const taken = [];
    const note = {};
    const failures = [];
    const journey = async (laps, play) => {
      await visit(site, async (page, url) => {
        await starting(page, url, laps);
        await play(page);
      }).catch((error) => {
        // A row that did not come to its end has no figure; the other rows still have theirs.
        failures.push(String(error.message).split('\n')[0]);
      });
    };
    try {
      if (any('first-script')) note['first-script'] = `${await firstScript(site.url)} kB compressed`;
      for (let turn = 0; turn < turns && chosen.some((id) => id.startsWith('page-')); turn++) {
        const laps = {};
        taken.push(laps);
        if (any('page-start', 'page-sample-1')) await journey(laps, (page) => sample(page, 0, laps, 'page-sample-1'));
        if (any('page-sample-2000', 'page-edit-2000')) {
          await journey(laps, async (page) => {
            await sample(page, 3, laps, 'page-sample-2000');
            if (any('page-edit-2000')) await edit(page, laps);
          });
        }
        if (any('page-preview-100k', 'page-import-100k', 'page-undo-100k')) {
          await journey(laps, (page) => importing(page, laps));
        }
      }
      for (const id of chosen) {
        const mine = taken.map((laps) => laps[id]).filter(Boolean);
        const longest = Math.max(0, ...mine.map((l) => l.longest ?? 0));
        yield {
          id,
          graph: 'browser',
          ours_s: mine.length ? median(mine.map((l) => l.seconds)) : null,
          peer: null,
          peer_s: null,
          ratio: null,
          note: note[id] ?? (mine.length ? `longest task ${Math.round(longest)} ms` : `did not finish: ${failures[0]}`),
        };
      }
    } finally {
      await site.close();
    }
  },
};
