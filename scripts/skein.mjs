// Runs the command line: bundles src/cli when the sources are newer than the bundle, and hands over.
// Nothing is printed here on stdout: that belongs to the command's result.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules/.cache/skein-cli');
const bundle = join(cache, 'main.mjs');

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function stale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  return ['src', 'package.json', 'package-lock.json', 'scripts/skein.mjs']
    .map((p) => join(root, p))
    .some((p) => existsSync(p) && newest(p) > built);
}

export async function bundleCli() {
  if (!stale()) return bundle;
  const { build } = await import('vite');
  // Built aside and moved into place whole, so that two runs at once never read half a bundle.
  const aside = `${cache}.${process.pid}`;
  mkdirSync(dirname(cache), { recursive: true });
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: aside,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { main: join(root, 'src/cli/main.ts'), worker: join(root, 'src/cli/worker.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  rmSync(cache, { recursive: true, force: true });
  renameSync(aside, cache);
  return bundle;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await bundleCli();
  await import(pathToFileURL(bundle).href);
}
