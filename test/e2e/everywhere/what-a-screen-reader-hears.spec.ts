import type { Page } from '@playwright/test';
import { expect, sitDown, test } from '../../support/browser.ts';
import { chooseTable, handed, nextCheck } from '../journeys/analyst-steps.ts';
import { openView } from '../table-steps.ts';

test.setTimeout(120_000);

const panel = (page: Page, name: string) => page.getByRole('tabpanel', { name, exact: true });

async function openSample(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
}

test('the start page says what is here, the ways in, and what is kept where', async ({ page }) => {
  await sitDown(page);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - button "Skip to the main part"
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - note "Classification"
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner "Program bar":
      - link "Skein"
      - button /Find a case or a command/
      - button /Light or dark/
      - button "All shortcuts"
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - region "Cases":
        - heading "Cases on this computer" [level=1]
        - heading /Samples/ [level=2]
        - list:
          - listitem:
            - button /Blue Kestrel, worked out/
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - complementary "Ways in":
      - button /New case/
      - button /Open case package/
      - button /Import data into a new case/
      - region "Storage":
        - heading "Storage" [level=3]
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - contentinfo "Status":
      - text: 0 cases
      - status
  `);
});

test('the workspace names its regions, its chart with how much is on it, the item with the focus, and its paper', async ({
  page,
}) => {
  await openSample(page);
  const chart = page.getByRole('application');
  await chart.focus();
  await page.keyboard.press('PageDown');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - button "Skip to the main part"
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - note "Classification": /RESTRICTED/
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner "Program bar":
      - link "Skein"
      - button "Blue Kestrel"
      - button /Find an entity or a command/
      - button /^Undo/
      - button "Redo" [disabled]
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - complementary "Explorer":
      - search:
        - searchbox "Search this case"
      - region "Entities":
        - heading "Entities" [level=3]
        - list:
          - listitem:
            - button "Persons"
            - text: "33"
      - region "Charts":
        - heading "Charts" [level=3]
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - separator "Width of Explorer"
      - region "Views":
        - tablist "Open views":
          - tab /^Association chart/ [selected]
        - button "Open a view"
      - separator "Width of Inspector"
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - complementary "Inspector":
      - heading "Sok Vannara" [level=2]
      - region "Basis":
        - heading "Basis" [level=3]
        - button "KR/2026/001"
        - button "State a basis"
      - region "Name":
        - textbox "Name": Sok Vannara
      - region "Links"
      - region "Notes"
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - contentinfo "Status":
      - text: 1 selected
      - status
      - text: /^Saved .* change 480$/
  `);

  await expect(panel(page, 'Link chart')).toMatchAriaSnapshot(`
    - tabpanel "Link chart":
      - toolbar "Chart tools":
        - button "Entity"
        - button "Link"
        - button "Layout"
        - radiogroup "Links between the same two":
          - radio "Single" [checked]
      - group /^Association chart/:
        - application /^Association chart.* link chart with 45 items and 123 links$/
        - region "Legend"
        - group "Zoom":
          - button "Zoom out"
          - button /%$/
          - button "Zoom in"
        - paragraph: /^Arrow keys follow the links/
        - status: /^Sok Vannara, Person, 16 links, 1 of 45$/
  `);

  await page.keyboard.press('Control+KeyP');
  await expect(page.locator('.paper-view')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  await expect(panel(page, 'Print and export')).toMatchAriaSnapshot(`
    - tabpanel "Print and export":
      - region "Sheet":
        - radiogroup "Size of the sheet":
          - radio "A4" [checked]
        - radiogroup "Orientation":
          - radio "Landscape" [checked]
          - radio "Portrait"
        - radiogroup "Ink":
          - radio "Colour" [checked]
          - radio "Black and white"
      - region "Print or save":
        - button "Print"
        - button "Save as PDF"
        - button "Save as SVG"
        - button "Save as PNG"
      - region "On the sheet":
        - term: Entities
        - definition: "45"
        - term: Links
        - definition: "123"
        - term: Marking
        - definition: /RESTRICTED/
  `);
});

test('table, results and history are grids with named columns, and each column has a named filter', async ({
  page,
}) => {
  await openSample(page);
  await openView(page, 'Table');
  await expect(panel(page, 'Table')).toMatchAriaSnapshot(`
    - tabpanel "Table":
      - radiogroup "What the table shows":
        - radio "Entities" [checked]
        - radio "Events"
        - radio "Links"
        - radio "Sources"
      - status: 73 of 73
      - button "Add a column"
      - button "Export CSV"
      - grid "Entities":
        - rowgroup:
          - row:
            - columnheader "Name"
            - columnheader "Type"
            - columnheader "Status"
          - row:
            - gridcell:
              - textbox "Filter Name"
            - gridcell:
              - textbox "Filter Type"
        - rowgroup:
          - row /Aldo Ferrant Person/:
            - gridcell "Aldo Ferrant"
            - gridcell "Person"
  `);

  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  await expect(page.getByRole('grid', { name: 'Betweenness' })).toBeVisible({ timeout: 20_000 });
  await expect(panel(page, 'Results')).toMatchAriaSnapshot(`
    - tabpanel "Results":
      - region "What do you want to know?":
        - button "Who would be missed most?"
        - button "Who are the crew?"
      - region "Scope":
        - combobox "Scope":
          - option "Whole case" [selected]
        - checkbox /Who is in question only/
        - checkbox "Confirmed links only"
        - text: /arrows ignored · not weighted/
        - button "Options"
        - button "Compute"
      - region "All measures":
        - textbox "Find a measure"
        - heading "Position"
        - button /Degree$/
        - button /Add as a column. Degree/
        - heading "Brokers"
        - button /Betweenness$/ [pressed]
        - combobox "Length of a link"
        - heading "Groups"
        - button /Louvain$/
      - button "Size the chart"
      - button "Save as CSV"
      - text: /27 of 171 links in this scope are not confirmed/
      - grid "Betweenness":
        - rowgroup:
          - row:
            - columnheader "#"
            - columnheader "Entity"
            - columnheader "Betweenness"
        - rowgroup:
          - row /^1 Sok Vannara/:
            - gridcell "1"
            - gridcell "Sok Vannara"
      - text: /For every pair of others/
      - button "Copy for the report"
  `);

  await openView(page, 'History');
  await expect(panel(page, 'History')).toMatchAriaSnapshot(`
    - tabpanel "History":
      - text: /^Head 480 /
      - textbox "As it was on"
      - button "Show"
      - button "Verify"
      - grid "Changes, newest first":
        - rowgroup:
          - row:
            - columnheader "No."
            - columnheader "What"
            - columnheader "Marks"
            - columnheader "When"
            - columnheader "Who"
        - rowgroup:
          - row /^480 Arrange a chart/:
            - gridcell "480"
            - gridcell "Arrange a chart"
      - complementary
  `);
});

test('an import says what each column becomes, what it would make, and accounts for every row', async ({ page }) => {
  page.on('filechooser', () => undefined);
  await openSample(page);
  await openView(page, 'Import');
  await expect(panel(page, 'Import')).toMatchAriaSnapshot(`
    - tabpanel "Import":
      - text: /Nothing to import yet/
      - button /Choose a file/
  `);
  await chooseTable(page, handed('calls.csv', 'from,to,count\nMara Quill,Sok Vannara,3\n,Sok Vannara,1\n'));
  await expect(panel(page, 'Import').getByRole('button', { name: 'Next: check' })).toBeEnabled({ timeout: 20_000 });
  await expect(panel(page, 'Import')).toMatchAriaSnapshot(`
    - tabpanel "Import":
      - text: /Import calls\\.csv/
      - radiogroup "Each row is":
        - radio "a link" [checked]
        - radio "an entity"
      - combobox "Encoding"
      - combobox "Delimiter"
      - textbox "Header row (0 = none)": "1"
      - table:
        - rowgroup:
          - row:
            - columnheader "Column in file"
            - columnheader "Becomes"
        - rowgroup:
          - row:
            - rowheader "from"
            - cell:
              - combobox /^Becomes. from$/
      - table "First rows":
        - rowgroup:
          - row:
            - columnheader "Row"
            - columnheader "from"
      - text: /Nothing is written before the last step/
      - button "Cancel"
      - button /^Next. check$/
  `);
  await nextCheck(page).click();
  await expect(panel(page, 'Import')).toMatchAriaSnapshot(`
    - tabpanel "Import":
      - combobox "Put the entities"
      - region "This import will make":
        - term: Entities
        - definition: 1 new, 1 known
        - term: Links
        - definition: "1"
      - region "Known already":
        - table:
          - rowgroup:
            - row:
              - cell "Sok Vannara"
      - region "Rejected rows":
        - table:
          - rowgroup:
            - row:
              - cell /one end of the link is empty/
      - region "Not data":
        - paragraph: 1 header line
      - text: /1 accepted \\+ 1 rejected \\+ 1 not data = 3 in the file/
      - button "Back"
      - button "Import 1 row"
  `);
});
