import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { AnalysisDesk, type GraphRequest } from '#queries/analysis';
import { measureByLayer } from '#queries/by-layer';
import { networkLayers } from '#queries/whole-network';
import { NO_FILTER } from '#session/filter';
import type { AskedScope } from '../../../src/views/last-answer.ts';
import { layersSaid, layersTold } from '../../../src/views/results/layers-words.ts';
import { analysisHere } from '../../support/analysis-here.ts';

const desk = new AnalysisDesk(analysisHere, 1);
const person = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  ...more,
});

/** Pairs such as `ab`, by kind of link. */
function caseOf(links: Readonly<Partial<Record<Link['type'], string>>>, ...entities: Entity[]): CaseState {
  const made = (Object.entries(links) as [Link['type'], string][]).flatMap(([type, pairs]) =>
    pairs.split(' ').map(
      ([from, to], i): Link => ({
        id: `${type} ${i}`,
        kind: 'link',
        type,
        from: from!,
        to: to!,
        direction: 'none',
        strength: 'confirmed',
      }),
    ),
  );
  const known = new Set(entities.map((e) => e.id));
  const others = [...new Set(made.flatMap((l) => [l.from, l.to]))].filter((id) => !known.has(id));
  return CaseState.of([...entities, ...others.map((id) => person(id)), ...made]);
}

const request: GraphRequest = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none', revision: 1 };
const asked: AskedScope = { kind: 'case', chosen: [], chart: undefined, filter: NO_FILTER, events: false };

async function found(state: CaseState, measure = 'degree') {
  const layers = await networkLayers(desk, state, request);
  const measured = await measureByLayer(desk, state, { ...request, measure });
  if (!layers.ok || !measured.ok) throw new Error('no answer');
  return { layers: layers.figure, measured: measured.figure };
}

test('who is first in each kind of link is named with how many links it has; a place that is shared says so', async () => {
  const state = caseOf({ called: 'ab ac ad', met: 'ab bc cd', paid: 'ab cd' });
  const { said, caveats } = layersSaid(state, await found(state), asked);
  expect(said).toBe(
    'Highest by Degree on the recorded links: all kinds together: a and c (shared); “called” (3 links): a; “met” (3 links): b and c (shared); “paid” (2 links): nobody (all equal).',
  );
  expect(caveats.join(' ')).toContain('Kinds of links rest on 2 to 3 of them');
  const confirmed = layersSaid(state, await found(state), { ...asked, confirmedOnly: true });
  expect(confirmed.said).toContain('Highest by Degree on confirmed links alone: ');
});

test('many who share a first place are counted, and kinds beyond the largest are left to the table', async () => {
  const state = caseOf({ called: 'ab bc cd de ef', met: 'ab bc ac', paid: 'ab bc', owns: 'ab bc', 'seen-at': 'ab' });
  const { said, caveats } = layersSaid(state, await found(state), asked);
  expect(said).toContain('“called” (5 links): 4 alike;');
  expect(said).not.toContain('seen');
  expect(caveats[0]).toBe('One further kind of link is in the table.');
});

test('a single kind of link is said to be one, however many links it has', async () => {
  for (const [links, low] of [
    ['ab', '1'],
    ['ab bc cd', '3'],
  ] as const) {
    const state = caseOf({ called: links });
    const { caveats } = layersSaid(state, await found(state), asked);
    expect(caveats.join(' ')).toContain(`There is one kind of link, and so many of it: ${low}.`);
  }
});

test('where nothing is recorded, nothing is said of anybody', async () => {
  const state = CaseState.of([person('a'), person('b')]);
  const answer = await found(state);
  expect(layersSaid(state, answer, asked).said).toBe(
    'Nothing can be said on the recorded links: among those asked of there is no link. Widen what is asked of.',
  );
  expect(layersTold(state, answer, asked).tables[1]!.rows.map((r) => r[0])).toEqual(['a', 'b']);
});

test('a protected person leads by pseudonym, in the sentence, on paper and in the file', async () => {
  const hidden = person('a', { label: 'Hidden Name', protection: 'protected', pseudonym: 'M-01' });
  const state = caseOf({ called: 'ab ac' }, hidden);
  const told = layersTold(state, await found(state, 'betweenness'), asked);
  expect(told.said).toContain('“called” (2 links): M-01');
  expect(JSON.stringify(told)).not.toContain('Hidden');
});

test('paper and file have the same columns: value and rank over all kinds, then in each, the one with the most links first', async () => {
  const state = caseOf({ met: 'ab', called: 'ab bc' });
  const [kinds, values] = layersTold(state, await found(state), asked).tables;
  expect(values!.columns.map((c) => c.title)).toEqual(['Entity', 'Type', 'All kinds', '#', 'called', '#', 'met', '#']);
  expect(values!.file![0]).toEqual([
    'Entity',
    'Type',
    'Degree: All kinds',
    'Rank: All kinds',
    'Degree: called',
    'Rank: called',
    'Degree: met',
    'Rank: met',
  ]);
  const row = (of: readonly (readonly string[])[] | undefined) => of!.find((r) => r[0] === 'c')!.slice(2);
  // No link of a kind: a dash on paper, nothing in the file; all equal: a value without a rank.
  expect(row(values!.rows)).toEqual(['1', '2', '1', '2', '–', '']);
  expect(row(values!.file)).toEqual(['1', '2', '1', '2', '', '']);
  for (const table of [kinds!, values!])
    for (const line of [...table.rows, ...table.file!]) expect(line).toHaveLength(table.columns.length);
});
