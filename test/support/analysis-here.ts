import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnalysisContract } from '#analysis/worker-contract';
import { analysisHandlers } from '#analysis/worker-tasks';
import type { CaseState } from '#domain/change/case-state';
import { type Line, webPort } from '#threads/port';
import { serve } from '#threads/serve';
import { blueKestrel } from '../../scripts/samples/blue-kestrel.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));

/** The analysis worker over its own protocol, on this thread. Where threads must die or run at once, `analysis-threads.ts` has real ones. */
export function analysisHere(): Line {
  const { port1, port2 } = new MessageChannel();
  serve<AnalysisContract>(webPort(port2 as never), analysisHandlers);
  return { port: webPort(port1 as never), end: () => port1.close(), onDeath: () => {} };
}

/** The worked sample case. */
export async function sampleState(): Promise<CaseState> {
  return (await blueKestrel(join(top, 'sample-cases/blue-kestrel'))).state;
}
