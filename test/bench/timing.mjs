import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { graphCsv, makeGraph } from './graphs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '../..');
export const cache = join(root, '.cache/bench');

/** Bundles our side once per run. Returns the paths of the timer and of the worker it may start. */
export async function bundleOurs() {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // HarfBuzz finds its WebAssembly beside itself.
    ssr: { noExternal: true, external: ['harfbuzzjs'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(cache, 'ours'),
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: {
          ours: join(here, 'ours.ts'),
          paper: join(here, 'paper.ts'),
          worker: join(root, 'src/cli/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
  return { ours: join(cache, 'ours/ours.mjs'), worker: join(cache, 'ours/worker.mjs') };
}

/** Bundles a page of this folder, to be served by itself. Returns the folder it lies in. */
export async function bundlePage(name) {
  const { build } = await import('vite');
  const outDir = join(cache, name);
  await build({
    root: join(here, name),
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'chrome120' },
  });
  return outDir;
}

/** The CSV of a reference graph, written when it is not there yet. */
export function graphFile(spec) {
  const path = join(cache, `${spec.name}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  writeFileSync(path, [...graphCsv(makeGraph(spec))].join(''));
  return path;
}

/** Runs a timer in a process of its own; the last JSON line it prints, or undefined when it fails. */
export function timed(program, args, seconds = 300) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, timeout: seconds * 1000, maxBuffer: 1e7 }, (error, stdout) => {
      const line = stdout.trim().split('\n').at(-1);
      if (error || !line) return resolve(undefined);
      const row = JSON.parse(line);
      resolve(row.seconds === null ? undefined : row);
    });
  });
}

/** A Python that has the package, or undefined. */
export function pythonWith(name) {
  return ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0,
  );
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times us and a peer in turns. `clock` is `seconds` (CPU) or `wall`. Gives medians, the ratio of the medians and both answers;
 * peer figures are null when the peer is not there.
 */
export async function inTurns({ turns, clock, ours, peer }) {
  const mine = [];
  const theirs = [];
  let answer;
  let peerAnswer;
  for (let turn = 0; turn < turns; turn++) {
    const a = await ours();
    if (!a) throw new Error('our side failed');
    mine.push(a[clock]);
    answer = a.checksum;
    const b = peer && (turn === 0 || theirs.length > 0) ? await peer() : undefined;
    if (b) {
      theirs.push(b[clock]);
      peerAnswer = b.checksum;
    }
  }
  const ours_s = median(mine);
  const peer_s = theirs.length > 0 ? median(theirs) : null;
  return { ours_s, peer_s, ratio: peer_s === null ? null : ours_s / peer_s, answer, peerAnswer };
}
