// @ts-check
/**
 * Makes a built folder one that works without its server: gives every file an address of its own content, lists them with their digests,
 * and writes the service worker that keeps them (`src/workers/service-worker.ts`).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';

const worker = fileURLToPath(new URL('../src/workers/service-worker.ts', import.meta.url));

/** Named by the page and never fetched by its scripts; both must keep their plain names. */
const pageFile = 'index.html';
const workerFile = 'service-worker.js';

/**
 * @typedef {{ id: string, files: [address: string, digest: string][] }} Precache
 */

/** @param {string | Buffer} content */
const sha256 = (content) => createHash('sha256').update(content);

/**
 * @param {string} folder
 * @returns {string[]} paths as they stand in addresses, `assets/x.js`, in order
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== workerFile)
    .sort();
}

/** Vite puts a digest into the name of everything under assets/. */
const namesItsContent = (/** @type {string} */ path) => path.startsWith('assets/');

/**
 * Stamps the page and its manifest with the build's id, lists all files, writes the service worker.
 *
 * @param {string} folder a finished build, samples included
 * @returns {Promise<Precache>}
 */
export async function makeOffline(folder) {
  const paths = filesIn(folder);
  const whole = sha256('');
  for (const path of paths) whole.update(path + '\0').update(sha256(readFileSync(join(folder, path))).digest());
  // The worker decides which files belong together: another worker is another build.
  const source = await transformWithOxc(readFileSync(worker, 'utf8'), worker, { sourcemap: false });
  const id = whole.update(source.code).digest('hex').slice(0, 32);

  for (const path of paths) {
    if (path !== pageFile && !path.endsWith('.webmanifest')) continue;
    const from = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const stamped = readFileSync(join(folder, path), 'utf8').replace(
      /"\.\/([^"?#]+)"/g,
      (/** @type {string} */ quoted, /** @type {string} */ rest) =>
        paths.includes(from + rest) && !namesItsContent(from + rest) ? `"./${rest}?${id}"` : quoted,
    );
    writeFileSync(
      join(folder, path),
      path === pageFile
        ? stamped.replace('<meta charset', `<meta name="skein-build" content="${id}" />\n    <meta charset`)
        : stamped,
    );
  }

  const files = /** @type {[string, string][]} */ (
    paths.map((path) => [
      path === pageFile ? './' : namesItsContent(path) ? path : `${path}?${id}`,
      `sha256-${sha256(readFileSync(join(folder, path))).digest('base64')}`,
    ])
  );
  writeFileSync(join(folder, workerFile), `const build = ${JSON.stringify({ id, files })};\n${source.code}`);
  return { id, files };
}
