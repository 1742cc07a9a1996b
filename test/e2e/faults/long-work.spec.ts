import type { Page } from '@playwright/test';
import type { Site } from '../../../scripts/serve.mjs';
import { expect } from '../../support/any-language.ts';
import { openBrowser } from '../../support/browser.ts';
import { type OpenCase, type Store, type Tools, test } from '../store-page/fixture.ts';

/** The store alone in the real browser, for long: what only many edits show. */
const soak = process.env.SKEIN_SOAK_COMMANDS !== undefined;
const EDITS = 500;

interface Worked {
  readonly skein: Tools;
  worked: { store: Store; here: OpenCase };
}

async function opened(page: Page, site: Site): Promise<void> {
  await page.goto(site.url);
  await page.waitForFunction(() => 'skein' in window);
  await page.evaluate(async () => {
    const there = window as unknown as Worked;
    const store = await there.skein.openStore();
    if ('problem' in store) throw new Error(store.problem);
    there.worked = { store, here: await there.skein.theCase(store) };
  });
}

test(`two tabs that take turns for ${EDITS} edits each stay in step and lose none`, async ({ site, profile }, info) => {
  test.setTimeout(180_000);
  const { context } = await openBrowser(site, profile);
  const [left, right] = [await context.newPage(), await context.newPage()];
  await opened(left, site);
  await opened(right, site);
  /** Edits whenever the number of the next change is this tab's; on a record of its own, and on one that both rename. */
  const takeTurns = (page: Page, mine: number) =>
    page.evaluate(
      async ([parity, edits]) => {
        const { here } = (window as unknown as Worked).worked;
        const results = new Map<string, number>();
        for (let n = 0; n < edits!; n++) {
          while (here.head.seq % 2 !== parity) {
            await new Promise<void>((resolve) => {
              const stop = here.subscribe(() => {
                stop();
                resolve();
              });
            });
          }
          const own = `t${parity}-${n}`;
          const result = await here.commit({
            command: 'turn',
            author: { initials: `T${parity}`, unit: '' },
            plan: (state) => {
              const shared = state.entity('both') ?? null;
              return {
                steps: [
                  { id: own, before: null, after: { id: own, kind: 'entity', type: 'person', label: own } },
                  {
                    id: 'both',
                    before: shared,
                    after: { ...(shared ?? { id: 'both', kind: 'entity', type: 'person' }), label: own },
                  },
                ],
                payload: {},
              };
            },
          });
          const what = 'committed' in result ? 'committed' : 'refused' in result ? result.refused : 'failed';
          results.set(what, (results.get(what) ?? 0) + 1);
        }
        return Object.fromEntries(results);
      },
      [mine, EDITS] as const,
    );
  const begun = performance.now();
  const results = await Promise.all([takeTurns(left, 1), takeTurns(right, 0)]);
  const took = performance.now() - begun;
  expect(results).toEqual([{ committed: EDITS }, { committed: EDITS }]);
  const standing = (page: Page) =>
    page.evaluate(async () => {
      const { worked, skein } = window as unknown as Worked;
      await worked.here.refresh();
      const { head, headers, state } = worked.here;
      const verified = await worked.store.verifyCase(worked.here.localId);
      return {
        head,
        digest: skein.stateDigest(state),
        entities: state.countOf('entity'),
        both: state.entity('both')?.label,
        authors: headers.slice(1).map((h) => h.author.initials),
        verified: verified.ok,
      };
    });
  const [a, b] = [await standing(left), await standing(right)];
  expect(a).toEqual(b);
  expect(a).toMatchObject({ entities: 2 * EDITS + 1, verified: true, both: `t0-${EDITS - 1}` });
  expect(a.head.seq).toBe(2 * EDITS + 1);
  // Truly by turns.
  expect(a.authors).toEqual(Array.from({ length: 2 * EDITS }, (_, i) => (i % 2 === 0 ? 'T1' : 'T0')));
  info.annotations.push({ type: 'turns', description: `${2 * EDITS} edits in ${Math.round(took)} ms` });
  await context.close();
});

if (soak)
  test('memory grows by less than 20 MB from command 1,000 to command 10,000', async ({ site, profile }, info) => {
    test.setTimeout(1_200_000);
    const { context } = await openBrowser(site, profile);
    const page = await context.newPage();
    await opened(page, site);
    const cdp = await context.newCDPSession(page);
    const heap = async (): Promise<number> => {
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    };
    const work = (from: number, to: number) =>
      page.evaluate(
        async ([first, last]) => {
          const { here } = (window as unknown as Worked).worked;
          for (let n = first!; n < last!; n++) {
            const id = `e${n % 40}`;
            const result = await here.commit({
              command: 'label',
              author: { initials: 'KH', unit: '' },
              plan: (state) => {
                const before = state.entity(id) ?? null;
                const after = { ...(before ?? { id, kind: 'entity', type: 'person' }), label: `name ${n}` } as const;
                return { steps: [{ id, before, after }], payload: { id } };
              },
            });
            if (!('committed' in result)) throw new Error(JSON.stringify(result));
          }
        },
        [from, to] as const,
      );
    await work(0, 1000);
    const early = await heap();
    for (let n = 1000; n < 10_000; n += 1000) await work(n, n + 1000);
    const late = await heap();
    const grown = (late - early) / 2 ** 20;
    info.annotations.push({ type: 'heap', description: `${grown.toFixed(1)} MB from 1,000 to 10,000` });
    expect(grown).toBeLessThan(20);
    await context.close();
  });
