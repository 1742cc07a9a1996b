// @ts-check
/**
 * `npm run soak [-- --commands N --seeds 1,2,… --kills N]`: the soak of `npm test`, for as long as asked: random commands, every bit of a log, and
 * in a browser interrupted imports, damaged profiles and kills. Prints its seeds; a failing one can be run alone. `--browser no` leaves the browser out.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { buildIfStale } from './build.mjs';

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '10000' },
    seeds: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
    kills: { type: 'string', default: '200' },
    browser: { type: 'string', default: 'yes' },
  },
});
if (!/^\d+$/.test(values.commands) || !/^\d+(,\d+)*$/.test(values.seeds) || !/^\d+$/.test(values.kills)) {
  console.error('Usage: npm run soak [-- --commands N --seeds 1,2,3 --kills N --browser no]');
  process.exit(2);
}
console.log(`${values.commands} commands, seeds ${values.seeds}`);
const top = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/soak', '--reporter=verbose'], {
  cwd: top,
  stdio: 'inherit',
  env: { ...process.env, SKEIN_SOAK_COMMANDS: values.commands, SKEIN_SOAK_SEEDS: values.seeds },
});
let exit = status ?? 1;

if (values.browser !== 'no') {
  const browser = findBrowser();
  await buildIfStale({ quiet: true });
  const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
  const specs = [
    'kill-harness',
    'faults/import-interrupted',
    'faults/profile-damaged',
    'faults/two-tabs',
    'faults/memory',
  ];
  const run = spawnSync(process.execPath, [playwright, 'test', '--config=test/e2e/playwright.config.ts', ...specs], {
    cwd: top,
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: browser, SKEIN_SOAK_COMMANDS: values.commands, KILLS: values.kills },
  });
  exit ||= run.status ?? 1;
}
process.exitCode = exit;
