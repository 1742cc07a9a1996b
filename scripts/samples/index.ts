import { join } from 'node:path';
import { packageBytes } from '#exchange/case-package/index';
import { blueKestrel } from './blue-kestrel.ts';
import { blueKestrelHandout } from './blue-kestrel-handout.ts';
import { generated } from './generated.ts';
import { inventedNetwork } from './invented-network.ts';
import type { LogWriter } from './log-writer.ts';
import { oversize } from './oversize.ts';

/** The samples in the order of the start page; the file is `samples/ID.skein`, the words are `sample.ID.title` and `.about`. */
export const samples = [
  { id: 'blue-kestrel', build: (top: string) => blueKestrel(join(top, 'blue-kestrel')) },
  { id: 'blue-kestrel-handout', build: (top: string) => blueKestrelHandout(join(top, 'blue-kestrel')) },
  { id: 'oversize', build: (top: string) => oversize(join(top, 'oversize')) },
  { id: 'generated-2000', build: () => generated(2000, 8000) },
  { id: 'generated-5000', build: () => inventedNetwork(5000, 20_000) },
] as const satisfies readonly { readonly id: string; build(top: string): LogWriter | Promise<LogWriter> }[];

/** Every sample as package bytes, by file name. */
export async function samplePackages(top: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { id, build } of samples) {
    const log = await build(top);
    files.set(`${id}.skein`, await packageBytes({ caseId: log.state.properties!.caseId, log }));
  }
  return files;
}
