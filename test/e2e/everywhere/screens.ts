import type { Page } from '@playwright/test';
import { expect } from '../../support/any-language.ts';

/** How a text of the program reads in the language of the build that is walked. */
export type Say = (english: string) => string;

/** English as it is. */
export const plain: Say = (english) => english;

export const views = [
  'Association matrix',
  'Results',
  'Paths',
  'What if',
  'Import',
  'Table',
  'Sources',
  'History',
  'Timeline',
  'Contacts',
] as const;

/**
 * Walks every screen by the keyboard alone and shows each: the first question, the start page, its dialogs, the worked sample case with
 * something selected, its paper, every view, its dialogs. `page` is the program on a fresh profile.
 */
export async function walk(page: Page, say: Say, show: (name: string) => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog');
  const shown = async (name: string, keys: string) => {
    await page.keyboard.press(keys);
    await expect(dialog).toBeVisible();
    await show(name);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

  await expect(dialog).toBeVisible();
  await show('first question');
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await page.keyboard.type('34');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await show('start page');
  await shown('new case', 'Alt+KeyN');
  await shown('shortcuts', 'Shift+Slash');

  // The first sample, reached by Tab as everything else.
  const sample = page.locator('button.sample').first();
  for (let i = 0; i < 60 && !(await sample.evaluate((e) => e === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(sample).toBeFocused();
  await page.keyboard.press('Enter');
  const chart = page.getByRole('application');
  await expect(chart).toBeVisible({ timeout: 40_000 });
  await chart.focus();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.inspector, [class*="inspector"]').first()).toBeVisible();
  await show('link chart');
  await shown('palette', 'Control+KeyK');
  await page.keyboard.press('Control+KeyP');
  await expect(page.locator('.paper-view')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  await show('paper');
  for (const view of views) {
    const menu = page.getByRole('button', { name: say('Open a view'), exact: true }).first();
    await menu.focus();
    await page.keyboard.press('Enter');
    const entry = page.getByRole('menuitem', { name: say(view), exact: true });
    await expect(entry).toBeVisible();
    for (let i = 0; i < 30 && !(await entry.evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: say(view), exact: true })).toHaveAttribute('aria-selected', 'true');
    // What a view loads is there when it stops saying that it loads.
    await page.waitForTimeout(500);
    await show(view.toLowerCase());
  }
}
