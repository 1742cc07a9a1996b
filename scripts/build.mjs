// @ts-check
/**
 * Builds the program into dist/. As a command: `npm run build`; as a function, for those who need a build only when the sources moved on.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { makeOffline } from './offline.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));
const dist = join(top, 'dist');
// One folder per process: two builds at once must not write into each other.
const fresh = join(top, '.cache', `dist-${process.pid}`);
const stamp = join(top, '.cache', 'build.txt');

/** All that a build is made of. */
const ingredients = [
  'src',
  'public',
  'sample-cases',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/**
 * One digest over names and contents of every ingredient; times would lie after a checkout or a copy.
 * @returns {string} hexadecimal
 */
export function sourceDigest() {
  const hash = createHash('sha256');
  for (const name of ingredients) {
    const path = join(top, name);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path];
    for (const file of files) {
      hash.update(relative(top, file).split(sep).join('/') + '\0');
      hash.update(createHash('sha256').update(readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

/** @returns {boolean} whether dist/ was made from exactly these sources */
export function isFresh() {
  return existsSync(join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceDigest();
}

/**
 * Builds beside dist/ and swaps at the end, so that dist/ is whole at every moment and stays as it was when a build fails.
 * @param {{ quiet?: boolean }} [options]
 */
export async function build({ quiet = false } = {}) {
  const digest = sourceDigest();
  try {
    await viteBuild({
      root: top,
      configFile: join(top, 'vite.config.ts'),
      logLevel: quiet ? 'warn' : 'info',
      build: { outDir: fresh, emptyOutDir: true },
    });
    await addSamples(join(fresh, 'samples'));
    await makeOffline(fresh);
    rmSync(stamp, { force: true });
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
    writeFileSync(stamp, digest);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * The sample cases are packages made by running commands; whoever makes them gets the folder to put them in.
 * @param {string} folder
 */
async function addSamples(folder) {
  const samples = join(top, 'scripts', 'build-samples.mjs');
  if (!existsSync(samples)) return;
  const { buildSamples } = await import(pathToFileURL(samples).href);
  mkdirSync(folder, { recursive: true });
  await buildSamples(folder);
}
/** Builds unless dist/ is what these sources make. */
export async function buildIfStale(/** @type {{ quiet?: boolean }} */ options = {}) {
  if (isFresh()) return false;
  await build(options);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
