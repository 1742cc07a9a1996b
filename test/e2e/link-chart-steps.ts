import type { Locator, Page } from '@playwright/test';
import { expect, spoken } from '../support/any-language.ts';

/** From the start page to the empty first chart of a new case, by keyboard. */
export async function newCase(page: Page, title: string): Promise<void> {
  const initials = page.getByLabel('Initials');
  await initials.fill('AB');
  await page.getByLabel('Unit').first().fill('Unit C');
  await page.keyboard.press('Enter');
  await expect(initials).toBeHidden();
  await page.keyboard.press('Alt+KeyN');
  await page.getByLabel('Title').first().fill(title);
  await page.keyboard.press('Enter');
  // From then on keys go to it; a key before that would go nowhere.
  await expect(chartOf(page)).toBeFocused();
}

/** The canvas; its name says how much is on it. */
export function chartOf(page: Page): Locator {
  return page.getByRole('application');
}

export async function expectOnChart(page: Page, items: number, links: number): Promise<void> {
  const count = items === 1 ? '1 item' : `${items} items`;
  await expect(chartOf(page)).toHaveAccessibleName(new RegExp(`with ${count} and ${links} links$`));
}

/** Presses the number of the type, writes the name, Enter. */
export async function addEntity(page: Page, key: number, name: string): Promise<void> {
  await page.keyboard.press(`Digit${key}`);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: /^Name of the new/ })).toBeHidden();
}

/** C on the item with the focus, the name of the other, the kind of link; the keyboard ends on the other item. */
export async function linkWith(page: Page, other: string, kind: string): Promise<void> {
  await page.keyboard.press('KeyC');
  const whom = page.getByRole('combobox', { name: /^Link .* with$/ });
  await expect(whom).toBeFocused();
  await page.keyboard.type(other);
  await page.keyboard.press('Enter');
  const what = page.getByRole('combobox', { name: /^Link from/ });
  await expect(what).toBeFocused();
  // The question can be read, not only heard.
  await expect(page.locator('.chart-field').getByText(/^Link from .* to /)).toBeVisible();
  await page.keyboard.type(spoken(kind));
  await page.keyboard.press('Enter');
  await expect(what).toBeHidden();
  await expect(chartOf(page)).toBeFocused();
}

/** Walks the items with Page Down until the one of this name has the focus and is selected. */
export async function goTo(page: Page, name: string): Promise<void> {
  const said = page.locator('.link-chart .visually-hidden[role="status"]');
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('PageDown');
    const now = (await said.textContent()) ?? '';
    if (now.startsWith(`${name},`)) return;
  }
  throw new Error(`${name} is not on the chart`);
}
