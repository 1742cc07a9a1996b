import { expect, test } from '../../support/browser.ts';
import { beginCase, changeNumber, expectChange, expectEntities } from '../journeys/analyst-steps.ts';
import { addEntity } from '../link-chart-steps.ts';
import { addPersons, beginPerson } from './fault-steps.ts';

test('a slow disk: it says saving until the disk has it, takes the next edits meanwhile, and loses none', async ({
  page,
  desk,
}) => {
  await beginCase(page, 'Slow');
  const before = await addPersons(page, 'Anna');
  // Another tab holds the tables in a transaction of its own: every write of this one waits, as behind a slow stick.
  const other = await desk.context.newPage();
  await other.goto(desk.site.url);
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('skein');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const db = request.result;
          db.onversionchange = () => db.close();
          const heads = db.transaction(['heads', 'changes', 'parts'], 'readwrite').objectStore('heads');
          const until = performance.now() + 3000;
          const turn = () => {
            if (performance.now() < until) heads.count().onsuccess = turn;
            else db.close();
          };
          turn();
          resolve();
        };
      }),
  );
  await beginPerson(page, 'Boran');
  const status = page.getByRole('contentinfo', { name: 'Status' });
  await expect(status).toContainText('Saving …');
  await expect(status).not.toContainText(`change ${before + 1}`);
  await expectChange(page, before + 1);
  await addEntity(page, 1, 'Chea');
  await expectChange(page, before + 2);
  await expectEntities(page, 3);
  await other.close();
  await page.reload();
  expect(await changeNumber(page)).toBe(before + 2);
  await expectEntities(page, 3);
});
