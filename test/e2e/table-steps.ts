import type { Locator, Page } from '@playwright/test';
import { expect, spoken } from '../support/any-language.ts';

/** Opens a view from the palette. */
export async function openView(page: Page, name: string): Promise<void> {
  // A key pressed while the case is still being drawn goes nowhere: whoever sees nothing open presses again.
  await expect(async () => {
    await page.keyboard.press('Control+KeyK');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.keyboard.type(spoken(name));
  await expect(page.getByRole('option', { name: new RegExp(name) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
}

export function gridOf(page: Page): Locator {
  return page.getByRole('grid');
}

/** Moves the keyboard to a cell by its text, as a click does. */
export async function goToCell(page: Page, text: string): Promise<void> {
  await gridOf(page).getByRole('gridcell', { name: text, exact: true }).first().click();
}

/** The column a cell of the row stands in, by the heading of the column. */
export async function cell(page: Page, row: string, heading: string): Promise<Locator> {
  const column = await gridOf(page)
    .getByRole('columnheader', { name: heading, exact: true })
    .getAttribute('aria-colindex');
  return gridOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: row, exact: true }) })
    .locator(`[aria-colindex="${column}"]`);
}

/** Puts text on the clipboard as a spreadsheet does, and pastes it at the keyboard's place. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+KeyV');
}
