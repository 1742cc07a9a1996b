import { writeSync } from 'node:fs';
import { openNodeWorker } from '#threads/open-node-worker';
import { runCli } from './index.ts';

/** Writes all of it: a pipe may take a part at a time, and a reader that has left is no fault of ours. */
function write(fd: number, text: string): void {
  let rest = Buffer.from(`${text}\n`);
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

process.exitCode = await runCli(process.argv.slice(2), {
  print: (text) => write(1, text),
  openWorker: () => openNodeWorker(new URL('./worker.mjs', import.meta.url)),
  complain: (line) => write(2, `skein: ${line.replace(/\s*[\r\n]+\s*/g, ' ')}`),
});
