import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '#cli/index';

const data = join(import.meta.dirname, '../data');
const folder = mkdtempSync(join(tmpdir(), 'skein-groups-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string): string {
  const path = join(folder, `table-${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

async function skein(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCli(['communities', ...args], {
    print: (t) => printed.push(t),
    complain: (l) => complaints.push(l),
  });
  return { status, out: printed.join('\n'), complaints };
}

interface Grouped {
  modularity: number | null;
  within: number | null;
  ceiling: number | null;
  reasons?: { modularity: string };
  communities: number;
  sizes: number[];
  overlapping?: { in_several: number; in_groups: number; memberships: number };
  groups?: { community: number; size: number; members: string[] }[];
  cut_off?: string;
  stability?: {
    runs: number;
    agreement: number;
    modularity: { lowest: number; mean: number; highest: number };
    doubtful_below: number;
    doubtful: string[];
  };
  nodes: { id: string; community: number | null; communities?: number[]; share?: number; rival?: number | null }[];
  dendrogram?: { nodes: number; merges: number[][]; modularity: number[] };
  overlap?: {
    values: number;
    groups: { community: number; values: { value: string; nodes: number }[]; unstated: number }[];
    nodes: number;
    adjusted_rand: number | null;
  };
  method: { id: string; definition: string; parameters: Record<string, unknown>; direction: string };
}

async function grouped(...args: string[]): Promise<Grouped> {
  const { status, out, complaints } = await skein(...args, '--json');
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  return JSON.parse(out) as Grouped;
}

const links = (path: string) => ['--links', path, '--source', 'source', '--target', 'target'];
const koschade = [...links(join(data, 'koschade_bali2002/edges.csv')), '--weight', 'weight'];
const triangles = 'source,target\na,b\nb,c\nc,a\nc,d\nd,e\ne,f\nf,d\n';

describe('skein communities', () => {
  it('finds groups by Leiden in fifty runs, and says of each how often it was with its group', async () => {
    const out = await grouped(...koschade, '--method', 'leiden', '--runs', '50', '--resolution', '1.2', '--seed', '3');
    expect(out.method).toMatchObject({
      id: 'leiden',
      parameters: { resolution: 1.2, runs: 50, seed: 3, answer: 'best' },
      direction: 'ignored',
    });
    const { stability } = out;
    expect(stability!.runs).toBe(50);
    expect(stability!.modularity.lowest).toBeLessThanOrEqual(stability!.modularity.mean);
    expect(stability!.modularity.highest).toBeCloseTo(out.modularity!, 12);
    for (const { share, community } of out.nodes) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(community).toBeGreaterThanOrEqual(1);
    }
    expect(stability!.doubtful).toEqual(out.nodes.filter((n) => n.share! < 0.8).map((n) => n.id));
    expect(await grouped(...koschade, '--method', 'leiden', '--resolution', '1.2', '--seed', '3')).toEqual(out);
  });

  it('takes the bound below which one is doubtful', async () => {
    const out = await grouped(...koschade, '--method', 'label-propagation', '--doubtful-below', '1');
    expect(out.stability!.doubtful_below).toBe(1);
    expect(out.stability!.doubtful).toEqual(out.nodes.filter((n) => n.share! < 1).map((n) => n.id));
  });

  it('lists every group of one who is in several, and says why there is no modularity', async () => {
    const out = await grouped(...links(file(triangles)), '--method', 'blocks');
    expect(out.sizes).toEqual([3, 3, 2]);
    expect(out.nodes.find((n) => n.id === 'c')).toMatchObject({ community: null, communities: [1, 3] });
    expect(out.overlapping).toEqual({ in_several: 2, in_groups: 6, memberships: 8 });
    expect(out.groups!.map((g) => [g.community, g.size, g.members])).toEqual([
      [1, 3, ['a', 'b', 'c']],
      [2, 3, ['d', 'e', 'f']],
      [3, 2, ['c', 'd']],
    ]);
    expect(out).toMatchObject({
      modularity: null,
      within: null,
      reasons: { modularity: 'groups of this kind may overlap, so that modularity is not defined' },
    });
    const { out: text, complaints } = await skein(...links(file(triangles)), '--method', 'blocks');
    expect(complaints).toEqual([
      expect.stringContaining('groups overlap: 2 of 6 nodes in a group are in more than one'),
    ]);
    expect(text.split('\r\n').filter((line) => line.startsWith('c,'))).toEqual(['c,1,""', 'c,3,""']);
  });

  it('counts memberships where groups that overlap are crossed with a column', async () => {
    const nodes = file('id,port\na,Hull\nb,Hull\nc,Tilbury\nd,Tilbury\ne,Hull\nf,\n');
    const of = ['--nodes', nodes, '--id', 'id', '--overlap', 'port'];
    const out = await grouped(...links(file(triangles)), ...of, '--method', 'blocks');
    expect(out.overlap).toMatchObject({
      groups: [
        {
          community: 1,
          values: [
            { value: 'Hull', nodes: 2 },
            { value: 'Tilbury', nodes: 1 },
          ],
          unstated: 0,
        },
        { community: 2, unstated: 1 },
        { community: 3, values: [{ value: 'Tilbury', nodes: 2 }], unstated: 0 },
      ],
      nodes: 7,
      adjusted_rand: null,
      mutual_information: null,
    });
  });

  it('leaves the group of who is in none empty, and says why', async () => {
    const path = file(`${triangles}f,z\n`);
    const out = await grouped(...links(path), '--method', 'cores', '--k', '2');
    expect(out.nodes.find((n) => n.id === 'z')!.community).toBeNull();
    expect((await skein(...links(path), '--method', 'cores', '--k', '2')).out.split('\r\n')).toContain(
      'z,"",in none of the groups',
    );
  });

  it('gives the whole tree of Girvan and Newman', async () => {
    const out = await grouped(...links(file(triangles)), '--method', 'girvan-newman');
    expect(out.sizes).toEqual([3, 3]);
    expect(out.dendrogram!.nodes).toBe(6);
    expect(out.dendrogram!.merges.length).toBe(5);
    expect(Math.max(...out.dendrogram!.modularity)).toBeCloseTo(out.modularity!, 12);
    expect(out.modularity).toBeCloseTo(6 / 7 - 0.5, 12);
    expect(out.ceiling).toBeCloseTo(0.5, 12);
    expect(out.within).toBeCloseTo(6 / 7, 12);
  });

  it('follows arrows where the method does', async () => {
    const path = file('source,target\na,b\nb,a\nb,c\n');
    expect((await grouped(...links(path), '--directed', '--method', 'strong-components')).sizes).toEqual([2, 1]);
    expect((await grouped(...links(path), '--directed', '--method', 'strong-components')).method.direction).toBe(
      'followed',
    );
    expect((await grouped(...links(path), '--directed', '--method', 'components')).sizes).toEqual([3]);
  });

  it('crosses groups with a column of the nodes', async () => {
    const nodes = file('id,cell\na,north\nb,north\nc,north\nd,south\ne,south\nf,\n');
    const out = await grouped(
      ...links(file(triangles)),
      '--method',
      'leiden',
      '--nodes',
      nodes,
      '--id',
      'id',
      '--overlap',
      'cell',
    );
    expect(out.overlap).toMatchObject({ values: 2, nodes: 5, adjusted_rand: 1 });
    // Each group tells of the values it has alone.
    const { groups } = out.overlap!;
    expect(groups.map((g) => g.community)).toEqual([1, 2]);
    expect(groups.map((g) => g.values.map((v) => `${v.value} ${v.nodes}`).join()).sort()).toEqual([
      'north 3',
      'south 2',
    ]);
    expect(groups.reduce((sum, g) => sum + g.unstated, 0)).toBe(1);
    const table = (await skein(...links(file(triangles)), '--nodes', nodes, '--id', 'id', '--overlap', 'cell')).out
      .trimEnd()
      .split('\r\n');
    expect(table[0]).toBe('community,cell,nodes,reason');
    expect(
      table
        .slice(1)
        .map((line) => line.slice(line.indexOf(',') + 1))
        .sort(),
    ).toEqual(['"",1,not stated', 'north,3,""', 'south,2,""']);
  });

  it('says when the search for cliques was cut off, also beside a plain list', async () => {
    const pairs = ['source,target'];
    for (let i = 0; i < 16; i++) for (let j = 0; j < i; j++) if (i >> 1 !== j >> 1) pairs.push(`n${i},n${j}`);
    const path = file(pairs.join('\n'));
    expect((await grouped(...links(path), '--method', 'cliques', '--most', '10')).cut_off).toBe('count');
    const { complaints, status } = await skein(...links(path), '--method', 'cliques', '--most', '10');
    expect(status).toBe(0);
    expect(complaints).toEqual([
      'Not all groups are here: the search ended at the number asked for. What is shown is true, but more may exist.',
      expect.stringMatching(/^groups overlap: 12 of 12 nodes in a group are in more than one and count in each/),
    ]);
  });

  it('ends with status 2 and one clear line on what cannot be done', async () => {
    const ring = ['source,target', ...Array.from({ length: 301 }, (_, i) => `n${i},n${(i + 1) % 301}`)].join('\n');
    for (const [args, line] of [
      [[...links(file(ring)), '--method', 'girvan-newman'], /^More than 300 entities are too many/],
      [[...koschade, '--method', 'guess'], /^unknown method "guess"; known are louvain, leiden, /],
      [[...koschade, '--method', 'components', '--seed', '4'], /^--seed is no parameter of components$/],
      [[...koschade, '--doubtful-below', '2'], /^--doubtful-below takes a number from 0 to 1, not "2"$/],
      [[...koschade, '--runs', '0'], /^--runs takes a number from 1 to 1000, not "0"$/],
      [[...koschade, '--overlap', 'cell'], /^--overlap needs --nodes/],
    ] as const) {
      const { status, out, complaints } = await skein(...args);
      expect([status, out]).toEqual([2, '']);
      expect(complaints).toHaveLength(1);
      expect(complaints[0]).toMatch(line);
    }
  });
});
