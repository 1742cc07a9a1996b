import { Worker } from 'node:worker_threads';
import { nodeLine } from './open-worker.ts';
import type { Line } from './port.ts';

/** Starts a worker thread of Node; `address` is a file of the program's own bundle. */
export function openNodeWorker(address: URL): Line {
  return nodeLine(new Worker(address));
}
