// @ts-check
/**
 * `npm run build:single`: the whole program in one file, dist-single/skein.html, that starts by a double click from a disk or a stick:
 * script, style, fonts, workers and sample cases are all inside it, and its policy admits these and nothing else.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import react from '@vitejs/plugin-react';
import { build as viteBuild } from 'vite';
import { buildSamples } from './build-samples.mjs';
import { singleFilePolicy } from './policy.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));
const singleFile = join(top, 'dist-single', 'skein.html');

/**
 * One module without imports, everything it names inside it.
 *
 * @param {string} input path of the entry
 * @param {import('vite').Plugin[]} plugins
 * @returns {Promise<{ script: string, style: string }>}
 */
async function bundle(input, plugins) {
  const built = await viteBuild({
    root: top,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    base: './',
    plugins: [react(), ...plugins],
    worker: { format: 'es' },
    build: {
      write: false,
      target: ['chrome120', 'edge120'],
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 100_000,
      rolldownOptions: { input, output: { codeSplitting: false } },
    },
  });
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const [script] = scripts;
  if (scripts.length !== 1 || script === undefined)
    throw new Error(`${input} became ${scripts.length} scripts, not one.`);
  const styles = [];
  for (const file of files) {
    if (file.type !== 'asset') continue;
    if (!file.fileName.endsWith('.css')) throw new Error(`${file.fileName} stayed outside the one file.`);
    styles.push(String(file.source));
  }
  return { script, style: styles.join('\n') };
}

/**
 * A page from a disk may start a worker from text only as a classic script: a module that neither imports nor exports becomes one inside a
 * function of its own. Its address is needed by nothing, since all it would load stands in it.
 * @param {string} module
 */
function classic(module) {
  const text = module.replaceAll('import.meta', '({ url: self.location.href })');
  const script = `(async () => {'use strict';\n${text}\n})();`;
  // Throws where something is imported or exported all the same.
  new Script(script);
  return script;
}

/** A worker's address is one the page makes itself of text it holds: there is no file beside the page. */
/** @type {import('vite').Plugin} */
const workersInside = {
  name: 'skein-workers-inside',
  enforce: 'pre',
  async load(id) {
    const [path, query] = id.split('?');
    if (!path || query !== 'worker&url') return null;
    const { script } = await bundle(path, []);
    return `export default URL.createObjectURL(new Blob([${JSON.stringify(classic(script))}], { type: 'text/javascript' }));`;
  },
};

/**
 * Text as it may stand inside an element of the page: nothing in it ends the element, and the page is read back to the same bytes.
 * @param {string} script
 */
function insidePage(script) {
  // Both stand only inside strings and patterns of a script, where the escapes mean the same.
  const safe = script.replaceAll(/<(\/script|!--)/gi, '\\x3C$1');
  if (/[\0\r]/.test(safe)) throw new Error('The script holds a character that a page changes when it is read.');
  return safe;
}

const hashOf = (/** @type {string} */ text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param {string} file */
const publicText = (file) => readFileSync(join(top, 'public', file), 'utf8');

/**
 * @param {string} target where the file goes
 * @param {import('vite').Plugin[]} more what changes the program on its way, e.g. its language
 * @returns {Promise<number>} its size in bytes
 */
export async function buildSingle(target = singleFile, more = []) {
  const { script, style } = await bundle(join(top, 'src/app/main.tsx'), [workersInside, ...more]);
  const samples = mkdtempSync(join(tmpdir(), 'skein-samples-'));
  /** @type {string[]} */
  let data;
  try {
    await buildSamples(samples);
    data = readdirSync(samples)
      .filter((name) => name.endsWith('.skein'))
      .sort()
      .map((name) => {
        const base64 = readFileSync(join(samples, name)).toString('base64');
        return `<script type="text/plain" id="sample-${name.slice(0, -'.skein'.length)}">${base64}</script>`;
      });
  } finally {
    rmSync(samples, { recursive: true, force: true });
  }
  const code = insidePage(script);
  const graphStyle = publicText('styles/graph-container.css').trim();
  const icon = `data:image/svg+xml;base64,${Buffer.from(publicText('icon.svg')).toString('base64')}`;
  const policy = singleFilePolicy({ scripts: [hashOf(code)], styles: [hashOf(style), hashOf(graphStyle)] });

  /** @type {[RegExp, string][]} */
  const changes = [
    [/<meta charset="utf-8" \/>/, `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`],
    [/<link rel="icon"[^>]*>/, `<link rel="icon" href="${icon}" type="image/svg+xml" />`],
    [/\s*<link rel="manifest"[^>]*>/, ''],
    [/<link id="(\w+)" rel="stylesheet"[^>]*>/, `<style id="$1">${graphStyle}</style>\n    <style>\0style</style>`],
    [/\s*<script type="module"[^>]*><\/script>/, ''],
    [/<\/body>/, `${data.join('\n')}\n<script type="module">\0script</script>\n  $&`],
  ];
  let page = readFileSync(join(top, 'index.html'), 'utf8');
  for (const [from, to] of changes) {
    if (!from.test(page)) throw new Error(`index.html has nothing like ${from}.`);
    page = page.replace(from, to);
  }
  // Last and as functions: scripts are full of dollar signs.
  page = page.replace('\0style', () => style).replace('\0script', () => code);
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(`${target}.part`, page);
  renameSync(`${target}.part`, target);
  return Buffer.byteLength(page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await buildSingle(process.argv[2] ?? singleFile);
  console.log(`${process.argv[2] ?? singleFile}: ${(bytes / 1e6).toFixed(1)} MB`);
}
