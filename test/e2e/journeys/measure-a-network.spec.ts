import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { inEnglish } from '../../support/any-language.ts';
import { expect, test } from '../../support/browser.ts';
import {
  beginCase,
  changeNumber,
  chooseTable,
  dataFile,
  expectChange,
  expectEntities,
  expectedOf,
  handed,
  importRows,
  nextCheck,
  openView,
  said,
} from './analyst-steps.ts';

test.setTimeout(90_000);

interface Published {
  readonly undirected: {
    readonly graph: { readonly nodes: number };
    readonly node_metrics: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly communities: { readonly louvain_igraph: { readonly modularity: number; readonly communities: number } };
  };
}

const { undirected: published } = expectedOf('koschade_bali2002') as Published;

/** Each question of the view, with the published figure it must agree with. Arrows do not count, so in and out are the same. */
const questions: readonly (readonly [question: string, measure: string, figure: string])[] = [
  ['Who has links with the most others?', 'Degree', 'degree'],
  ['Who is contacted, paid or named by the most others?', 'In-degree', 'degree'],
  ['Who contacts, pays or names the most others?', 'Out-degree', 'degree'],
  ['Who has the most contact altogether?', 'Strength (weighted degree)', 'strength'],
  ['Towards whom does the most flow?', 'In-strength', 'strength'],
  ['From whom does the most flow?', 'Out-strength', 'strength'],
  ['Who stands between the others: the broker', 'Betweenness', 'betweenness_raw'],
  ['Who can be reached from everywhere', 'Closeness', 'closeness_wasserman_faust'],
  ['Who is near to many', 'Harmonic closeness', 'harmonic_raw'],
  ['Who belongs to the dense core', 'Coreness', 'core_number'],
];
/** These weigh links too; they are asked with weights off. */
const unweighted: typeof questions = [
  [
    'Who is linked with those who are well linked themselves?',
    'Eigenvector centrality',
    'eigenvector_max1_largest_component',
  ],
  ['Where would someone end up', 'PageRank', 'pagerank_0.85'],
  ['Do the contacts of this one know each other?', 'Clustering coefficient', 'clustering_local'],
  ['Whose contacts are so closely knit', 'Constraint', 'burt_constraint'],
];

/** Rank, name and value of the first row of the answer. */
async function firstRow(page: Page, measure: string): Promise<string[]> {
  return await answerOf(page, measure).getByRole('row').nth(2).getByRole('gridcell').allTextContents();
}

const answerOf = (page: Page, measure: string): Locator => page.getByRole('grid', { name: measure, exact: true });

async function expectTop(page: Page, [question, measure, figure]: (typeof questions)[number]): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${question.replaceAll('?', '\\?')}`) }).click();
  await expect(answerOf(page, measure)).toBeVisible({ timeout: 20_000 });
  const values = published.node_metrics[figure]!;
  const largest = Math.max(...Object.values(values));
  const [rank, name, value] = await firstRow(page, measure);
  expect(rank, measure).toBe('1');
  const written = value!.replaceAll(',', '');
  // All six digits that are written.
  expect(Math.abs(Number(written) - largest), `${measure}: ${value}`).toBeLessThanOrEqual(
    10 ** -(written.split('.')[1]?.length ?? 0) / 2 + 1e-9,
  );
  expect(values[name!.trim()], `${measure} of ${name}`).toBe(largest);
}

async function koschade(page: Page): Promise<void> {
  await beginCase(page, 'October');
  await chooseTable(page, dataFile('koschade_bali2002/edges.csv'));
  // The strength of contact is taken as how often: so links can weigh.
  await page.getByRole('combobox', { name: 'Becomes: weight' }).selectOption('Count', { timeout: 20_000 });
  await nextCheck(page).click();
  await page.getByRole('checkbox', { name: 'Lay them out' }).uncheck();
  await importRows(page).click();
  await expectEntities(page, published.graph.nodes);
}

test('every question is answered with the published figure', async ({ page }, info) => {
  await koschade(page);
  await openView(page, 'Results');
  for (const each of unweighted) await expectTop(page, each);
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('combobox', { name: 'Weights' }).selectOption('weighed by counts');
  for (const each of questions) await expectTop(page, each);

  await page.getByRole('button', { name: /^Which separate part of the network/ }).click();
  await expect(answerOf(page, 'Component').getByRole('row')).toHaveCount(2 + published.graph.nodes);

  // What stands in the file is what stands on the screen.
  await expectTop(page, questions[6]!);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const path = info.outputPath('results.csv');
  await (await downloading).saveAs(path);
  const [head, ...lines] = inEnglish(readFileSync(path, 'utf8'))
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  expect(head).toBe('#,Entity,Type,Betweenness,Links');
  const [rank, name, type, value] = lines[0]!.split(',');
  expect([rank, name, type]).toEqual(['1', 'SAMUDRA', 'Person']);
  expect(Number(value)).toBeCloseTo(published.node_metrics.betweenness_raw!.SAMUDRA!, 6);
  const named = lines.slice(0, published.graph.nodes).map((line) => line.split(',')[1]);
  expect(new Set(named)).toEqual(new Set(Object.keys(published.node_metrics.degree!)));
});

test('the chart is sized by degree, coloured and outlined by groups, each taken back with one undo', async ({
  page,
}) => {
  await koschade(page);
  const legend = page.getByRole('region', { name: 'Legend' });
  const chart = page.getByRole('tab', { name: 'Chart 1' });
  const results = page.getByRole('tab', { name: 'Results' });
  await openView(page, 'Results');

  await expectTop(page, questions[0]!);
  const before = await changeNumber(page);
  await page.getByRole('button', { name: 'Size the chart' }).click();
  await expectChange(page, before + 1);
  await expect(said(page)).toContainText('One undo takes it back');
  await chart.click();
  await expect(legend).toContainText('Size: Degree');
  await expect(legend).toContainText(/Smallest circle \S.*, largest \d/);
  await page.keyboard.press('Control+z');
  await expectChange(page, before + 2);
  await expect(legend).not.toContainText('Size:');

  await results.click();
  await page.getByRole('button', { name: /^Which groups have more contact/ }).click();
  const { modularity, communities } = published.communities.louvain_igraph;
  await expect(page.getByText(`${communities} groups, modularity ${modularity.toFixed(4)}`)).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'Colour the chart' }).click();
  await expectChange(page, before + 3);
  await chart.click();
  for (const name of [1, 2, 3]) await expect(legend).toContainText(`Group ${name}`);
  await page.keyboard.press('Control+z');
  await expectChange(page, before + 4);
  await expect(legend).not.toContainText('Colour');

  await results.click();
  await page.getByRole('button', { name: 'Outline the groups' }).click();
  await expectChange(page, before + 5);
  await expect(page.getByRole('button', { name: 'Undo: Group items' })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expectChange(page, before + 6);
});

/** Too much to reckon at once: 6,000 persons, each linked with the next ones in steps of a fixed pattern. */
function large(): string {
  const lines = ['from,to'];
  for (let i = 0; i < 6000; i++) {
    for (const step of [1, 7, 101, 1009]) lines.push(`N${i},N${(i * 3 + step) % 6000}`);
  }
  return lines.join('\n');
}

test('a long question is cancelled mid-way, says so, and leaves the answer before', async ({ page }) => {
  await beginCase(page, 'Long');
  await chooseTable(page, handed('large.csv', large()));
  await nextCheck(page).click({ timeout: 30_000 });
  await page.getByRole('combobox', { name: 'Put the entities' }).selectOption('on no chart', { timeout: 30_000 });
  await expect(importRows(page)).toBeEnabled({ timeout: 30_000 });
  await importRows(page).click();
  await expectEntities(page, 6000, 0);
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who has links with the most others/ }).click();
  await expect(answerOf(page, 'Degree')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  const job = said(page).locator('.job');
  await expect(job).toContainText(/Betweenness, .* of /);
  await job.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. The result before stays.')).toBeVisible();
  await expect(answerOf(page, 'Degree')).toBeVisible();
  await expect(job).toBeHidden();
});
