import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { headWords } from '#domain/change/head-words';
import { stateDigest } from '#domain/change/log';
import { isReadableBy } from '#exchange/case-package/format';
import { packageBytes, readPackage, writePackage } from '#exchange/case-package/index';
import {
  caseRecord,
  entity,
  made,
  withPurged,
  writtenLog,
  writtenLogWithExtents,
  writtenLogWithFigures,
} from './written-log.ts';

const golden = new URL('../../data/packages/v1/golden.skein', import.meta.url);
const source = () => ({ caseId: caseRecord.caseId, log: writtenLog().log() });

async function opened(bytes: Uint8Array) {
  const result = await readPackage(bytes);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.detail)}`);
  return result;
}

test('a package keeps case, head, chain and state digest', async () => {
  const written = writtenLog();
  const read = await opened(await packageBytes(source()));
  expect(read.head).toEqual(written.head);
  expect(read.properties).toEqual(caseRecord);
  expect(stateDigest(read.state)).toBe(stateDigest(written.state));
  expect(read.manifest.head.words).toEqual(headWords(written.head.hash));
  expect((await read.log.read(1, 99)).map((c) => c.headerBytes)).toEqual(written.changes.map((c) => c.headerBytes));
});

test('the package of version 1 in the repository opens, and is what is still written today', async () => {
  const bytes = new Uint8Array(readFileSync(golden));
  const read = await opened(bytes);
  expect(read.manifest).toMatchObject({ version: 1, minimumReader: 1, schema: 1, caseId: caseRecord.caseId });
  expect(read.head.seq).toBe(6);
  expect(headWords(read.head.hash).join(' ')).toBe(
    JSON.parse(readFileSync(new URL('expected.json', golden), 'utf8')).words,
  );
  expect(stateDigest(read.state)).toBe(JSON.parse(readFileSync(new URL('expected.json', golden), 'utf8')).stateDigest);
  expect(Buffer.from(await packageBytes(source())).equals(Buffer.from(bytes))).toBe(true);
});

const golden2 = new URL('../../data/packages/v1-schema2/golden.skein', import.meta.url);

test('the package of schema 2 in the repository opens, and is what is still written today', async () => {
  const bytes = new Uint8Array(readFileSync(golden2));
  const expected = JSON.parse(readFileSync(new URL('expected.json', golden2), 'utf8'));
  const read = await opened(bytes);
  expect(read.manifest).toMatchObject({ version: 1, minimumReader: 1, schema: 2, caseId: caseRecord.caseId });
  expect(read.head.seq).toBe(expected.seq);
  expect(headWords(read.head.hash).join(' ')).toBe(expected.words);
  expect(stateDigest(read.state)).toBe(expected.stateDigest);
  expect(read.state.entity('e1')?.span?.extent).toBe('within');
  expect(read.state.link('l1')?.span?.extent).toBeUndefined();
  const log = writtenLogWithExtents().log();
  expect(Buffer.from(await packageBytes({ caseId: caseRecord.caseId, log })).equals(Buffer.from(bytes))).toBe(true);
});

const golden3 = new URL('../../data/packages/v1-schema3/golden.skein', import.meta.url);

const golden3At3 = new URL('../../data/packages/v1-schema3-reader3/golden.skein', import.meta.url);

test.each([
  ['once asked for any reader', golden3, 1],
  ['asks for reader 3', golden3At3, 3],
])('the package of schema 3 in the repository that %s opens with its figures', async (_, file, minimumReader) => {
  const bytes = new Uint8Array(readFileSync(file));
  const expected = JSON.parse(readFileSync(new URL('expected.json', file), 'utf8'));
  const read = await opened(bytes);
  expect(read.manifest).toMatchObject({ version: 1, minimumReader, schema: 3, caseId: caseRecord.caseId });
  expect(read.head.seq).toBe(expected.seq);
  expect(headWords(read.head.hash).join(' ')).toBe(expected.words);
  expect(stateDigest(read.state)).toBe(expected.stateDigest);
  expect(read.state.find('applied-measure', 'c1!label')).toMatchObject({ use: 'label', values: [{ value: '0.5' }] });
  expect(read.state.find('applied-measure', 'c1!colour')).toMatchObject({
    stability: { runs: 50, below: '0.8' },
    values: [{ entity: 'p1', value: '1', doubtful: true }],
  });
});

test('a package with figures of schema 3 is refused by readers below 3, which would draw them as outlines; others open with any reader', async () => {
  const bytes = await packageBytes({ caseId: caseRecord.caseId, log: writtenLogWithFigures().log() });
  expect(Buffer.from(bytes).equals(readFileSync(golden3At3))).toBe(true);
  const readers = (manifest: { readonly minimumReader: number }) =>
    [1, 2, 3].filter((reader) => isReadableBy(manifest, reader));
  expect(readers((await opened(bytes)).manifest)).toEqual([3]);
  const spans = await packageBytes({ caseId: caseRecord.caseId, log: writtenLogWithExtents().log() });
  expect(readers((await opened(spans)).manifest)).toEqual([1, 2, 3]);
  expect(readers((await opened(await packageBytes(source()))).manifest)).toEqual([1, 2, 3]);
});

test('a package states the least schema it needs: a text that only looks like the new member needs none', async () => {
  const written = writtenLogWithExtents();
  const until = (seq: number) => ({
    caseId: caseRecord.caseId,
    log: {
      head: { seq, hash: written.changes[seq - 1]!.hash },
      read: async (from: number, to: number) => written.changes.slice(from - 1, to),
    },
  });
  expect((await opened(await packageBytes(until(7)))).manifest.schema).toBe(1);
  expect((await opened(await packageBytes(until(8)))).manifest.schema).toBe(2);
  // Bulk changes lie in packs; they are looked at too.
  const bulk = made(
    Array.from({ length: 260 }, (_, i) => ({
      ...entity(`r${i}`, `boat ${i}`),
      ...(i === 259 && { span: { earliest: '2026', latest: '2027', extent: 'lasted' as const } }),
    })),
  );
  const packed = writtenLog().append('import-table', bulk);
  expect((await opened(await packageBytes({ caseId: caseRecord.caseId, log: packed.log() }))).manifest.schema).toBe(2);
});

test('the same log gives the same bytes, whatever the clock says', async () => {
  const [a, b] = [await packageBytes(source()), await packageBytes(source())];
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
});

test('any zip program can open it; mimetype comes first and uncompressed, and no time is told', async () => {
  const bytes = await packageBytes(source());
  expect(new TextDecoder().decode(bytes.subarray(30, 30 + 8 + 30))).toBe('mimetypeapplication/vnd.skein.case+zip');
  const entries = unzipSync(bytes);
  expect(Object.keys(entries)).toEqual(['mimetype', 'manifest.json', 'headers.jsonl', 'parts.jsonl', 'packs.jsonl']);
  for (const path of ['headers.jsonl', 'parts.jsonl', 'packs.jsonl']) {
    const lines = new TextDecoder().decode(entries[path]).trimEnd().split('\n');
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  }
  // Dates of all entries: 1980-01-01.
  const view = new DataView(bytes.buffer);
  expect(view.getUint32(10, true)).toBe(0x210000);
});

test('blobs travel, and so do optional parts that this version does not know', async () => {
  const bytes = new TextEncoder().encode('a scan');
  const digest = '3f9c6a15b6d3d36bd8b6cf24d7dd0c10f07ad33c5a4c1ab0f05a3b1b0c0c0c0c';
  const { createHash } = await import('node:crypto');
  const real = createHash('sha256').update(bytes).digest('hex');
  const extras = [{ path: 'future/links.bin', role: 'future-index', bytes: Uint8Array.of(1, 2, 3) }];
  const first = await opened(await packageBytes({ ...source(), blobs: () => [{ digest: real, bytes }], extras }));
  expect(first.blobs).toEqual([{ digest: real, bytes }]);
  expect(first.extras).toEqual(extras);
  const again = await opened(await packageBytes({ ...first, blobs: () => first.blobs }));
  expect(again.extras).toEqual(extras);
  expect(again.blobs).toEqual(first.blobs);
  // A blob under a name that is not its digest is refused.
  const bad = await packageBytes({ ...source(), blobs: () => [{ digest, bytes }] });
  expect(await readPackage(bad)).toMatchObject({
    ok: false,
    code: 'part-altered',
    detail: { path: `blobs/${digest}` },
  });
});

test('purged parts stay purged, and the chain still verifies', async () => {
  const written = writtenLog();
  const one = written.changes[1]!.steps[0]!.digest;
  const packed = written.changes[4]!.packs[0]!.parts[3]!.digest;
  for (const digest of [one, packed]) {
    const read = await opened(await packageBytes({ caseId: caseRecord.caseId, log: withPurged(written, digest) }));
    expect(read.purged).toBe(1);
    expect(read.head).toEqual(written.head);
  }
});

test('a package is written in pieces with progress', async () => {
  const done: number[] = [];
  let pieces = 0;
  for await (const piece of writePackage(source(), { progress: (n) => void done.push(n) }))
    pieces += piece.length ? 1 : 0;
  expect(pieces).toBeGreaterThan(5);
  expect(done.at(-1)).toBe(6);
});
