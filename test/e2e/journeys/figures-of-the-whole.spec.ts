import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { inEnglish } from '../../support/any-language.ts';
import { expect, sitDown, test } from '../../support/browser.ts';
import { openView } from './analyst-steps.ts';

test.setTimeout(120_000);

async function askOfTheWhole(page: Page, question: RegExp): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await openView(page, 'Results');
  await page.getByRole('button', { name: question }).click();
}

test('figures by groups say by which, and are asked by another grouping; the core is named and selected', async ({
  page,
}, info) => {
  await askOfTheWhole(page, /^What is the network like as a whole/);
  const table = page.getByRole('table', { name: 'The network as a whole' });
  const index = table.getByRole('row', { name: /^E–I index/ });
  await expect(index).toContainText('groups by: Kind of entity', { timeout: 30_000 });

  const by = page.getByLabel('Groups by', { exact: true });
  await by.selectOption({ label: 'Community (Leiden)' });
  await expect(index).toContainText('groups by: Community (Leiden)', { timeout: 30_000 });
  await expect(table.getByRole('row', { name: /^Assortativity by group/ })).toContainText('Community (Leiden)');
  await expect(page.locator('.results-method')).toContainText(/found for this figure by Leiden/);

  await by.selectOption({ label: 'Role' });
  await expect(index).toContainText('groups by: Role', { timeout: 30_000 });
  await expect(page.getByText(/^.*Protected persons are in no group \(Role\)/)).toBeVisible();
  // Asking again keeps what was chosen.
  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  await expect(index).toContainText('groups by: Role', { timeout: 30_000 });

  const core = table.getByRole('row', { name: /^Core and periphery/ });
  const members = Number(/members of the core (\d+)/.exec((await core.textContent()) ?? '')?.[1]);
  const names = /Core: (.+?) Select the core/.exec((await core.textContent()) ?? '')?.[1]?.split(', ') ?? [];
  expect(names).toHaveLength(members);
  await core.getByRole('button', { name: 'Select the core' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${members} selected`).first()).toBeVisible();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV', exact: true }).click();
  const path = info.outputPath('network.csv');
  await (await downloading).saveAs(path);
  const file = inEnglish(readFileSync(path, 'utf8'));
  expect(file).toMatch(/E–I index,[^\n]*groups by: Role/);
  for (const name of names) expect(file).toContain(name);
});

for (const [question, definition, title] of [
  [/^What is the network like as a whole/, 'Number of pieces without a link between them', 'whole'],
  [/^Which kinds of links are there/, 'Overlap: of the pairs that either kind joins', 'layers'],
] as const)
  test(`how the figures were derived is read by keyboard and copied for the report: ${title}`, async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await askOfTheWhole(page, question);
    const method = page.locator('.results-method');
    await expect(method).toContainText(definition, { timeout: 30_000 });
    await expect(method).toContainText(/entities, .* linked pairs, out of the whole case\. .*Change \d+/);
    const copy = method.getByRole('button', { name: 'Copy for the report' });
    await copy.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => inEnglish(await page.evaluate(() => navigator.clipboard.readText())))
      .toContain(definition);
    // From the button the whole of the note scrolls past by the arrow keys.
    await page.keyboard.press('Home');
    await expect.poll(() => method.evaluate((e) => e.scrollTop)).toBe(0);
  });

test('how many are linked with how many is read on the screen, and in the file month by month', async ({
  page,
}, info) => {
  await askOfTheWhole(page, /^What is the network like as a whole/);
  const table = page.getByRole('table', { name: 'Degree distribution' });
  await expect(table.getByRole('columnheader', { name: 'Each month' })).toBeVisible({ timeout: 30_000 });
  const shown = (await table.getByRole('row').allTextContents()).slice(1);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV', exact: true }).click();
  const path = info.outputPath('network.csv');
  await (await downloading).saveAs(path);
  const lines = inEnglish(readFileSync(path, 'utf8')).split(/\r?\n/);
  const head = lines.findIndex((line) => /^Linked with,Entities,20\d\d-\d\d/.test(line));
  expect(head).toBeGreaterThan(0);
  const counted = lines.slice(head + 1, lines.indexOf('', head)).map((line) => line.split(',').map(Number));
  expect(counted.length).toBe(shown.length);
  // All who count are somewhere, and their links have two ends each: the mean degree follows from the table.
  const entities = counted.reduce((sum, [, count]) => sum + count!, 0);
  const ends = counted.reduce((sum, [degree, count]) => sum + degree! * count!, 0);
  const mean = Number(lines.find((line) => line.startsWith('Mean degree,'))!.split(',')[1]);
  expect(ends / entities).toBeCloseTo(mean, 6);
});
