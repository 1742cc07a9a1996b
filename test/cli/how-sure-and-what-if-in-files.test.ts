import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '#cli/index';

const key = join(import.meta.dirname, '../../sample-cases/blue-kestrel/key');
const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, '../data/sample_case_blue_kestrel/expected.json'), 'utf8'),
);
let folder: string;
let files: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'skein-'));
  const read = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(key, name), 'utf8'), { header: true, skipEmptyLines: true })
      .data;
  const actors = read('entities.csv').filter(
    (e) => /person|organisation/.test(e.type!) && e.status !== 'protected' && e.status !== 'cleared',
  );
  const ids = new Set(actors.map((e) => e.id));
  const links = read('links.csv')
    .filter((l) => ids.has(l.from!) && ids.has(l.to!))
    .map((l) => ({ ...l, sources: (l.basis!.match(/KR\/2026\/\d+|calls\/|\w+\.csv/g) ?? []).join(';') }));
  writeFileSync(join(folder, 'links.csv'), Papa.unparse(links));
  files = ['--links', join(folder, 'links.csv'), '--source', 'from', '--target', 'to'];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function skein(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCli(args, { print: (t) => printed.push(t), complain: (l) => complaints.push(l) });
  return { status, printed: printed.join(''), complaints };
}

const json = async (...args: string[]) => {
  const { status, printed, complaints } = await skein(...args, '--json');
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  return JSON.parse(printed);
};

describe('skein stability', () => {
  const evidence = ['--strength', 'strength', '--sources', 'sources'];

  test('the quiet broker leads over confirmed links only, with the figures of the key', async () => {
    const found = await json('stability', ...files, ...evidence);
    expect(found.leaders).toEqual(['P01']);
    const cut = (id: string) => found.cuts.find((c: { id: string }) => c.id === id);
    expect(cut('confirmed')).toMatchObject({ leaders: ['P02'], edges: expected.confirmed_graph.edges });
    const broker = found.nodes.find((n: { id: string }) => n.id === 'P02');
    expect(broker.ranks).toEqual({ all: 2, 'without-tentative': 2, confirmed: 1 });
    expect(broker.low).toBe(1);
    expect(broker.lead).toBeGreaterThan(0);
    const changes = found.sources.map((s: { change: number | null }) => s.change);
    expect(changes).toEqual([...changes].sort((a, b) => (b ?? -1) - (a ?? -1)));
    expect(found.sources.map((s: { source: string }) => s.source)).toContain('hawala_notebook.csv');
    expect(found.warnings.map((w: { code: string }) => w.code)).toContain('single-source');
    expect(found.method.intervals).toMatchObject({ resamples: 200, seed: 1, confirmed: 0.95, percentiles: [5, 95] });
    expect(JSON.stringify(found)).not.toContain('NaN');
    expect(await json('stability', ...files, ...evidence)).toEqual(found);
  });

  test('without the columns all lines are confirmed and name no source; the table is CSV', async () => {
    const found = await json('stability', ...files, '--measure', 'constraint', '--lowest', '--confirmed', '1');
    expect(found.sources).toEqual([]);
    expect(found.nodes[0].low).toBe(1);
    expect(found.nodes[0].high).toBe(1);
    const { printed } = await skein('stability', ...files);
    expect(printed.split('\r\n')[0]).toBe('id,rank,low,high,top3,top5,top10,rank_confirmed,reason');
  });

  test.each([
    [['--measure', 'importance'], /unknown measure "importance"/],
    [['--measure', 'components'], /^--measure components: not-a-ranking/],
    [['--resamples', '20'], /--resamples takes a number from 200/],
    [['--missing', '2'], /--missing takes a number from 0/],
    [['--top', '0'], /--top takes a whole number/],
    [['--strength', 'type'], /row \d+: strength "called" is none of confirmed, unconfirmed, tentative/],
    [['--sources', 'nowhere'], /nowhere/],
  ])('%j is refused in one line', async (args, line) => {
    const { status, printed, complaints } = await skein('stability', ...files, ...args);
    expect({ status, printed, lines: complaints.length }).toEqual({ status: 2, printed: '', lines: 1 });
    expect(complaints[0]).toMatch(line);
  });
});

describe('skein what-if', () => {
  test('without somebody: standings, brokers and pairs; curves with their area; arrest beside watch', async () => {
    const found = await json('what-if', ...files, '--remove', 'P01,P02', '--curves', 'degree,random', '--best', '2');
    expect(found.removed.map((r: { id: string }) => r.id)).toEqual(['P01', 'P02']);
    expect(found.after.nodes).toBe(found.before.nodes - 2);
    expect(found.after.fragmentation).toBeGreaterThanOrEqual(found.before.fragmentation);
    expect(found.brokers.map((b: { id: string }) => b.id)).not.toContain('P01');
    expect(found.components.flat()).toHaveLength(found.after.nodes);
    expect(found.pairs.cut).toBe(found.cut_pairs.length);
    const [degree, random] = found.curves;
    expect(degree.largest).toHaveLength(found.before.nodes + 1);
    expect(degree.area).toBeLessThan(random.area);
    expect(found.arrest).toMatchObject({ proven: true });
    expect(found.arrest.set).toHaveLength(2);
    expect(found.watch.set).toHaveLength(2);
  });

  test('without links: by their ends or by their rows, with the arrow alone where arrows are followed', async () => {
    const path = join(folder, 'ring.csv');
    writeFileSync(path, 'from,to\na,b\nb,c\nb,a\nc,d\n"x>y, z",d\n');
    const ring = ['--links', path, '--source', 'from', '--target', 'to'];
    const rowsOf = (found: { removed_links: { row: number }[] }) => found.removed_links.map((l) => l.row);
    const pair = await json('what-if', ...ring, '--remove-links', 'b>a');
    expect(rowsOf(pair)).toEqual([1, 3]);
    expect(pair).toMatchObject({ rows_removed: 2, before: { components: 1, edges: 4 }, after: { edges: 3, nodes: 5 } });
    expect(pair.components).toHaveLength(2);
    const along = await json('what-if', ...ring, '--directed', '--remove-links', 'b>a');
    expect(along.removed_links).toEqual([{ row: 3, source: 'b', target: 'a' }]);
    const both = await json('what-if', ...ring, '--remove', 'd', '--remove-links', '2, a>b');
    expect(rowsOf(both)).toEqual([1, 2, 3]);
    expect(both).toMatchObject({ rows_removed: 5, after: { edges: 0, nodes: 4 } });
    expect(rowsOf(await json('what-if', ...ring, '--remove-links', 'x>y, z>d'))).toEqual([5]);
    expect(rowsOf(await json('what-if', ...ring, '--remove-links', '1,3'))).toEqual(rowsOf(pair));
    for (const [given, line] of [
      ['a>d', /no link from "a" to "d"/],
      ['a>nobody', /no link from "a" to "nobody"/],
      ['0', /no row 0; the file has 5/],
      ['6', /no row 6; the file has 5/],
      ['1,a', /takes pairs such as a>b and numbers of rows, not "a"/],
    ] as const) {
      const { status, printed, complaints } = await skein('what-if', ...ring, '--remove-links', given);
      expect({ status, printed }).toEqual({ status: 2, printed: '' });
      expect(complaints).toEqual([expect.stringMatching(line)]);
    }
    const against = await skein('what-if', ...ring, '--directed', '--remove-links', 'c>b');
    expect(against.complaints).toEqual([expect.stringMatching(/no link from "c" to "b"/)]);
  });

  test('with nobody removed nothing changes; too large a set says so', async () => {
    const found = await json('what-if', ...files, '--best', '50');
    expect(found.after).toEqual(found.before);
    expect(found.pairs).toMatchObject({ cut: 0, longer: 0 });
    expect(found.arrest).toEqual({ set: null, reason: expect.any(String) });
  });

  test('along the arrows, says that its fragmentation is not that of Borgatti, and is never lower', async () => {
    const plain = await json('what-if', ...files);
    const arrows = await json('what-if', ...files, '--directed');
    expect(plain.method.direction).toBe('ignored');
    expect(plain.method.figures).toMatch(/Borgatti 2006, .* directions ignored/);
    expect(arrows.method.direction).toBe('from source to target');
    expect(arrows.method.figures).toMatch(
      /ordered pairs along the arrows.* Borgatti \(2006\), which ignore directions/,
    );
    expect(arrows.before.fragmentation).toBeGreaterThanOrEqual(plain.before.fragmentation);
    expect(arrows.before.components).toBe(plain.before.components);
  });

  test.each([
    [['--remove', 'Nobody'], /no "Nobody" in the network/],
    [['--curves', 'beauty'], /unknown order "beauty"/],
    [['--best', '0'], /--best takes a whole number/],
    [['--runs', '1'], /--runs takes a number from 10/],
  ])('%j is refused in one line', async (args, line) => {
    const { status, complaints } = await skein('what-if', ...files, ...args);
    expect(status).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(line)]);
  });
});
