import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { installedBrowser } from '../../scripts/browser.mjs';
import { type Site, serve } from '../../scripts/serve.mjs';
import { expect, speakEnglishTo } from './any-language.ts';

export { expect };

/** What a journey must never do; written down as it happens, judged when it ends. */
export interface Witness {
  /** Violations of the content security policy, those inside workers too. */
  readonly violations: string[];
  /** Requests beyond the program's own origin (`blob:` and `data:` addresses are the page's own). */
  readonly strayRequests: string[];
  /** Uncaught errors and rejections of the page. */
  readonly pageErrors: string[];
  /** `console.error` of page and workers. */
  readonly consoleErrors: string[];
  /** Every title a page had that was not "Skein": titles are written to the browser's history. */
  readonly titles: string[];
}

export interface Desk {
  readonly site: Site;
  readonly context: BrowserContext;
  readonly profile: string;
  readonly witness: Witness;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Whatever the browser itself wants from the world, it does not get it: only the machine's own address resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * A browser of its own on a profile, with a witness over all its pages. For tests that kill and reopen; others take the `page` fixture.
 *
 * @param site from `serve`; its `onPolicyReport` should feed `witness.violations`
 * @param profile folder that outlives the browser; made when missing
 * @param serviceWorkers `allow` where keeping the program's files is what is tried: elsewhere each fresh profile would fetch them all
 */
export async function openBrowser(
  site: Site,
  profile: string,
  witness: Witness = newWitness(),
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<Desk> {
  const executablePath = installedBrowser();
  if (!executablePath) throw new Error('No Chromium found: run "node scripts/browser.mjs" first.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: flags,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    serviceWorkers,
    locale: 'en-GB',
    timezoneId: 'Asia/Phnom_Penh',
    baseURL: site.url,
  });
  speakEnglishTo(context.pages()[0] ?? (await context.newPage()));
  await observe(context, new URL(site.url).origin, witness);
  return { site, context, profile, witness };
}

export function newWitness(): Witness {
  return { violations: [], strayRequests: [], pageErrors: [], consoleErrors: [], titles: [] };
}

async function observe(context: BrowserContext, origin: string, witness: Witness): Promise<void> {
  await context.exposeBinding('__reportViolation', (_, text: string) => void witness.violations.push(text));
  await context.exposeBinding('__reportTitle', (_, text: string) => void witness.titles.push(text));
  await context.addInitScript(() => {
    const outside = window as unknown as { __reportViolation(text: string): void; __reportTitle(text: string): void };
    document.addEventListener('securitypolicyviolation', (event) =>
      outside.__reportViolation(
        `${event.effectiveDirective}: ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      ),
    );
    new MutationObserver(() => {
      if (document.title !== 'Skein' && document.title !== '') outside.__reportTitle(document.title);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const own =
      url.origin === origin || url.protocol === 'blob:' || url.protocol === 'data:' || url.href === 'about:blank';
    if (!own) witness.strayRequests.push(`${request.method()} ${request.url()}`);
  });
  context.on('weberror', (error) => witness.pageErrors.push(String(error.error().stack ?? error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') witness.consoleErrors.push(`${message.text()} (${message.location().url})`);
  });
}

/** Fails when the witness saw anything. Called after every test that takes the `page` fixture. */
export function expectSpotless(witness: Witness): void {
  expect.soft(witness.violations, 'violations of the content security policy').toEqual([]);
  expect.soft(witness.strayRequests, 'requests beyond the own origin').toEqual([]);
  expect.soft(witness.pageErrors, 'uncaught errors').toEqual([]);
  expect.soft(witness.consoleErrors, 'console errors').toEqual([]);
  expect(witness.titles, 'titles other than Skein').toEqual([]);
}

/** Answers the first start's question, as every analyst must before anything else can be clicked. */
export async function sitDown(page: Page, initials = 'AB', unit = 'Unit 1'): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Who sits here?' });
  await dialog.getByLabel('Initials').fill(initials);
  await dialog.getByLabel('Unit').fill(unit);
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(dialog).toBeHidden();
}

interface Fixtures {
  /** A browser with a fresh profile on the built program; closed and forgotten afterwards. */
  readonly desk: Desk;
  /** Its first page, on the start page of the program. */
  readonly page: Page;
}

interface WorkerFixtures {
  readonly reports: { readonly sinks: Set<(report: string) => void> };
  /** The built program, served on a free port. */
  readonly site: Site;
}

/** Playwright's test on the built program: `test('…', async ({ page }) => …)`. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  reports: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs.
    async ({}, use) => {
      await use({ sinks: new Set() });
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ reports }, use) => {
      // Another built folder can be tried than the one of this checkout.
      const root = process.env.SKEIN_SITE;
      const site = await serve({
        port: 0,
        ...(root ? { root } : {}),
        onPolicyReport: (report) => {
          for (const sink of reports.sinks) sink(report);
        },
      });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  desk: async ({ site, reports }, use) => {
    const witness = newWitness();
    const sink = (report: string): void => void witness.violations.push(report);
    reports.sinks.add(sink);
    const profile = mkdtempSync(join(tmpdir(), 'skein-profile-'));
    const desk = await openBrowser(site, profile, witness);
    try {
      await use(desk);
      for (const page of desk.context.pages()) {
        if (page.url().startsWith(site.url)) expect(await page.title(), 'title of the page').toBe('Skein');
      }
    } finally {
      await desk.context.close();
      reports.sinks.delete(sink);
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    }
    expectSpotless(witness);
  },
  page: async ({ desk }, use) => {
    const page = desk.context.pages()[0] ?? (await desk.context.newPage());
    await page.goto(desk.site.url);
    await use(page);
  },
});
