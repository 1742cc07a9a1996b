import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the page into a folder of its own, as the program is built. The caller removes the folder. */
export async function buildStorePage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'skein-store-page-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: { outDir, emptyOutDir: true, target: 'chrome120', modulePreload: { polyfill: false } },
  });
  return outDir;
}
