import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { canonicalBytes, parseCanonical } from '#domain/change/canonical';
import { buildChange } from '#domain/change/log';
import { appendedLog } from '#domain/change/raw-log';
import { packageBytes, readPackage } from '#exchange/case-package/index';
import { EntryWriter, type ZipEntry, zipPieces } from '#exchange/case-package/zip-writer';
import { isMessageKey } from '#i18n/index';
import { seeded } from '../../support/acts.ts';
import { caseRecord, WrittenLog, writtenLog } from './written-log.ts';

/** Three hundred packages that are not what was saved, each by an alteration drawn from a seed: all refused, each with its reason. */
const SEED = 20_260_105;
const MUTANTS = 300;

type Draw = (below: number) => number;
type Files = Map<string, Uint8Array>;

/** Alterations of the file as it lies on a stick. */
const ofBytes: readonly [string, (bytes: Uint8Array, draw: Draw) => Uint8Array][] = [
  ['a bit flipped', (b, draw) => at(b, draw(b.length), (x) => x ^ (1 << draw(8)))],
  ['a stretch of zeros', (b, draw) => filled(b, draw(b.length - 16), 1 + draw(600), 0)],
  ['a stretch of noise', (b, draw) => noise(b, draw(b.length - 16), 1 + draw(600), draw)],
  ['a piece missing', (b, draw) => without(b, draw(b.length - 1), 1 + draw(400))],
  ['a piece twice', (b, draw) => twice(b, draw(b.length - 1), 1 + draw(400))],
  ['cut short', (b, draw) => b.slice(0, draw(b.length))],
  ['bytes before', (b, draw) => joined(new Uint8Array(1 + draw(64)).fill(draw(256)), b)],
  ['bytes after', (b, draw) => joined(b, new Uint8Array(1 + draw(64)).fill(draw(256)))],
  ['two pieces exchanged', exchanged],
];

/** Alterations of what is in it, by someone who makes zip and checksums fit again. */
const ofFiles: readonly [string, (files: Files, draw: Draw) => void][] = [
  ['a line missing', (f, draw) => lines(f, draw, (l, k) => l.toSpliced(k, 1))],
  ['a line twice', (f, draw) => lines(f, draw, (l, k) => l.toSpliced(k, 0, l[k]!))],
  [
    'two lines exchanged',
    (f, draw) => lines(f, draw, (l, k) => l.with(k, l[k - 1]!).with(k - 1, l[k]!), 'headers.jsonl'),
  ],
  ['a letter changed', (f, draw) => lines(f, draw, (l, k) => l.with(k, letter(l[k]!, draw)))],
  ['a line cut', (f, draw) => lines(f, draw, (l, k) => l.with(k, l[k]!.slice(0, draw(l[k]!.length))))],
  [
    'a line of another kind',
    (f, draw) => lines(f, draw, (l, k) => l.with(k, ['[]', 'null', '"x"', '{}', '7'][draw(5)]!)),
  ],
  ['a space too many', (f, draw) => lines(f, draw, (l, k) => l.with(k, `${l[k]} `))],
  ['an empty file', (f, draw) => void f.set(pick([...f.keys()], draw), new Uint8Array())],
];

function at(bytes: Uint8Array, i: number, change: (byte: number) => number): Uint8Array {
  return bytes.with(i, change(bytes[i]!));
}
function filled(bytes: Uint8Array, from: number, length: number, value: number): Uint8Array {
  return bytes.slice().fill(value, from, from + length);
}
function noise(bytes: Uint8Array, from: number, length: number, draw: Draw): Uint8Array {
  return bytes.map((byte, i) => (i >= from && i < from + length ? draw(256) : byte));
}
function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
function without(bytes: Uint8Array, from: number, length: number): Uint8Array {
  return joined(bytes.subarray(0, from), bytes.subarray(from + length));
}
function twice(bytes: Uint8Array, from: number, length: number): Uint8Array {
  return joined(bytes.subarray(0, from + length), bytes.subarray(from));
}
function exchanged(bytes: Uint8Array, draw: Draw): Uint8Array {
  const half = bytes.length >> 1;
  const [a, b, n] = [draw(half - 64), half + draw(half - 64), 1 + draw(64)];
  const copy = bytes.slice();
  copy.set(bytes.subarray(b, b + n), a);
  copy.set(bytes.subarray(a, a + n), b);
  return copy;
}
function pick<T>(from: readonly T[], draw: Draw): T {
  return from[draw(from.length)]!;
}
function letter(line: string, draw: Draw): string {
  const i = draw(line.length);
  const other = line[i] === 'a' ? 'b' : 'a';
  return line.slice(0, i) + other + line.slice(i + 1);
}
/** Alters the lines of one of the files; in a file where their order means something, each has one before it. */
function lines(files: Files, draw: Draw, alter: (lines: string[], at: number) => string[], ordered?: string): void {
  const path =
    ordered ??
    pick(
      [...files.keys()].filter((p) => p.endsWith('.jsonl')),
      draw,
    );
  const all = new TextDecoder().decode(files.get(path)).trimEnd().split('\n');
  const k = ordered ? 1 + draw(all.length - 1) : draw(all.length);
  files.set(path, new TextEncoder().encode(`${alter(all, k).join('\n')}\n`));
}

function entry(path: string, bytes: Uint8Array, method: 0 | 8): ZipEntry {
  const writer = new EntryWriter(path, method);
  writer.write(bytes);
  return writer.close();
}

/** A zip whose checksums, sizes and manifest fit whatever the files now say. */
function packed(files: Files): Uint8Array {
  const manifest = parseCanonical<{ parts: { path: string; bytes: number; sha256: string }[] }>(
    files.get('manifest.json')!,
  );
  for (const part of manifest.parts) {
    const bytes = files.get(part.path)!;
    part.bytes = bytes.length;
    part.sha256 = createHash('sha256').update(bytes).digest('hex');
  }
  const entries = [...files].map(([path, bytes]) =>
    entry(path, path === 'manifest.json' ? canonicalBytes(manifest) : bytes, path === 'mimetype' ? 0 : 8),
  );
  return joined(...zipPieces(entries));
}

test(`${MUTANTS} altered packages are all refused, each with a reason that can be read (seed ${SEED})`, async () => {
  const whole = await packageBytes({ caseId: caseRecord.caseId, log: writtenLog().log() });
  expect((await readPackage(whole)).ok).toBe(true);
  const files = (): Files => new Map(Object.entries(unzipSync(whole)));
  // Packed again without an alteration it opens: what is refused below is refused for its alteration.
  expect((await readPackage(packed(files()))).ok).toBe(true);
  const random = seeded(SEED);
  const draw: Draw = (below) => Math.floor(random() * below);
  const kinds = ofBytes.length + ofFiles.length;
  const codes = new Map<string, number>();
  const wrong: string[] = [];
  for (let made = 0; made < MUTANTS; ) {
    const kind = made % kinds;
    let mutant: Uint8Array;
    if (kind < ofBytes.length) mutant = ofBytes[kind]![1](whole, draw);
    else {
      const altered = files();
      ofFiles[kind - ofBytes.length]![1](altered, draw);
      if ([...altered].every(([path, bytes]) => Buffer.from(bytes).equals(files().get(path)!))) continue;
      // A manifest that is gone cannot be made to fit.
      mutant =
        altered.get('manifest.json')!.length && altered.get('mimetype')!.length
          ? packed(altered)
          : new Uint8Array(made);
    }
    // A draw that changes nothing (zeros over zeros) is drawn again.
    if (Buffer.from(mutant).equals(whole)) continue;
    made++;
    const name = `${made}: ${[...ofBytes, ...ofFiles][kind]![0]}`;
    const result = await readPackage(mutant);
    if (result.ok) wrong.push(`${name} was opened`);
    else {
      codes.set(result.code, (codes.get(result.code) ?? 0) + 1);
      if (!isMessageKey(`case-package.refused.${result.code}`)) wrong.push(`${name}: no words for ${result.code}`);
      if (
        result.code === 'log-altered' &&
        !isMessageKey(`case-package.fault.${result.fault?.code ?? result.detail.fault}`)
      )
        wrong.push(`${name}: no words for the fault`);
    }
  }
  expect(wrong).toEqual([]);
  expect(codes.size).toBeGreaterThan(6);
});

test('a log whose chain and digests fit and whose steps are none is refused, and does not stop the reader', async () => {
  for (const step of [
    null,
    7,
    [],
    {},
    { id: 'p1' },
    { id: 'p1', before: null, after: {} },
    { id: 1, before: null, after: null },
    { id: 'p1', before: null, after: { id: 'p2', kind: 'entity' } },
    { id: 'p1', before: null, after: { id: 'p1', kind: 5 } },
  ]) {
    for (const many of [1, 300]) {
      const log = new WrittenLog().append('create-case', [{ id: 'case', before: null, after: caseRecord }]);
      const change = buildChange({
        steps: new Array(many).fill(step) as never,
        payload: {},
        command: 'edit-entity',
        author: { initials: 'AB', unit: '' },
        head: log.head,
        clock: { wall: '2026-01-05T08:00:00.000Z', zone: 'UTC' },
        salt: () => new Uint8Array(16),
      });
      const result = await readPackage(
        await packageBytes({ caseId: caseRecord.caseId, log: appendedLog(log.log(), change) }),
      );
      expect(result).toMatchObject({ ok: false, code: 'log-altered', detail: { seq: 2, fault: 'part-altered' } });
    }
  }
});
