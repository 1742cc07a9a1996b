import { expect, test } from '../support/browser.ts';
import { addEntity, chartOf, expectOnChart, goTo, linkWith, newCase } from './link-chart-steps.ts';

const entities: readonly (readonly [number, string])[] = [
  [1, 'SOK Dara'],
  [1, 'HENG Maly'],
  [1, 'CHAN Vuthy'],
  [1, 'PEN Sophea'],
  [3, '+855 12 900 127'],
  [3, '+855 12 900 114'],
  [2, 'Reang Marine Supply'],
  [4, 'FV Bintang 7'],
  [7, 'ACLEDA 0001-7718'],
  [6, 'Koh Srae jetty'],
];
const links: readonly (readonly [string, string, string])[] = [
  ['SOK Dara', 'HENG Maly', 'directs'],
  ['SOK Dara', 'CHAN Vuthy', 'directs'],
  ['SOK Dara', 'PEN Sophea', 'paid'],
  ['SOK Dara', '900 127', 'uses'],
  ['HENG Maly', '900 114', 'uses'],
  ['+855 12 900 127', '900 114', 'called'],
  ['CHAN Vuthy', 'Reang Marine', 'member of'],
  ['CHAN Vuthy', 'Bintang', 'crewed'],
  ['PEN Sophea', 'ACLEDA', 'owns'],
  ['FV Bintang 7', 'Koh Srae', 'seen at'],
  ['Reang Marine Supply', 'Bintang', 'owns'],
  ['HENG Maly', 'CHAN Vuthy', 'grew up with'],
];

test('ten entities and twelve links from nothing by keyboard, all undone, all redone, still there after a reload', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await newCase(page, 'Tamarind Coast');
  await expectOnChart(page, 0, 0);
  await expect(chartOf(page)).toBeFocused();

  for (const [key, name] of entities) await addEntity(page, key, name);
  await expectOnChart(page, 10, 0);

  for (const [from, to, kind] of links) {
    await goTo(page, from);
    await linkWith(page, to, kind);
  }
  await expectOnChart(page, 10, 12);
  const legend = page.getByRole('region', { name: 'Legend' });
  await expect(legend).toContainText('Person4');
  await expect(legend).toContainText('unconfirmed12');

  for (let left = 12; left > 0; left--) await page.keyboard.press('Control+KeyZ');
  await expectOnChart(page, 10, 0);
  for (let left = 10; left > 0; left--) await page.keyboard.press('Control+KeyZ');
  await expectOnChart(page, 0, 0);
  await expect(page.getByText('Nothing on this chart yet.')).toBeVisible();

  for (let left = 22; left > 0; left--) await page.keyboard.press('Control+Shift+KeyZ');
  await expectOnChart(page, 10, 12);

  await page.reload();
  await expectOnChart(page, 10, 12);
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('Person4');
});

test('a link is graded and turned, hidden, revealed and deleted with what depends on it, by keyboard', async ({
  page,
}) => {
  await newCase(page, 'Two and a phone');
  await addEntity(page, 1, 'SOK Dara');
  await addEntity(page, 1, 'HENG Maly');
  await addEntity(page, 3, '+855 12 900 127');
  await goTo(page, 'SOK Dara');
  await linkWith(page, 'HENG', 'directs');
  const said = page.locator('.announcer');
  // The new link is selected, so S and D act on it at once.
  await page.keyboard.press('KeyS');
  await expect(said).toHaveText('Strength: tentative.');
  await page.keyboard.press('KeyS');
  await expect(said).toHaveText('Strength: confirmed.');
  await page.keyboard.press('KeyD');
  await expect(said).toHaveText('Direction: back.');
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('confirmed1');

  await goTo(page, 'HENG Maly');
  await page.keyboard.press('KeyH');
  await expectOnChart(page, 2, 0);
  await expect(page.getByRole('button', { name: '1 hidden' })).toBeVisible();
  await page.keyboard.press('Shift+KeyH');
  await expectOnChart(page, 3, 1);

  await goTo(page, 'HENG Maly');
  await page.keyboard.press('Delete');
  const plan = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(plan).toContainText('HENG Maly');
  await expect(plan).toContainText('1 link');
  await plan.getByRole('button', { name: 'Delete 1 record' }).click();
  await expectOnChart(page, 2, 0);
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyZ');
  await expectOnChart(page, 3, 1);
});

test('a double is warned of, and the one there is can be taken instead', async ({ page }) => {
  await newCase(page, 'Doubles');
  await addEntity(page, 1, 'SOK Dara');
  await page.keyboard.press('Digit1');
  await page.keyboard.type('sok  dara');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is already in the case')).toBeVisible();
  await expectOnChart(page, 1, 0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.announcer')).toHaveText('SOK Dara is on this chart already.');
  await expectOnChart(page, 1, 0);
  await page.keyboard.press('Digit1');
  await page.keyboard.type('SOK Dara');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectOnChart(page, 2, 0);
});

test('the shortest path, the neighbours and the whole piece are selected by one key each', async ({ page }) => {
  await newCase(page, 'A chain');
  for (const name of ['A-one', 'B-two', 'C-three', 'D-four', 'E-alone']) await addEntity(page, 1, name);
  for (const [from, to] of [
    ['A-one', 'B-two'],
    ['B-two', 'C-three'],
    ['C-three', 'D-four'],
  ] as const) {
    await goTo(page, from);
    await linkWith(page, to, 'associate');
  }
  const said = page.locator('.announcer');
  await goTo(page, 'A-one');
  await page.keyboard.press('Control+Shift+KeyA');
  await expect(said).toHaveText('4 selected.');
  await goTo(page, 'B-two');
  await page.keyboard.press('KeyN');
  await expect(said).toHaveText('3 selected.');

  // The list beside the chart says the same; two chosen there are the ends of the path.
  await page.getByRole('button', { name: 'List of what is on the chart' }).click();
  const items = page.getByRole('listbox', { name: 'Items' });
  await items.getByRole('option', { name: /A-one/ }).click();
  await items.getByRole('option', { name: /D-four/ }).click({ modifiers: ['Control'] });
  await items.focus();
  await page.keyboard.press('KeyP');
  await expect(said).toHaveText('Path of 3 links.');
  await expect(items.getByRole('option', { selected: true })).toHaveCount(4);
});
