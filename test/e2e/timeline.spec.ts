import type { Locator, Page } from '@playwright/test';
import { expect, sitDown, test } from '../support/browser.ts';
import { openView } from './table-steps.ts';

const board = (page: Page): Locator => page.locator('.timeline-canvas');
const said = (page: Page): Locator => page.locator('.timeline-view [role="status"]');

/** The worked sample case, on its timeline. */
async function kestrelTimeline(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.getByRole('application')).toBeVisible();
  await openView(page, 'Timeline');
  await expect(board(page)).toHaveAccessibleName(/^Timeline, lines: 12, dated: \d+, undated: \d+/);
}

/** Walks right on the first line until what is said begins with this. */
async function walkTo(page: Page, what: string): Promise<void> {
  await board(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  for (let i = 0; i < 60; i++) {
    if ((await said(page).textContent())?.startsWith(what)) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`${what} is not on the line`);
}

test('the timeline of the sample case by keyboard: walk, select, and find it selected in table and inspector', async ({
  page,
}) => {
  await kestrelTimeline(page);
  await walkTo(page, 'Coordinator pays the forger in cash');
  await expect(said(page)).toHaveText(/2026-03-17/);
  await page.keyboard.press('Enter');
  // Everywhere the same selection: the status line, the inspector, the row of the table beside.
  await expect(page.getByText('1 selected')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Coordinator pays the forger in cash' })).toBeVisible();
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Coordinator pays the forger in cash' });
  await expect(row).toHaveAttribute('aria-selected', 'true');

  // From ten weeks to seconds with the keys, and back.
  const name = () => board(page).getAttribute('aria-label');
  const before = await name();
  for (let i = 0; i < 12; i++) await page.keyboard.press('Equal');
  await expect.poll(name).not.toBe(before);
  await page.keyboard.press('KeyF');
  await expect.poll(name).toBe(before);
});

test('lines are chosen from the selection, ordered, and shown in the Buddhist era on request', async ({ page }) => {
  await kestrelTimeline(page);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Buddhist era' }).click();
  await expect(page.getByText('UTC+07:00 · Buddhist era · lines: 12 of 112')).toBeVisible();
  await walkTo(page, 'Coordinator pays the forger in cash');
  await expect(said(page)).toHaveText(/2569-03-17/);

  // Two lines only: those of the names at the left that were pressed.
  const box = (await board(page).boundingBox())!;
  await page.mouse.click(box.x + 60, box.y + 34);
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Only the selection' }).click();
  await expect(board(page)).toHaveAccessibleName(/^Timeline, lines: 1,/);
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'The busiest of the chart' }).click();
  await expect(board(page)).toHaveAccessibleName(/^Timeline, lines: 12,/);
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'By contacts' }).click();
  await expect(board(page)).toHaveAccessibleName(/^Timeline, lines: 12,/);
});

test('a window in time set by keyboard filters chart and table, is played step by step, and is cleared', async ({
  page,
}) => {
  await kestrelTimeline(page);
  const end = page.getByRole('slider', { name: 'End of the window' });
  await end.focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('PageDown');
  await expect(end).toHaveAttribute('aria-valuetext', '2026-04-20');
  // The one filter holds the window: the explorer shows its dates, the figures follow it.
  await expect(page.locator('#explorer-filters').getByLabel('To', { exact: true })).toHaveValue('2026-04-20');
  await expect(page.getByText(/^Filters hide \d+ of \d+/)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Leave it out of analysis too' })).toBeChecked();

  // One step on: the day of the interdiction comes in.
  await page.getByRole('button', { name: 'One step on' }).click();
  await expect(end).toHaveAttribute('aria-valuetext', '2026-04-21');
  await board(page).focus();
  await page.keyboard.press('Comma');
  await expect(end).toHaveAttribute('aria-valuetext', '2026-04-20');
  await page.keyboard.press('Period');
  await expect(end).toHaveAttribute('aria-valuetext', '2026-04-21');

  await openView(page, 'Table');
  await page.getByText('Links', { exact: true }).first().click();
  const shown = page.getByText(/^\d+ of 289$/);
  await expect(shown).not.toHaveText('289 of 289');
  await page.getByRole('tab', { name: 'Timeline' }).click();

  // Played from there it goes on by itself, and stops when asked.
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(end).toHaveAttribute('aria-valuetext', '2026-04-23');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Clear the window' }).click();
  await expect(page.locator('#explorer-filters').getByLabel('To', { exact: true })).toHaveValue('');
  // Nothing of the window is left: figures no longer follow the filter, and there is nothing to clear.
  await expect(page.getByRole('checkbox', { name: 'Leave it out of analysis too' })).not.toBeChecked();
  await expect(page.locator('#explorer-filters').getByRole('button', { name: 'Clear' })).toHaveCount(0);
});

test('the table beside the lines follows the window, and playing begins with the first event or link', async ({
  page,
}) => {
  await kestrelTimeline(page);
  const end = page.getByRole('slider', { name: 'End of the window' });
  const grid = page.getByRole('grid', { name: 'Table of what is on the lines' });
  const rows = async () => Number(await grid.getAttribute('aria-rowcount'));
  await expect.poll(rows).toBeGreaterThan(40);
  const all = await rows();
  await page.getByRole('button', { name: 'One step on' }).click();
  // A link that lasts from January on is no reason to begin there.
  await expect(end).toHaveAttribute('aria-valuetext', /^2026-0[23]/);
  await expect.poll(rows).toBeLessThan(all);
  await expect(grid.getByRole('gridcell', { name: /^(event|link)$/ }).first()).toBeVisible();
  const early = await rows();
  await end.focus();
  await page.keyboard.press('PageUp');
  await expect.poll(rows).toBeGreaterThan(early);
});

test('the timeline is printed by its own button; sheet and tab are named after it and say how many lines it has', async ({
  page,
}) => {
  await kestrelTimeline(page);
  await page.locator('.timeline-view').getByRole('button', { name: 'Print the timeline' }).click();
  await expect(page.getByRole('tab', { name: 'Timeline · Print and export' })).toHaveAttribute('aria-selected', 'true');
  const sheet = page.getByRole('img', { name: /^Sheet as it will be printed/ });
  await expect(sheet.getByText('Timeline · Blue Kestrel').first()).toBeVisible();
  await expect(sheet.getByText(/^Lines: 12 of 112, the busiest of/).first()).toBeVisible();
});

test('a window drawn along the axis of the lines, then moved to a day later by keyboard', async ({ page }) => {
  await kestrelTimeline(page);
  const box = (await board(page).boundingBox())!;
  await page.mouse.move(box.x + 460, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 520, box.y + 8, { steps: 4 });
  await page.mouse.up();
  const begin = page.getByRole('slider', { name: 'Beginning of the window' });
  const from = page.locator('#explorer-filters').getByLabel('From', { exact: true });
  await expect(from).toHaveValue(/^2026-\d\d-\d\d$/);
  const first = await from.inputValue();
  await begin.focus();
  await page.keyboard.press('ArrowRight');
  await expect(from).not.toHaveValue(first);
});

test('a time is changed in its dialog and by hand, each one undo', async ({ page }) => {
  await kestrelTimeline(page);
  const what = 'Coordinator pays the forger in cash';
  await walkTo(page, what);
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: `When: ${what}` });
  await dialog.getByLabel('Latest').fill('2026-03-10');
  // What cannot be is said before it is written.
  await expect(dialog.getByText('It ends (2026-03-10) before it starts (2026-03-17).')).toBeVisible();
  await dialog.getByLabel('Latest').fill('2026-03-19');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: what });
  // A payment happens at one moment: two days say that nobody knows which.
  await expect(row).toContainText('between 2026-03-17 and 2026-03-19');
  await page.keyboard.press('Control+KeyZ');
  await expect(row).not.toContainText('2026-03-19');

  // By hand: zoomed in on it, selected, and drawn to the right.
  await walkTo(page, what);
  await page.keyboard.press('Enter');
  for (let i = 0; i < 11; i++) await page.keyboard.press('Equal');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(300);
  const at = await page.evaluate(() => {
    const frame = document.querySelector('.timeline-canvas')!.getBoundingClientRect();
    return { x: frame.x, y: frame.y, width: frame.width, height: frame.height };
  });
  // The selected mark is found by its pointer text, as a hand finds it.
  const tip = page.locator('.timeline-tip');
  let found = false;
  for (let y = at.y + 26; y < at.y + 120 && !found; y += 8)
    for (let x = at.x + 180; x < at.x + 700 && !found; x += 8) {
      await page.mouse.move(x, y);
      found = (await tip.count()) > 0 && ((await tip.textContent()) ?? '').startsWith(what);
      if (found) {
        await page.mouse.move(x + 14, y);
        await page.mouse.down();
        await page.mouse.move(x + 200, y, { steps: 5 });
        await page.mouse.up();
      }
    }
  expect(found).toBe(true);
  await expect(row).not.toContainText('2026-03-17');
  await page.keyboard.press('Control+KeyZ');
  await expect(row).toContainText('2026-03-17');
});

test('whether it lasted or happened some time between is said in dialog, inspector and table, and stands on the line', async ({
  page,
}) => {
  await kestrelTimeline(page);
  const what = 'First money for 14 paid in';
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: what });
  await expect(row).toContainText(/between 2026-03-06 and 2026-03-\d\d/);
  await expect(row).toContainText('some time between');
  await row.getByRole('gridcell').first().click();
  const inspector = page.locator('.inspector');
  const meaning = inspector.getByLabel('The two times mean');
  await expect(meaning).toHaveValue('');
  await expect(meaning.locator('option:checked')).toHaveText('not said; read as: some time between');
  await meaning.selectOption({ label: 'it lasted from one to the other' });
  await expect(row).toContainText(/2026-03-06 to 2026-03-\d\d/);
  await expect(row).toContainText('it lasted');

  // The same in the dialog of the line, by keyboard, and back by undo.
  await row.getByRole('gridcell').first().dblclick();
  await board(page).focus();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: `When: ${what}` });
  await expect(dialog.getByLabel('The two times mean')).toHaveValue('lasted');
  await dialog.getByLabel('The two times mean').selectOption('within');
  await dialog.getByRole('button', { name: 'Set the time' }).click();
  await expect(row).toContainText('some time between');
  await page.keyboard.press('Control+KeyZ');
  await expect(row).toContainText('it lasted');
  await page.keyboard.press('Control+KeyZ');
  await expect(meaning).toHaveValue('');

  // In the list of contacts, what may lie outside the dates asked for says so; what went on over them does not.
  await page.keyboard.press('KeyF');
  const box = (await board(page).boundingBox())!;
  await page.mouse.click(box.x + 60, box.y + 34);
  await openView(page, 'Contacts');
  const tools = page.locator('.tools').filter({ hasText: 'Contacts of' });
  await expect(tools).toContainText('Sok Vannara');
  await tools.getByLabel('From', { exact: true }).fill('2026-04-01');
  await tools.getByLabel('To', { exact: true }).fill('2026-04-02');
  const contacts = page.locator('.contacts-list').getByRole('row');
  await expect(contacts.filter({ hasText: 'perhaps outside' }).first()).toContainText('between');
  await openView(page, 'Table');
  await page.getByRole('radio', { name: 'Events' }).check({ force: true });
  await expect(page.getByRole('columnheader', { name: 'The two times mean' })).toHaveCount(1);
});

test('another zone stands on the axis, and lines are put in order by hand', async ({ page }) => {
  await kestrelTimeline(page);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Time zones …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Time zones beside that of the case' });
  await dialog.getByRole('combobox').fill('Europe/Ber');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Europe/Berlin')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show them' }).click();
  await expect(dialog).toBeHidden();

  await board(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('The line is now number 2 of 12.')).toBeVisible();
});

test('a bar and an hour of the week are pressed, and chart, table and the other picture follow', async ({ page }) => {
  await kestrelTimeline(page);
  await openView(page, 'Activity');
  await expect(page.getByText(/^\d+ dated things in the case$/)).toBeVisible();
  await page.getByLabel('Bars').selectOption({ label: 'weeks' });
  const bars = page.getByRole('group', { name: 'What begins when' });
  const heat = page.getByRole('table', { name: 'What begins at which hour of which weekday' });
  const cell = heat.getByRole('button', { name: /^Tuesday 5:00/ });
  await expect(cell).toHaveText('1');

  // The week of the interdiction: the map now counts that week only.
  await bars.getByRole('button', { name: /^2026-04-20 to 2026-04-26: \d+$/ }).click();
  await expect(page.locator('#explorer-filters').getByLabel('From', { exact: true })).toHaveValue('2026-04-20');
  await expect(page.locator('#explorer-filters').getByLabel('To', { exact: true })).toHaveValue('2026-04-26');
  await cell.click();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(heat.getByRole('button', { name: /^Tuesday 6:00/ })).toBeFocused();

  await openView(page, 'Table');
  await page.getByRole('radio', { name: 'Events' }).check({ force: true });
  // The interdiction, and two events of that week without an hour.
  await expect(page.getByText('3 of 39')).toBeVisible();
  await expect(
    page.getByRole('grid').getByRole('row').filter({ hasText: 'Van stopped, driver arrested' }),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'Activity' }).click();
  await page.getByRole('button', { name: 'Let all hours through' }).click();
  await page.getByRole('button', { name: 'Clear the window' }).click();
  await expect(page.getByText(/^Filters hide/)).toHaveCount(0);
});

/** Presses the name at the left that stands at this height of the canvas, px. */
async function pressName(page: Page, fromTop: number): Promise<void> {
  const box = (await board(page).boundingBox())!;
  await page.mouse.click(box.x + 60, box.y + (fromTop < 0 ? box.height + fromTop : fromTop));
  await expect(page.getByText('1 selected')).toBeVisible();
}

test('bars finer than anybody could press are not drawn, and it says so; all of the time is there', async ({
  page,
}) => {
  await kestrelTimeline(page);
  await openView(page, 'Activity');
  const bars = page.getByRole('group', { name: 'What begins when' }).getByRole('button');
  await page.getByRole('combobox', { name: 'Bars' }).selectOption('weeks');
  await expect(bars).toHaveCount(19);
  await page.getByRole('combobox', { name: 'Bars' }).selectOption('hours');
  await expect(page.getByText('More than 240 bars in hours: drawn as fine as fits.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /^What begins, per day\./ })).toBeVisible();
  await expect(bars).toHaveCount(130);
  await expect(bars.last()).toHaveAccessibleName(/^2026-05-10 to 2026-05-10: \d+$/);
});

test('the legend speaks of every sign that is drawn, at once, and of no other', async ({ page }) => {
  await kestrelTimeline(page);
  const legend = page.getByRole('list', { name: 'Legend' });
  const says = (text: string) => legend.getByText(text);
  await expect(says('several close together')).toBeVisible();
  await expect(says('shortened, with its length')).toHaveCount(0);
  await expect(says('Saturday and Sunday (band)')).toHaveCount(0);
  const spacing = async (name: string) => {
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name }).click();
  };
  await spacing('Empty stretches shortened');
  await expect(says('shortened, with its length')).toBeVisible();
  await expect(says('Saturday and Sunday (band)')).toBeVisible();
  await spacing('One step per moment');
  await expect(says('shortened, with its length')).toHaveCount(0);
  await expect(says('Saturday and Sunday (band)')).toHaveCount(0);
  await spacing('To scale');
  await board(page).focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press('Equal');
  await expect(says('night, 18:00 to 06:00 (bar on the axis)')).toBeVisible();
});

test('eight lines are in sight on a small screen, and the last of them is moved by keyboard', async ({ page }) => {
  expect(page.viewportSize()).toEqual({ width: 1366, height: 768 });
  await kestrelTimeline(page);
  await pressName(page, -30);
  await board(page).focus();
  await page.keyboard.press('Alt+ArrowDown');
  const told = page.getByText(/^The line is now number \d+ of 12\.$/);
  await expect(told).toBeVisible();
  // It was the one before, at least the eighth.
  expect(Number(/number (\d+)/.exec((await told.textContent())!)![1])).toBeGreaterThan(8);

  // Tall lines on request: fewer in sight, nothing on top of another.
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Tall: everything beside each other' }).click();
  await pressName(page, -30);
  await board(page).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(told).toHaveText(/number [2-6] of 12/);
});

test('the timeline shows the same lines after a look at another chart, and after the case was closed', async ({
  page,
}) => {
  await kestrelTimeline(page);
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'By first event' }).click();
  const heading = page.locator('.inspector h2, .inspector h1').first();
  await pressName(page, 34);
  const first = await heading.textContent();
  const lines = board(page);
  const all = await lines.getAttribute('aria-label');

  await page
    .getByRole('button', { name: /^Phones, handset and/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: /^Phones, handset/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(lines).toHaveAttribute('aria-label', all!);
  await page.locator('a.mark').click();
  await page.getByRole('table').getByText('Blue Kestrel', { exact: true }).first().click();
  await expect(page.getByRole('application').first()).toBeVisible();
  await openView(page, 'Timeline');
  await expect(lines).toHaveAttribute('aria-label', all!);
  await pressName(page, 34);
  await expect(heading).toHaveText(first!);
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'By first event' })).toHaveAttribute('aria-checked', 'true');
});

test('a group of the chart is one line, with what its members did', async ({ page }) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.getByRole('application')).toBeVisible();
  const entities = page.locator('#explorer-entities');
  await entities.getByRole('button', { name: 'Persons' }).click();
  await entities.getByRole('button', { name: 'Sok Vannara' }).click();
  await entities.getByRole('button', { name: 'Chea Bopha' }).click({ modifiers: ['Control'] });
  await page.getByRole('application').focus();
  await page.keyboard.press('KeyG');
  await page.keyboard.type('Beach crew');
  await page.keyboard.press('Enter');
  await expect(page.locator('#inspector').getByRole('heading', { name: 'Beach crew' })).toBeVisible();
  await openView(page, 'Timeline');
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Groups of the chart' }).click();
  await expect(board(page)).toHaveAccessibleName(/^Timeline, lines: 1, dated: [1-9]/);
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows.filter({ hasText: 'Sok Vannara' }).first()).toBeVisible();
  await expect(rows.filter({ hasText: 'Chea Bopha' }).first()).toBeVisible();
});

test('how the timeline is looked at is there again after a reload', async ({ page }) => {
  await kestrelTimeline(page);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Buddhist era' }).click();
  const told = page.getByText('UTC+07:00 · Buddhist era · lines: 12 of 112');
  await expect(told).toBeVisible();
  // Kept a moment after the last change.
  await page.waitForTimeout(1200);
  await page.reload();
  await expect(told).toBeVisible();
  // Where it is kept no name of the case stands.
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/Vannara|Kestrel/);
});

test('where one source says that something was and another denies it, both stand side by side with their grades', async ({
  page,
}) => {
  await kestrelTimeline(page);
  await expect(page.getByRole('button', { name: 'Accounts 0' })).toHaveAttribute('aria-disabled', 'true');
  await walkTo(page, 'Coordinator pays the forger in cash');
  await page.keyboard.press('Enter');
  const card = page.getByRole('complementary', { name: 'Inspector' });
  await card.getByRole('button', { name: 'State a basis' }).click();
  const dialog = page.getByRole('dialog', { name: 'State a basis' });
  await dialog.getByLabel('Source', { exact: true }).selectOption({ label: 'New source …' });
  await dialog.getByLabel('Reference of the new source').fill('KR/2026/099');
  await dialog.getByText('denies it', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Accounts 1' }).click();
  const told = page.getByRole('region', { name: 'Told in more than one way' });
  await expect(told.getByRole('heading', { name: /^Coordinator pays the forger in cash/ })).toContainText(
    'One says yes, another no',
  );
  await expect(told.locator('.timeline-told > div')).toHaveCount(2);
  const [says, denies] = [told.locator('.timeline-told > div').first(), told.locator('.timeline-told > div').last()];
  await expect(says).toContainText(/2026-03-17.*KR\/2026\/0\d\d.*says/s);
  await expect(denies).toContainText(/KR\/2026\/099.*denies/s);
  // Beside each other, not one below the other.
  const [left, right] = [(await says.boundingBox())!, (await denies.boundingBox())!];
  expect(right.x).toBeGreaterThanOrEqual(left.x + left.width - 1);
});
