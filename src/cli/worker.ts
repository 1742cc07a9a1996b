import { parentPort } from 'node:worker_threads';
import { analysisHandlers } from '#analysis/worker-tasks';
import { nodePort } from '#threads/port';
import { serve } from '#threads/serve';

// A worker thread of the command line: serves the same tasks as the page's analysis worker.
if (parentPort) serve(nodePort(parentPort), analysisHandlers);
