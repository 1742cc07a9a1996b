// A worker thread that answers its first job and ends in the middle of the second, without a word.
import { parentPort } from 'node:worker_threads';

let jobs = 0;
parentPort.on('message', (message) => {
  if (message.kind !== 'run') return;
  if (++jobs === 2) process.exit(3);
  parentPort.postMessage({ kind: 'result', job: message.job, revision: message.revision, body: 'done' });
});
