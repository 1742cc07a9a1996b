import { describe, expect, test } from 'vitest';
import { canonicalBytes } from '#domain/change/canonical';
import { stateDigest } from '#domain/change/log';
import { rescueLog } from '#domain/change/rescue-log';
import { MIMETYPE, packageBytes, READER_VERSION, type ReadOptions, readPackage } from '#exchange/case-package/index';
import { isUnsafeName } from '#exchange/case-package/zip-reader';
import { EntryWriter, type ZipEntry, zipPieces } from '#exchange/case-package/zip-writer';
import { caseRecord, entity, made, WrittenLog, writtenLog } from './written-log.ts';

const text = (t: string): Uint8Array => new TextEncoder().encode(t);
const join = (pieces: Iterable<Uint8Array>): Uint8Array => new Uint8Array(Buffer.concat([...pieces]));

function entry(path: string, bytes: Uint8Array, method: 0 | 8 = 8): ZipEntry {
  const writer = new EntryWriter(path, method);
  writer.write(bytes);
  return writer.close();
}
const zip = (...entries: ZipEntry[]): Uint8Array => join(zipPieces(entries));
const mimetype = entry('mimetype', text(MIMETYPE), 0);

/** A log of four changes, without packs: small enough to damage byte by byte. */
function smallLog(): WrittenLog {
  const log = new WrittenLog().append('create-case', [{ id: 'case', before: null, after: caseRecord }]);
  for (let i = 0; i < 3; i++) log.append('create-entity', made([entity(`p${i}`, `person ${i}`)]));
  return log;
}
const small = (): Promise<Uint8Array> => packageBytes({ caseId: caseRecord.caseId, log: smallLog().log() });

async function refusal(bytes: Uint8Array, options?: ReadOptions) {
  const result = await readPackage(bytes, options);
  if (result.ok) throw new Error('it was opened');
  return result;
}

/** Where the central directory entry of a path begins. */
function centralOf(bytes: Uint8Array, path: string): number {
  const buffer = Buffer.from(bytes);
  const end = bytes.length - 22;
  for (let at = buffer.readUInt32LE(end + 16); at < end; ) {
    const length = buffer.readUInt16LE(at + 28);
    if (buffer.toString('utf8', at + 46, at + 46 + length) === path) return at;
    at += 46 + length;
  }
  throw new Error(path);
}

function patched(bytes: Uint8Array, patch: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  patch(new DataView(copy.buffer), copy);
  return copy;
}

describe('what is refused before anything is read', () => {
  test('no package at all: empty, text, another zip, a zip whose mimetype is compressed', async () => {
    for (const bytes of [
      new Uint8Array(),
      text('name,phone\r\n'),
      new Uint8Array(5000),
      zip(entry('a.txt', text('a'))),
      zip(entry('mimetype', text(MIMETYPE), 8)),
      zip(entry('mimetype', text('application/epub+zip'), 0)),
    ]) {
      const { code, salvage } = await refusal(bytes);
      expect(code).toBe('not-a-package');
      expect(salvage).toBeUndefined();
    }
  });

  test('names that leave the folder or differ between systems', async () => {
    const bad = ['/etc/x', '../x', 'a/../x', 'a\\b', 'C:x', 'c:/x', 'a\0b', 'a//b', './a', 'a/', ''];
    for (const path of bad) {
      expect(isUnsafeName(path)).toBe(true);
      expect(await refusal(zip(mimetype, entry(path, text('x'))))).toMatchObject({ code: 'unsafe-name' });
    }
    for (const path of ['manifest.json', 'blobs/ab', 'future/..x', 'ภาพ.png']) expect(isUnsafeName(path)).toBe(false);
  });

  test('two entries of one name, also when only the case or the normal form differs', async () => {
    for (const [a, b] of [
      ['x', 'x'],
      ['Headers.jsonl', 'headers.jsonl'],
      ['caf\u00e9', 'cafe\u0301'],
    ] as const) {
      expect(await refusal(zip(mimetype, entry(a, text('1')), entry(b, text('2'))))).toMatchObject({
        code: 'duplicate-name',
      });
    }
  });

  test('a symbolic link', async () => {
    const bytes = patched(zip(mimetype, entry('link', text('/etc/passwd'))), (view, b) => {
      view.setUint32(centralOf(b, 'link') + 38, (0o120777 << 16) >>> 0, true);
    });
    expect(await refusal(bytes)).toMatchObject({ code: 'symbolic-link', detail: { path: 'link' } });
  });

  test('too many entries, too many bytes; both limits may be raised', async () => {
    const bytes = await small();
    expect(await refusal(bytes, { limits: { entries: 4 } })).toMatchObject({ code: 'too-many-entries' });
    expect(await refusal(bytes, { limits: { inflated: 1000 } })).toMatchObject({ code: 'too-large' });
    expect((await readPackage(bytes, { limits: { entries: 5 } })).ok).toBe(true);
  });

  test('a bomb that says it is small is noticed while inflating', async () => {
    const bomb = entry('manifest.json', new Uint8Array(8_000_000));
    for (const size of [1000, 7_999_999]) {
      expect(await refusal(zip(mimetype, { ...bomb, size }))).toMatchObject({ code: 'size-lies' });
    }
    expect(await refusal(zip(mimetype, { ...bomb, size: 8_000_001 }))).toMatchObject({ code: 'size-lies' });
  });

  test('a directory that tells other than the entry itself', async () => {
    const bytes = patched(await small(), (view, b) => {
      const at = centralOf(b, 'parts.jsonl') + 24;
      view.setUint32(at, view.getUint32(at, true) + 1, true);
    });
    expect(await refusal(bytes)).toMatchObject({ code: 'size-lies', detail: { path: 'parts.jsonl' } });
  });

  test('bytes that trail, hide between entries, or are shared by two', async () => {
    const bytes = await small();
    expect(await refusal(join([bytes, text('more')]))).toMatchObject({ code: 'trailing-bytes', detail: { bytes: 4 } });
    expect(await refusal(join([text('MZ'), bytes]))).toMatchObject({ code: 'overlap' });
    const shared = patched(bytes, (view, b) => {
      view.setUint32(centralOf(b, 'packs.jsonl') + 42, view.getUint32(centralOf(b, 'parts.jsonl') + 42, true), true);
    });
    expect(await refusal(shared)).toMatchObject({ code: 'overlap' });
  });

  test('encrypted entries and methods we never write', async () => {
    const bytes = await small();
    for (const [offset, value] of [
      [8, 0x801],
      [8, 0x808],
      [10, 14],
    ] as const) {
      const bad = patched(bytes, (view, b) => view.setUint16(centralOf(b, 'parts.jsonl') + offset, value, true));
      expect(await refusal(bad)).toMatchObject({ code: 'unsupported-zip' });
    }
  });
});

describe('what the manifest decides', () => {
  async function withManifest(change: (m: Record<string, never>) => unknown, extra: ZipEntry[] = []) {
    const { unzipSync } = await import('fflate');
    const entries = unzipSync(await small());
    const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json']));
    const files = ['headers.jsonl', 'parts.jsonl', 'packs.jsonl'].map((p) => entry(p, entries[p]!));
    return zip(mimetype, entry('manifest.json', canonicalBytes(change(manifest) ?? manifest)), ...files, ...extra);
  }
  const set = (more: object) => (m: object) => ({ ...m, ...more });

  test('made by a newer version: says so, and offers nothing that an old reader would half understand', async () => {
    const newer = await refusal(await withManifest(set({ version: 5, minimumReader: READER_VERSION + 1 })));
    expect(newer).toMatchObject({ code: 'newer-version', detail: { version: 5, minimumReader: READER_VERSION + 1 } });
    expect(newer.salvage).toBeUndefined();
    const { createHash } = await import('node:crypto');
    const sha = createHash('sha256').update('x').digest('hex');
    const part = { path: 'pictures.bin', bytes: 1, sha256: sha, role: 'pictures', optional: false };
    const add = (m: { parts?: object[] }) => ({ ...m, parts: [...(m.parts ?? []), part] });
    const necessary = await withManifest(add as never, [entry('pictures.bin', text('x'))]);
    expect(await refusal(necessary)).toMatchObject({ code: 'newer-version' });
  });

  test('a newer version that older readers may read is read', async () => {
    expect((await readPackage(await withManifest(set({ version: 2 })))).ok).toBe(true);
  });

  test('an entry it does not name, one that is missing, another case id, another head', async () => {
    expect(await refusal(await withManifest(() => undefined, [entry('smuggled', text('x'))]))).toMatchObject({
      code: 'entry-unknown',
      detail: { path: 'smuggled' },
    });
    const cut = (m: { parts?: object[] }) => ({ ...m, parts: (m.parts ?? []).slice(0, 2) });
    expect(await refusal(await withManifest(cut as never))).toMatchObject({ code: 'entry-unknown' });
    const { unzipSync } = await import('fflate');
    const entries = unzipSync(await small());
    const without = zip(
      mimetype,
      ...['manifest.json', 'headers.jsonl', 'parts.jsonl'].map((p) => entry(p, entries[p]!)),
    );
    expect(await refusal(without)).toMatchObject({ code: 'entry-missing', detail: { path: 'packs.jsonl' } });
    expect(await refusal(await withManifest(set({ caseId: 'another' })))).toMatchObject({ code: 'case-differs' });
    const head = { ...smallLog().head, hash: 'a'.repeat(64), words: [] };
    expect(await refusal(await withManifest(set({ head })))).toMatchObject({
      code: 'log-altered',
      detail: { fault: 'head-differs' },
    });
    expect(await refusal(await withManifest(set({ parts: 'none' })))).toMatchObject({ code: 'manifest-bad' });
    expect(await refusal(await withManifest(set({ format: 'other' })))).toMatchObject({ code: 'manifest-bad' });
  });

  test('a log cut at its end is refused even when every checksum was made to fit', async () => {
    const log = smallLog();
    const short = { head: log.head, read: async () => (await log.log().read(1, 3)).slice() };
    const bytes = await packageBytes({ caseId: caseRecord.caseId, log: short });
    expect(await refusal(bytes)).toMatchObject({ code: 'log-altered', detail: { seq: 4, fault: 'log-short' } });
  });

  test('a part that no header names is refused', async () => {
    const log = smallLog();
    const stray = new WrittenLog().append('stray', made([entity('x', 'unseen')])).changes[0]!;
    const bytes = await packageBytes({
      caseId: caseRecord.caseId,
      log: log.log((c) => (c.header.seq === 2 ? { ...c, steps: [...c.steps, ...stray.steps] } : c)),
    });
    expect(await refusal(bytes)).toMatchObject({ code: 'log-altered', detail: { fault: 'part-unnamed' } });
  });
});

describe('a damaged package', () => {
  const options = {
    author: { initials: 'AB', unit: 'Unit 1' },
    clock: { wall: '2026-01-06T08:00:00.000Z', zone: 'Asia/Bangkok' },
    salt: () => new Uint8Array(16).fill(7),
    newCaseId: () => 'rescued',
  };

  test('cut anywhere: refused, and what is whole can be rescued', async () => {
    const bytes = await small();
    const whole = stateDigest(smallLog().state);
    let rescued = 0;
    for (let length = bytes.length - 1; length > 0; length -= 13) {
      const result = await refusal(bytes.subarray(0, length));
      expect(['truncated', 'not-a-package']).toContain(result.code);
      if (!result.salvage) continue;
      const saved = await rescueLog(result.salvage, options);
      if (!saved) continue;
      expect(saved.state.properties).toBeDefined();
      if (stateDigest(saved.state) === whole) rescued++;
    }
    expect(rescued).toBeGreaterThan(10);
  });

  test('any altered byte: refused', async () => {
    const bytes = await small();
    for (let at = 0; at < bytes.length; at += 5) {
      const result = await readPackage(patched(bytes, (_, b) => (b[at]! ^= 1 << (at % 8))));
      expect([at, result.ok]).toEqual([at, false]);
    }
  });

  test('one unreadable change loses that change alone, and says how far the log was good', async () => {
    const log = writtenLog();
    const bytes = await packageBytes({
      caseId: caseRecord.caseId,
      log: log.log((c) => (c.header.seq === 3 ? { ...c, headerBytes: text('{"cut') } : c)),
    });
    const { salvage, ...result } = await refusal(bytes);
    expect(result).toMatchObject({
      code: 'log-altered',
      detail: { seq: 3 },
      fault: { seq: 3, code: 'header-altered' },
    });
    const saved = await rescueLog(salvage!, options);
    expect(saved).toMatchObject({ intact: { seq: 2 }, salvaged: 3, lost: 1 });
    expect(saved?.state.entity('p1')?.label).toBe('Ann Sok');
    expect(saved?.state.entity('p2')).toBeUndefined();
    expect(saved?.state.countOf('entity')).toBe(1);
    const again = await readPackage(await packageBytes({ caseId: caseRecord.caseId, log: saved!.log }));
    expect(again.ok && stateDigest(again.state)).toBe(stateDigest(saved!.state));
  });
});
