import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/browser.ts';
import {
  beginCase,
  changeNumber,
  chartOf,
  chooseFile,
  expectChange,
  expectEntities,
  expectSums,
  importRows,
  nextCheck,
  openView,
  said,
} from './analyst-steps.ts';

test.setTimeout(240_000);

const MEGABYTE = 1024 * 1024;

/** Operators print what nobody asked for; it makes the rows as long as theirs are. */
const NOTE =
  'National voice call; billed in full; tariff class 04; no roaming partner; subscriber category residential; record type MOC';

/** A table of calls of some 200 MB, as an operator would hand it over. */
function writeLargeTable(path: string): { rows: number } {
  const file = openSync(path, 'w');
  writeSync(file, 'caller,called,began,seconds,cell,note\n');
  let rows = 0;
  for (let written = 0; written < 200 * MEGABYTE; ) {
    const lines: string[] = [];
    for (let i = 0; i < 20_000; i++, rows++) {
      const a = String(85_512_000_000 + ((rows * 7919) % 50_000));
      const b = String(85_517_000_000 + ((rows * 104_729) % 50_000));
      const minute = String(rows % 60).padStart(2, '0');
      lines.push(
        `+${a},+${b},2026-03-${String((rows % 28) + 1).padStart(2, '0')}T08:${minute}:00,${rows % 600},456-01-${rows % 9999},${NOTE}`,
      );
    }
    written += writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
  return { rows };
}

/** Resident memory of each renderer of the browser on this profile, in bytes. */
function renderersOf(profile: string): number[] {
  const parents = new Map<number, number>();
  const commands = new Map<number, string>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const pid = Number(name);
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
      resident.set(pid, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
      commands.set(pid, readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      // Ended meanwhile.
    }
  }
  const mine = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (commands.get(at)?.includes(profile)) return true;
    return false;
  };
  return [...commands]
    .filter(([pid, c]) => c.includes('--type=renderer') && mine(pid))
    .map(([pid]) => resident.get(pid) ?? 0);
}

test('a table of 200 MB is read as a stream, in less than 600 MB, and can be cancelled', async ({ page, desk }) => {
  const folder = mkdtempSync(join(tmpdir(), 'skein-large-'));
  const path = join(folder, 'calls.csv');
  let highest = 0;
  const look = () => {
    highest = Math.max(highest, ...renderersOf(desk.profile));
  };
  try {
    const { rows } = writeLargeTable(path);
    await beginCase(page, 'Large');
    const before = await changeNumber(page);
    look();
    // The way of measuring sees the page at all.
    expect(highest).toBeGreaterThan(20 * MEGABYTE);
    const watch = setInterval(look, 250);
    try {
      await chooseFile(page, 'Control+i', path);
      const form = page.getByText(`rows: ${(rows + 1).toLocaleString('en-GB')} · header in row 1`);
      await expect(form).toBeVisible({ timeout: 150_000 });
      // Read again, and given up on the way.
      const reading = said(page).getByText('Reading calls.csv', { exact: true });
      await page.getByRole('combobox', { name: 'Encoding' }).selectOption('Western (windows-1252)');
      await expect(reading).toBeVisible();
      await expect(said(page).getByRole('progressbar')).toBeVisible();
      await said(page).getByRole('button', { name: 'Cancel' }).click();
      const since = performance.now();
      await expect(page.getByText('The import was cancelled. Nothing was imported.')).toBeVisible();
      await expect(reading).toBeHidden();
      expect(performance.now() - since).toBeLessThan(5_000);
    } finally {
      clearInterval(watch);
    }
    console.log(`highest resident memory of a renderer: ${Math.round(highest / MEGABYTE)} MB`);
    expect(highest).toBeLessThan(600 * MEGABYTE);
    expect(await changeNumber(page)).toBe(before);
    await expectEntities(page, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const ROWS = 100_000;
const PERSONS = 400;

/** What Ctrl+V hands over: a hundred thousand rows from a spreadsheet. */
const paste = (page: Page) =>
  page.evaluate(
    ([rows, persons]) => {
      const lines = ['from\tto\tdate'];
      for (let i = 0; i < rows; i++)
        lines.push(`Person ${i % persons}\tPerson ${(i * 7 + 1) % persons}\t2026-0${(i % 9) + 1}-1${i % 10}`);
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', lines.join('\r\n'));
      (document.activeElement ?? document.body).dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [ROWS, PERSONS] as const,
  );

test('100,000 rows pasted on the chart are a table to import: nothing is written before it is checked', async ({
  page,
}) => {
  await beginCase(page, 'Pasted');
  const before = await changeNumber(page);
  await chartOf(page).focus();
  await paste(page);
  await expect(page.getByText('Import pasted table')).toBeVisible();
  await nextCheck(page).click({ timeout: 60_000 });
  await expectSums(page, ROWS, 0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(chartOf(page)).toBeVisible();
  expect(await changeNumber(page)).toBe(before);
  await expectEntities(page, 0);
});

test('100,000 rows pasted into the import view are brought in, and taken back, as one change', async ({ page }) => {
  await beginCase(page, 'Pasted');
  const before = await changeNumber(page);
  await openView(page, 'Import');
  await expect(page.getByText('Nothing to import yet.')).toBeVisible();
  await paste(page);
  const sum = page.getByRole('checkbox', { name: /^Sum rows/ });
  await sum.setChecked(true, { timeout: 60_000 });
  await nextCheck(page).click();
  await expectSums(page, ROWS, 0);
  await page.getByRole('combobox', { name: 'Put the entities' }).selectOption('on no chart');
  await expectSums(page, ROWS, 0);
  await importRows(page).click({ timeout: 60_000 });
  await expectChange(page, before + 1, 90_000);
  await expectEntities(page, PERSONS, 0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expectChange(page, before + 2, 90_000);
  await expectEntities(page, 0);
});
