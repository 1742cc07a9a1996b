import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { skein } from './skein.ts';

let folder: string;
let files: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'skein-tables-'));
  // Two triangles, a go-between, and a pair apart; b–c is a rumour.
  writeFileSync(
    join(folder, 'links.csv'),
    `from,to,type,strength,grade,by
a,b,called,confirmed,4x4 A1,K1
b,c,met,tentative,,K2
c,a,called,confirmed,4x4 B3,K1
c,x,called,unconfirmed,,K2
x,d,met,confirmed,4x4 A1,K1;K3
d,e,called,confirmed,,K3
e,f,called,confirmed,,K3
f,d,met,confirmed,,K3
y,z,self,tentative,,
z,z,loop,confirmed,,
`,
  );
  files = ['--links', join(folder, 'links.csv'), '--source', 'from', '--target', 'to'];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function records(...args: string[]): Promise<Record<string, string>[]> {
  const { status, printed, complaints } = await skein(args[0]!, ...files, ...args.slice(1));
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  return Papa.parse<Record<string, string>>(printed, { header: true, skipEmptyLines: true }).data;
}

async function json(...args: string[]) {
  const { printed } = await skein(args[0]!, ...files, ...args.slice(1), '--json');
  return JSON.parse(printed);
}

const numbers = (list: readonly (number | null)[]) => list.map((x) => (x === null ? '' : String(x)));

test('what a network would be without somebody: standings, pairs, pieces, curves and sets', async () => {
  const asked = ['what-if', '--remove', 'x', '--remove-links', 'y>z', '--curves', 'degree,random', '--best', '1'];
  const out = await json(...asked);
  const table = (name: string) => records(...asked, '--table', name);
  const standing = await table('standing');
  for (const { figure, before, after } of standing) {
    expect(before).toBe(String(out.before[figure!] ?? ''));
    expect(after).toBe(String(out.after[figure!] ?? ''));
  }
  expect(standing.map((s) => s.figure)).toContain('fragmentation');
  expect(await table('brokers')).toEqual(await records(...asked));
  expect((await table('removed')).map((r) => r.id)).toEqual(['x']);
  expect(await table('removed-links')).toEqual([{ row: '9', rows: '', source: 'y', target: 'z' }]);
  expect((await table('cut-pairs')).map((p) => [p.from, p.to, p.after, p.reason])).toEqual(
    out.cut_pairs.map((p: { from: string; to: string }) => [p.from, p.to, '', 'after: they are not connected']),
  );
  const pieces = await table('components');
  expect(pieces.filter((p) => p.component === '1').map((p) => p.id)).toEqual(out.components[0]);
  const curves = await table('curves');
  for (const { order, largest, sequence } of out.curves) {
    const own = curves.filter((c) => c.order === order);
    expect(own.map((c) => c.largest)).toEqual(numbers(largest));
    if (sequence) expect(own.slice(1).map((c) => c.id)).toEqual(sequence);
  }
  expect((await table('areas')).map((a) => Number(a.area))).toEqual(out.curves.map((c: { area: number }) => c.area));
  expect((await table('sets')).map((s) => [s.set, s.id])).toEqual([
    ...out.arrest.set.map((id: string) => ['arrest', id]),
    ...out.watch.set.map((id: string) => ['watch', id]),
  ]);
});

test('a figure of nobody is empty in the table and null in the JSON, and both say why', async () => {
  const all = ['what-if', '--remove', 'a,b,c,d,e,f,x,y,z'];
  const { after } = await json(...all);
  expect(after).toMatchObject({ fragmentation: null, reasons: { fragmentation: 'fewer than two nodes' } });
  const [fragmentation] = (await records(...all, '--table', 'standing')).filter((s) => s.figure === 'fragmentation');
  expect(fragmentation).toMatchObject({ after: '', reason: 'after: fewer than two nodes' });
});

test('layers of a network, how each two overlap, and what stands beside its figures', async () => {
  const known = ['network', '--layer', 'type'];
  const out = await json(...known);
  const layers = await records(...known, '--table', 'layers');
  expect(layers.map((l) => [l.layer, l.links])).toEqual([
    ...out.layers.layers.map((l: { layer: string; links: number }) => [l.layer, String(l.links)]),
    ['(all)', String(out.layers.all.links)],
  ]);
  const pairs = await records(...known, '--table', 'layer-pairs');
  expect(pairs).toHaveLength(6);
  const calledMet = pairs.find((p) => p.layer === 'called' && p.other === 'met')!;
  expect(Number(calledMet.common)).toBe(out.layers.common[0][1]);
  expect(Number(calledMet.overlap)).toBe(out.layers.overlap[0][1]);
  const besides = await records(...known, '--table', 'beside');
  const spread = await records(...known, '--table', 'distribution');
  for (const { id, beside = {}, distribution = [] } of out.figures) {
    expect(besides.filter((b) => b.figure === id).map((b) => [b.name, Number(b.value)])).toEqual(
      Object.entries(beside),
    );
    expect(spread.filter((d) => d.figure === id).map((d) => [Number(d.number), Number(d.count)])).toEqual(distribution);
  }
  expect(spread.length).toBeGreaterThan(0);
});

test('ways between several: a record per pair, and the rows behind each step', async () => {
  const asked = ['paths', '--question', 'connecting-network', '--from', 'a,d,y'];
  expect(await records(...asked, '--table', 'pairs')).toEqual([
    { from: 'a', to: 'd', length: '3', paths: '1', reason: '' },
    { from: 'a', to: 'y', length: '', paths: '0', reason: 'they are not connected' },
    { from: 'd', to: 'y', length: '', paths: '0', reason: 'they are not connected' },
  ]);
  expect((await json(...asked)).pairs[1]).toMatchObject({ length: null, reason: 'they are not connected' });
  expect((await records(...asked, '--table', 'nodes')).map((n) => n.id)).toEqual((await json(...asked)).nodes);
  expect(await records('paths', '--from', 'a', '--to', 'd', '--table', 'steps')).toEqual([
    { path: '1', step: '1', from: 'a', to: 'c', rows: '3' },
    { path: '1', step: '2', from: 'c', to: 'x', rows: '4' },
    { path: '1', step: '3', from: 'x', to: 'd', rows: '5' },
  ]);
});

test('how sure a ranking is: the rank over each cut with its reason, those of grades among them, and each source', async () => {
  const asked = [
    'stability',
    '--measure',
    'constraint',
    '--strength',
    'strength',
    '--grade',
    'grade',
    '--sources',
    'by',
  ];
  const out = await json(...asked);
  expect(out.cuts.map((c: { id: string; lines: number }) => [c.id, c.lines])).toEqual([
    ['all', 10],
    ['without-tentative', 8],
    ['confirmed', 7],
    ['graded-middling', 3],
    ['graded-strong', 2],
  ]);
  const y = out.nodes.find((n: { id: string }) => n.id === 'y');
  expect(y.ranks.confirmed).toBeNull();
  expect(y.reasons.confirmed).toMatch(/link/);
  for (const node of out.nodes)
    for (const [cut, rank] of Object.entries(node.ranks)) expect(rank === null).toBe(cut in (node.reasons ?? {}));
  const ranks = await records(...asked, '--table', 'ranks');
  expect(ranks).toHaveLength(9 * 5);
  expect(ranks.filter((r) => r.rank === '').every((r) => r.reason !== '')).toBe(true);
  expect((await records(...asked, '--table', 'cuts')).map((c) => c.lines)).toEqual(['10', '8', '7', '3', '2']);
  expect((await records(...asked, '--table', 'sources')).map((s) => s.source).sort()).toEqual(['K1', 'K2', 'K3']);
  const [bare] = (await records('stability', '--measure', 'degree', '--table', 'cuts')).filter((c) => c.id === 'all');
  expect(bare!.lines).toBe('10');
});

test('groups: figures of the division, sizes, shares of runs and the order of joining', async () => {
  const asked = ['communities', '--method', 'louvain'];
  const out = await json(...asked);
  const figures = await records(...asked, '--table', 'figures');
  expect(Number(figures.find((f) => f.figure === 'modularity')!.value)).toBe(out.modularity);
  expect((await records(...asked, '--table', 'groups')).map((g) => Number(g.size))).toEqual(out.sizes);
  const shares = await records(...asked, '--table', 'shares');
  expect(shares.map((s) => Number(s.share))).toEqual(out.nodes.map((n: { share: number }) => n.share));
  for (const share of shares) expect(share.rival === '').toBe(share.reason !== '');
  for (const { rival, reasons } of out.nodes) expect(rival === null).toBe(reasons?.rival !== undefined);
  const overlapping = await json('communities', '--method', 'cliques');
  for (const { community, communities, reasons } of overlapping.nodes) {
    expect(community === null).toBe(communities.length !== 1);
    expect(community === null).toBe(reasons?.community !== undefined);
  }
  const merges = await records('communities', '--method', 'girvan-newman', '--table', 'merges');
  const { dendrogram } = await json('communities', '--method', 'girvan-newman');
  expect(merges).toHaveLength(dendrogram.merges.length);
  expect(merges.map((m) => Number(m.modularity))).toEqual(dendrogram.modularity.slice(1));
});

test('a measure by kind of link has its values over all rows beside those of each kind', async () => {
  const asked = ['measure', '--measures', 'degree', '--layer', 'type'];
  expect(await records(...asked)).toEqual(await records(...asked, '--table', 'layers'));
  const bare = await records('measure', '--measures', 'degree');
  expect(await records(...asked, '--table', 'values')).toEqual(bare);
});

test('key players: the value of the set, equals and runners-up', async () => {
  const asked = ['key-players', '--size', '1', '--criterion', 'reach'];
  const out = await json(...asked);
  const [figures] = await records(...asked, '--table', 'figures');
  expect(figures).toMatchObject({ value: String(out.value), ties: String(out.ties), proven: 'true' });
  expect((await records(...asked, '--table', 'tied-sets')).map((s) => [s.id])).toEqual(out.tied_sets);
  expect((await records(...asked, '--table', 'runners-up')).map((s) => s.id)).toEqual(
    out.runners_up.flatMap((r: { set: string[] }) => r.set),
  );
});

test.each([
  [['what-if', '--table', 'weather'], /^--table takes brokers, standing, .*, not "weather"$/],
  [['what-if', '--table', 'curves'], /^--table curves needs --curves/],
  [['what-if', '--table', 'standing', '--json'], /^--table and --json contradict each other$/],
  [['paths', '--from', 'a', '--to', 'd', '--table', 'pairs'], /^--table takes answer, steps, not "pairs"$/],
  [['network', '--table', 'layers'], /^--table layers needs --layer/],
])('refuses %j', async ([command, ...args], says) => {
  const { status, printed, complaints } = await skein(command!, ...files, ...args);
  expect({ status, printed }).toEqual({ status: 2, printed: '' });
  expect(complaints.join()).toMatch(says);
});
