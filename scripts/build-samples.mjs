// @ts-check
// Turns the readable sources in sample-cases/ into case packages. The build calls it; the bytes are the same on every machine.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const top = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes every sample package into a folder.
 * @param {string} folder
 */
export async function buildSamples(folder) {
  const bundle = join(top, 'node_modules/.cache', `skein-samples-${process.pid}`);
  try {
    await build({
      root: top,
      configFile: false,
      publicDir: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: 'scripts/samples/index.ts',
        target: 'node20',
        outDir: bundle,
        emptyOutDir: true,
        minify: false,
        rollupOptions: { output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
      },
    });
    const { samplePackages } = await import(pathToFileURL(join(bundle, 'index.mjs')).href);
    for (const [name, bytes] of await samplePackages(join(top, 'sample-cases')))
      writeFileSync(join(folder, name), bytes);
  } finally {
    rmSync(bundle, { recursive: true, force: true });
  }
}
