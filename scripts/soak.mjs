// @ts-check
/** `npm run soak [-- --commands N --seeds 1,2,…]`: the soak of `npm test`, for as long as asked. Prints its seeds; a failing one can be run alone. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '10000' },
    seeds: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
  },
});
if (!/^\d+$/.test(values.commands) || !/^\d+(,\d+)*$/.test(values.seeds)) {
  console.error('Usage: npm run soak [-- --commands N --seeds 1,2,3]');
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
process.exitCode = status ?? 1;
