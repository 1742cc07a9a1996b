// @ts-check
// Takes the picture in the README: the worked sample case in the built program, one person selected.
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { buildIfStale } from './build.mjs';
import { serve } from './serve.mjs';

const picture = fileURLToPath(new URL('readme/workspace.png', import.meta.url));

await buildIfStale({ quiet: true });
const site = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await page.goto(site.url);
  await page.getByLabel(/initials/i).fill('AB');
  await page.getByLabel(/unit/i).first().fill('PIU');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Blue Kestrel, worked out/ }).click();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Persons' }).click();
  await page.getByRole('button', { name: 'Sok Vannara' }).first().click();
  // The chart redraws its links in steps; the picture waits until nothing moves any more.
  await page.waitForTimeout(3000);
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
  await site.close();
}
