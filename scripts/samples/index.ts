import { join } from 'node:path';
import { blueKestrel } from './blue-kestrel.ts';
import { generated } from './generated.ts';
import type { LogWriter } from './log-writer.ts';
import { oversize } from './oversize.ts';

/** The samples in the order of the start page; the file is `samples/ID.skein`, the words are `sample.ID.title` and `.about`. */
export const samples = [
  { id: 'blue-kestrel', build: (top: string) => blueKestrel(join(top, 'blue-kestrel')) },
  { id: 'oversize', build: (top: string) => oversize(join(top, 'oversize')) },
  { id: 'generated-2000', build: () => generated(2000, 8000) },
] as const satisfies readonly { readonly id: string; build(top: string): LogWriter }[];
