import { expect, test } from '../../support/browser.ts';
import { beginCase, chartOf, expectChange } from '../journeys/analyst-steps.ts';
import { addEntity } from '../link-chart-steps.ts';
import { gridOf, openView } from '../table-steps.ts';
import { labelsIn, savedCopy } from './fault-steps.ts';

test('a clock set back between edits: the order stays that of the log, the history says so, nothing is lost', async ({
  page,
}, info) => {
  await page.clock.setSystemTime(new Date('2026-11-22T10:00:00+07:00'));
  await beginCase(page, 'Clock');
  await chartOf(page).focus();
  await addEntity(page, 1, 'Anna');
  await expectChange(page, 2);
  // Two days back, as after an empty battery; then on from there; then put right.
  await page.clock.setSystemTime(new Date('2026-11-20T09:00:00+07:00'));
  await addEntity(page, 1, 'Boran');
  await expectChange(page, 3);
  await page.clock.setSystemTime(new Date('2026-11-20T09:05:00+07:00'));
  await addEntity(page, 1, 'Chea');
  await expectChange(page, 4);
  await page.clock.setSystemTime(new Date('2026-11-22T10:10:00+07:00'));
  await addEntity(page, 1, 'Dara');
  await expectChange(page, 5);

  await openView(page, 'History');
  const rows = gridOf(page).getByRole('row');
  await expect(rows).toHaveCount(7);
  // Newest first, by number, whatever the clock said.
  for (const [at, seq] of [5, 4, 3, 2, 1].entries()) await expect(rows.nth(at + 2)).toContainText(String(seq));
  await expect(gridOf(page).getByText('clock set back')).toHaveCount(1);
  await expect(rows.nth(4)).toContainText('clock set back');
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('All 5 changes were read from the disk and hold.')).toBeVisible();

  const read = await savedCopy(page, () => page.keyboard.press('Control+s'), info.outputPath('clock.skein'));
  expect(labelsIn(read)).toEqual(['Anna', 'Boran', 'Chea', 'Dara']);
  expect(read.head.seq).toBe(5);
  const headers = (await read.log.read(1, 5)).map((c) => JSON.parse(new TextDecoder().decode(c.headerBytes)));
  expect(headers.map((h) => h.seq)).toEqual([1, 2, 3, 4, 5]);
  expect(headers.map((h) => h.clockBack !== undefined)).toEqual([false, false, true, false, false]);
  expect(headers[2].clockBack).toBeGreaterThan(48 * 3_600_000);

  await page.reload();
  await expectChange(page, 5);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expectChange(page, 6);
});
