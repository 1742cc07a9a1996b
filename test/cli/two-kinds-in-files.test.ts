import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packTwoMode } from '#analysis/graph/two-mode';
import { skein } from './skein.ts';

const data = join(import.meta.dirname, '../data');
const folder = mkdtempSync(join(tmpdir(), 'skein-two-modes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(lines: readonly (readonly string[])[]): string {
  const path = join(folder, `table-${++files}.csv`);
  writeFileSync(path, `${lines.map((fields) => fields.join(',')).join('\n')}\n`);
  return path;
}

type Projection = 'shared' | 'newman';
interface Oracle {
  readonly boston: Record<
    Projection,
    { readonly edges: number; readonly strength: Record<string, number>; readonly degree: Record<string, number> }
  >;
  readonly small: readonly ({
    readonly persons: readonly string[];
    readonly events: readonly string[];
    readonly rows: readonly (readonly [string, string])[];
    readonly across: number;
  } & Record<Projection, readonly (readonly [string, string, number])[]>)[];
}
const oracle = JSON.parse(readFileSync(join(data, 'oracles/two-modes.json'), 'utf8')) as Oracle;

function network(persons: readonly string[], events: readonly string[], rows: readonly (readonly string[])[]) {
  const nodes = [
    ['id', 'kind'],
    ...persons.map((id) => [id, 'person']),
    ...events.map((id) => [id, 'event']),
    ['a car', 'vehicle'],
  ];
  return [
    ...['--links', file([['from', 'to'], ...rows]), '--source', 'from', '--target', 'to'],
    ...['--nodes', file(nodes), '--id', 'id', '--type', 'kind', '--two-mode', 'person,event'],
  ];
}

async function found(command: string, ...args: string[]) {
  const { status, printed, complaints } = await skein(command, ...args, '--json');
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  return JSON.parse(printed);
}

describe('a network of two kinds in files', () => {
  it.each(['shared', 'newman'] as const)('projects as networkx does: %s', async (as) => {
    for (const { persons, events, rows, across, ...edges } of oracle.small) {
      const files = network(persons, events, rows);
      const nodes = await found('measure', ...files, '--as', as, '--measures', 'strength,degree');
      expect(nodes.graph).toMatchObject({
        nodes: persons.length,
        edges: edges[as].length,
        weighted: true,
        directed: false,
        rows: across,
        rows_in_file: rows.length,
        nodes_left_out: 1,
        two_mode: { of: 'person', through: 'event', as },
      });
      expect(nodes.graph.rows_left_out).toEqual(across === rows.length ? {} : { 'one-kind': rows.length - across });
      for (const { id, values } of nodes.nodes) {
        const own = edges[as].filter(([u, v]) => u === id || v === id);
        expect(values.degree).toBe(own.length);
        expect(values.strength).toBeCloseTo(
          own.reduce((sum, [, , w]) => sum + w, 0),
          9,
        );
      }
      const links = await found('measure', ...files, '--as', as, '--of', 'links', '--measures', 'bridges');
      const weights = new Map(edges[as].map(([u, v, w]) => [`${u},${v}`, w]));
      expect(links.links).toHaveLength(weights.size);
      for (const { source, target, weight } of links.links as { source: string; target: string; weight: number }[])
        expect(weight).toBeCloseTo(weights.get([source, target].sort().join())!, 9);
    }
  });

  it('gives the figures of Boston in 1772, and the ones that a case of the same records has', async () => {
    const [header, ...records] = readFileSync(join(data, 'paul_revere_1772/PaulRevereAppD.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(',').map((field) => field.replaceAll('"', '')));
    const events = header!.slice(1);
    const persons = records.map(([name]) => name!);
    const rows = records.flatMap(([name, ...there]) =>
      events.filter((_, e) => there[e] === '1').map((event) => [name!, event] as const),
    );
    const files = network(persons, events, rows);
    for (const as of ['shared', 'newman'] as const) {
      const { graph, nodes } = await found('measure', ...files, '--as', as, '--measures', 'strength,degree');
      expect(graph).toMatchObject({ nodes: 254, edges: oracle.boston[as].edges, rows: 319, rows_in_file: 319 });
      const packed = packTwoMode(
        {
          entities: [
            ...persons.map((id) => ({ id, type: 'person' as const })),
            ...events.map((id) => ({ id, type: 'event' as const })),
          ],
          links: rows.map(([from, to], r) => ({
            ...{ id: String(r), kind: 'link', type: 'participated-in', direction: 'none', strength: 'confirmed' },
            ...{ from, to },
          })) as Parameters<typeof packTwoMode>[0]['links'],
        },
        { kind: 'case' },
        { of: 'person', through: 'event', as },
      );
      if ('failure' in packed) throw new Error(packed.failure);
      const ofCase = new Map<string, number>();
      const { source, target, weight } = packed.packed.graph;
      for (const [e, w] of weight!.entries())
        for (const end of [source[e]!, target[e]!]) {
          const id = packed.packed.ids[end]!;
          ofCase.set(id, (ofCase.get(id) ?? 0) + w);
        }
      for (const { id, values } of nodes) {
        expect(values.strength).toBeCloseTo(oracle.boston[as].strength[id]!, 9);
        expect(values.strength).toBeCloseTo(ofCase.get(id) ?? 0, 9);
        expect(values.degree).toBe(oracle.boston[as].degree[id]);
      }
    }
  });

  const wedding = [
    ['ann', 'wedding'],
    ['bo', 'wedding'],
    ['cy', 'wedding'],
    ['bo', 'raid'],
    ['raid', 'cy'],
    ['cy', 'raid'],
    ['ann', 'bo'],
    ['ann', 'a car'],
  ] as const;
  const small = () => network(['ann', 'bo', 'cy'], ['wedding', 'raid'], wedding);

  it('keeps both kinds where no projection is asked, and tells which rows are not in it', async () => {
    const { graph, nodes } = await found('measure', ...small(), '--measures', 'degree');
    expect(graph).toMatchObject({ nodes: 5, edges: 5, rows: 6, rows_in_file: 8, parallel_rows_merged: 1 });
    expect(graph.rows_left_out).toEqual({ node: 1, 'one-kind': 1 });
    expect(nodes.map((n: { id: string }) => n.id)).toEqual(['ann', 'bo', 'cy', 'wedding', 'raid']);
    const table = await skein('measure', ...small(), '--measures', 'degree');
    expect(table.complaints).toEqual([
      '2 of 8 rows are left out: an end is not of the kinds or tags asked for (1), within one of the two kinds (1)',
    ]);
  });

  it('is understood by every command, with the rows of the file behind each pair', async () => {
    const as = ['--as', 'newman'];
    const path = await found('paths', ...small(), ...as, '--from', 'ann', '--to', 'cy');
    expect(path.paths[0].rows).toEqual([[1, 3]]);
    const gone = await found('what-if', ...small(), ...as, '--remove-links', 'bo>cy');
    expect(gone.removed_links).toEqual([
      { rows: [2, 3], source: 'bo', target: 'cy' },
      { rows: [4, 5], source: 'bo', target: 'cy' },
    ]);
    for (const [command, ...more] of [
      ['communities', '--method', 'louvain'],
      ['key-players', '--size', '1'],
      ['stability', '--resamples', '200', '--measure', 'degree'],
      ['network', '--figures', 'density'],
    ] as const)
      expect((await found(command, ...small(), ...as, ...more)).graph.two_mode.as).toBe('newman');
  });

  it.each([
    [['--two-mode', 'person'], /^--two-mode takes two kinds that differ, such as person,event, not "person"$/],
    [['--two-mode', 'person,person'], /two kinds that differ/],
    [['--two-mode', 'person,ship'], /^--two-mode: no "ship" in its column; there are person, event, vehicle$/],
    [['--directed'], /^--two-mode and --directed contradict each other$/],
    [['--weights', 'count', '--weight', 'from'], /^--two-mode and --weight contradict each other$/],
    [['--as', 'squares'], /^--as takes both, shared, newman, not "squares"$/],
  ])('refuses %j', async (more, says) => {
    const { status, printed, complaints } = await skein('measure', ...small(), ...more);
    expect({ status, printed }).toEqual({ status: 2, printed: '' });
    expect(complaints.join()).toMatch(says);
  });

  it('refuses what needs the kinds where no column says them, and rows by number where a link is a pair of them', async () => {
    const bare = [
      '--links',
      file([
        ['from', 'to'],
        ['a', 'b'],
      ]),
      '--source',
      'from',
      '--target',
      'to',
    ];
    expect(await skein('measure', ...bare, '--two-mode', 'person,event')).toMatchObject({
      status: 2,
      complaints: ['--two-mode needs --type COL'],
    });
    expect(await skein('measure', ...bare, '--as', 'newman')).toMatchObject({
      complaints: ['--as needs --two-mode KIND,KIND'],
    });
    expect(await skein('what-if', ...small(), '--as', 'shared', '--remove-links', '1')).toMatchObject({
      status: 2,
      complaints: [expect.stringMatching(/stands for several rows of the file; name its ends/)],
    });
  });
});
