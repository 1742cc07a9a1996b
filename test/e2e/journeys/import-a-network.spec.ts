import { readFileSync } from 'node:fs';
import { expect, test } from '../../support/browser.ts';
import {
  beginCase,
  bringIn,
  changeNumber,
  chooseTable,
  dataFile,
  dropFile,
  expectChange,
  expectEntities,
  expectedOf,
  expectOnChart,
  expectSums,
  handed,
  importRows,
  nextCheck,
} from './analyst-steps.ts';

test.setTimeout(90_000);

interface Layers {
  readonly wiretap_records: { readonly graph: { readonly nodes: number; readonly edges: number } };
  readonly arrest_warrant: { readonly graph: { readonly edges: number } };
  readonly judgment: { readonly graph: { readonly edges: number } };
}

test('a network of three relations is previewed, mapped, checked, imported, undone, redone and still there after a reload', async ({
  page,
}) => {
  const expected = expectedOf('oversize_drug_mafia') as Layers;
  const links =
    expected.wiretap_records.graph.edges + expected.arrest_warrant.graph.edges + expected.judgment.graph.edges;
  const persons = expected.wiretap_records.graph.nodes;
  const file = dataFile('oversize_drug_mafia/edges_layers.csv');
  await beginCase(page, 'Grey Lantern');
  await dropFile(page, 'edges_layers.csv', readFileSync(file));

  // Look: the form of the file, its columns and its first rows.
  await expect(page.getByText(`rows: ${links + 1} · header in row 1`)).toBeVisible({ timeout: 20_000 });
  const becomes = (column: string) => page.getByRole('combobox', { name: `Becomes: ${column}` });
  await expect(becomes('source')).toContainText('First end');
  await expect(becomes('target')).toContainText('Second end');
  await expect(page.getByRole('rowheader', { name: 'layer' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'First rows' }).getByRole('row')).toHaveCount(21);

  // Check: every row is accounted for, nothing is written yet.
  const before = await changeNumber(page);
  await nextCheck(page).click();
  await expectSums(page, links, 0);
  await expect(page.getByText('1 header line', { exact: true })).toBeVisible();
  await expect(page.getByText('No row is rejected.')).toBeVisible();
  await expect(page.getByText(`${persons} new, 0 known`)).toBeVisible();
  expect(await changeNumber(page)).toBe(before);
  await expectEntities(page, 0);

  // Import: one change.
  await page.getByRole('checkbox', { name: 'Lay them out' }).uncheck();
  await importRows(page).click();
  await expectChange(page, before + 1);
  await expectEntities(page, persons);
  await expectOnChart(page, persons, links);

  await page.keyboard.press('Control+z');
  await expectChange(page, before + 2);
  await expectEntities(page, 0);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expectChange(page, before + 3);
  await expectEntities(page, persons);
  await expectOnChart(page, persons, links);

  await page.reload();
  await expectChange(page, before + 3);
  await expectEntities(page, persons);
  await expectOnChart(page, persons, links);
});

test('a weighted network brought in by its file dialog is laid out on the empty chart', async ({ page }) => {
  const { undirected } = expectedOf('koschade_bali2002') as {
    undirected: { graph: { nodes: number; edges: number } };
  };
  await beginCase(page, 'Monsoon');
  await bringIn(page, dataFile('koschade_bali2002/edges.csv'), true);
  await expectEntities(page, undirected.graph.nodes);
  await expectOnChart(page, undirected.graph.nodes, undirected.graph.edges);
  await expect(page.getByRole('tab', { name: 'Chart 1' })).toBeVisible();
});

test('whether 03/04 is April or March is asked before anything can be imported', async ({ page }) => {
  await beginCase(page, 'Tide table');
  await chooseTable(
    page,
    handed('calls.csv', 'from,to,date\nAnna,Boran,03/04/2026\nBoran,Chea,05/04/2026\nChea,Dara,11/12/2025\n'),
  );
  const question = page.getByRole('group', { name: /day first or month first/ });
  await expect(question).toBeVisible({ timeout: 20_000 });
  await expect(nextCheck(page)).toBeDisabled();
  await question.getByRole('radio', { name: /^Day first/ }).click();
  await expect(question).toBeHidden();
  await nextCheck(page).click();
  await expectSums(page, 3, 0);
  await importRows(page).click();
  await expectEntities(page, 4);
});

test('rejected rows are told with their reason and saved as a file', async ({ page }, info) => {
  await beginCase(page, 'Ledger');
  await chooseTable(
    page,
    handed(
      'contacts.csv',
      'from,to,date\nAnna,Boran,2026-04-03\nBoran,,2026-04-04\nChea,Dara,2026-02-30\nDara,Anna,2026-04-05\n',
    ),
  );
  await nextCheck(page).click({ timeout: 20_000 });
  await expectSums(page, 2, 2);
  await expect(page.getByRole('cell', { name: 'one end of the link is empty' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the rejected rows as CSV' }).click();
  const download = await downloading;
  const path = info.outputPath('rejected.csv');
  await download.saveAs(path);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('Boran');
  expect(text).toContain('2026-02-30');
  expect(text).not.toContain('2026-04-05');
  await importRows(page).click();
  await expectEntities(page, 3);
});
