// @ts-check
/**
 * `npm run soak [-- --commands N --seeds 1,2,… --kills N --lanes N]`: the soak of `npm test`, for as long as asked: random commands, every bit of a
 * log, and in a browser interrupted imports, damaged profiles, long work and kills. Each seed is a process of its own, as many at once as there are
 * cores (`--lanes` asks for another number). Prints its seeds; a failing one can be run alone. `--browser no` leaves the browser out, `--bits no` the
 * bits.
 */
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { buildIfStale } from './build.mjs';

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '10000' },
    seeds: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
    kills: { type: 'string', default: '200' },
    lanes: { type: 'string', default: String(availableParallelism()) },
    browser: { type: 'string', default: 'yes' },
    bits: { type: 'string', default: 'yes' },
  },
});
if (
  [values.commands, values.kills, values.lanes].some((n) => !/^\d+$/.test(n)) ||
  Number(values.lanes) < 1 ||
  !/^\d+(,\d+)*$/.test(values.seeds)
) {
  console.error('Usage: npm run soak [-- --commands N --seeds 1,2,3 --kills N --lanes N --browser no --bits no]');
  process.exit(2);
}
console.log(`${values.commands} commands, seeds ${values.seeds}, ${values.lanes} at once`);
const top = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

/** @typedef {{ name: string, file: string, env: Record<string, string> }} Job */

/** The bits first: they take longest. @type {Job[]} */
const jobs = [
  ...(values.bits === 'no' ? [] : [{ name: 'bits', file: 'test/soak/every-bit-of-a-log', env: {} }]),
  ...values.seeds.split(',').map((seed) => ({
    name: `seed ${seed}`,
    file: 'test/soak/random-commands-on-the-store',
    env: { SKEIN_SOAK_SEEDS: seed },
  })),
];

/**
 * Runs one job; what it says is printed when it is over, so that two do not talk across each other.
 *
 * @param {Job} job
 * @returns {Promise<number>}
 */
function run(job) {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vitest, 'run', job.file, '--reporter=verbose'], {
      cwd: top,
      env: { ...process.env, SKEIN_SOAK_COMMANDS: values.commands, ...job.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ piece) => said.push(piece));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
      console.log(`${job.name}: ${code === 0 ? 'passed' : 'FAILED'} after ${minutes} minutes`);
      resolve(code ?? 1);
    });
  });
}

let exit = 0;
/** @returns {Promise<void>} */
async function lane() {
  for (let job = jobs.shift(); job; job = jobs.shift()) exit ||= await run(job);
}
await Promise.all(Array.from({ length: Number(values.lanes) }, lane));

if (values.browser !== 'no') {
  const browser = findBrowser();
  await buildIfStale({ quiet: true });
  const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
  const specs = ['kill-harness', 'faults/import-interrupted', 'faults/profile-damaged', 'faults/long-work'];
  const browsed = spawnSync(
    process.execPath,
    [playwright, 'test', '--config=test/e2e/playwright.config.ts', ...specs],
    {
      cwd: top,
      stdio: 'inherit',
      env: { ...process.env, CHROME_PATH: browser, SKEIN_SOAK_COMMANDS: values.commands, KILLS: values.kills },
    },
  );
  exit ||= browsed.status ?? 1;
}
process.exitCode = exit;
