import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCli } from '#cli/index';

const golden = join(import.meta.dirname, '../data/packages/v1/golden.skein');
const folder = mkdtempSync(join(tmpdir(), 'skein-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCli(['check', ...args], {
    print: (t) => printed.push(t),
    complain: (l) => complaints.push(l),
  });
  return { status, printed, complaints };
}

function altered(name: string, alter: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, alter(new Uint8Array(readFileSync(golden))));
  return path;
}

it('a sound package: status 0, one line with the number of changes and the eight words', async () => {
  expect(await check(golden)).toEqual({
    status: 0,
    complaints: [],
    printed: [
      'golden.skein: sound. Changes: 6; parts purged: 0. Head 6 pass stumble dutch next notable actress extend child',
    ],
  });
});

it('a bad package: status 2, nothing printed, one clear line without a placeholder', async () => {
  const bad: [string, RegExp][] = [
    [altered('cut.skein', (b) => b.subarray(0, 9000)), /^cut\.skein: The package is cut off/],
    [altered('longer.skein', (b) => Uint8Array.from([...b, 1, 2])), /more than its parts \(bytes: 2\)/],
    [
      altered('flipped.skein', (b) => {
        b[b.length - 7000]! ^= 4;
        return b;
      }),
      /packs\.jsonl/,
    ],
    [altered('empty.skein', () => new Uint8Array()), /not a Skein case package/],
    [join(folder, 'nowhere.skein'), /cannot be read \(ENOENT\)/],
  ];
  for (const [path, line] of bad) {
    const { status, printed, complaints } = await check(path);
    expect([status, printed]).toEqual([2, []]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(line);
    expect(complaints[0]).not.toMatch(/\{\{|\n|case-package\./);
  }
});

it('no file, or more than one: status 2', async () => {
  expect((await check()).status).toBe(2);
  expect((await check(golden, golden)).status).toBe(2);
});
