import { parentPort } from 'node:worker_threads';

/** Takes any job, and memory until there is none. */
parentPort.on('message', () => {
  const held = [];
  for (;;) held.push(new Array(1_000_000).fill(held.length));
});
