import { analysisHandlers } from '#analysis/worker-tasks';
import { type WebPort, webPort } from '#threads/port';
import { serve } from '#threads/serve';

// The page's worker: its global scope is the port.
serve(webPort(globalThis as unknown as WebPort), analysisHandlers);
