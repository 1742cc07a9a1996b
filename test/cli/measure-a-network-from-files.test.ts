import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '#cli/index';

const top = join(import.meta.dirname, '../..');
const data = join(top, 'test/data');
const folder = mkdtempSync(join(tmpdir(), 'skein-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Uint8Array): string {
  const path = join(folder, `table-${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

async function skein(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCli(args, { print: (t) => printed.push(t), complain: (l) => complaints.push(l) });
  return { status, printed, complaints };
}

interface Measured {
  graph: Record<string, number | boolean>;
  nodes: {
    id: string;
    attributes?: Record<string, string>;
    values: Record<string, number | null>;
    reasons?: Record<string, string>;
    by_layer?: Record<string, Record<string, { value: number | null; rank: number | null; reason?: string }>>;
  }[];
  method: { measures: Record<string, { definition: string; parameters: Record<string, unknown> }> };
}

async function measured(...args: string[]): Promise<Measured> {
  const { status, printed, complaints } = await skein('measure', ...args, '--json');
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  return JSON.parse(printed.join('')) as Measured;
}

const ends = ['--source', 'source', '--target', 'target'];
const links = (content: string) => ['--links', file(content), ...ends];

describe('skein measure', () => {
  it('gives the checked figures of a directed network, and every column of its nodes travels', async () => {
    const out = await measured(
      '--links',
      join(data, 'caviar/total_edges_directed.csv'),
      ...ends,
      '--directed',
      '--nodes',
      join(data, 'caviar/nodes.csv'),
      '--id',
      'id',
      '--measures',
      'degree,betweenness,closeness,eigenvector,pagerank,coreness,clustering',
    );
    const expected = JSON.parse(readFileSync(join(data, 'caviar/expected.json'), 'utf8')) as Record<
      string,
      { node_metrics: Record<string, Record<string, number>> }
    >;
    const figures = expected.total_directed!.node_metrics;
    expect(out.graph).toMatchObject({ nodes: 110, edges: 295, directed: true, weighted: false });
    expect(out.nodes.map((n) => n.id)).toEqual(Array.from({ length: 110 }, (_, i) => `N${i + 1}`));
    for (const node of out.nodes) {
      const off = (name: string, figure: number) => Math.abs(node.values[name]! - figure) / Math.max(figure, 1e-6);
      expect(off('betweenness', figures.betweenness_raw![node.id]!)).toBeLessThan(2e-9);
      expect(off('closeness', figures.closeness_in_wasserman_faust![node.id]!)).toBeLessThan(2e-9);
      expect(off('pagerank', figures['pagerank_0.85']![node.id]!)).toBeLessThan(2e-9);
      expect(node.values.degree).toBe(figures.in_degree![node.id]! + figures.out_degree![node.id]!);
    }
    expect(out.nodes[1]!.attributes).toEqual({
      function: 'trafficker',
      level: '0',
      active_phases: '1,2,3,4,5,6,7,8,9',
    });
  });

  it('leaves loops out and merges parallel rows, and says how many', async () => {
    const out = await measured(
      ...links('source,target,w\na,b,1\nb,a,2\na,a,5\nb,c,4\n'),
      '--weight',
      'w',
      '--measures',
      'strength,degree',
    );
    expect(out.graph).toMatchObject({ nodes: 3, edges: 2, rows: 4, loops_left_out: 1, parallel_rows_merged: 1 });
    expect(out.nodes.map((n) => n.values)).toEqual([
      { strength: 3, degree: 1 },
      { strength: 7, degree: 2 },
      { strength: 4, degree: 1 },
    ]);
  });

  it('names the measures of a like question where one is too much work', async () => {
    const chain = Array.from({ length: 2000 }, (_, i) => `n${i},n${i + 1}`).join('\n');
    const out = await measured(
      ...links(`source,target\n${chain}\na,b\nb,c\n`),
      '--measures',
      'current-flow-betweenness',
    );
    expect(out.nodes[0]!.values['current-flow-betweenness']).toBeNull();
    expect(out.nodes[0]!.reasons).toEqual({
      'current-flow-betweenness':
        'the part it belongs to is too large for this measure; a like question is answered by betweenness, betweenness-sampled',
    });
    expect(out.nodes.at(-2)!.values['current-flow-betweenness']).toBeCloseTo(1, 9);
  });

  it('measures within the groups of a column, and says who has no group', async () => {
    const nodes = file('id,stage\na,move\nb,move\nc,hold\nd,hold\ne,\n');
    const rows = ['--links', file('source,target\na,b\na,c\na,d\nc,d\nc,e\n'), ...ends, '--nodes', nodes, '--id', 'id'];
    const out = await measured(...rows, '--measures', 'degree', '--within', 'stage');
    expect(out.nodes.map((n) => n.values.degree)).toEqual([1, 1, 1, 1, null]);
    expect(out.nodes[4]!.reasons).toEqual({ degree: 'its own group is not stated' });
    const { status, complaints } = await skein('measure', ...rows, '--within', 'colour');
    expect(status).toBe(2);
    expect(complaints).toEqual(['--within takes a column of --nodes, not "colour"; "stage"']);
  });

  it('finds the groups to measure within, where no column says them', async () => {
    const two = links('source,target\na,b\nb,c\na,c\nc,d\nd,e\ne,f\nd,f\n');
    const out = await measured(...two, '--measures', 'degree', '--within', 'community');
    // The bridge between the two triangles is left out.
    expect(out.nodes.map((n) => n.values.degree)).toEqual([2, 2, 2, 2, 2, 2]);
    const one = await measured(
      ...two,
      '--measures',
      'degree',
      '--within',
      'community',
      '--groups-with',
      'resolution=0.1',
    );
    expect(one.nodes.map((n) => n.values.degree)).toEqual([2, 2, 3, 3, 2, 2]);
    for (const [more, complaint] of [
      [['--groups', 'leiden'], /--groups and --groups-with go with --within community/],
      [['--within', 'community', '--groups', 'tea-leaves'], /unknown method "tea-leaves"/],
      [['--within', 'community', '--groups-with', 'resolution=-1'], /--groups-with: resolution/],
      // Two triangles and the link between them: its ends are in two blocks each.
      [['--within', 'community', '--groups', 'blocks'], /^2 nodes are in several of the groups that blocks finds/],
    ] as const) {
      const { status, complaints } = await skein('measure', ...two, ...more);
      expect(status).toBe(2);
      expect(complaints[0]).toMatch(complaint);
    }
  });

  it('ranks slice by slice of time, as a table too, and says what does not go together', async () => {
    const dated = links('source,target,day\na,b,2026-01-03\nb,c,2026-01-20\nc,d,2026-02-01\nd,a,\n');
    const time = ['--measures', 'degree', '--begin', 'day', '--slices', 'month'];
    const { status, printed } = await skein('measure', ...dated, ...time);
    expect(status).toBe(0);
    expect(printed.join('').trimEnd().split('\r\n')).toEqual([
      'slice,measure,id,value,rank,reason',
      '2026-01-01,degree,a,1,2,""',
      '2026-01-01,degree,b,2,1,""',
      '2026-01-01,degree,c,1,2,""',
      // All are equal: nobody stands before anybody.
      '2026-02-01,degree,c,1,"",all are equal',
      '2026-02-01,degree,d,1,"",all are equal',
    ]);
    for (const [more, complaint] of [
      [['--slices', 'month'], /--slices needs --begin COL/],
      [['--begin', 'day', '--slices', 'moon'], /--slices takes day, week, month, year/],
      [['--begin', 'day', '--slices', 'month', '--of', 'links'], /--slices is for measures of nodes/],
      [['--begin', 'source', '--slices', 'month'], /row 2: "a" is no date/],
      [['--begin', 'day', '--slices', 'month', '--measures', 'components'], /components: not-a-ranking/],
    ] as const) {
      const bad = await skein('measure', ...dated, ...more);
      expect(bad.status).toBe(2);
      expect(bad.complaints[0]).toMatch(complaint);
    }
  });

  it('gives null and the reason where a measure is undefined', async () => {
    const out = await measured(...links('source,target\na,b\nb,c\nx,y\n'), '--measures', 'eigenvector');
    const x = out.nodes.find((n) => n.id === 'x')!;
    expect(x.values).toEqual({ eigenvector: null });
    expect(x.reasons).toEqual({ eigenvector: 'outside the largest component' });
    expect(out.nodes[0]!.reasons).toBeUndefined();
  });

  it('prints CSV: names as they stand, formulas defused, the reason beside what is undefined', async () => {
    const rows = 'source,target\n"Ann, ""A""","two\nlines"\n"two\nlines",=1+1\nx,y\n';
    const { printed } = await skein('measure', ...links(rows), '--measures', 'degree,eigenvector');
    const out = printed.join('');
    expect(out.startsWith('id,degree,eigenvector,reason\r\n"Ann, ""A""",1,')).toBe(true);
    expect(out.endsWith('\r\n')).toBe(true);
    const records = Papa.parse<string[]>(out, { delimiter: ',', skipEmptyLines: true }).data;
    expect(records.map(([id]) => id)).toEqual(['id', 'Ann, "A"', 'two\nlines', "'=1+1", 'x', 'y']);
    expect(records[2]!.slice(1, 2)).toEqual(['2']);
    expect(records.map((r) => r[3])).toEqual([
      'reason',
      '',
      '',
      '',
      'eigenvector: outside the largest component',
      'eigenvector: outside the largest component',
    ]);
    expect(records[4]![2]).toBe('');
  });

  it('takes weights as lengths only when asked', async () => {
    // The strong way round (a b c, weight 10) beats the direct weak tie only where strong ties are short.
    const rows = [
      '--links',
      file('source,target,w\na,b,10\nb,c,10\na,c,1\n'),
      ...ends,
      '--weight',
      'w',
      '--measures',
      'betweenness',
    ];
    const b = async (...more: string[]) => (await measured(...rows, ...more)).nodes[1]!.values.betweenness;
    expect(await b()).toBe(0);
    expect(await b('--length', 'inverse')).toBe(1);
    expect(await b('--length', 'same')).toBe(0);
  });

  it('reads tabs, semicolons, byte order marks, UTF-16, quotes, Thai and blank lines', async () => {
    for (const content of [
      'source\ttarget\nสมชาย\t"b, c"\n\n',
      '\ufeffsource;target\r\nสมชาย;"b, c"\r\n',
      Buffer.from('\ufeffsource,target\nสมชาย,"b, c"\n', 'utf16le'),
    ]) {
      const out = await measured('--links', file(content), ...ends, '--measures', 'degree');
      expect(out.nodes.map((n) => n.id)).toEqual(['สมชาย', 'b, c']);
    }
  });

  it('keeps columns with dangerous or doubled names', async () => {
    const out = await measured(
      ...links('source,target\na,b\n'),
      '--nodes',
      file('id,__proto__,note,note\na,x,1,2\n'),
      '--id',
      'id',
      '--measures',
      'degree',
    );
    expect(Object.entries(out.nodes[0]!.attributes!)).toEqual([
      ['__proto__', 'x'],
      ['note', '1'],
      ['note (2)', '2'],
    ]);
    expect(out.nodes[1]).toEqual({ id: 'b', values: { degree: 1 } });
  });

  it('lists isolates of the nodes file', async () => {
    const out = await measured(...links('source,target\na,b\n'), '--nodes', file('id\nz\na\n'), '--id', 'id');
    expect(out.nodes.map((n) => [n.id, n.values.degree])).toEqual([
      ['z', 0],
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('accepts a header alone: a graph without nodes', async () => {
    const out = await measured(...links('source,target\n'));
    expect(out.graph.nodes).toBe(0);
    expect(out.nodes).toEqual([]);
  });
});

describe('skein measure --of links', () => {
  const rows = () => [...links('source,target\na,b\nb,c\nc,a\nc,d\na,b\n'), '--of', 'links'];

  it('gives a value per merged link', async () => {
    const { status, printed } = await skein('measure', ...rows(), '--json');
    const out = JSON.parse(printed.join('')) as { links: unknown[]; nodes?: unknown };
    expect(status).toBe(0);
    expect(out.nodes).toBeUndefined();
    expect(out.links).toEqual([
      { source: 'a', target: 'b', values: { 'link-betweenness': 1, bridges: 0 } },
      { source: 'b', target: 'c', values: { 'link-betweenness': 2, bridges: 0 } },
      { source: 'c', target: 'a', values: { 'link-betweenness': 2, bridges: 0 } },
      { source: 'c', target: 'd', values: { 'link-betweenness': 3, bridges: 1 } },
    ]);
  });

  it('prints a table with both ends', async () => {
    const { printed } = await skein('measure', ...rows(), '--measures', 'bridges');
    expect(printed.join('')).toBe('source,target,bridges,reason\r\na,b,0,""\r\nb,c,0,""\r\nc,a,0,""\r\nc,d,1,""\r\n');
  });

  it('lists every id that a command takes, with the list it is of', async () => {
    const { printed } = await skein('measures', '--of', 'all', '--json');
    const list = JSON.parse(printed.join('')) as Record<string, string>[];
    const of = (id: string) => list.filter((m) => m.id === id).map((m) => m.of);
    expect(of('components')).toEqual(['nodes', 'network', 'communities']);
    expect(of('link-betweenness')).toEqual(['links']);
    expect(of('density')).toEqual(['network']);
    expect(of('louvain')).toEqual(['communities']);
    expect(of('distance-reach')).toEqual(['key-players']);
    expect(of('time-respecting')).toEqual(['paths']);
    expect(of('degree-once')).toEqual(['what-if']);
    for (const m of list) {
      expect(Object.keys(m)).toEqual(['id', 'question', 'definition', 'range', 'of']);
      for (const words of Object.values(m)) expect(words).toMatch(/^[^{]+$/);
    }
    expect(new Set(list.map((m) => `${m.of} ${m.id}`)).size).toBe(list.length);
    const table = (await skein('measures', '--of', 'key-players')).printed.join('');
    expect(table.split('\r\n')[0]).toBe('id,question,definition,range');
    expect((await skein('measures', '--of', 'everything')).status).toBe(2);
  });

  it('lists the measures of links', async () => {
    const { printed } = await skein('measures', '--of', 'links', '--json');
    const list = JSON.parse(printed.join('')) as { id: string }[];
    expect(list.map(({ id }) => id)).toContain('link-betweenness');
  });
});

describe('skein measure --layer', () => {
  const rows = (layers = 'source,target,kind\na,b,call\nb,a,call\na,b,payment\nb,c,payment\n') => [
    ...links(layers),
    '--layer',
    'kind',
  ];
  const absent = { value: null, rank: null, reason: 'no link of this kind with another' };

  it('works every measure out in each kind of link alone, and ranks who has a link of it', async () => {
    const out = await measured(...rows(), '--measures', 'degree,betweenness');
    expect(out.nodes.map((n) => n.values.degree)).toEqual([1, 2, 1]);
    expect(out.nodes[0]).toMatchObject({
      id: 'a',
      // In the calls a and b are equal: nobody stands before anybody.
      by_layer: {
        call: { degree: { value: 1, rank: null, reason: 'all are equal' } },
        payment: { degree: { value: 1, rank: 2 }, betweenness: { value: 0, rank: 2 } },
      },
    });
    expect(out.nodes[1]).toMatchObject({
      by_layer: { payment: { degree: { value: 2, rank: 1 }, betweenness: { value: 1, rank: 1 } } },
    });
    expect(out.nodes[2]).toMatchObject({ by_layer: { call: { degree: absent, betweenness: absent } } });
  });

  it('equals the measure over a file of the rows of that kind alone, parameters, arrows and weights included', async () => {
    const of = (kind: string) => (line: string, i: number) => i === 0 || line.endsWith(kind);
    const all = 'source,target,w,kind\na,b,2,x\nb,c,1,x\nc,a,4,x\nc,d,1,y\nd,e,3,y\nb,d,1,y\n'.trimEnd().split('\n');
    const options = ['--directed', '--weight', 'w', '--measures', 'strength,harmonic', '--length', 'inverse'];
    const whole = await measured(...links(`${all.join('\n')}\n`), ...options, '--layer', 'kind', '--normalised');
    for (const kind of ['x', 'y']) {
      // The same nodes: how many there are counts where a measure is normalised.
      const nodes = ['--nodes', file('id\na\nb\nc\nd\ne\n'), '--id', 'id'];
      const part = `${all.filter(of(kind)).join('\n')}\n`;
      const alone = await measured(...links(part), ...nodes, ...options, '--normalised');
      for (const node of whole.nodes) {
        const same = alone.nodes.find((n) => n.id === node.id)!;
        for (const id of ['strength', 'harmonic']) {
          const { value } = node.by_layer![kind]![id]!;
          if (value !== null) expect(value).toBeCloseTo(same.values[id]!, 12);
          else expect(part).not.toMatch(new RegExp(`(^|,)${node.id},`, 'm'));
        }
      }
    }
  });

  it('leaves measures that compare kinds of links to all of them, and gives parts no rank', async () => {
    const out = await measured(...rows(), '--measures', 'layers-present,layer-participation,components');
    expect(out.nodes.map((n) => n.values['layers-present'])).toEqual([2, 2, 1]);
    expect(out.nodes[0]!.values['layer-participation']).toBe(1);
    expect(out.nodes[0]!.by_layer!.call).toEqual({ components: { value: 1, rank: null } });
  });

  it('takes links without a kind for a kind of their own', async () => {
    const out = await measured(...rows('source,target,kind\na,b,\n'), '--measures', 'degree');
    expect(out.nodes[0]!.by_layer).toMatchObject({ '(none)': { degree: { value: 1 } } });
  });

  it('tells numbers that come with the values of each layer', async () => {
    const { method } = await measured(...rows(), '--measures', 'katz');
    expect(method.measures.katz).toMatchObject({
      facts_by_layer: { call: { attenuation: 0.85 }, payment: { attenuation: expect.closeTo(0.85 / Math.SQRT2, 9) } },
    });
  });

  it('works within groups as well, without ranks: groups are on scales of their own', async () => {
    const nodes = ['--nodes', file('id,cell\na,1\nb,1\nc,2\n'), '--id', 'id', '--within', 'cell'];
    const out = await measured(...rows(), ...nodes, '--measures', 'degree');
    expect(out.nodes[1]!.by_layer!.payment!.degree).toEqual({ value: 1, rank: null });
  });

  it('prints a record per layer, measure and node, all rows first', async () => {
    const { status, printed } = await skein('measure', ...rows(), '--measures', 'degree');
    expect(status).toBe(0);
    expect(printed.join('').replaceAll('""', '').split('\r\n')).toEqual([
      'layer,measure,id,value,rank,reason',
      '(all),degree,a,1,2,',
      '(all),degree,b,2,1,',
      '(all),degree,c,1,2,',
      'call,degree,a,1,,all are equal',
      'call,degree,b,1,,all are equal',
      'call,degree,c,,,no link of this kind with another',
      'payment,degree,a,1,2,',
      'payment,degree,b,2,1,',
      'payment,degree,c,1,2,',
      '',
    ]);
  });

  it('refuses a column that is not there, and leaves measures of links to all rows', async () => {
    const missing = await skein('measure', ...links('source,target\na,b\n'), '--layer', 'kind');
    expect([missing.status, missing.printed]).toEqual([2, []]);
    const ofLinks = await skein('measure', '--of', 'links', ...rows(), '--json');
    expect(JSON.parse(ofLinks.printed.join('')).links).toHaveLength(2);
    expect(ofLinks.printed.join('')).not.toContain('by_layer');
  });

  it('tells the kinds that are asked for, and no others', async () => {
    const out = await measured(...rows(), '--only', 'payment', '--measures', 'degree');
    expect(Object.keys(out.nodes[0]!.by_layer!)).toEqual(['payment']);
    expect(out.nodes.map((n) => n.by_layer!.payment!.degree!.value)).toEqual(out.nodes.map((n) => n.values.degree));
  });
});

describe('skein measure with lines and groups', () => {
  it('counts parallel lines and loops where asked', async () => {
    const out = await measured(
      ...links('source,target\na,b\na,b\na,a\nb,c\n'),
      '--measures',
      'degree,betweenness',
      '--parallel',
      'counted',
      '--loops',
      'counted',
    );
    expect(out.nodes.map((n) => n.values.degree)).toEqual([4, 3, 1]);
    expect(out.nodes.map((n) => n.values.betweenness)).toEqual([0, 1, 0]);
  });

  it('sorts nodes by a column of their file', async () => {
    const out = await measured(
      ...links('source,target\na,b\na,c\na,d\n'),
      '--nodes',
      file('id,crew\na,x\nb,x\nc,y\nd,\n'),
      '--id',
      'id',
      '--measures',
      'participation,within-group-degree',
      '--by',
      'crew',
    );
    expect(out.nodes[0]!.values).toEqual({ participation: 0.5, 'within-group-degree': null });
    expect(out.nodes[3]!.reasons).toEqual({ 'within-group-degree': 'its own group is not stated' });
  });
});

it('the attenuation of Katz is told beside its values', async () => {
  const out = await measured(...links('source,target\na,b\nb,c\n'), '--measures', 'katz');
  const { facts } = out.method.measures.katz as unknown as { facts: Record<string, number> };
  expect(facts['largest-eigenvalue']).toBeCloseTo(Math.SQRT2, 9);
  expect(facts.attenuation).toBeCloseTo(0.85 / Math.SQRT2, 9);
});

describe('skein communities', () => {
  it('divides the kite-free families as well as published', async () => {
    const { status, printed } = await skein(
      'communities',
      '--links',
      join(data, 'algorithm_oracles/florentine_families.csv'),
      ...ends,
      '--json',
    );
    const out = JSON.parse(printed.join('')) as { modularity: number; nodes: { id: string; community: number }[] };
    expect(status).toBe(0);
    expect(out.nodes).toHaveLength(15);
    const expected = JSON.parse(readFileSync(join(data, 'algorithm_oracles/expected.json'), 'utf8')) as {
      florentine_families: { communities: { optimal_exact_igraph_glpk: { modularity: number } } };
    };
    const best = expected.florentine_families.communities.optimal_exact_igraph_glpk.modularity;
    expect(out.modularity).toBeGreaterThanOrEqual(best - 0.01);
    expect(out.modularity).toBeLessThanOrEqual(best + 1e-9);
  });
});

describe('skein measures', () => {
  it('lists id, question, definition and range of each measure', async () => {
    const { status, printed } = await skein('measures', '--json');
    const list = JSON.parse(printed.join('')) as Record<string, string>[];
    expect(status).toBe(0);
    expect(list.length).toBeGreaterThanOrEqual(10);
    for (const m of list) {
      expect(Object.keys(m)).toEqual(['id', 'question', 'definition', 'range']);
      for (const text of Object.values(m)) expect(text).not.toBe('');
    }
  });
});

describe('bad input ends with status 2 and one clear line', () => {
  const good = () => links('source,target,w\na,b,1\n');
  const cases: [string, () => string[], RegExp][] = [
    ['no command', () => [], /command is missing/],
    ['unknown command', () => ['draw'], /unknown command "draw"/],
    ['no links', () => ['measure', ...ends], /--links is missing/],
    ['missing file', () => ['measure', '--links', join(folder, 'none.csv'), ...ends], /none\.csv does not exist/],
    ['folder', () => ['measure', '--links', folder, ...ends], /is a folder/],
    ['empty file', () => ['measure', ...links('')], /is empty/],
    ['missing column', () => ['measure', ...good(), '--weight', 'calls'], /no column "calls".*"source", "target", "w"/],
    ['doubled column', () => ['measure', ...links('source,target,source\na,b,c\n')], /2 columns named "source"/],
    ['unknown measure', () => ['measure', ...good(), '--measures', 'fame'], /unknown measure "fame"/],
    [
      'measure of nodes for links',
      () => ['measure', ...good(), '--of', 'links', '--measures', 'degree'],
      /unknown measure/,
    ],
    ['values of neither', () => ['measure', ...good(), '--of', 'words'], /--of takes nodes, links/],
    ['list of neither', () => ['measures', '--of', 'words'], /--of takes nodes, links/],
    [
      'groups that no column tells',
      () => ['measure', ...good(), '--measures', 'participation', '--by', 'crew'],
      /--by takes a column of --nodes, not "crew"; there is none/,
    ],
    ['unknown option', () => ['measure', ...good(), '--wieght', 'w'], /--wieght/],
    ['option without value', () => ['measure', '--links'], /--links/],
    ['stray word', () => ['measure', ...good(), 'w'], /'w'/],
    [
      'unknown length',
      () => ['measure', ...good(), '--weight', 'w', '--length', 'long'],
      /--length takes none, inverse, same/,
    ],
    ['length without weight', () => ['measure', ...good(), '--length', 'inverse'], /--length needs --weight/],
    [
      'damping above its range',
      () => ['measure', ...good(), '--damping', '1.5'],
      /--damping takes a number from 0 to 0.99/,
    ],
    [
      'parameter of another measure',
      () => ['measure', ...good(), '--measures', 'degree', '--damping', '0.5'],
      /--damping is a parameter of none/,
    ],
    ...['', 'x', '0', '-1', 'NaN', 'Infinity', '1e400', '1.234,5', '0x10', '1 2'].map(
      (w): [string, () => string[], RegExp] => [
        `weight "${w}"`,
        () => ['measure', ...links(`source,target,w\na,b,1\n\nc,d,"${w}"\n`), '--weight', 'w'],
        /row 4: weight ".*" is not a positive number/,
      ],
    ),
    ['empty end', () => ['measure', ...links('source,target\na,b\n ,c\n')], /row 3: no source/],
    ['ragged row', () => ['measure', ...links('source,target\na,b\nc\n')], /row 3: 1 fields where the header has 2/],
    ['unclosed quote', () => ['measure', ...links('source,target\na,b\n"c,d\n')], /quotation mark/],
    [
      'not text',
      () => ['measure', '--links', file(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0x80)), ...ends],
      /neither UTF-8/,
    ],
    ['nodes without id', () => ['measure', ...good(), '--nodes', file('id\na\n')], /--nodes needs --id/],
    ['id without nodes', () => ['measure', ...good(), '--id', 'id'], /--id needs --nodes/],
    ['doubled node', () => ['measure', ...good(), '--nodes', file('id\na\na\n'), '--id', 'id'], /row 3: the id "a"/],
    ['unknown method', () => ['communities', ...good(), '--method', 'magic'], /unknown method "magic"/],
    [
      'communities of a missing file',
      () => ['communities', '--links', join(folder, 'none.csv'), ...ends],
      /does not exist/,
    ],
  ];
  it.each(cases)('%s', async (_, args, line) => {
    const { status, printed, complaints } = await skein(...args());
    expect(status).toBe(2);
    expect(printed).toEqual([]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(line);
    expect(complaints[0]).not.toContain('\n');
  });
});

describe('npm run --silent skein', () => {
  const launcher = join(top, 'scripts/skein.mjs');
  it('prints nothing on stdout but the result', () => {
    const out = execFileSync(process.execPath, [launcher, 'measures', '--json'], { encoding: 'utf8', timeout: 60_000 });
    expect((JSON.parse(out) as unknown[]).length).toBeGreaterThan(5);
  });
  it('ends with status 2 and one line on stderr', () => {
    const run = spawnSync(process.execPath, [launcher, 'measure', '--links', 'none.csv', ...ends], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toBe('skein: none.csv does not exist\n');
  });
  it('writes all of a result longer than a pipe holds', () => {
    const path = file(
      `source,target\n${Array.from({ length: 5000 }, (_, i) => `person ${i},person ${i + 1}`).join('\n')}\n`,
    );
    const out = execFileSync(
      process.execPath,
      [launcher, 'measure', '--links', path, ...ends, '--measures', 'degree', '--json'],
      {
        encoding: 'utf8',
        maxBuffer: 1e8,
        timeout: 60_000,
      },
    );
    expect((JSON.parse(out) as Measured).nodes).toHaveLength(5001);
  });
});
