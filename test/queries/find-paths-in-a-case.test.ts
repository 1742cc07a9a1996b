import { beforeAll, describe, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import type { CaseRecord } from '#domain/record';
import { AnalysisDesk } from '#queries/analysis';
import {
  backedSteps,
  findPaths,
  groundOf,
  MORE_TIES,
  type PathsAsked,
  type PathsResult,
  sameGround,
} from '#queries/paths';
import { wholeTable } from '#views/path-tables';
import { summaryOf, waySentence } from '#views/path-words';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

const desk = new AnalysisDesk(analysisHere, 1);

const plain: PathsAsked = {
  question: 'shortest',
  parameters: {},
  from: [],
  to: [],
  arrows: false,
  weights: 'none',
  linkTypes: [],
  strength: 'tentative',
  undated: true,
};

async function ask(state: CaseState, asked: Partial<PathsAsked>, events = true): Promise<PathsResult> {
  const found = await outcome(state, asked, events);
  if (!found.ok) throw new Error(found.code);
  return found.figure;
}

let questions = 0;
function outcome(state: CaseState, asked: Partial<PathsAsked>, events = true) {
  return findPaths(desk, state, {
    scope: { kind: 'case', events },
    revision: 1,
    content: `question ${++questions}`,
    asked: { ...plain, ...asked },
  });
}

/** Everything an answer says, in words. */
const wordsOf = (state: CaseState, result: PathsResult): string =>
  [
    ...summaryOf(state, result),
    ...result.ways.map((way) => waySentence(state, way)),
    ...wholeTable(state, result).rows.flatMap((r) => r.cells),
  ].join('\n');

describe('paths of Blue Kestrel', () => {
  let state: CaseState;
  beforeAll(async () => {
    state = await sampleState();
  }, 60_000);

  test('links of a path exist, meet the conditions and chain from end to end', async () => {
    const result = await ask(state, {
      question: 'k-shortest',
      from: ['p02'],
      to: ['p14'],
      strength: 'confirmed',
      parameters: { count: 8 },
    });
    expect(result.ways.length).toBe(8);
    for (const way of result.ways) {
      expect([way.nodes[0], way.nodes.at(-1)]).toEqual(['p02', 'p14']);
      expect(new Set(way.nodes).size).toBe(way.nodes.length);
      for (const [i, step] of way.steps.entries()) {
        expect([step.from, step.to]).toEqual([way.nodes[i], way.nodes[i + 1]]);
        expect(step.links.length).toBeGreaterThan(0);
        for (const id of step.links) {
          const link = state.link(id)!;
          expect(link.strength).toBe('confirmed');
          expect(new Set([link.from, link.to])).toEqual(new Set([step.from, step.to]));
        }
      }
      const { links, weakest } = backedSteps(state, way);
      expect(links).toHaveLength(way.steps.length);
      expect(waySentence(state, way)).toContain('Weakest link: ');
      expect(weakest).toBeGreaterThanOrEqual(0);
    }
  });

  test('no answer names a protected person by more than the pseudonym', async () => {
    const people = [...state.allOf('entity')].filter((e) => isProtected(e));
    expect(people.length).toBeGreaterThan(3);
    const hidden = people
      .flatMap((e) => [e.label, e.nativeLabel ?? '', ...(e.aliases ?? [])])
      .filter((name) => name !== '' && !people.some((p) => p.pseudonym === name));
    const [first, second] = people.map((e) => e.id);
    const results = [
      await ask(state, { question: 'all-paths', from: [first!], to: [second!] }),
      await ask(state, { question: 'time-reach', from: [first!] }),
      await ask(state, { question: 'connecting-network', from: people.map((e) => e.id) }),
      await ask(state, { question: 'two-lists', from: [first!, 'p01'], to: [second!, 'p02'] }),
      await ask(state, { question: 'common-neighbours', from: people.map((e) => e.id) }),
      await ask(state, { question: 'ego-network', from: [first!], parameters: { radius: 2 } }),
    ];
    for (const result of results) {
      const words = wordsOf(state, result);
      expect(words).toContain(people.find((e) => words.includes(e.pseudonym!))!.pseudonym);
      for (const name of hidden) expect(words).not.toContain(name);
    }
  });

  test('what is sure in time is possible too, and no arrival comes before its link began', async () => {
    const reach = await ask(state, { question: 'time-reach', from: ['p02'] });
    expect(reach.reached!.length).toBeGreaterThan(20);
    for (const r of reach.reached!) if (r.sure !== undefined) expect(r.sure).toBeGreaterThanOrEqual(r.possible!);
    expect(reach.undatedLeftOut).toBe([...state.allOf('link')].filter((l) => !l.span).length);
  });

  test('an event left out of the scope is no end of a path', async () => {
    const event = [...state.allOf('entity')].find((e) => e.type === 'event')!;
    expect(await outcome(state, { from: ['p01'], to: [event.id] }, false)).toEqual({
      ok: false,
      code: 'not-in-scope',
      about: [event.id],
    });
    expect(await outcome(state, { from: ['p01'], to: ['p01'] })).toEqual({ ok: false, code: 'same-ends' });
    expect(await outcome(state, { from: ['p01'], to: ['p02'], after: '2026-13-01' })).toEqual({
      ok: false,
      code: 'unreadable-date',
    });
  });
});

describe('a case of a few days', () => {
  const person = (id: string): CaseRecord => ({ id, kind: 'entity', type: 'person', label: id });
  const link = (id: string, from: string, to: string, more: object = {}): CaseRecord =>
    ({
      id,
      kind: 'link',
      type: 'called',
      from,
      to,
      direction: 'forward',
      strength: 'confirmed',
      ...more,
    }) as CaseRecord;
  const on = (day: string) => ({ span: { earliest: day, latest: day } });
  const stated = (id: string, about: string, source: string, grade: [string, string]): CaseRecord => ({
    id,
    kind: 'statement',
    about: { record: about },
    source,
    says: 'yes',
    grade: { scheme: '4x4', source: grade[0], information: grade[1] },
  });
  const report = (id: string): CaseRecord => ({ id, kind: 'source', sourceKind: 'report', reference: id });
  const state = CaseState.of([
    ...['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map(person),
    { id: 'Meeting', kind: 'entity', type: 'event', label: 'Meeting', eventKind: 'meeting', ...on('2026-03-05') },
    link('ab', 'Ann', 'Bo', on('2026-03-01')),
    link('bm', 'Bo', 'Meeting', { type: 'participated-in', ...on('2026-03-05') }),
    link('cm', 'Cy', 'Meeting', { type: 'participated-in' }),
    link('cd', 'Cy', 'Di', { count: 9, span: { earliest: '2026-03-02', latest: '2026-03-20' } }),
    link('cd2', 'Cy', 'Di', { type: 'family', strength: 'unconfirmed' }),
    report('R1'),
    report('R2'),
    stated('s1', 'ab', 'R1', ['A', '1']),
    stated('s2', 'bm', 'R1', ['B', '3']),
    stated('s3', 'cm', 'R2', ['A', '1']),
    stated('s4', 'cd', 'R1', ['A', '1']),
  ]);

  test('those at one meeting were there at once, and the last of several calls is sure though those before it are not', async () => {
    const result = await ask(state, { question: 'time-respecting', from: ['Ann'], to: ['Di'], arrows: true });
    const [sure, possible] = result.ways;
    expect(sure).toMatchObject({ certainty: 'sure', nodes: ['Ann', 'Bo', 'Meeting', 'Cy', 'Di'] });
    expect(sure!.steps.map((s) => new Date(s.arrival!).toISOString().slice(0, 10))).toEqual([
      '2026-03-01',
      '2026-03-05',
      '2026-03-05',
      '2026-03-20',
    ]);
    expect(new Date(possible!.steps.at(-1)!.arrival!).toISOString()).toBe('2026-03-05T00:00:00.000Z');
    expect(result).toMatchObject({ dated: 4, undatedLeftOut: 1 });
  });

  test('the weakest link is the one of the worst grade where all are confirmed, and follows a new grade', async () => {
    const result = await ask(state, { from: ['Ann'], to: ['Di'] });
    const [way] = result.ways;
    expect(way!.steps.map((s) => s.links)).toEqual([['ab'], ['bm'], ['cm'], ['cd', 'cd2']]);
    expect(backedSteps(state, way!)).toEqual({ links: ['ab', 'bm', 'cm', 'cd'], weakest: 1, asWeak: 0 });
    expect(waySentence(state, way!)).toBe(
      'Ann – Bo – Meeting – Cy – Di: 4 links. Weakest link: Bo – took part in – Meeting, confirmed, graded B3 4×4, 1 source.',
    );
    const regraded = CaseState.of(
      [...state.all()].map((r) =>
        r.id === 's2' ? stated('s2', 'bm', 'R1', ['A', '1']) : r.id === 's4' ? stated('s4', 'cd', 'R1', ['C', '3']) : r,
      ),
    );
    expect(backedSteps(regraded, way!).weakest).toBe(3);
  });

  test('links that are as weak are counted, and so are go-betweens that stand between as often', async () => {
    const [way] = (await ask(state, { from: ['Ann'], to: ['Meeting'] })).ways;
    const alike = CaseState.of([...state.all()].map((r) => (r.id === 's2' ? stated('s2', 'bm', 'R1', ['A', '1']) : r)));
    expect(waySentence(alike, way!)).toBe(
      'Ann – Bo – Meeting: 2 links. Weakest link: Ann – called – Bo, confirmed, graded A1 4×4, 1 source; 1 other of its links is as weak.',
    );
    const between = await ask(state, { question: 'connecting-network', from: ['Ann', 'Di'] });
    expect(summaryOf(state, between)).toEqual([
      '1 of 1 pairs are connected. On the recorded links Bo stands between most often: 1 of 1 connected pairs; 2 others stand between as often.',
    ]);
  });

  test('a piece of one is named where nothing leads', async () => {
    const result = await ask(state, { from: ['Ann'], to: ['Ed'] });
    expect(result.pieces).toEqual({
      count: 2,
      from: { number: 1, size: 5, node: 0 },
      to: { number: 2, size: 1, node: 4 },
    });
    expect(summaryOf(state, result).join(' ')).toBe(
      'Over the links that meet the conditions there is no path from Ann to Ed. The network is in pieces (2): Ann is in number 1 (entities: 5), Ed in number 2 (entities: 1).',
    );
  });

  test('the shortest path says how many others are as short', async () => {
    const result = await ask(state, { from: ['Ann'], to: ['Ed'] });
    expect(result.tieCount).toBeUndefined();
    const found = { ...result, ways: [{ nodes: [], steps: [], length: 2 }] };
    const said = (tieCount: number) => summaryOf(state, { ...found, tieCount }).join(' ');
    expect(said(0)).toBe('No other path is as short.');
    expect(said(1)).toMatch(/^1 other path is as short, and may be better backed/);
    expect(said(4)).toMatch(/^4 other paths are as short, .*“Which other ways are there\?” lists them/);
    expect(said(MORE_TIES)).toMatch(/^More than 1,000 other paths are as short/);
  });

  test('an answer rests on links and times, not on names', () => {
    const ground = groundOf(state, { kind: 'case', events: true });
    const renamed = CaseState.of(
      [...state.all()].map((r) => (r.id === 'Ed' ? { ...r, label: 'Eduard' } : r)) as CaseRecord[],
    );
    expect(sameGround(ground, groundOf(renamed, { kind: 'case', events: true }))).toBe(true);
    const dated = CaseState.of(
      [...state.all()].map((r) => (r.id === 'cd2' ? { ...r, ...on('2026-03-02') } : r)) as CaseRecord[],
    );
    expect(sameGround(ground, groundOf(dated, { kind: 'case', events: true }))).toBe(false);
  });
});
