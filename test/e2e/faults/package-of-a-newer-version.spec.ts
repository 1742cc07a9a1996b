import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { canonicalBytes, parseCanonical } from '#domain/change/canonical';
import { EntryWriter, zipPieces } from '#exchange/case-package/zip-writer';
import { expect, sitDown, test } from '../../support/browser.ts';
import { dataFile, dropFile } from '../journeys/analyst-steps.ts';

/** The golden package with another manifest, its zip and checksums made to fit. */
function withManifest(more: object): Buffer {
  const entries: Record<string, Uint8Array> = unzipSync(
    new Uint8Array(readFileSync(dataFile('packages/v1/golden.skein'))),
  );
  const manifest = parseCanonical<object>(entries['manifest.json']!);
  entries['manifest.json'] = canonicalBytes({ ...manifest, ...more });
  const zipped = Object.entries(entries).map(([path, bytes]) => {
    const writer = new EntryWriter(path, path === 'mimetype' ? 0 : 8);
    writer.write(bytes);
    return writer.close();
  });
  return Buffer.concat([...zipPieces(zipped)]);
}

test('a package of a newer version is refused as such, writes nothing and offers no rescue; one that may be read is read', async ({
  page,
}) => {
  await sitDown(page);
  await dropFile(page, 'newer.skein', withManifest({ version: 5, minimumReader: 4 }));
  const refused = page.getByRole('dialog', { name: 'The case package was not opened' });
  await expect(refused).toContainText(/newer version/);
  await expect(refused).toContainText('Nothing was written');
  await expect(refused.getByRole('button', { name: /Rescue/ })).toHaveCount(0);
  await refused.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('No cases yet')).toBeVisible();

  await dropFile(page, 'readable.skein', withManifest({ version: 2 }));
  await expect(page).toHaveURL(/#\/case\//);

  // The same again: it is here already, and is opened twice only as a copy.
  await page.keyboard.press('Alt+Home');
  await dropFile(page, 'readable.skein', withManifest({ version: 2 }));
  const here = page.getByRole('dialog', { name: 'This case is here already' });
  await expect(here).toContainText('Harbour');
  await here.getByRole('button', { name: 'Open the package as a copy' }).click();
  await expect(page).toHaveURL(/#\/case\//);
  await page.keyboard.press('Alt+Home');
  await expect(page.getByRole('row', { name: /Harbour/ })).toHaveCount(2);
});
