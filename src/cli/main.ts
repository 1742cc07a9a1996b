import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openNodeWorker } from '#threads/open-node-worker';
import { runCli } from './index.ts';

/** Writes all of it: a pipe may take a part at a time, and a reader that has left is no fault of ours. */
function write(fd: number, text: string): void {
  let rest = Buffer.from(text.endsWith('\n') ? text : `${text}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

// The bundle puts the entry of `worker.ts` beside this one.
process.exitCode = await runCli(process.argv.slice(2), {
  print: (text) => write(1, text),
  openWorker: () => openNodeWorker(pathToFileURL(join(import.meta.dirname, 'worker.mjs'))),
  complain: (line) => write(2, `skein: ${line.replace(/\s*[\r\n]+\s*/g, ' ')}`),
});
