import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileChooser, Locator, Page } from '@playwright/test';
import { expect } from '../../support/any-language.ts';
import { sitDown } from '../../support/browser.ts';

/** A file of the published and made-up networks the tests keep. */
export const dataFile = (path: string): string => fileURLToPath(new URL(`../../data/${path}`, import.meta.url));

export const expectedOf = (set: string): unknown => JSON.parse(readFileSync(dataFile(`${set}/expected.json`), 'utf8'));

/** A table as it would come on a stick; the name is what the import is called. */
export interface Handed {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const handed = (name: string, content: string | Buffer): Handed => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

export async function beginCase(page: Page, title: string): Promise<void> {
  // From the first listener on, the browser asks the test instead of opening its own dialog.
  page.on('filechooser', () => undefined);
  await sitDown(page);
  await makeCase(page, title);
}

/** From the start page to the first chart of a new case. */
export async function makeCase(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('button', { name: 'Create case' }).click();
  await expect(page).toHaveURL(/#\/case\/[0-9a-z]+$/);
  await expect(chartOf(page)).toBeVisible();
}

/** The canvas in front; its name says how much is on it. */
export const chartOf = (page: Page): Locator => page.getByRole('application');

export async function expectOnChart(page: Page, items: number, links: number): Promise<void> {
  const count = items === 1 ? '1 item' : `${items.toLocaleString('en-GB')} items`;
  await expect(chartOf(page)).toHaveAccessibleName(
    new RegExp(`with ${count} and ${links.toLocaleString('en-GB')} links?$`),
  );
}

/** The explorer's count of all entities, and of those on charts. */
export async function expectEntities(page: Page, total: number, placed = total): Promise<void> {
  const say = (n: number) => n.toLocaleString('en-GB');
  await expect(page.locator('#explorer-entities')).toContainText(`${say(total)}, on charts ${say(placed)}`);
}

const saved = (page: Page): Locator =>
  page.getByRole('contentinfo', { name: 'Status' }).getByText(/^Saved .* · change/);

/** The change number the status line calls saved. */
export async function changeNumber(page: Page): Promise<number> {
  const text = (await saved(page).textContent()) ?? '';
  return Number(text.replace(/^.* · change /, '').replaceAll(',', ''));
}

/** Waits until this many changes are on disk. */
export async function expectChange(page: Page, seq: number, timeout = 20_000): Promise<void> {
  await expect(saved(page)).toHaveText(new RegExp(` · change ${seq.toLocaleString('en-GB')}$`), { timeout });
}

export const said = (page: Page): Locator => page.getByRole('contentinfo', { name: 'Status' });

/** Presses the keys that ask for a file, then takes this one in the browser's dialog. */
export async function chooseFile(page: Page, keys: string, file: string | Handed): Promise<void> {
  // While a question stands open, keys belong to it.
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toHaveCount(0);
  // Pressed in the moment in which a screen is drawn, keys may come to nothing: whoever sees no dialog presses again.
  let chosen: FileChooser | undefined;
  await expect(async () => {
    const choosing = page.waitForEvent('filechooser', { timeout: 5000 });
    await Promise.all([choosing, page.keyboard.press(keys)]);
    chosen = await choosing;
  }).toPass({ timeout: 40_000 });
  await chosen!.setFiles(file);
}

export const chooseTable = (page: Page, file: string | Handed): Promise<void> => chooseFile(page, 'Control+i', file);

/** Drops a file anywhere on the window. */
export async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([called, base64]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      transfer.items.add(new File([content], called));
      return transfer;
    },
    [name, bytes.toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

export const nextCheck = (page: Page): Locator => page.getByRole('button', { name: 'Next: check' });
export const importRows = (page: Page): Locator => page.getByRole('button', { name: /^Import [\d,]+ rows?$/ });

/** Every row of the file is accounted for; a header is no data, and no loss. */
export async function expectSums(page: Page, accepted: number, rejected: number, aside = 1): Promise<void> {
  const n = (count: number) => count.toLocaleString('en-GB');
  const sums = `Rows: ${n(accepted)} accepted + ${n(rejected)} rejected + ${n(aside)} not data = ${n(accepted + rejected + aside)} in the file`;
  await expect(page.getByText(sums)).toBeVisible({ timeout: 20_000 });
}

/** Through the whole import as guessed, onto a new chart, laid out or as the rows come. */
export async function bringIn(page: Page, file: string | Handed, layOut = false): Promise<void> {
  await chooseTable(page, file);
  await nextCheck(page).click({ timeout: 20_000 });
  const arrange = page.getByRole('checkbox', { name: 'Lay them out' });
  await arrange.setChecked(layOut);
  await importRows(page).click();
  await expect(importRows(page)).toBeHidden({ timeout: 20_000 });
}

/** Opens a view beside the chart from the menu of the half. */
export async function openView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a view' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
}
