import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { networkFigures } from '#analysis/whole-network/index';
import { runCli } from '#cli/index';

const data = join(import.meta.dirname, '../data');
const folder = mkdtempSync(join(tmpdir(), 'skein-cli-network-'));
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
  const status = await runCli(args, { print: (t) => printed.push(t), complain: (l) => complaints.push(l) });
  return { status, printed: printed.join(''), complaints };
}

interface Printed {
  figures: { id: string; value: number | null; reason?: string; beside?: Record<string, number>; members?: string[] }[];
  over_time?: {
    undated: number;
    slices: { from: string; nodes: number; figures: Record<string, { value: number }> }[];
  };
  layers?: { layers: { layer: string; links: number }[]; overlap: (number | null)[][] };
}

async function network(...args: string[]): Promise<Printed> {
  const { status, printed, complaints } = await skein('network', ...args, '--json');
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  return JSON.parse(printed) as Printed;
}

const ends = ['--source', 'source', '--target', 'target'];
const dated = () =>
  file(
    'source,target,kind,from,to\na,b,call,2024-01-05,2024-01-06\nb,c,call,2024-01,2024-02\nc,d,money,2024-03-01,\nd,a,money,,\na,b,money,2024-03-09,2024-03-09\n',
  );

describe('skein network', () => {
  it('gives the checked figures of a directed network', async () => {
    const out = await network('--links', join(data, 'caviar/total_edges_directed.csv'), ...ends, '--directed');
    const expected = JSON.parse(readFileSync(join(data, 'caviar/expected.json'), 'utf8')) as {
      total_directed: { graph: Record<string, number> };
    };
    const figure = (id: string) => out.figures.find((f) => f.id === id)!;
    const { graph } = expected.total_directed;
    expect(Math.abs(figure('density').value! - graph.density!)).toBeLessThan(2e-9);
    expect(Math.abs(figure('reciprocity').value! - graph.reciprocity!)).toBeLessThan(2e-9);
    expect(figure('strong-components').value).toBe(graph.strongly_connected_components);
    expect(figure('core-periphery').members!.every((id) => /^N\d+$/.test(id))).toBe(true);
    expect(out.figures.map((f) => f.id)).toEqual(
      networkFigures.map((f) => f.id).filter((id) => id !== 'ei-index' && id !== 'group-assortativity'),
    );
  });

  it('takes groups from a column of the nodes', async () => {
    const nodes = file('id,agency\na,X\nb,X\nc,Y\nd,\n');
    const more = ['--nodes', nodes, '--id', 'id', '--by', 'agency', '--figures', 'ei-index'];
    const out = await network('--links', dated(), ...ends, ...more);
    expect(out.figures).toEqual([
      { id: 'ei-index', value: 0, beside: { external: 1, internal: 1, expected: expect.closeTo(1 / 3, 12) } },
    ]);
  });

  it('gives null and a reason where a figure is not defined', async () => {
    const out = await network('--links', dated(), ...ends, '--figures', 'reciprocity,density');
    expect(out.figures[0]).toEqual({
      id: 'reciprocity',
      value: null,
      reason: 'directions are ignored, or there are none',
    });
  });

  it('gives the same by month, and says what is undated', async () => {
    const more = ['--begin', 'from', '--end', 'to', '--slices', 'month', '--figures', 'density'];
    const { over_time: over } = await network('--links', dated(), ...ends, ...more);
    expect(over!.undated).toBe(1);
    expect(over!.slices.map((s) => [s.from.slice(0, 7), s.nodes, s.figures.density!.value])).toEqual([
      ['2024-01', 3, 2 / 3],
      ['2024-02', 2, 1],
      ['2024-03', 4, 2 / 6],
    ]);
  });

  it('gives layers and how far they link the same', async () => {
    const { layers } = await network('--links', dated(), ...ends, '--layer', 'kind', '--figures', 'density');
    expect(layers!.layers.map((l) => [l.layer, l.links])).toEqual([
      ['call', 2],
      ['money', 3],
    ]);
    expect(layers!.overlap).toEqual([
      [1, 1 / 4],
      [1 / 4, 1],
    ]);
  });

  it('prints CSV with the reason beside what is undefined, slice by slice where asked', async () => {
    const { printed } = await skein('network', '--links', dated(), ...ends, '--figures', 'components,reciprocity');
    expect(printed).toMatch(/^figure,value,reason\r\ncomponents,1,""\r\nreciprocity,"","?\w.*\r\n$/);
    const months = ['--begin', 'from', '--end', 'to', '--slices', 'month', '--figures', 'components,density'];
    const sliced = await skein('network', '--links', dated(), ...ends, ...months);
    expect(sliced.printed.split('\r\n').slice(0, 3)).toEqual([
      'slice,figure,value,reason',
      '2024-01-01,components,1,""',
      expect.stringMatching(/^2024-01-01,density,0\.6+7?,""$/),
    ]);
  });

  it.each([
    ['unknown figure', ['--figures', 'fame'], /unknown figure "fame"/],
    ['group without a column', ['--figures', 'ei-index'], /ei-index needs --by COL/],
    ['column the nodes do not have', ['--by', 'agency'], /--by: the nodes have no column "agency"/],
    ['parameter of none', ['--figures', 'density', '--runs', '3'], /--runs is a parameter of none/],
    ['slices without a column', ['--slices', 'month'], /--slices needs --begin COL/],
    ['slices of no unit', ['--begin', 'from', '--slices', 'moon'], /--slices takes day, week, month, year/],
    ['a date that is none', ['--begin', 'kind', '--slices', 'day'], /row 2: "call" is no date/],
    ['missing column', ['--layer', 'colour'], /no column "colour"/],
  ])('%s is refused in one line', async (_, args, line) => {
    const { status, printed, complaints } = await skein('network', '--links', dated(), ...ends, ...args);
    expect(status).toBe(2);
    expect(printed).toBe('');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(line);
  });
});

describe('skein measures --of network', () => {
  it('lists id, question, definition and range of each figure, apart from the measures of nodes', async () => {
    const list = JSON.parse((await skein('measures', '--of', 'network', '--json')).printed) as Record<string, string>[];
    expect(list.map((f) => f.id)).toEqual(networkFigures.map((f) => f.id));
    for (const f of list) {
      expect(Object.keys(f)).toEqual(['id', 'question', 'definition', 'range']);
      for (const words of Object.values(f)) expect(words).not.toBe('');
    }
  });
});
