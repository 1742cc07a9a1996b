import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '#cli/index';

let folder: string;
let files: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'skein-'));
  // Confirmed: the path a–b–c–d; b–d is not, and would make a triangle.
  writeFileSync(
    join(folder, 'links.csv'),
    'from,to,calls,strength\na,b,5,confirmed\nb,c,1,confirmed\nc,d,2,Confirmed\nb,d,3,tentative\n',
  );
  files = ['--links', join(folder, 'links.csv'), '--source', 'from', '--target', 'to'];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const measure = (id: string, setup = {}, parameters = {}) => ({ kind: 'measure', id, setup, parameters });

async function run(analyses: unknown, ...more: string[]) {
  const path = join(folder, 'recipe.json');
  writeFileSync(path, JSON.stringify({ format: 'skein-recipe', version: 1, analyses }));
  return skein('recipe', path, ...more);
}

async function skein(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCli(args, { print: (t) => printed.push(t), complain: (l) => complaints.push(l) });
  return { status, printed: printed.join(''), complaints };
}

const valuesOf = (result: { nodes: { id: string; values: Record<string, number> }[] }, id: string) =>
  Object.fromEntries(result.nodes.map((n) => [n.id, n.values[id]]));

test('each analysis of a recipe is the answer of its own command, with direction, weights and strength as the recipe says', async () => {
  const { status, printed, complaints } = await run(
    [
      measure('degree'),
      measure('degree', { confirmedOnly: true }),
      measure('strength', { weights: 'count' }),
      measure('in-degree', { direction: 'in' }),
      { kind: 'groups', id: 'louvain', parameters: { seed: 3 } },
      { kind: 'how-sure', id: 'betweenness', settings: { resamples: 300, tentative: 0 } },
      { kind: 'key-players', id: 'fragmentation', parameters: { size: 1 } },
    ],
    ...files,
    '--weight',
    'calls',
    '--strength',
    'strength',
    '--json',
  );
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  const { analyses } = JSON.parse(printed);
  const [degree, confirmed, strength, inward, groups, sure, key] = analyses;
  expect(valuesOf(degree.result, 'degree')).toEqual({ a: 1, b: 3, c: 2, d: 2 });
  expect(valuesOf(confirmed.result, 'degree')).toEqual({ a: 1, b: 2, c: 2, d: 1 });
  expect(valuesOf(strength.result, 'strength')).toEqual({ a: 5, b: 9, c: 3, d: 5 });
  expect(strength.notes).toMatchObject([{ code: 'weights-of-the-column' }]);
  // Turned round, who reaches others is reached.
  expect(valuesOf(inward.result, 'in-degree')).toEqual({ a: 1, b: 2, c: 1, d: 0 });
  const alone = await skein('communities', ...files, '--method', 'louvain', '--seed', '3', '--json');
  expect(groups.result).toEqual(JSON.parse(alone.printed));
  expect(sure.result.method.intervals).toMatchObject({ resamples: 300, tentative: 0 });
  expect(sure.settings).toEqual({ resamples: 300, tentative: 0 });
  expect(key.result.set.map((m: { id: string }) => m.id)).toEqual(['b']);
});

test('what does not hold for files is said of each analysis; one that cannot be run is refused by code, and the others stand', async () => {
  const analyses = [
    measure('degree', { scope: 'chart', actorsOnly: true }),
    measure('degree', { confirmedOnly: true }),
    measure('strength', { weights: 'amount', currency: 'EUR' }),
    measure('degree', { twoMode: { of: 'person', through: 'event', as: 'shared' } }),
    measure('brokerage-total', {}, { by: 'nationality' }),
  ];
  const { status, printed, complaints } = await run(analyses, ...files, '--json');
  expect(status).toBe(0);
  const found = JSON.parse(printed).analyses;
  expect(found[0].notes.map((n: { code: string }) => n.code)).toEqual(['scope-is-the-files', 'kinds-not-known']);
  expect(found.map((a: { refused?: { code: string } }) => a.refused?.code)).toEqual([
    undefined,
    'no-strength',
    'no-weights',
    'two-modes',
    'unfit',
  ]);
  expect(found[4].refused.reason).toContain('nationality');
  expect(found[1].result).toBeNull();
  expect(complaints).toHaveLength(4);
  const table = await run(analyses, ...files);
  const [header, ...records] = Papa.parse<string[]>(table.printed, { skipEmptyLines: true }).data;
  expect(header).toEqual(['analysis', 'kind', 'id', 'record', 'field', 'value']);
  const first = ['1', 'measure', 'degree'];
  expect(records.slice(0, 4)).toEqual([
    [...first, '', 'note', expect.stringMatching(/^scope-is-the-files: /)],
    [...first, '', 'note', expect.stringMatching(/^kinds-not-known: /)],
    [...first, '1', 'id', 'a'],
    [...first, '1', 'degree', '1'],
  ]);
  expect(records).toContainEqual(['2', 'measure', 'degree', '', 'refused', expect.stringMatching(/^no-strength: /)]);
  const none = await run([analyses[1]], ...files);
  expect(none).toMatchObject({ status: 2, printed: '' });
});

test('the one table has the records of each command as they are: formulas defused once, and what its reader must be told beside them', async () => {
  const links = join(folder, 'triangles.csv');
  writeFileSync(links, 'from,to\n=a,b\nb,c\nc,=a\nc,d\nd,e\ne,c\n');
  const { status, printed, complaints } = await run(
    [measure('degree'), { kind: 'groups', id: 'cliques', parameters: {}, setup: {} }],
    ...['--links', links, '--source', 'from', '--target', 'to'],
  );
  expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
  const records = Papa.parse<string[]>(printed, { skipEmptyLines: true }).data;
  expect(records).toContainEqual(['1', 'measure', 'degree', '1', 'id', "'=a"]);
  expect(records).toContainEqual([
    '2',
    'groups',
    'cliques',
    '',
    'remark',
    expect.stringMatching(/^groups overlap: 1 of 5/),
  ]);
});

test('how sure a set is, is told with it, and that one seed serves both', async () => {
  const key = { kind: 'key-players', id: 'fragmentation', parameters: { size: 1, seed: 2 } };
  const sure = { ...key, settings: { resamples: 200, seed: 5 } };
  const { status, printed } = await run([key, sure], ...files, '--strength', 'strength');
  expect(status).toBe(0);
  const records = Papa.parse<string[]>(printed, { skipEmptyLines: true }).data;
  const of = (analysis: string) => records.filter((r) => r[0] === analysis);
  expect(of('1').map((r) => r[4])).toEqual(['id', 'contribution', 'alone']);
  expect(
    of('2')
      .map((r) => r[4])
      .slice(0, 4),
  ).toEqual(['note', 'id', 'contribution', 'alone']);
  expect(of('2')[0]![5]).toMatch(/^one-seed: /);
  expect(of('2').length).toBeGreaterThan(4);
});

test('removals are told by their sets and curves, and not by brokers whom nothing changed', async () => {
  const { status, printed } = await run(
    [
      { kind: 'what-if', id: 'best-sets', parameters: { size: 1 } },
      { kind: 'what-if', id: 'curves', orders: ['degree'], beside: true },
    ],
    ...files,
  );
  expect(status).toBe(0);
  const records = Papa.parse<string[]>(printed, { skipEmptyLines: true }).data;
  expect(records).toContainEqual(['1', 'what-if', 'best-sets', '1', 'id', 'b']);
  expect(records).toContainEqual(['2', 'what-if', 'curves', '1', 'order', 'degree']);
  expect(records.filter((r) => r[4] === 'area')).toHaveLength(1);
  expect(records.flat()).not.toContain('rank_before');
});

test('what is no recipe, or no network, is bad input, and nothing is printed', async () => {
  const bad = async (result: ReturnType<typeof skein>, says: string) => {
    const { status, printed, complaints } = await result;
    expect({ status, printed }).toEqual({ status: 2, printed: '' });
    expect(complaints.join()).toContain(says);
  };
  await bad(skein('recipe'), 'missing');
  await bad(skein('recipe', ...files), 'missing');
  await bad(skein('recipe', join(folder, 'nowhere.json'), ...files), 'cannot be read');
  await bad(skein('recipe', join(folder, 'links.csv'), ...files), 'is no recipe');
  await bad(run([measure('degree'), measure('no-such')], ...files), 'analysis 2');
  await bad(run([measure('degree')]), '--links is missing');
  await bad(run([measure('degree')], ...files, '--directed'), '--directed');
  await bad(skein('measure', ...files, '--confirmed-only'), '--strength COL');
});

test('two kinds, weights by strength and amounts in the currency of the recipe are those of the command', async () => {
  const [links, nodes] = [join(folder, 'two.csv'), join(folder, 'kinds.csv')];
  writeFileSync(
    links,
    'from,to,sum,money,strength\nann,wedding,,,confirmed\nbo,wedding,,,tentative\ncy,wedding,,,confirmed\nann,bo,5,EUR,confirmed\nbo,cy,3,USD,\n',
  );
  writeFileSync(nodes, 'id,kind\nann,person\nbo,person\ncy,person\nwedding,event\n');
  const both = ['--links', links, '--source', 'from', '--target', 'to', '--nodes', nodes, '--id', 'id'];
  const twoMode = { of: 'person', through: 'event', as: 'newman' };
  const analyses = [
    measure('strength', { twoMode, direction: 'out', weights: 'count' }),
    measure('strength', { weights: 'strength' }),
    measure('strength', { weights: 'amount', currency: 'USD' }),
    { kind: 'key-players', id: 'reach', setup: { twoMode }, parameters: { size: 1 } },
  ];
  const more = ['--type', 'kind', '--weight', 'sum', '--currency', 'money', '--strength', 'strength'];
  const { status, printed, complaints } = await run(analyses, ...both, ...more, '--json');
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  const found = JSON.parse(printed).analyses;
  const alone = ['measure', ...both, '--strength', 'strength', '--measures', 'strength', '--json'];
  const typed = async (...args: string[]) => JSON.parse((await skein(...alone, ...args)).printed);
  const kinds = ['--type', 'kind', '--two-mode', 'person,event', '--as', 'newman'];
  expect(found[0].result).toEqual(await typed(...kinds));
  expect(valuesOf(found[0].result, 'strength')).toEqual({ ann: 1, bo: 1, cy: 1 });
  expect(found[1].result).toEqual(await typed('--weights', 'strength', '--type', 'kind', '--kinds', 'person'));
  const dollars = [
    '--weight',
    'sum',
    '--currency',
    'money',
    '--only-currency',
    'USD',
    '--type',
    'kind',
    '--kinds',
    'person',
  ];
  expect(found[2].result).toEqual(await typed(...dollars));
  expect(found[2].notes).toEqual([]);
  expect(found[3].result.graph.two_mode).toMatchObject(twoMode);
  const other = await run([analyses[0]], ...both, '--type', 'kind', '--weight', 'sum', '--json');
  expect(JSON.parse(other.printed).analyses[0].refused).toBeUndefined();
  // Words of the file that are not those of the recipe are said, not guessed.
  writeFileSync(nodes, 'id,kind\nann,man\nbo,man\ncy,man\nwedding,feast\n');
  const unknown = await run([analyses[0]], ...both, '--type', 'kind', '--json');
  expect(unknown).toMatchObject({ status: 2, printed: '' });
  expect(unknown.complaints.join()).toContain('--two-mode: no "person" in its column; there are man, feast');
});

test('where a column says the kinds, events are left out unless the recipe takes them in, and others where it is of those in question', async () => {
  const [links, nodes] = [join(folder, 'kinds-links.csv'), join(folder, 'all-kinds.csv')];
  writeFileSync(links, 'from,to\nann,raid\nann,bo\nann,car\nann,firm\n');
  writeFileSync(nodes, 'id,kind\nann,person\nbo,person\nraid,event\ncar,vehicle\nfirm,organisation\n');
  const both = ['--links', links, '--source', 'from', '--target', 'to', '--nodes', nodes, '--id', 'id'];
  const analyses = [
    measure('degree'),
    measure('degree', { events: true }),
    measure('degree', { actorsOnly: true }),
    measure('degree', { actorsOnly: true, events: true }),
  ];
  const degrees = async (...more: string[]) => {
    const { printed, complaints } = await run(analyses, ...both, ...more, '--json');
    expect(complaints).toEqual([]);
    return JSON.parse(printed).analyses.map(
      (a: { result: Parameters<typeof valuesOf>[0]; notes: { code: string }[] }) => [
        valuesOf(a.result, 'degree'),
        a.notes.map((n) => n.code),
      ],
    );
  };
  const all = { ann: 4, bo: 1, raid: 1, car: 1, firm: 1 };
  const actors = [{ ann: 2, bo: 1, firm: 1 }, ['protection-not-known']];
  expect(await degrees('--type', 'kind')).toEqual([
    [{ ann: 3, bo: 1, car: 1, firm: 1 }, []],
    [all, []],
    actors,
    actors,
  ]);
  expect(await degrees('--type', 'kind', '--kinds', 'person,event')).toEqual([
    [{ ann: 1, bo: 1 }, []],
    [{ ann: 2, bo: 1, raid: 1 }, []],
    [{ ann: 1, bo: 1 }, ['protection-not-known']],
    [{ ann: 1, bo: 1 }, ['protection-not-known']],
  ]);
  // Without such a column nobody can tell, and it is said.
  expect((await degrees())[2]).toEqual([all, ['kinds-not-known']]);
});

test('a set that goes along arrows goes along none where the recipe asks for a network without them, as on the page', async () => {
  const reach = (direction: string, setup: object) => ({
    kind: 'key-players',
    id: 'reach',
    parameters: { size: 1, steps: 3, direction },
    setup,
  });
  const { printed, complaints } = await run(
    [reach('out', {}), reach('ignored', {}), reach('out', { direction: 'out' }), reach('out', { direction: 'in' })],
    ...files,
    '--json',
  );
  expect(complaints).toEqual([]);
  const found = JSON.parse(printed).analyses.map(
    ({
      result,
    }: {
      result: { graph: { directed: boolean }; set: { id: string }[]; method: { direction: string } };
    }) => [result.graph.directed, result.method.direction, result.set.map((m) => m.id)],
  );
  expect(found).toEqual([
    [false, 'ignored', ['a']],
    [false, 'ignored', ['a']],
    [true, 'out', ['a']],
    // Turned round: from d all others are reached.
    [true, 'out', ['d']],
  ]);
});

test('rows without a time are asked for where a time is read, and hold up no other analysis', async () => {
  const dated = join(folder, 'dated.csv');
  writeFileSync(dated, 'from,to,on\na,b,2026-01-05\nb,c,\n');
  const { printed, complaints } = await run(
    [measure('degree')],
    ...['--links', dated, '--source', 'from', '--target', 'to', '--begin', 'on', '--undated', '--json'],
  );
  expect(complaints).toEqual([]);
  expect(valuesOf(JSON.parse(printed).analyses[0].result, 'degree')).toEqual({ a: 1, b: 2, c: 1 });
});
