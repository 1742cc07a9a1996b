import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { everyText } from '../../../scripts/pseudo.mjs';
import { buildSingle } from '../../../scripts/single.mjs';
import { inPseudo } from '../../support/any-language.ts';
import { test as base, expect, expectSpotless, newWitness, openBrowser } from '../../support/browser.ts';
import {
  beginCase,
  bringIn,
  chartOf,
  expectEntities,
  expectOnChart,
  handed,
  openView,
} from '../journeys/analyst-steps.ts';
import { addEntity } from '../link-chart-steps.ts';

/** The program in one file, in a folder such as sticks have. */
const test = base.extend<object, { readonly oneFile: string }>({
  oneFile: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'stick ខ្មែរ #1 '));
      const file = join(folder, 'skein.html');
      // Another file can be tried than the one of this checkout.
      const other = process.env.SKEIN_SINGLE;
      if (other) copyFileSync(other, file);
      else await buildSingle(file, inPseudo ? [everyText] : []);
      // Small enough for any stick and any mail; what grows it should be noticed.
      expect(statSync(file).size).toBeLessThan(16_000_000);
      await use(file);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
test.setTimeout(120_000);

test('the program in one file starts from the disk: samples, workers, fonts, store, and nothing is asked of anybody', async ({
  oneFile,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'skein-one-file-'));
  const witness = newWitness();
  const url = pathToFileURL(oneFile).href;
  const { context } = await openBrowser({ url, port: 0, close: async () => {} }, profile, witness);
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(request.url()));
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    await expect(page.getByText('The program in one file.')).toBeVisible();
    await beginCase(page, 'Tamarind Coast');
    await chartOf(page).focus();
    await addEntity(page, 1, 'សុខ វណ្ណា');
    // The worker that imports has a connection to the store of its own.
    await bringIn(page, handed('network.csv', 'source,target\nAnna,Boran\nBoran,Chea\nChea,Dara\n'));
    await expectEntities(page, 5);
    await page.reload();
    await expectEntities(page, 5);

    await page.goto(`${url}#/`);
    await page.getByRole('button', { name: /Blue Kestrel, worked out/ }).click();
    await expectOnChart(page, 45, 123);
    await openView(page, 'Results');
    await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
    await expect(page.getByRole('grid', { name: 'Betweenness', exact: true })).toBeVisible();
    await page.getByRole('tab', { name: /^Association chart/ }).click();
    await page.keyboard.press('Control+p');
    await expect(page.getByRole('img', { name: /^Sheet as it will be printed/ })).toBeVisible();
    // Fonts, and the WebAssembly that puts letters together, come from inside.
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    const pdf = readFileSync(await (await downloading).path());
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);

    const others = [...asked].filter((address) => !/^(data|blob):/.test(address));
    expect(new Set(others.map((address) => address.split('#', 1)[0]))).toEqual(new Set([url]));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
  expectSpotless(witness);
});

test('its policy admits its own script and styles by their digests, and no other file of the disk', async ({
  oneFile,
}) => {
  const text = readFileSync(oneFile, 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? '';
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/=]+' 'wasm-unsafe-eval'; style-src( 'sha256-[\w+/=]+'){2}; img-src data: blob:; font-src data:; connect-src data:; worker-src blob:;/,
  );
  expect(text.indexOf('http-equiv')).toBeLessThan(400);

  const profile = mkdtempSync(join(tmpdir(), 'skein-one-file-'));
  const url = pathToFileURL(oneFile).href;
  const { context } = await openBrowser({ url, port: 0, close: async () => {} }, profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    await expect(page.getByText('Cases on this computer')).toBeVisible();
    const came = await page.evaluate(async (own) => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
      const load = (tag: 'img' | 'link', set: object) =>
        new Promise<boolean>((resolve) => {
          const element = Object.assign(document.createElement(tag), set);
          element.onload = () => resolve(true);
          element.onerror = () => resolve(false);
          document.body.append(element);
          setTimeout(resolve, 2000, false);
        });
      const read = await fetch(own).then(
        () => true,
        () => false,
      );
      const image = await load('img', { src: new URL('picture.png', own).href });
      const sheet = await load('link', { rel: 'stylesheet', href: new URL('other.css', own).href });
      const before = document.body.clientWidth;
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { width: 10px }' }));
      const styled = document.body.clientWidth !== before;
      const left = window.location.href;
      window.location.href = new URL('other.html', own).href;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { read, image, sheet, styled, stayed: window.location.href === left, refused: refused.length };
    }, url);
    expect(came).toEqual({ read: false, image: false, sheet: false, styled: false, stayed: true, refused: 3 });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});
