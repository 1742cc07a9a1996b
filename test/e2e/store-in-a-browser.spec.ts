import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Site } from '../../scripts/serve.mjs';
import { expect } from '../support/any-language.ts';
import { openBrowser } from '../support/browser.ts';
import { type OpenCase, type Store, type Tools, test } from './store-page/fixture.ts';

/** The store alone in the real browser: what only a browser can show. */

declare global {
  interface Window {
    skein: Tools;
    opened: { store: Store; here: OpenCase; events: string[] };
  }
}

async function work(page: Page, site: Site, acts: number): Promise<{ seq: number; hash: string }> {
  await page.goto(site.url);
  await page.waitForFunction(() => 'skein' in window);
  return page.evaluate(async (n) => {
    const store = await window.skein.openStore();
    if ('problem' in store) throw new Error(store.problem);
    const here = await window.skein.theCase(store);
    const events: string[] = [];
    store.subscribe((e) => events.push(e.type === 'frozen' ? e.why : e.type));
    window.opened = { store, here, events };
    for (let i = 0; i < n; i++) await window.skein.act(store, here, i);
    return here.head;
  }, acts);
}

test('writing transactions are strict in the browser itself', async ({ site, profile }) => {
  const { context } = await openBrowser(site, profile);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args: Parameters<typeof original>) {
      const tx = original.apply(this, args);
      if (args[1] === 'readwrite') asked.push(tx.durability);
      return tx;
    };
  });
  await work(page, site, 40);
  const asked = await page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  expect(asked.length).toBeGreaterThan(30);
  expect(new Set(asked)).toEqual(new Set(['strict']));
  await context.close();
});

test('clearing the site data under the open page freezes it; nothing is acknowledged, nothing comes back', async ({
  site,
  profile,
}) => {
  const { context } = await openBrowser(site, profile);
  const page = await context.newPage();
  const head = await work(page, site, 5);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: new URL(site.url).origin, storageTypes: 'indexeddb' });
  await page.waitForFunction(() => window.opened.store.frozen !== undefined);
  const after = await page.evaluate(async () => {
    const { store, here, events } = window.opened;
    const result = await here.commit({
      command: 'late',
      author: { initials: 'KH', unit: '' },
      plan: () => ({
        steps: [{ id: 'x', before: null, after: { id: 'x', kind: 'entity', type: 'person', label: 'late' } }],
        payload: {},
      }),
    });
    const names = (await indexedDB.databases()).map((d) => d.name);
    return { frozen: store.frozen, failed: 'failed' in result && result.reason, head: here.head, events, names };
  });
  expect(after).toEqual({ frozen: 'cleared', failed: 'cleared', head, events: expect.anything(), names: [] });
  expect(after.events).toContain('cleared');
  // The next start does not show an ordinary empty store: the sentinel remembers.
  await page.reload();
  const lost = await page.evaluate(async () => {
    const store = await window.skein.openStore();
    return 'problem' in store ? store.problem : store.report.lost;
  });
  expect(lost).toMatchObject([{ count: head.seq, hash: head.hash }]);
  await context.close();
});

test('a newer program in another tab: the old tab lets go and never writes into the new schema', async ({
  site,
  profile,
}) => {
  const { context } = await openBrowser(site, profile);
  const old = await context.newPage();
  const head = await work(old, site, 3);
  const fresh = await context.newPage();
  await fresh.goto(site.url);
  const version = await fresh.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('skein', 30);
        request.onsuccess = () => {
          resolve(request.result.version);
          request.result.close();
        };
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error('blocked'));
      }),
  );
  expect(version).toBe(30);
  const after = await old.evaluate(async () => {
    const { store, here } = window.opened;
    const result = await here.undo({ initials: 'KH', unit: '' });
    return { frozen: store.frozen, failed: 'failed' in result || 'refused' in result, head: here.head };
  });
  expect(after).toEqual({ frozen: 'superseded', failed: true, head });
  await old.reload();
  expect(await old.evaluate(() => window.skein.openStore())).toMatchObject({ problem: 'newer-database', found: 3 });
  await context.close();
});

test('two tabs that work on one case at the same time end with the same head and lose nothing', async ({
  site,
  profile,
}) => {
  const { context } = await openBrowser(site, profile);
  const left = await context.newPage();
  await work(left, site, 1);
  const right = await context.newPage();
  await work(right, site, 0);
  const edit = (page: Page, prefix: string) =>
    page.evaluate(async (p) => {
      const { here } = window.opened;
      let saved = 0;
      for (let i = 0; i < 40; i++) {
        const id = `${p}${i}`;
        const result = await here.commit({
          command: 'add',
          author: { initials: p, unit: '' },
          plan: () => ({
            steps: [{ id, before: null, after: { id, kind: 'entity', type: 'person', label: id } }],
            payload: { id },
          }),
        });
        if ('committed' in result) saved++;
      }
      return saved;
    }, prefix);
  expect(await Promise.all([edit(left, 'L'), edit(right, 'R')])).toEqual([40, 40]);
  const state = (page: Page) =>
    page.evaluate(async () => {
      await window.opened.here.refresh();
      const { head, state } = window.opened.here;
      return { head, digest: window.skein.stateDigest(state), entities: state.countOf('entity') };
    });
  const [a, b] = [await state(left), await state(right)];
  expect(a).toEqual(b);
  expect(a.entities).toBeGreaterThanOrEqual(80);
  await context.close();
});

test('a profile damaged on the disk is told as a loss, never shown as an empty store', async ({ site, profile }) => {
  const first = await openBrowser(site, profile);
  const head = await work(await first.context.newPage(), site, 30);
  await first.context.close();
  const folder = join(profile, 'Default', 'IndexedDB');
  const origin = readdirSync(folder).find((name) => name.endsWith('.leveldb'))!;
  for (const file of readdirSync(join(folder, origin))) {
    if (/^(MANIFEST-|CURRENT)/.test(file)) writeFileSync(join(folder, origin, file), 'no database');
  }
  const second = await openBrowser(site, profile);
  const page = await second.context.newPage();
  await page.goto(site.url);
  const opened = await page.evaluate(async () => {
    const store = await window.skein.openStore();
    if ('problem' in store) return store;
    const [lost] = store.report.lost;
    const result = lost && (await store.openCase(lost.localId));
    return { report: store.report, code: result && !result.ok && result.code };
  });
  expect(opened).toMatchObject({
    report: { dataLoss: true, lost: [{ count: head.seq, hash: head.hash }] },
    code: 'store-empty',
  });
  await second.context.close();
});
