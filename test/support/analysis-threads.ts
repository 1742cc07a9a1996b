import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { nodeLine } from '#threads/open-worker';
import type { Line } from '#threads/port';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Real threads that serve the tasks of the analysis worker, each kept so that a test can end it under the desk. */
export interface Threads {
  readonly workers: readonly Worker[];
  open(): Line;
  /** Ends all of them and removes the bundle. */
  close(): Promise<void>;
}

/** Bundles the worker, because Node's threads read no TypeScript, and gives a way to start it. */
export async function analysisThreads(): Promise<Threads> {
  const folder = mkdtempSync(join(tmpdir(), 'skein-threads-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { worker: join(root, 'src/cli/worker.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  const workers: Worker[] = [];
  return {
    workers,
    open() {
      const worker = new Worker(join(folder, 'worker.mjs'));
      workers.push(worker);
      return nodeLine(worker);
    },
    async close() {
      await Promise.all(workers.map((w) => w.terminate()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
