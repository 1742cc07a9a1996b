import type { Page } from '@playwright/test';
import { seeded } from '../../support/acts.ts';
import { expect, test } from '../../support/browser.ts';
import { beginCase, changeNumber, dropFile, importRows, nextCheck } from '../journeys/analyst-steps.ts';

/** At how many points: `npm run soak` takes twenty, the everyday suite two of each kind. */
const points = process.env.SKEIN_SOAK_COMMANDS ? 20 : 6;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const ROWS = 2500;

const table = (n: number): Buffer =>
  Buffer.from(`from,to\n${Array.from({ length: ROWS }, (_, i) => `u${n}-${i},v${n}-${(i * 7) % ROWS}`).join('\n')}\n`);

/** The case as the page shows it: its change number and how many entities it has. */
async function standing(page: Page): Promise<{ change: number; entities: number }> {
  await expect(page.locator('#explorer-entities')).toBeVisible();
  const change = await changeNumber(page);
  const text =
    (await page
      .locator('#explorer-entities')
      .getByText(/, on charts /)
      .textContent()) ?? '';
  return { change, entities: Number(text.replace(/, on charts .*/, '').replaceAll(/\D/g, '')) };
}

test(`a page that crashes, reloads or goes back at ${points} points of an import: the case is as it was, or complete`, async ({
  page: first,
  desk,
}) => {
  test.setTimeout(60_000 + points * 15_000);
  let page = first;
  const random = seeded(seed);
  await beginCase(page, 'Interrupted');
  const address = page.url();
  let before = await standing(page);
  const ended: string[] = [];
  let span = 1200;
  for (let n = 0; n < points; n++) {
    await dropFile(page, `links-${n}.csv`, table(n));
    await nextCheck(page).click();
    await expect(importRows(page)).toBeEnabled();
    await importRows(page).click();
    await page.waitForTimeout(random() * span);
    const how = (['crash', 'reload', 'back'] as const)[n % 3]!;
    if (how === 'reload') await page.reload();
    else if (how === 'back') {
      await page.goto('about:blank');
      await page.goto(address);
    } else {
      const crashed = page.waitForEvent('crash');
      const cdp = await desk.context.newCDPSession(page);
      // Its answer dies with the page.
      void cdp.send('Page.crash').catch(() => undefined);
      await crashed;
      const next = await desk.context.newPage();
      await page.close();
      page = next;
      await page.goto(address);
    }
    const after = await standing(page);
    const whole = { change: before.change + 1, entities: before.entities + 2 * ROWS };
    const complete = after.change > before.change;
    // An import that lays its chart out makes a second change of its own.
    expect([seed, n, how, after.entities]).toEqual([seed, n, how, complete ? whole.entities : before.entities]);
    expect(after.change - before.change, `seed ${seed}, point ${n}`).toBeLessThanOrEqual(2);
    ended.push(`${how}: ${complete ? 'complete' : 'as it was'}`);
    span = complete ? span * 0.8 : span * 1.15;
    before = after;
    if (before.entities > 4 * ROWS) {
      // A case that grows makes the next points slower and no harder.
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect.poll(async () => (await standing(page)).entities).toBeLessThan(before.entities);
      before = await standing(page);
    }
  }
  test.info().annotations.push({ type: 'import interrupted', description: `seed ${seed}; ${ended.join(', ')}` });
  expect(new Set(ended).size).toBeGreaterThanOrEqual(3);
});
