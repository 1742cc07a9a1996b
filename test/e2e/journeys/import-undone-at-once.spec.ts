import { stateDigest } from '#domain/change/log';
import { spoken } from '../../support/any-language.ts';
import { expect, test } from '../../support/browser.ts';
import { savedCopy } from '../faults/fault-steps.ts';
import {
  beginCase,
  bringIn,
  changeNumber,
  chooseTable,
  dataFile,
  expectChange,
  expectEntities,
  expectOnChart,
  handed,
  importRows,
  nextCheck,
  openView,
  said,
} from './analyst-steps.ts';

test.setTimeout(120_000);

test('an import with its layout is one change: one undo gives the case of before, one redo all of it again', async ({
  page,
}, info) => {
  await beginCase(page, 'Monsoon');
  const digestNow = async (name: string) => {
    const copy = await savedCopy(page, () => page.keyboard.press('Control+s'), info.outputPath(name));
    return { digest: stateDigest(copy.state), places: [...copy.state.allOf('placement')] };
  };
  const before = await changeNumber(page);
  const empty = await digestNow('before.skein');
  await bringIn(page, dataFile('koschade_bali2002/edges.csv'), true);
  await expectChange(page, before + 1);
  await expect(said(page)).toContainText('One undo takes it back');
  await expectOnChart(page, 17, 63);
  const laid = await digestNow('laid-out.skein');
  // Laid out, not on the spiral of the first spread, whose first place is the middle.
  expect(laid.places).toHaveLength(17);
  expect(laid.places.some((p) => p.x === 0 && p.y === 0)).toBe(false);

  await page.keyboard.press('Control+z');
  await expectChange(page, before + 2);
  await expectEntities(page, 0);
  expect((await digestNow('undone.skein')).digest).toBe(empty.digest);

  await page.getByRole('button', { name: /^Redo/ }).click();
  await expectChange(page, before + 3);
  await expectEntities(page, 17);
  expect((await digestNow('redone.skein')).digest).toBe(laid.digest);
});

test('two files of one name, dropped one after the other, share nothing that was chosen', async ({ page }) => {
  await beginCase(page, 'Twins');
  const choose = async (content: string) => {
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+i');
    await (await choosing).setFiles(handed('list.csv', content));
  };
  await choose('from,to\nAnna,Boran\n');
  await page.getByText('an entity', { exact: true }).click({ timeout: 20_000 });
  await expect(page.getByRole('radio', { name: 'an entity' })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Entities are' })).toBeVisible();
  await choose('caller,called\nChea,Dara\n');
  await expect(page.getByRole('rowheader', { name: 'called' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'a link' })).toBeChecked();
  // What a row is can be read, not only heard.
  await expect(page.locator('.import-body').getByText('Each row is', { exact: true })).toBeVisible();
});

test('of several files dropped together, each is brought in, one after the other', async ({ page }) => {
  await beginCase(page, 'Three lists');
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+i');
  await (await choosing).setFiles([
    handed('one.csv', 'from,to\nAnna,Boran\n'),
    handed('two.csv', 'from,to\nBoran,Chea\n'),
  ]);
  await expect(page.getByText('One more file waits.')).toBeVisible({ timeout: 20_000 });
  for (const name of ['one.csv', 'two.csv']) {
    await expect(page.getByText(`Import ${name}`, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Next: check' }).click();
    await page.getByRole('button', { name: 'Import 1 row', exact: true }).click();
  }
  await expectEntities(page, 3);
});

test('a table pasted into the empty import view is read', async ({ page }) => {
  await beginCase(page, 'Pasted');
  await openView(page, 'Import');
  await expect(page.getByText('Nothing to import yet.')).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'from\tto\nAnna\tBoran\n');
    (document.activeElement ?? document.body).dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText('Import pasted table')).toBeVisible();
  await expect(page.getByText('Tab · rows: 2 · header in row 1')).toBeVisible({ timeout: 20_000 });
});

test('a list of persons is taken for entities, a list of calls for links, without being told', async ({ page }) => {
  await beginCase(page, 'Lists');
  for (const [content, kind] of [
    ['name,nationality,born\nSok Dara,KH,1990\nChea Vuthy,KH,1984\n', 'an entity'],
    ['caller,called\nSok Dara,Chea Vuthy\n', 'a link'],
  ] as const) {
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+i');
    await (await choosing).setFiles(handed('list.csv', content));
    await expect(page.getByRole('radio', { name: kind })).toBeChecked({ timeout: 20_000 });
  }
  await page.getByRole('button', { name: 'Next: check' }).click();
  await expect(page.getByRole('button', { name: 'Import 1 row', exact: true })).toBeEnabled();
});

test('the first import goes on the empty chart, the next on one called by its file; what only adds details needs none', async ({
  page,
}) => {
  await beginCase(page, 'Lists');
  const tabs = page.getByRole('tablist', { name: 'Open views' }).getByRole('tab');
  const where = page.getByRole('combobox', { name: 'Put the entities' });
  await chooseTable(page, handed('calls.csv', 'from,to\nAnna,Boran\nBoran,Chea\n'));
  await nextCheck(page).click({ timeout: 20_000 });
  await expect(where.locator('option:checked')).toHaveText('on “Chart 1”');
  await importRows(page).click();
  await expectOnChart(page, 3, 2);
  await expect(tabs).toHaveText(['Chart 1']);

  const before = await changeNumber(page);
  await chooseTable(page, handed('persons.csv', 'name,height\nAnna,171 cm\nBoran,165 cm\n'));
  await nextCheck(page).click({ timeout: 20_000 });
  await expect(page.getByText('for 2 known entities', { exact: true })).toBeVisible();
  await expect(where.locator('option:checked')).toHaveText('on no chart');
  await importRows(page).click();
  await expect(said(page)).toContainText('Details added to 2 known entities. One undo takes it back.');
  await expectChange(page, before + 1);
  await expect(tabs).toHaveText(['Chart 1']);

  await chooseTable(page, handed('more.calls.csv', 'from,to\nDara,Anna\n'));
  await nextCheck(page).click({ timeout: 20_000 });
  await expect(where.locator('option:checked')).toHaveText('on a new chart');
  await importRows(page).click();
  await expect(tabs).toHaveText(['Chart 1', 'more.calls']);
});

test('a case changed while an import stands checked is checked again by itself, and then takes it', async ({
  page,
}) => {
  await beginCase(page, 'Meanwhile');
  await bringIn(page, handed('calls.csv', 'from,to\nAnna,Boran\n'));
  await chooseTable(page, handed('more.csv', 'from,to\nAnna,Chea\nChea,Dara\n'));
  await nextCheck(page).click({ timeout: 20_000 });
  await expect(page.getByText('2 new, 1 known')).toBeVisible();
  // Undone from here: nobody is known any more.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('3 new, 0 known')).toBeVisible();
  await expect(page.getByText('What stands here was checked again just now.')).toBeVisible();
  await importRows(page).click();
  await expectEntities(page, 3);
});

test('left for the mapping while it is checked again, a table stays at its mapping', async ({ page }) => {
  await beginCase(page, 'Meanwhile');
  await bringIn(page, handed('calls.csv', 'from,to\nAnna,Boran\n'));
  const rows = Array.from({ length: 20_000 }, (_, k) => `Person ${k},Person ${k + 1}`);
  await chooseTable(page, handed('more.csv', ['from,to', ...rows].join('\n')));
  await nextCheck(page).click({ timeout: 20_000 });
  await expect(importRows(page)).toBeEnabled({ timeout: 30_000 });
  // At the first moment of the check that begins by itself.
  const left = page.evaluate(
    (back) =>
      new Promise<void>((done) => {
        const body = document.querySelector('.import-body')!;
        new MutationObserver((_, watching) => {
          if (body.getAttribute('aria-busy') !== 'true') return;
          watching.disconnect();
          [...document.querySelectorAll<HTMLElement>('.import-foot button')]
            .find((b) => b.textContent.includes(back))!
            .click();
          done();
        }).observe(body, { attributes: true });
      }),
    spoken('Back'),
  );
  await page.keyboard.press('Control+z');
  await left;
  await expect(nextCheck(page)).toBeEnabled();
  // Longer than the check took: nothing comes of it any more.
  await page.waitForTimeout(3_000);
  await expect(nextCheck(page)).toBeEnabled();
  await expect(importRows(page)).toBeHidden();
  await nextCheck(page).click();
  await expect(importRows(page)).toBeEnabled({ timeout: 30_000 });
});
