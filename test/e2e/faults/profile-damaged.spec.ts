import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { seeded } from '../../support/acts.ts';
import { expect, openBrowser, test } from '../../support/browser.ts';
import { beginCase } from '../journeys/analyst-steps.ts';
import { addPersons, savedCopy } from './fault-steps.ts';

/** How many copies of a profile are damaged by one byte; `npm run soak` takes more. */
const flips = process.env.SKEIN_SOAK_COMMANDS ? 40 : 4;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** The files of the database in a profile. */
function databaseFiles(profile: string): string[] {
  const folder = join(profile, 'Default', 'IndexedDB');
  const origin = readdirSync(folder).find((name) => name.endsWith('.leveldb'))!;
  return readdirSync(join(folder, origin))
    .filter((name) => /^(MANIFEST-|CURRENT|\d+\.(log|ldb))/.test(name))
    .map((name) => join(folder, origin, name))
    .filter((path) => readFileSync(path).length > 0);
}

/** What the page makes of it: the case as it was, or one of the ways it says that it is not. */
async function verdict(page: Page, change: number): Promise<string> {
  const whole = page.getByText(new RegExp(`^Saved .* · change ${change}$`));
  const less = page.getByText(/^Saved .* · change /);
  const recovery = page.getByRole('heading', { name: 'This case is not as it was' });
  const refused = page.getByRole('heading', { name: 'The browser gives this page no storage' });
  await expect(less.or(recovery).or(refused).first()).toBeVisible();
  if (await recovery.isVisible()) return 'recovery';
  if (await refused.isVisible()) return 'refused';
  return (await whole.isVisible()) ? 'whole' : 'less, and not a word of it';
}

test(`a byte altered in ${flips} copies of a profile: the case is whole, or the page says that it is not; never an ordinary emptier case`, async ({
  site,
}, info) => {
  test.setTimeout(60_000 + flips * 20_000);
  const folder = mkdtempSync(join(tmpdir(), 'skein-damaged-'));
  const sound = join(folder, 'sound');
  const random = seeded(seed);
  try {
    const first = await openBrowser(site, sound);
    const page = first.context.pages()[0] ?? (await first.context.newPage());
    await page.goto(site.url);
    await beginCase(page, 'Damaged');
    const saved = await addPersons(page, 'Anna', 'Boran');
    await savedCopy(page, () => page.keyboard.press('Control+s'), info.outputPath('last.skein'));
    const change = await addPersons(page, 'Chea', 'Dara');
    const address = page.url();
    // The small note beside the database is flushed late.
    await page.waitForTimeout(1500);
    await first.context.close();

    const judge = async (name: string, damage: (profile: string) => void, look?: (page: Page) => Promise<void>) => {
      const profile = join(folder, name);
      cpSync(sound, profile, { recursive: true });
      damage(profile);
      const { context } = await openBrowser(site, profile);
      try {
        const opened = context.pages()[0] ?? (await context.newPage());
        await opened.goto(address);
        const found = await verdict(opened, change);
        await look?.(opened);
        return found;
      } finally {
        await context.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    };

    // The whole database unreadable: the screen tells what was there, and which file to look for.
    const lost = await judge(
      'lost',
      (profile) => {
        for (const path of databaseFiles(profile))
          if (/MANIFEST|CURRENT/.test(path)) writeFileSync(path, 'no database');
      },
      async (opened) => {
        const main = opened.getByRole('main');
        await expect(main).toContainText(`The browser lost all of it, up to change ${change}`);
        await expect(main).toContainText(new RegExp(`Last saved to a file: .*, with change ${saved}\\.`));
        await expect(main).toContainText(/skein-[0-9a-z]+-\d+-\d{8}-\d{4}\.skein/);
        await expect(main.getByRole('button', { name: 'Open the last case package' })).toBeVisible();
      },
    );
    expect(lost).toBe('recovery');

    const verdicts: string[] = [];
    for (let n = 0; n < flips; n++) {
      let where = '';
      const found = await judge(`flip-${n}`, (profile) => {
        const files = databaseFiles(profile);
        const path = files[Math.floor(random() * files.length)]!;
        const bytes = readFileSync(path);
        const at = Math.floor(random() * bytes.length);
        bytes[at]! ^= 1 << Math.floor(random() * 8);
        writeFileSync(path, bytes);
        where = `${path.replace(/.*\//, '')} at ${at} of ${bytes.length}`;
      });
      expect(['whole', 'recovery', 'refused'], `seed ${seed}, flip ${n}: ${where}: ${found}`).toContain(found);
      verdicts.push(`${where}: ${found}`);
    }
    info.annotations.push({ type: 'profile damaged', description: `seed ${seed}; ${verdicts.join('; ')}` });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
