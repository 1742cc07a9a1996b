import { describe, expect, test } from 'vitest';
import type { RawChange, RawLog } from '#domain/change/raw-log';
import { LogNotWhole, packageBytes, readPackage } from '#exchange/case-package/index';
import { caseRecord, withPurged, writtenLog } from './written-log.ts';

const { caseId } = caseRecord;
const strict = { strict: true } as const;

/** The log with one change replaced. */
function withChange(seq: number, replace: (change: RawChange) => RawChange): RawLog {
  let n = 0;
  const written = writtenLog();
  return {
    head: written.head,
    read: (from, to) => {
      n = from - 1;
      return written.log((c) => (++n === seq ? (replace(c) as typeof c) : c)).read(from, to);
    },
  };
}

const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((b, i) => (i === 30 ? b ^ 1 : b));

describe('a file that takes the place of an older one is written of a whole log only', () => {
  const damage: [string, RawLog, object][] = [
    [
      'a header that cannot be decoded',
      withChange(3, (c) => ({ ...c, headerBytes: new Uint8Array() })),
      { seq: 3, code: 'header-altered' },
    ],
    [
      'a payload that is missing',
      withChange(2, (c) => ({ ...c, payload: undefined })),
      { seq: 2, code: 'part-missing' },
    ],
    ['a step that is missing', withChange(4, (c) => ({ ...c, steps: [undefined] })), { seq: 4, code: 'part-missing' }],
    [
      'a pack that is missing',
      withChange(5, (c) => ({ ...c, packs: c.packs.map(() => undefined) })),
      { seq: 5, code: 'part-missing' },
    ],
    [
      'a step with a flipped bit',
      withChange(4, (c) => ({
        ...c,
        steps: c.steps.map((p) => (p && 'bytes' in p ? { ...p, bytes: flipped(p.bytes) } : p)),
      })),
      { seq: 4, code: 'part-altered' },
    ],
    [
      'a row that is gone',
      {
        ...writtenLog().log(),
        read: async (from, to) => (await writtenLog().log().read(from, to)).filter((_, i) => i !== 2),
      },
      { seq: 3, code: 'sequence' },
    ],
    [
      'an end that is gone',
      { ...writtenLog().log(), read: async (from, to) => (await writtenLog().log().read(from, to)).slice(0, 4) },
      { seq: 5, code: 'log-short' },
    ],
    [
      'another head',
      { ...writtenLog().log(), head: { seq: 6, hash: 'f'.repeat(64) } },
      { seq: 6, code: 'head-differs' },
    ],
  ];
  for (const [name, log, fault] of damage) {
    test(`${name} is refused, and still leaves in a file that is asked for`, async () => {
      const refusal = await packageBytes({ caseId, log }, strict).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(LogNotWhole);
      expect(refusal).toMatchObject({ fault });
      expect((await readPackage(await packageBytes({ caseId, log }))).ok).toBe(false);
    });
  }

  test('a file of the case that is not what its digest says is refused', async () => {
    const blobs = () => [{ digest: 'a'.repeat(64), bytes: Uint8Array.of(1) }];
    await expect(packageBytes({ caseId, log: writtenLog().log(), blobs }, strict)).rejects.toBeInstanceOf(LogNotWhole);
  });

  test('a whole log gives the same bytes as ever, and a part purged by law is no damage', async () => {
    const log = writtenLog();
    expect(await packageBytes({ caseId, log: log.log() }, strict)).toEqual(
      await packageBytes({ caseId, log: log.log() }),
    );
    const purged = withPurged(log, log.changes[1]!.steps[0]!.digest);
    expect((await readPackage(await packageBytes({ caseId, log: purged }, strict))).ok).toBe(true);
  });
});
