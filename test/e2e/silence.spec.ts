import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { distFolder, type Site, serve } from '../../scripts/serve.mjs';
import { newWitness, openBrowser, sitDown } from '../support/browser.ts';
import { type Listener, listen } from '../support/listener.ts';
import { closedByBrowsers, leavingWays, quietWays, workerWays } from '../support/ways-out.ts';

/** Long enough for a browser that would speak to have spoken; the control below shows that it is. */
const patience = 2500;

interface Fixtures {
  readonly profile: string;
  /** One listener for each way out, so that a bare connection is known by its port. */
  readonly outside: (name: string) => Promise<Listener>;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs.
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'skein-silence-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  outside: async ({}, use) => {
    const open: Listener[] = [];
    await use(async () => {
      const listener = await listen();
      open.push(listener);
      return listener;
    });
    await Promise.all(open.map((listener) => listener.close()));
  },
});

const addressOf = (listener: Listener): string => `http://127.0.0.1:${listener.port}/word`;
const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Tries the quiet ways all on one page; says which were heard, and what was heard. */
async function tryQuietWays(page: Page, outside: Fixtures['outside']): Promise<Map<string, readonly string[]>> {
  const listeners = new Map<string, Listener>();
  for (const [name, source] of Object.entries(quietWays)) {
    const listener = await outside(name);
    listeners.set(name, listener);
    await page.evaluate(`try { (${source})('${addressOf(listener)}') } catch {}; 0`);
  }
  await wait(patience);
  return heardBy(listeners);
}

/** Tries each leaving way on a page of its own, with a hand on the mouse where the browser wants one. */
async function tryLeavingWays(
  from: Page,
  home: string,
  outside: Fixtures['outside'],
): Promise<Map<string, readonly string[]>> {
  const listeners = new Map<string, Listener>();
  const context = from.context();
  for (const [name, source] of Object.entries(leavingWays)) {
    const listener = await outside(name);
    listeners.set(name, listener);
    const page = await context.newPage();
    await page.goto(home);
    // A click of a real mouse first: without it the browser's own blocker of new windows would be what is tested.
    await page.mouse.click(400, 300);
    await page.evaluate(`try { (${source})('${addressOf(listener)}') } catch {}; 0`).catch(() => undefined);
    await page.waitForTimeout(250);
    for (const each of context.pages()) if (each !== from) await each.close();
  }
  return heardBy(listeners);
}

function heardBy(listeners: ReadonlyMap<string, Listener>): Map<string, readonly string[]> {
  return new Map([...listeners].filter(([, { heard }]) => heard.length > 0).map(([name, { heard }]) => [name, heard]));
}

/** An unguarded page on a server of its own: what a browser does when nobody stops it. */
async function bareServer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Skein</title><body>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

test.describe.configure({ mode: 'parallel' });
test.setTimeout(120_000);

test('the program has no way to say a word to anybody', async ({ profile, outside }) => {
  const site = await serve({ port: 0 });
  const { context, witness } = await openBrowser(site, profile, newWitness(), 'allow');
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(site.url);
    await expect(page.locator('#root')).not.toBeEmpty();
    const quiet = await tryQuietWays(page, outside);
    const leaving = await tryLeavingWays(page, site.url, outside);
    expect(Object.fromEntries([...quiet, ...leaving])).toEqual({});
    expect(new URL(page.url()).origin + '/').toBe(site.url);
    // The witness of all other journeys sees what was tried here.
    expect(witness.violations.length).toBeGreaterThan(20);
  } finally {
    await context.close();
    await site.close();
  }
});

for (const [how, set] of [
  ['a foreign link', (link: HTMLAnchorElement, address: string) => link.setAttribute('href', address)],
  [
    'a link past the guard of its address',
    (link: HTMLAnchorElement, address: string) => Element.prototype.setAttribute.call(link, 'href', address),
  ],
] as const) {
  test(`a real hand on ${how} opens nothing: click, middle click, new window, Enter`, async ({ profile, outside }) => {
    const site = await serve({ port: 0 });
    const { context } = await openBrowser(site, profile, newWitness(), 'allow');
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(site.url);
      await sitDown(page);
      const listener = await outside('link');
      await page.evaluate(() => {
        const link = Object.assign(document.createElement('a'), {
          id: 'foreign',
          tabIndex: 0,
          textContent: 'elsewhere',
        });
        Object.assign(link.style, { position: 'fixed', left: '500px', top: '300px', zIndex: '9999' });
        document.body.append(link);
      });
      const link = page.locator('a#foreign');
      await link.evaluate(set as (link: SVGElement | HTMLElement, address: string) => void, addressOf(listener));
      await link.click();
      await link.click({ button: 'middle' });
      await link.click({ modifiers: ['ControlOrMeta'] });
      await link.click({ modifiers: ['Shift'] });
      await link.focus();
      await page.keyboard.press('Enter');
      await link.evaluate((element) => element.setAttribute('target', '_blank'));
      await link.click();
      await wait(patience / 2);
      // A browser may connect in advance to where a link leads; it says no word there, and the first guard leaves it no link.
      const words = listener.heard.filter(
        (line) => how !== 'a link past the guard of its address' || line !== 'connected',
      );
      expect(words).toEqual([]);
      expect(context.pages()).toHaveLength(1);
      expect(page.url()).toBe(site.url);
    } finally {
      await context.close();
      await site.close();
    }
  });
}

test('a worker of the program has no way either', async ({ profile, outside }) => {
  const root = mkdtempSync(join(tmpdir(), 'skein-probe-'));
  cpSync(distFolder, root, { recursive: true });
  const ways = Object.entries(workerWays).map(([name, source]) => `${JSON.stringify(name)}: ${source}`);
  writeFileSync(
    join(root, 'probe-worker.js'),
    `const ways = {${ways.join(',\n')}};
     onmessage = ({ data }) => { try { ways[data.name](data.address); } catch {} postMessage(data.name); };`,
  );
  writeFileSync(join(root, 'probe.html'), '<!doctype html><title>Skein</title><body>');
  const site: Site = await serve({ port: 0, root });
  const { context } = await openBrowser(site, profile, newWitness(), 'allow');
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    expect(await tryWorkerWays(page, `${site.url}probe.html`, outside)).toEqual({});
  } finally {
    await context.close();
    await site.close();
    rmSync(root, { recursive: true });
  }
});

/** Tries the ways inside one worker that the page starts from its own origin. */
async function tryWorkerWays(
  page: Page,
  home: string,
  outside: Fixtures['outside'],
): Promise<Record<string, readonly string[]>> {
  await page.goto(home);
  const listeners = new Map<string, Listener>();
  for (const name of Object.keys(workerWays)) {
    const listener = await outside(name);
    listeners.set(name, listener);
    const answer = await page.evaluate(
      ([way, address]) =>
        new Promise<string>((resolve, reject) => {
          const factory = (window as unknown as { trustedTypes: TrustedTypePolicyFactory }).trustedTypes;
          const scope = window as unknown as { probe?: Worker };
          scope.probe ??= new Worker(
            factory
              .createPolicy('skein-worker', { createScriptURL: (url) => url })
              .createScriptURL('/probe-worker.js') as unknown as string,
          );
          scope.probe.onmessage = ({ data }) => resolve(String(data));
          scope.probe.onerror = () => reject(new Error('the worker did not start'));
          scope.probe.postMessage({ name: way, address });
        }),
      [name, addressOf(listener)] as const,
    );
    expect(answer).toBe(name);
  }
  await wait(patience);
  return Object.fromEntries(heardBy(listeners));
}

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): object };
}

test('control: an unguarded page is heard by every way that browsers leave open', async ({ profile, outside }) => {
  const bare = await bareServer();
  const { context } = await openBrowser({ url: bare.url, port: 0, close: bare.close }, profile, newWitness(), 'allow');
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(bare.url);
    const heard = new Set([
      ...(await tryQuietWays(page, outside)).keys(),
      ...(await tryLeavingWays(page, bare.url, outside)).keys(),
    ]);
    const unheard = [...Object.keys(quietWays), ...Object.keys(leavingWays)].filter((name) => !heard.has(name));
    expect(unheard.filter((name) => !closedByBrowsers.includes(name))).toEqual([]);
  } finally {
    await context.close();
    await bare.close();
  }
});
