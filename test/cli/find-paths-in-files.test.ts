import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '#cli/index';

const folder = mkdtempSync(join(tmpdir(), 'skein-paths-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A call list: Ann rings Bo after Bo has rung Cy; Dee and Ed know each other alone. */
const CALLS = `who,whom,type,strength,day,until,weight
Ann,Bo,called,confirmed,2026-03-05,2026-03-05,2
Bo,Cy,called,tentative,2026-03-04,2026-03-04,1
Bo,Cy,paid,confirmed,2026-03-07,2026-03-09,1
Ann,Zoe,met,unconfirmed,,,1
Zoe,Cy,met,confirmed,2026-03-01,2026-03-01,4
Dee,Ed,called,confirmed,2026-03-01,2026-03-01,1
`;

async function skein(content: string, ...args: string[]) {
  const path = join(folder, `links-${++files}.csv`);
  writeFileSync(path, content);
  const printed: string[] = [];
  const complaints: string[] = [];
  const all = ['paths', '--links', path, '--source', 'who', '--target', 'whom', ...args];
  const status = await runCli(all, { print: (t) => printed.push(t), complain: (l) => complaints.push(l) });
  return { status, printed: printed.join('\n'), complaints };
}

async function found(...args: string[]) {
  const { status, printed, complaints } = await skein(CALLS, ...args, '--json');
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  return JSON.parse(printed);
}

const annToCy = ['--from', 'Ann', '--to', 'Cy'];

describe('skein paths', () => {
  it('gives the shortest paths with the rows of the file and the weakest of them', async () => {
    const out = await found(...annToCy, '--question', 'k-shortest', '--strength', 'strength');
    expect(out).toMatchObject({
      kept: 6,
      cut: null,
      method: { id: 'k-shortest', parameters: { count: 5, length: 'links' } },
    });
    expect(out.paths).toEqual([
      // Bo and Cy have a confirmed payment beside the tentative call: the path is confirmed.
      { length: 2, nodes: ['Ann', 'Bo', 'Cy'], rows: [[1], [2, 3]], weakest: { step: 1, row: 1 } },
      { length: 2, nodes: ['Ann', 'Zoe', 'Cy'], rows: [[4], [5]], weakest: { step: 1, row: 4 } },
    ]);
    // Of the one shortest path it is told how many others are as short.
    expect(out.tieCount).toBeUndefined();
    expect(await found(...annToCy)).toMatchObject({ paths: [{ length: 2 }], tieCount: 1, tieCountCut: false });
    const plain = await skein(CALLS, ...annToCy);
    expect(plain.printed).toBe('length,links,nodes\r\n2,2,Ann > Bo > Cy\r\n');
  });

  it('takes strong ties as short, and lengths as they are stated', async () => {
    const weighted = ['--weight', 'weight'];
    expect((await found(...annToCy, ...weighted, '--length', 'inverse')).paths[0]).toMatchObject({ length: 1 });
    expect((await found(...annToCy, ...weighted, '--length', 'same')).paths[0]).toMatchObject({
      length: 3,
      nodes: ['Ann', 'Bo', 'Cy'],
    });
  });

  it('keeps to types, strengths and dates', async () => {
    const types = await found(...annToCy, '--layer', 'type', '--only', 'called');
    expect(types.paths[0].rows).toEqual([[1], [2]]);
    const firm = await found(...annToCy, '--strength', 'strength', '--weakest', 'confirmed');
    expect(firm.paths[0].rows).toEqual([[1], [3]]);
    const dated = await found(...annToCy, '--time', 'day', '--until', 'until', '--after', '2026-03-05');
    expect(dated).toMatchObject({ kept: 2, undated_left_out: 1 });
  });

  it('finds what could have flowed in time, and says in which pieces ends are that nothing connects', async () => {
    const time = ['--question', 'time-respecting', '--time', 'day', '--until', 'until'];
    const out = await found(...annToCy, ...time);
    expect(out).toMatchObject({ dated: 5, undated: 1, cut: false });
    expect(out.possible).toMatchObject({
      nodes: ['Ann', 'Bo', 'Cy'],
      rows: [[1], [3]],
      arrival: '2026-03-07T00:00:00.000Z',
    });
    expect(out.sure).toMatchObject({ arrival: '2026-03-09T23:59:59.999Z', returns: false });
    const reached = ['--from', 'Ann', '--question', 'time-reach', '--time', 'day', '--until', 'until'];
    expect((await skein(CALLS, ...reached)).printed.split('\r\n').slice(0, 2)).toEqual([
      'id,possible,sure,reason',
      expect.stringMatching(/^Ann,"","","possible: no moment is stated, the time is open; sure: /),
    ]);
    const soon = await found(...annToCy, ...time, '--longestWait', '1');
    expect(soon.sure).toBeNull();
    expect(await found('--from', 'Ann', '--to', 'Ed', ...time)).toMatchObject({
      possible: null,
      sure: null,
      pieces: { count: 2, from: { number: 1, size: 4 }, to: { number: 2, size: 2 } },
    });
    const reach = await found('--from', 'Ann', '--question', 'time-reach', '--time', 'day', '--until', 'until');
    expect(reach.reached.map((r: { id: string }) => r.id)).toEqual(
      ['Ann', 'Bo', 'Cy', 'Zoe'].filter((id) => id !== 'Zoe'),
    );
  });

  it('reads plain numbers as times, waits in the same unit', async () => {
    const numbers = 'who,whom,at\nA,B,3\nB,C,5\n';
    const run = async (...args: string[]) => {
      const ends = ['--from', 'A', '--to', 'C', '--question', 'time-respecting', '--time', 'at', '--numbers', '--json'];
      return JSON.parse((await skein(numbers, ...ends, ...args)).printed);
    };
    expect((await run()).sure).toMatchObject({ arrivals: [3, 5] });
    expect((await run('--longestWait', '2')).sure).toMatchObject({ arrival: 5 });
    expect((await run('--longestWait', '1')).possible).toBeNull();
  });

  it('connects several, two lists, common neighbours and an ego network', async () => {
    expect((await found('--from', 'Ann,Cy,Ed', '--question', 'connecting-network')).go_betweens).toEqual([
      { id: 'Bo', pairs: 1, share: 0.5 },
      { id: 'Zoe', pairs: 1, share: 0.5 },
    ]);
    expect(await found('--from', 'Ann,Bo', '--to', 'Cy,Bo', '--question', 'two-lists')).toMatchObject({
      shared: ['Bo'],
      common: [{ id: 'Zoe', left: ['Ann'], right: ['Cy'] }],
    });
    expect((await found('--from', 'Ann,Cy', '--question', 'common-neighbours')).found).toHaveLength(2);
    expect((await found('--from', 'Dee', '--question', 'ego-network')).found).toEqual([
      { id: 'Dee', steps: 0 },
      { id: 'Ed', steps: 1 },
    ]);
  });

  it('takes dates that meet in one day, month or year', async () => {
    const day = ['--time', 'day', '--until', 'until', '--after', '2026-03-05', '--before', '2026-03-05'];
    expect((await skein(CALLS, ...annToCy, ...day)).status).toBe(0);
  });

  it.each([
    [['--from', 'Ann', '--to', 'Ann'], /same node/],
    [['--from', 'Ann'], /--to/],
    [['--from', 'Ann', '--to', 'Nobody'], /--to: no "Nobody" in the network/],
    [[...annToCy, '--question', 'widest'], /unknown question "widest"; known are shortest/],
    [[...annToCy, '--question', 'time-respecting'], /has a time: --begin COL/],
    [[...annToCy, '--time', 'who'], /row 2: "Ann" is no date/],
    [[...annToCy, '--time', 'until', '--until', 'nothing'], /nothing/],
    [[...annToCy, '--strength', 'type'], /row 2: strength "called" is none of/],
    [[...annToCy, '--only', 'paid'], /--only needs --layer/],
    [[...annToCy, '--layer', 'type', '--only', 'sold'], /no "sold"/],
    [[...annToCy, '--begin', 'day', '--after', 'soon'], /--after cannot be read/],
    [[...annToCy, '--after', '2026'], /--after needs --begin COL/],
    [[...annToCy, '--time', 'day', '--begin', 'day'], /--time is another name of --begin/],
    [[...annToCy, '--question', 'k-shortest', '--count', '0'], /--count takes a number from 2 to 100/],
    [[...annToCy, '--zone', 'Nowhere/None'], /is no zone/],
    [
      [...annToCy, '--question', 'time-respecting', '--time', 'day', '--longestWait', '2', '--shortestWait', '5'],
      /^--shortestWait 5 is longer than --longestWait 2$/,
    ],
    [
      [...annToCy, '--time', 'day', '--after', '2027', '--before', '2026'],
      /^--after 2027 is later than --before 2026: no time lies between them$/,
    ],
  ])('refuses %j', async (args, complaint) => {
    const { status, printed, complaints } = await skein(CALLS, ...args);
    expect(status).toBe(2);
    expect(printed).toBe('');
    expect(complaints.join()).toMatch(complaint);
  });
});
