import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packCase } from '#analysis/graph/pack-case';
import type { Link } from '#domain/link/link';
import { skein } from './skein.ts';

const LINKS = `from,to,type,strength,grade,first,last,calls,sum,money
a,b,called,confirmed,4x4 A1,2026-01-03,2026-01-03,3,,
b,c,paid,unconfirmed,4x4 B3; 4x4 X4,2026-02-01,2026-02-10,,100.50,EUR
c,d,paid,tentative,,2026-02-05,,1,70,USD
d,a,met,,4x4 X1,,,1,,
b,a,paid,confirmed,4x4 B2,2026-03-01,2026-03-02,2,9.50,EUR
e,e,called,confirmed,,2026-01-03,,1,,
`;
const NODES = `id,kind,tags
a,person,suspect; male
b,person,suspect
c,firm,
d,person,cleared
e,person,
`;

let folder: string;
let files: string[];
let nodes: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'skein-scope-'));
  writeFileSync(join(folder, 'links.csv'), LINKS);
  writeFileSync(join(folder, 'nodes.csv'), NODES);
  files = ['--links', join(folder, 'links.csv'), '--source', 'from', '--target', 'to'];
  nodes = ['--nodes', join(folder, 'nodes.csv'), '--id', 'id'];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function measured(...args: string[]) {
  const { status, printed, complaints } = await skein('measure', ...files, ...args, '--json');
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  const out = JSON.parse(printed);
  const left: number = Object.values<number>(out.graph.rows_left_out).reduce((sum, n) => sum + n, 0);
  expect(out.graph.rows + left).toBe(out.graph.rows_in_file);
  return out;
}

const valuesOf = (out: { nodes: { id: string; values: Record<string, number> }[] }, id: string) =>
  Object.fromEntries(out.nodes.map((n) => [n.id, n.values[id]]));

describe('which rows of a file count', () => {
  it.each([
    [['--strength', 'strength', '--confirmed-only'], 3, { strength: 3 }],
    [['--strength', 'strength', '--weakest', 'confirmed'], 3, { strength: 3 }],
    // Nobody said how sure d–a is: that is unconfirmed.
    [['--strength', 'strength', '--weakest', 'unconfirmed'], 5, { strength: 1 }],
    [['--strength', 'strength', '--weakest', 'tentative'], 6, {}],
    // The weaker of the two axes counts, of several grades the best; "cannot be judged" is no proof of quality.
    [['--grade', 'grade', '--graded', 'middling'], 3, { grade: 3 }],
    [['--grade', 'grade', '--graded', 'strong'], 2, { grade: 4 }],
    [['--layer', 'type', '--only', 'paid'], 3, { layer: 3 }],
    [['--layer', 'type', '--only', 'paid, met'], 4, { layer: 2 }],
    // What may lie in the window is in; an open end may, what has no time is out.
    [['--begin', 'first', '--end', 'last', '--after', '2026-02-09'], 4, { undated: 1, window: 1 }],
    [['--begin', 'first', '--end', 'last', '--after', '2026-02-09', '--undated'], 5, { window: 1 }],
    [['--time', 'first', '--until', 'last', '--before', '2026-02'], 4, { undated: 1, window: 1 }],
    [['--begin', 'first', '--after', '2026-02', '--before', '2026-02'], 2, { undated: 1, window: 3 }],
  ])('by %j', async (args, rows, leftOut) => {
    const { graph } = await measured(...args, '--measures', 'degree');
    expect(graph).toMatchObject({ rows, rows_in_file: 6, nodes: 5 });
    expect(graph.rows_left_out).toEqual(leftOut);
  });

  it('counts a row under the first reason alone, and keeps who lost all rows, as the page does', async () => {
    const out = await measured(
      ...['--strength', 'strength', '--confirmed-only', '--layer', 'type', '--only', 'paid', '--measures', 'degree'],
    );
    expect(out.graph).toMatchObject({ rows: 1, rows_left_out: { layer: 3, strength: 2 } });
    expect(valuesOf(out, 'degree')).toEqual({ a: 1, b: 1, c: 0, d: 0, e: 0 });
    const table = await skein('measure', ...files, '--strength', 'strength', '--confirmed-only');
    expect(table.complaints).toEqual(['3 of 6 rows are left out: not borne out well enough (3)']);
  });

  it('takes nodes of some kinds, or with some tags, and the rows between them', async () => {
    const firms = await measured(...nodes, '--type', 'kind', '--kinds', 'person', '--measures', 'degree');
    expect(firms.graph).toMatchObject({ nodes: 4, rows: 4, rows_left_out: { node: 2 }, nodes_left_out: 1 });
    const tagged = await measured(...nodes, '--tags', 'tags', '--tagged', 'suspect,cleared', '--measures', 'degree');
    expect(valuesOf(tagged, 'degree')).toEqual({ a: 2, b: 1, d: 1 });
    expect(tagged.nodes[0].attributes).toEqual({ kind: 'person', tags: 'suspect; male' });
  });

  it('reads arrows along, against or not at all, and names ends as the file does', async () => {
    const along = await measured('--direction', 'out', '--measures', 'in-degree');
    expect(along).toEqual(await measured('--directed', '--measures', 'in-degree'));
    const against = await measured('--direction', 'in', '--measures', 'in-degree');
    expect(against.graph).toMatchObject({ directed: true, direction: 'in' });
    expect(against.method.direction).toBe('from target to source');
    expect(valuesOf(against, 'in-degree')).toEqual(
      valuesOf(await measured('--directed', '--measures', 'out-degree'), 'out-degree'),
    );
    expect(valuesOf(await measured('--direction', 'ignore', '--measures', 'degree'), 'degree')).toEqual(
      valuesOf(await measured('--measures', 'degree'), 'degree'),
    );
    const links = await measured('--direction', 'in', '--of', 'links', '--measures', 'link-betweenness');
    expect(links.links.map((l: { source: string; target: string }) => l.source + l.target)).toContain('ab');
    const removed = await skein('what-if', ...files, '--direction', 'in', '--remove-links', 'a>b', '--json');
    expect(JSON.parse(removed.printed).removed_links).toEqual([{ row: 1, source: 'a', target: 'b' }]);
  });

  it('weighs by count, by an amount in one currency, or by strength, as the page does', async () => {
    const count = await measured('--weight', 'calls', '--weights', 'count', '--measures', 'strength');
    // Where no count is stated there was one.
    expect(valuesOf(count, 'strength')).toEqual({ a: 6, b: 6, c: 2, d: 2, e: 0 });
    const euros = await measured(
      ...['--weight', 'sum', '--currency', 'money', '--only-currency', 'EUR', '--measures', 'strength'],
    );
    expect(euros.graph).toMatchObject({ rows: 2, currency: 'EUR', weights: 'amount' });
    expect(euros.graph.rows_left_out).toEqual({ currency: 1, unweighed: 3 });
    expect(valuesOf(euros, 'strength')).toEqual({ a: 9.5, b: 110, c: 100.5, d: 0, e: 0 });
    const sure = await measured('--strength', 'strength', '--weights', 'strength', '--measures', 'strength');
    expect(sure.graph).toMatchObject({ rows: 6, weights: 'strength' });
    const strengths = ['confirmed', 'unconfirmed', 'tentative', 'unconfirmed', 'confirmed'] as const;
    const ends = ['ab', 'bc', 'cd', 'da', 'ba'];
    const links = strengths.map(
      (strength, r): Link => ({
        ...{ id: String(r), kind: 'link', type: 'called', direction: 'none', strength },
        ...{ from: ends[r]![0]!, to: ends[r]![1]! },
      }),
    );
    const entities = ['a', 'b', 'c', 'd'].map((id) => ({ id, type: 'person' as const }));
    const { graph } = packCase({ entities, links }, { kind: 'case' }, { direction: 'ignore', weights: 'strength' });
    const sums = [0, 0, 0, 0];
    for (const [e, w] of graph.weight!.entries())
      for (const end of [graph.source[e]!, graph.target[e]!]) sums[end]! += w;
    expect(Object.values(valuesOf(sure, 'strength')).slice(0, 4)).toEqual(sums);
  });

  it('adds up what was paid in one currency of the payments of a case, and counts all others', async () => {
    const path = join(import.meta.dirname, '../data/sample_case_blue_kestrel/payments.csv');
    const payments = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const paid = ['--links', path, '--source', 'from_account', '--target', 'to_account', '--weight', 'amount'];
    const conditions = ['--begin', 'value_date', '--after', '2026-03-10', '--before', '2026-03-20'];
    const mixed = await skein('measure', ...paid, '--currency', 'currency');
    expect(mixed).toMatchObject({ status: 2, complaints: [expect.stringMatching(/amounts are in .*USD.*choose one/)] });
    const args = ['--currency', 'currency', '--only-currency', 'USD', ...conditions, '--direction', 'out'];
    const of = ['--measures', 'out-strength', '--json'];
    const { graph, nodes } = JSON.parse((await skein('measure', ...paid, ...args, ...of)).printed);
    const inWindow = payments.filter((p) => p.value_date! >= '2026-03-10' && p.value_date! <= '2026-03-20');
    const dollars = inWindow.filter((p) => p.currency === 'USD');
    expect(dollars.length).toBeGreaterThan(5);
    expect(graph).toMatchObject({
      rows: dollars.length,
      rows_in_file: payments.length,
      rows_left_out: { window: payments.length - inWindow.length, currency: inWindow.length - dollars.length },
      conditions: { after: '2026-03-10', before: '2026-03-20' },
    });
    for (const { id, values } of nodes as { id: string; values: Record<string, number> }[]) {
      const own = dollars.filter((p) => p.from_account === id && p.to_account !== id);
      expect(values['out-strength']).toBeCloseTo(
        own.reduce((sum, p) => sum + Number(p.amount), 0),
        6,
      );
    }
  });

  it('takes one currency as it is where the rows that count are in no other', async () => {
    const { graph } = await measured(
      ...['--weight', 'sum', '--currency', 'money', '--strength', 'strength', '--weakest', 'unconfirmed'],
      ...['--measures', 'strength'],
    );
    expect(graph).toMatchObject({ rows: 2, currency: 'EUR', rows_left_out: { strength: 1, unweighed: 3 } });
  });

  it('numbers rows as the file does where others are left out', async () => {
    const paid = ['--layer', 'type', '--only', 'paid'];
    const path = await skein('paths', ...files, ...paid, '--from', 'a', '--to', 'd', '--json');
    expect(JSON.parse(path.printed).paths[0].rows).toEqual([[5], [2], [3]]);
    const gone = await skein('what-if', ...files, ...paid, '--remove-links', '3', '--json');
    expect(JSON.parse(gone.printed)).toMatchObject({
      removed_links: [{ row: 3, source: 'c', target: 'd' }],
      rows_removed: 1,
    });
    expect(await skein('what-if', ...files, ...paid, '--remove-links', '1')).toMatchObject({
      status: 2,
      complaints: ['--remove-links: row 1 is left out already by what was asked of rows'],
    });
  });

  it('is one vocabulary for every command', async () => {
    const conditions = ['--begin', 'first', '--after', '2026-02', '--strength', 'strength', '--weakest', 'unconfirmed'];
    for (const [command, ...more] of [
      ['communities', '--method', 'louvain'],
      ['key-players', '--size', '1'],
      ['stability', '--measure', 'degree'],
      ['network', '--figures', 'density'],
      ['what-if', '--remove', 'b'],
      ['paths', '--from', 'a', '--to', 'c'],
    ] as const) {
      const { status, printed, complaints } = await skein(command, ...files, ...conditions, ...more, '--json');
      expect({ command, status, complaints }).toEqual({ command, status: 0, complaints: [] });
      expect(JSON.parse(printed).graph).toMatchObject({
        rows: 2,
        rows_left_out: { strength: 1, undated: 1, window: 2 },
        nodes: 5,
      });
    }
  });

  it('reaches along and against arrows by the same word as every command', async () => {
    const reach = async (...args: string[]) => {
      const { printed } = await skein(
        ...['key-players', ...files, '--criterion', 'reach', '--size', '1', '--steps', '2', ...args, '--json'],
      );
      const { set, method } = JSON.parse(printed);
      return [set[0].alone, method.direction];
    };
    expect(await reach('--direction', 'out')).toEqual(await reach('--directed', '--direction', 'out'));
    expect((await reach('--direction', 'in'))[1]).toBe('in');
    expect(await reach('--direction', 'ignore')).toEqual(await reach());
  });

  it.each([
    [['--confirmed-only'], '--confirmed-only needs --strength COL'],
    [
      ['--strength', 'strength', '--confirmed-only', '--weakest', 'tentative'],
      '--weakest tentative and --confirmed-only contradict each other',
    ],
    [
      ['--strength', 'strength', '--weakest', 'rumour'],
      '--weakest takes confirmed, unconfirmed, tentative, not "rumour"',
    ],
    [['--directed', '--direction', 'ignore'], '--direction ignore and --directed contradict each other'],
    [['--direction', 'both'], '--direction takes ignore, out, in, not "both"'],
    [['--weights', 'none', '--weight', 'calls'], '--weights none and --weight contradict each other'],
    [['--weights', 'amount', '--weight', 'sum'], '--weights amount needs --currency COL'],
    [['--weights', 'strength'], '--weights strength needs --strength COL'],
    [['--weights', 'count'], '--weights count needs --weight COL'],
    [
      ['--weight', 'sum', '--currency', 'money'],
      '--currency: amounts are in EUR, USD, and do not add up; choose one, such as --only-currency EUR',
    ],
    [
      ['--weight', 'sum', '--currency', 'money', '--only-currency', 'GBP'],
      '--only-currency: no "GBP" in its column; there are EUR, USD',
    ],
    [['--currency', 'money'], '--currency needs --weight COL'],
    [['--graded', 'strong'], '--graded needs --grade COL'],
    [['--grade', 'strength'], /row 2: grade "confirmed" is none such as "4x4 B2", or "B2" with --scheme$/],
    [['--begin', 'first'], '--begin is read by --slices, --after, --before: give one of them too'],
    [['--after', '2026'], '--after needs --begin COL'],
    [['--begin', 'from', '--after', '2026'], /row 2: "a" is no date such as 2026-03-07$/],
    [
      ['--begin', 'first', '--after', '2027', '--before', '2026'],
      '--after 2027 is later than --before 2026: no time lies between them',
    ],
    [['--begin', 'first', '--after', 'soon'], '--after cannot be read as a time: "soon"'],
    [['--begin', 'last', '--end', 'first', '--after', '2026'], /row 3: it ends before it begins$/],
    [['--begin', 'first', '--numbers', '--slices', 'month'], '--numbers and --slices contradict each other'],
    [['--only', 'paid'], '--only needs --layer COL'],
    [['--layer', 'type', '--only', 'sold'], '--only: no "sold" in the column of --layer'],
    [['--type', 'kind'], '--type needs --nodes FILE.csv'],
    [['--kinds', 'person'], '--kinds needs --type COL'],
  ])('refuses %j in one line', async (args, says) => {
    const { status, printed, complaints } = await skein('measure', ...files, ...args);
    expect({ status, printed }).toEqual({ status: 2, printed: '' });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toEqual(typeof says === 'string' ? says : expect.stringMatching(says));
  });

  it('refuses kinds and tags that nobody has', async () => {
    expect((await skein('measure', ...files, ...nodes, '--type', 'kind', '--kinds', 'ship')).complaints).toEqual([
      '--kinds: no "ship" in its column; there are person, firm',
    ]);
    expect((await skein('measure', ...files, ...nodes, '--tags', 'tags')).complaints).toEqual([
      '--tags needs --tagged WORD,…',
    ]);
  });
});
