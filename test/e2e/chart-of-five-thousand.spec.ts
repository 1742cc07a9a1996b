import type { Page } from '@playwright/test';
import { inventedNetwork } from '../../scripts/samples/invented-network.ts';
import { expect, sitDown, test } from '../support/browser.ts';
import { addEntity, chartOf } from './link-chart-steps.ts';

/** The case as it is made, to count by other means than the program does. */
const { state } = inventedNetwork(5000, 20_000);
const links = [...state.allOf('link')];

async function openLargest(page: Page): Promise<void> {
  await page.goto('/');
  await sitDown(page);
  await page.locator('button.sample', { hasText: '5,000' }).click();
  await expect(page.locator('.too-many')).toContainText('entities 5,000, links 20,000');
}

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search this case' });

test('five thousand are summed up; a person is found, what is round them becomes a chart, is edited and undone', async ({
  page,
}) => {
  await openLargest(page);
  // A name is syllables put together: everybody whose name holds them, and nobody else.
  const named = [...state.allOf('entity')].filter((e) => e.label.toLowerCase().includes('galia q'));
  await search(page).fill('galia q');
  const hits = page.locator('#explorer-search li');
  await expect(hits).toHaveCount(named.length);
  const most = named.toSorted((a, b) => state.linksOf(b.id).size - state.linksOf(a.id).size)[0]!;
  await hits.filter({ hasText: most.label }).getByRole('button').first().click();
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('1 selected');

  const contacts = new Set([...state.linksOf(most.id)].flatMap((id) => [state.link(id)!.from, state.link(id)!.to]));
  await page.getByRole('button', { name: 'Round the selection' }).click();
  const items = (n: number) => new RegExp(`with ${n} items and `);
  await expect(chartOf(page)).toHaveAccessibleName(items(contacts.size));

  await chartOf(page).focus();
  await addEntity(page, 1, 'Somebody New');
  await expect(chartOf(page)).toHaveAccessibleName(items(contacts.size + 1));
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyZ');
  await expect(chartOf(page)).toHaveAccessibleName(items(contacts.size));
  // And the chart itself: one undo, and nothing of the case has changed.
  await page.keyboard.press('Control+KeyZ');
  await expect(page.locator('#explorer-charts li')).toHaveCount(2);
  await expect(page.locator('#explorer-entities')).toContainText('5,000');
});

test('five thousand drawn all the same show what lies in a window of time, and everything again without it', async ({
  page,
}) => {
  await openLargest(page);
  await page.getByRole('button', { name: 'Draw all of it here' }).click();
  await expect(chartOf(page)).toHaveAccessibleName(/with 5,?000 items and 20,?000 links$/);

  // Not over before March 2025; what has no date, or no end, may still hold.
  const since = links.filter((l) => !l.span?.latest || l.span.latest >= '2025-03').length;
  const from = page.getByLabel('From', { exact: true });
  await from.fill('2025-03');
  const shown = (n: number) => new RegExp(`with 5,?000 items and ${n.toLocaleString('en').replace(',', ',?')} links$`);
  await expect(chartOf(page)).toHaveAccessibleName(shown(since));
  const dated = links.filter((l) => l.span && (!l.span.latest || l.span.latest >= '2025-03')).length;
  await page.getByRole('checkbox', { name: /undated/i }).uncheck();
  await expect(chartOf(page)).toHaveAccessibleName(shown(dated));
  await page.getByRole('checkbox', { name: /undated/i }).check();
  await from.fill('');
  await expect(chartOf(page)).toHaveAccessibleName(shown(20_000));

  await chartOf(page).focus();
  await addEntity(page, 1, 'Somebody New');
  await expect(chartOf(page)).toHaveAccessibleName(/with 5,?001 items/);
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyZ');
  await expect(chartOf(page)).toHaveAccessibleName(shown(20_000));
});

test('a person looked for in five thousand drawn is gone to, and it is said how many names are in view', async ({
  page,
}) => {
  await openLargest(page);
  await page.getByRole('button', { name: 'Draw all of it here' }).click();
  await expect(chartOf(page)).toHaveAccessibleName(/with 5,?000 items and 20,?000 links$/);
  const status = page.getByRole('contentinfo', { name: 'Status' });
  await expect(status).toContainText(/Names: \d+ of 5,000 in view; zoom in for more/);
  const zoom = async () =>
    Number.parseInt(
      (await page.getByRole('group', { name: 'Zoom' }).getByRole('button').nth(1).textContent()) ?? '',
      10,
    );
  expect(await zoom()).toBeLessThan(35);
  await search(page).fill('galia q');
  await page.locator('#explorer-search li').getByRole('button').first().click();
  await expect.poll(zoom).toBeGreaterThanOrEqual(100);
  await expect(status).toContainText('1 selected');
  await expect(status).not.toContainText('of 5,000 in view');
});
