import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readPackage } from '#exchange/case-package/index';
import { expect } from '../../support/browser.ts';
import { changeNumber, chartOf } from '../journeys/analyst-steps.ts';
import { addEntity } from '../link-chart-steps.ts';

/** Persons of these names on the chart in front, each saved before the next; the change number after the last. */
export async function addPersons(page: Page, ...names: readonly string[]): Promise<number> {
  await chartOf(page).focus();
  for (const name of names) {
    const before = await changeNumber(page);
    await addEntity(page, 1, name);
    await expect.poll(() => changeNumber(page)).toBeGreaterThan(before);
  }
  return changeNumber(page);
}

/** Names a new person and does not wait for the disk. */
export async function beginPerson(page: Page, name: string): Promise<void> {
  await chartOf(page).focus();
  await page.keyboard.press('Digit1');
  // As pasted: a long name letter by letter would take longer than the fault.
  await page.keyboard.insertText(name);
  await page.keyboard.press('Enter');
}

export const banner = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('button') });

/** Presses something that downloads a case package, and reads it as another computer would. */
export async function savedCopy(page: Page, press: () => Promise<void>, path: string) {
  const downloading = page.waitForEvent('download');
  await press();
  await (await downloading).saveAs(path);
  const read = await readPackage(new Uint8Array(readFileSync(path)));
  if (!read.ok) throw new Error(`the copy was refused: ${read.code}`);
  return read;
}

/** Labels of all entities of a package, in order. */
export function labelsIn(read: Awaited<ReturnType<typeof savedCopy>>): string[] {
  return [...read.state.idsOf('entity')].map((id) => read.state.entity(id)?.label ?? '').sort();
}
