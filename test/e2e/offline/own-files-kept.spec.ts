import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Site, serve } from '../../../scripts/serve.mjs';
import {
  test as base,
  expect,
  expectSpotless,
  newWitness,
  openBrowser,
  sitDown,
  type Witness,
} from '../../support/browser.ts';
import { chartOf, expectChange, expectEntities, makeCase, openView } from '../journeys/analyst-steps.ts';
import { addEntity } from '../link-chart-steps.ts';
import { firstBuild, makeSecondBuild } from './second-build.ts';

/** Each journey has servers that come and go on one port, and a profile that outlives a browser. */
interface Fixtures {
  readonly profile: string;
  readonly witness: Witness;
  /** Serves a folder; one at a time, always at the same address. */
  readonly servers: { serve(root?: string): Promise<Site>; stop(): Promise<void> };
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs.
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'skein-offline-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  witness: async ({}, use) => use(newWitness()),
  servers: async ({ witness }, use) => {
    let site: Site | undefined;
    let port = 0;
    const stop = async () => {
      await site?.close();
      site = undefined;
    };
    await use({
      stop,
      async serve(root = firstBuild()) {
        await stop();
        site = await serve({ port, root, onPolicyReport: (report) => void witness.violations.push(report) });
        port = site.port;
        return site;
      },
    });
    await stop();
  },
});

test.setTimeout(90_000);

const buildOf = (page: Page) => page.locator('meta[name="skein-build"]').getAttribute('content');

/** All files of the program are kept and a worker answers for them. */
async function expectKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 30_000,
  });
}

const note = (page: Page) => page.getByRole('complementary', { name: 'New version' });

async function firstPage(context: { pages(): Page[]; newPage(): Promise<Page> }, url: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return page;
}

test('after one visit the program starts without its server, edits, opens a sample, prints and keeps it all', async ({
  profile,
  witness,
  servers,
}) => {
  const site = await servers.serve();
  const first = await openBrowser(site, profile, witness, 'allow');
  const before = await firstPage(first.context, site.url);
  await expectKept(before);
  await first.context.close();
  await servers.stop();

  const { context } = await openBrowser(site, profile, witness, 'allow');
  try {
    const page = await firstPage(context, site.url);
    await sitDown(page);
    await makeCase(page, 'Tamarind Coast');
    await chartOf(page).focus();
    await addEntity(page, 1, 'Anna');
    await addEntity(page, 1, 'Boran');
    await expectEntities(page, 2);
    await page.reload();
    await expectEntities(page, 2);
    // Workers and fonts come from what is kept, too.
    await page.keyboard.press('Control+p');
    await expect(page.getByRole('tab', { name: 'Print and export' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('img', { name: /^Sheet as it will be printed/ })).toBeVisible();
    await page.goto(site.url);
    await page.getByRole('button', { name: /Blue Kestrel, worked out/ }).click();
    await expect(chartOf(page)).toBeVisible();
    await openView(page, 'History');
  } finally {
    await context.close();
  }
  expectSpotless(witness);
});

test('what is kept is what the build lists, byte for byte, and nothing else', async ({ profile, witness, servers }) => {
  const root = firstBuild();
  const site = await servers.serve();
  const { context } = await openBrowser(site, profile, witness, 'allow');
  try {
    const page = await firstPage(context, site.url);
    await expectKept(page);
    await sitDown(page);
    await page.getByRole('button', { name: /Blue Kestrel, worked out/ }).click();
    await expect(chartOf(page)).toBeVisible();
    await expectChange(
      page,
      Number((await page.getByRole('contentinfo', { name: 'Status' }).textContent())?.match(/change (\d+)/)?.[1]),
    );
    const kept = await page.evaluate(async () => {
      const all: Record<string, string> = {};
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const bytes = await (await cache.match(request))?.arrayBuffer();
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer()));
          all[new URL(request.url).pathname.slice(1)] = Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join(
            '',
          );
        }
      }
      return all;
    });
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const expected = files.map((path) => {
      const name = path.slice(root.length + 1);
      return [
        name === 'index.html' ? '' : name,
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ] as const;
    });
    expect(kept).toEqual(Object.fromEntries(expected.filter(([name]) => name !== 'service-worker.js')));
  } finally {
    await context.close();
  }
  expectSpotless(witness);
});

test('a newer build asks for a reload; until then each page keeps its own, and then has only the new one', async ({
  profile,
  witness,
  servers,
}) => {
  const second = await makeSecondBuild();
  const site = await servers.serve();
  const { context } = await openBrowser(site, profile, witness, 'allow');
  try {
    const page = await firstPage(context, site.url);
    await expectKept(page);
    await sitDown(page);
    const old = await buildOf(page);
    const other = await context.newPage();
    await other.goto(site.url);

    await servers.serve(second);
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
    await expect(note(page)).toBeVisible();
    await expect(note(other)).toBeVisible();

    // The old page goes on, with parts of it that were not loaded before: the server has none of them any more.
    await makeCase(page, 'Tamarind Coast');
    await chartOf(page).focus();
    await addEntity(page, 1, 'Anna');
    await expectEntities(page, 1);
    expect(await buildOf(page)).toBe(old);

    // One page takes the new build; the other still lives on the old, its parts too.
    await note(page).getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => buildOf(page).catch(() => old)).not.toBe(old);
    const renewed = await buildOf(page);
    await expect(page.getByRole('button', { name: 'All shortcuts of the second' })).toBeVisible();
    await expectEntities(page, 1);
    await expect(note(page)).toBeHidden();
    expect(await buildOf(other)).toBe(old);
    await other.bringToFront();
    // Only the fragment differs: no page is loaded anew.
    await other.goto(page.url());
    await expectEntities(other, 1);
    await expect(other.getByRole('button', { name: 'All shortcuts', exact: true })).toBeVisible();
    await openView(other, 'History');
    const loaded = await other.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
    );
    expect(loaded.filter((path) => path.startsWith('/assets/') && /-2\.\w+$/.test(path))).toEqual([]);
    expect(loaded.length).toBeGreaterThan(20);

    // When nobody lives on the old build any more, it is thrown away.
    await note(other).getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => buildOf(other).catch(() => old)).toBe(renewed);
    await page.reload();
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([`skein-build-${renewed}`]);
    const pages = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
    );
    expect(pages.filter((path) => path.startsWith('/assets/') && !/-2\.\w+$/.test(path))).toEqual([]);
  } finally {
    await context.close();
    rmSync(second, { recursive: true });
  }
  expectSpotless(witness);
});

test('a build whose file is not what its list says is not used', async ({ profile, servers }) => {
  const altered = mkdtempSync(join(tmpdir(), 'skein-altered-'));
  cpSync(await makeSecondBuild(), altered, { recursive: true });
  const victim = readdirSync(join(altered, 'samples'))[0] ?? '';
  writeFileSync(join(altered, 'samples', victim), 'something else');
  const site = await servers.serve();
  const { context } = await openBrowser(site, profile, newWitness(), 'allow');
  try {
    const page = await firstPage(context, site.url);
    await expectKept(page);
    const old = await buildOf(page);
    await servers.serve(altered);
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const worker = registration?.installing;
      if (!worker) return 'no newer worker was found';
      await new Promise<void>((done) => {
        const look = () => (worker.state === 'installing' ? undefined : done());
        worker.addEventListener('statechange', look);
        look();
      });
      return worker.state;
    });
    expect(state).toBe('redundant');
    await page.reload();
    expect(await buildOf(page)).toBe(old);
    await expect(note(page)).toBeHidden();
  } finally {
    await context.close();
    rmSync(altered, { recursive: true });
  }
});

test('the browser finds nothing amiss with installing it', async ({ profile, witness, servers }) => {
  const site = await servers.serve();
  const { context } = await openBrowser(site, profile, witness, 'allow');
  try {
    const page = await firstPage(context, site.url);
    await expectKept(page);
    const devtools = await context.newCDPSession(page);
    const { errors, data } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Skein', display: 'standalone' });
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
  } finally {
    await context.close();
  }
  expectSpotless(witness);
});
