import { expect, test } from '../../support/browser.ts';
import { addEntity, goTo, linkWith } from '../link-chart-steps.ts';
import { beginCase, changeNumber, chartOf, expectChange, expectEntities, expectOnChart } from './analyst-steps.ts';

test.setTimeout(90_000);

test('ten acts are undone to the empty case and redone to what they made', async ({ page }) => {
  await beginCase(page, 'There and back');
  const empty = await changeNumber(page);
  await chartOf(page).focus();
  const names = ['Anna', 'Boran', 'Chea', 'Dara'];
  for (const name of names) await addEntity(page, 1, name);
  for (const [who, whom] of [
    ['Dara', 'Anna'],
    ['Anna', 'Boran'],
    ['Boran', 'Chea'],
  ] as const) {
    await goTo(page, who);
    await linkWith(page, whom, 'Knows');
  }
  await expectChange(page, empty + 7);
  await goTo(page, 'Anna');
  for (const [i, key] of ['KeyK', 'KeyH', 'Shift+KeyH'].entries()) {
    await page.keyboard.press(key);
    await expectChange(page, empty + 8 + i);
  }
  const undo = page.getByRole('button', { name: /^Undo/ });
  const redo = page.getByRole('button', { name: /^Redo/ });
  const done = (await changeNumber(page)) - empty;
  expect(done).toBe(10);
  await expectEntities(page, 4);
  await expectOnChart(page, 4, 3);
  const shown = await chartOf(page).getAttribute('aria-label');

  for (let i = 1; i <= done; i++) {
    await undo.click();
    await expectChange(page, empty + done + i);
  }
  await expectEntities(page, 0);
  await expectOnChart(page, 0, 0);
  await page.reload();
  await expectEntities(page, 0);
  await expectChange(page, empty + 2 * done);

  for (let i = 1; i <= done; i++) {
    await redo.click();
    await expectChange(page, empty + 2 * done + i);
  }
  await expect(redo).toBeDisabled();
  await expectEntities(page, 4);
  await expect(chartOf(page)).toHaveAttribute('aria-label', shown!);
});
