import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { distFolder, serve } from '../../scripts/serve.mjs';
import { tasksOfThePage } from '../support/page-tasks.mjs';
import { median } from './timing.mjs';

const ROWS = 100_000;
const IDS = [
  'first-script',
  'page-start',
  'page-sample-1',
  'page-sample-2000',
  'page-edit-2000',
  'page-pan-2000',
  'page-layout-1000',
  'page-measures-2000',
  'page-measure-10000',
  'page-preview-100k',
  'page-import-100k',
  'page-undo-100k',
];
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
      /** Milliseconds since the navigation when `shown` has come true and has been painted. Asked from outside, the asking would be timed too. */
      const benchWhen = (shown) =>
        new Promise((done) => {
          const look = () => {
            if (!shown()) return;
            watch.disconnect();
            // The frame after next begins when the one that shows it has been painted.
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
          };
          const watch = new MutationObserver(look);
          watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
          look();
        });
      Object.assign(window, { benchTasks: tasks, benchWhen });
      window.benchStart = benchWhen(() => document.querySelector('dialog[open] input'));
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
  return { seconds, longest: await longestTask(page) };
}

/** Of those since the list was emptied; the observer is told of a task a moment after it ended. */
function longestTask(page) {
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

async function starting(page, url, laps) {
  await page.goto(url);
  const shown = await page.evaluate(() => window.benchStart);
  laps['page-start'] = { seconds: shown / 1000, longest: await longestTask(page) };
  await sitDown(page);
}

async function sample(page, index, laps, id) {
  await page.evaluate(() => {
    window.benchTasks.length = 0;
    const drawn = window.benchWhen(() => document.querySelector('[role="application"][aria-label*=" items"]'));
    window.benchSample = new Promise((done) => {
      const begin = ({ timeStamp }) => drawn.then((at) => done((at - timeStamp) / 1000));
      addEventListener('click', begin, { capture: true, once: true });
    });
  });
  await page.locator('button.sample').nth(index).click();
  laps[id] = { seconds: await page.evaluate(() => window.benchSample), longest: await longestTask(page) };
}

/** Edits timed one after the other; the first finds nothing warm. */
const EDITS = 7;

/** Items put on the large chart, one after the other; each from the key's own time to the frame that shows both it and "Saved". */
async function edits(page, laps) {
  const taken = [];
  const before = await changeNumber(page);
  for (let i = 1; i <= EDITS; i++) {
    await chart(page).focus();
    await page.keyboard.press('Digit1');
    await page.keyboard.type(`Bench ${i}`);
    await page.evaluate(
      (text) => {
        window.benchTasks.length = 0;
        const status = document.querySelector('footer[aria-label="Status"]');
        const saved = window.benchWhen(() => status.textContent.includes(text));
        window.benchEdit = new Promise((done) => {
          const begin = ({ timeStamp }) => saved.then((at) => done((at - timeStamp) / 1000));
          addEventListener('keydown', begin, { capture: true, once: true });
        });
      },
      `· change ${(before + i).toLocaleString('en-GB')}`,
    );
    await page.keyboard.press('Enter');
    taken.push({ seconds: await page.evaluate(() => window.benchEdit), longest: await longestTask(page) });
    await page.keyboard.press('Escape');
    // What follows an edit (counts, lists) is done before the next one begins.
    await page.waitForTimeout(500);
  }
  const [first] = taken;
  laps['page-edit-2000'] = {
    seconds: median(taken.map((l) => l.seconds)),
    longest: Math.max(...taken.map((l) => l.longest)),
    more: `first ${Math.round(first.seconds * 1000)} ms`,
  };
}

/** The large chart pushed about by 60 steps of the pointer: seconds per step. */
async function pan(page, laps) {
  await page.keyboard.press('Escape');
  const box = await chart(page).boundingBox();
  const x = box.x + 20;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  const steps = 60;
  const lapped = await lap(page, () => page.mouse.move(x + 300, y + 100, { steps }));
  await page.mouse.up();
  laps['page-pan-2000'] = { seconds: lapped.seconds / steps, longest: lapped.longest };
}

/** A chart of 1,000 items and 2,000 links, put on it without a layout, then laid out in the worker and shown. */
async function layoutOf1000(page, laps) {
  await makeCase(page);
  const file = { name: 'thousand.csv', mimeType: 'text/csv', buffer: Buffer.from(networkCsv(1000, 2000)) };
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Next: check' }).click();
  await page.getByRole('checkbox', { name: 'Lay them out', exact: true }).uncheck();
  const before = await changeNumber(page);
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await change(page, before + 1).waitFor();
  await chart(page).and(page.locator('[aria-label*=" items"]')).waitFor();
  await chart(page).focus();
  laps['page-layout-1000'] = await lap(page, async () => {
    await page.keyboard.press('KeyL');
    await page.keyboard.press('Enter');
    await change(page, before + 2).waitFor();
  });
}

/** Every question of the results view on the large sample, one after the other. */
async function measuresOf2000(page, laps) {
  await page.getByRole('button', { name: 'Open a view' }).click();
  await page.getByRole('menuitem', { name: /^Results/ }).click();
  const questions = page.locator('.results-entry button.results-question');
  await questions.first().waitFor();
  const many = await questions.count();
  laps['page-measures-2000'] = await lap(page, async () => {
    for (let i = 0; i < many; i++) {
      await questions.nth(i).click();
      await page.getByRole('grid').getByRole('row').nth(2).waitFor();
    }
  });
}

/** Betweenness of 10,000 entities and 40,000 links, on no chart: until its first progress stands there, then until a cancel is said. */
async function measureOf10000(page, laps) {
  await makeCase(page);
  const file = { name: 'ten-thousand.csv', mimeType: 'text/csv', buffer: Buffer.from(networkCsv(10_000, 40_000)) };
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Next: check' }).click();
  await page.getByRole('combobox', { name: 'Put the entities' }).selectOption('on no chart');
  const before = await changeNumber(page);
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await change(page, before + 1).waitFor();
  await page.getByRole('button', { name: 'Open a view' }).click();
  await page.getByRole('menuitem', { name: /^Results/ }).click();
  const question = await page
    .getByRole('button', { name: /^Who stands between the others.* Betweenness$/ })
    .elementHandle();
  await page.waitForTimeout(2_000);
  const tasks = await tasksOfThePage(page);
  // Asked from outside, the asking would be a task of the page and timed too.
  const timed = await question.evaluate(async (button) => {
    const told = () => document.querySelector('.job')?.textContent ?? '';
    const later = (ms) => new Promise((done) => setTimeout(done, ms));
    await later(100);
    let began = performance.now();
    button.click();
    const progress = (await window.benchWhen(() => / of /.test(told()))) - began;
    const reckons = window.benchWhen(() => /[\d,]+ of 10,000/.test(told()) || /\d+ %/.test(told()));
    await Promise.race([reckons, later(5_000)]);
    await later(1_500);
    began = performance.now();
    const cancel = [...document.querySelectorAll('.job button')].find((b) => b.textContent === 'Cancel');
    cancel.click();
    const said = window.benchWhen(() => document.body.textContent.includes('Cancelled. The result before stays.'));
    return { progress, cancel: (await said) - began };
  });
  const longest = await tasks.longest();
  laps['page-measure-10000'] = {
    seconds: timed.progress / 1000,
    longest,
    of: 'of the thread (goal 50)',
    more: `first progress ${Math.round(timed.progress)} ms (goal 200), cancel said ${Math.round(timed.cancel)} ms (goal 100)`,
  };
}

/** A made-up network: each item hangs on an earlier one, the other links go anywhere. The same bytes at every run. */
function networkCsv(items, links) {
  const lines = ['source,target'];
  for (let i = 1; i < items; i++) lines.push(`N${i},N${(i * 7919) % i}`);
  for (let i = items; i <= links; i++) lines.push(`N${(i * 104_729) % items},N${(i * 7919 + 13) % items}`);
  return `${lines.join('\n')}\n`;
}

/** A made-up file of calls: the same bytes at every run. */
export function callsCsv(rows) {
  const lines = ['source,target,date'];
  for (let i = 0; i < rows; i++) lines.push(`P${(i * 7919) % 20_011},P${(i * 104_729 + 1) % 20_011},2025-03-02`);
  return `${lines.join('\n')}\n`;
}

async function makeCase(page) {
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByLabel('Title').fill('Bench');
  await dialog.getByRole('button', { name: 'Create case' }).click();
  await chart(page).waitFor();
}

/** Until the table's columns are shown. */
async function chooseFile(page, file) {
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+i');
  await (await choosing).setFiles(file);
  await page.getByRole('button', { name: 'Next: check' }).waitFor();
}

async function importing(page, laps) {
  await makeCase(page);
  const before = await changeNumber(page);
  // From the disk, as an analyst's file: handed over as bytes it would first be unpacked on the page.
  const folder = mkdtempSync(join(tmpdir(), 'skein-bench-file-'));
  const file = join(folder, 'calls.csv');
  writeFileSync(file, callsCsv(ROWS));
  laps['page-preview-100k'] = await lap(page, () => chooseFile(page, file));
  await page.getByRole('button', { name: 'Next: check' }).click();
  const go = page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
  await go.waitFor();
  laps['page-import-100k'] = await lap(page, async () => {
    await go.click();
    await change(page, before + 1).waitFor();
  });
  laps['page-undo-100k'] = await lap(page, async () => {
    await page.getByRole('button', { name: /^Undo/ }).click();
    await change(page, before + 2).waitFor();
  });
  rmSync(folder, { recursive: true, force: true });
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

/** The program as it was built, served. */
export function serveBuilt() {
  if (!existsSync(join(distFolder, 'index.html'))) throw new Error('build the program first: npm run build');
  return serve({ port: 0 });
}

/** The built program as an analyst waits for it: seconds on the clock, no peer. Needs `npm run build`. */
export const browser = {
  name: 'browser',
  async *rows({ turns, wanted }) {
    const chosen = IDS.filter(wanted);
    if (chosen.length === 0) return;
    const site = await serveBuilt();
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
        if (any('page-sample-2000', 'page-edit-2000', 'page-pan-2000', 'page-measures-2000')) {
          await journey(laps, async (page) => {
            await sample(page, 3, laps, 'page-sample-2000');
            if (any('page-edit-2000')) await edits(page, laps);
            if (any('page-pan-2000')) await pan(page, laps);
            if (any('page-measures-2000')) await measuresOf2000(page, laps);
          });
        }
        if (any('page-measure-10000')) await journey(laps, (page) => measureOf10000(page, laps));
        if (any('page-layout-1000')) await journey(laps, (page) => layoutOf1000(page, laps));
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
          note:
            note[id] ??
            (mine.length
              ? [[`longest task ${Math.round(longest)} ms`, mine[0].of].filter(Boolean).join(' '), mine[0].more]
                  .filter(Boolean)
                  .join(', ')
              : `did not finish: ${failures[0]}`),
        };
      }
    } finally {
      await site.close();
    }
  },
};
