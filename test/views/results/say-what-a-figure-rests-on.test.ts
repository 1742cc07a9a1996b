import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link, Strength } from '#domain/link/link';
import type { Derivation } from '#queries/analysis';
import { finish } from '#queries/in-breaths';
import { NO_FILTER } from '#session/filter';
import {
  allLinksIn,
  linksIn,
  readingScope,
  readingUnconfirmed,
  scopeOf,
  unconfirmedIn,
} from '../../../src/views/answer-scope.ts';
import { answeredAt } from '../../../src/views/last-answer.ts';
import { leftOutText } from '../../../src/views/left-out.ts';
import { methodNote } from '../../../src/views/method-note.ts';

const entity = (id: string, type: Entity['type'] = 'person'): Entity => ({ id, kind: 'entity', type, label: id });
const link = (id: string, from: string, to: string, strength: Strength): Link => ({
  id,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength,
});
const state = CaseState.of([
  ...['a', 'b', 'c', 'd'].map((id) => entity(id)),
  entity('met', 'event'),
  link('ab', 'a', 'b', 'confirmed'),
  link('bc', 'b', 'c', 'tentative'),
  link('cd', 'c', 'd', 'unconfirmed'),
  link('ae', 'a', 'met', 'tentative'),
  { id: 'chart', kind: 'chart', name: 'N', multiplicity: 'single', skin: 'icons' },
  ...['a', 'b', 'c'].map((item) => ({
    id: `chart.${item}`,
    kind: 'placement' as const,
    chart: 'chart',
    item,
    x: 0,
    y: 0,
    ...(item === 'c' && { hidden: true }),
  })),
]);
const asked = { chosen: [], chart: 'chart', filter: NO_FILTER, events: false } as const;

test('unconfirmed links are counted in the scope of the figure alone', () => {
  const of = (kind: 'case' | 'chart' | 'selection' | 'filtered', more: object = {}) =>
    unconfirmedIn(state, scopeOf(state, { ...asked, kind, ...more }));
  expect(of('case')).toEqual({ weak: 2, of: 3 });
  expect(of('case', { events: true })).toEqual({ weak: 3, of: 4 });
  // c is hidden on the chart, and is no part of what the chart shows.
  expect(of('chart')).toEqual({ weak: 0, of: 1 });
  expect(of('selection', { chosen: ['b', 'c', 'd'] })).toEqual({ weak: 2, of: 2 });
  expect(of('filtered', { filter: { ...NO_FILTER, strengths: ['confirmed'] } })).toEqual({ weak: 0, of: 1 });
  expect(of('case', { filter: { ...NO_FILTER, strengths: ['tentative'], appliesToAnalysis: true } })).toEqual({
    weak: 1,
    of: 1,
  });
});

test('whom an answer leaves out is counted with the reason, within what was asked of, and nobody is named', () => {
  const people: readonly Entity[] = [
    entity('a'),
    { ...entity('Maria Lopez'), status: 'victim', pseudonym: 'M-01' },
    { ...entity('b'), protection: 'protected' },
    { ...entity('c'), tags: ['Cleared'] },
    { ...entity('firm', 'organisation'), tags: ['cleared', 'north'] },
    entity('phone', 'phone-number'),
  ];
  const some = CaseState.of(people);
  const left = (kind: 'case' | 'selection', more: object) =>
    finish(readingScope(some, { ...asked, kind, ...more })).leftOut;
  expect(left('case', {})).toEqual({ filtered: 0, protected: 0, cleared: 0 });
  expect(left('case', { actorsOnly: true })).toEqual({ filtered: 0, protected: 2, cleared: 2 });
  expect(left('selection', { actorsOnly: true, chosen: ['a', 'c', 'phone'] })).toEqual({
    filtered: 0,
    protected: 0,
    cleared: 1,
  });
  const filter = { ...NO_FILTER, tags: ['north'], appliesToAnalysis: true };
  expect(left('case', { actorsOnly: true, filter })).toEqual({ filtered: 4, protected: 0, cleared: 1 });
  expect(leftOutText(left('case', { actorsOnly: true }))).toBe('Left out: 2 protected persons and 2 tagged “cleared”.');
  expect(leftOutText({ filtered: 1, protected: 1, cleared: 0 })).toBe(
    'Left out: 1 protected person and 1 person or organisation that the filter keeps off.',
  );
  expect(leftOutText(left('case', {}))).toBeUndefined();
  expect(leftOutText(undefined)).toBeUndefined();
});

test('of two kinds, those who are met through count though they are nobody in question, and links within a kind do not', () => {
  const some = CaseState.of([
    entity('a'),
    entity('b'),
    { ...entity('v'), status: 'victim', pseudonym: 'V-1' },
    entity('met', 'event'),
    entity('car', 'vehicle'),
    link('ab', 'a', 'b', 'confirmed'),
    link('am', 'a', 'met', 'tentative'),
    link('mb', 'met', 'b', 'confirmed'),
    link('vm', 'v', 'met', 'confirmed'),
    link('ac', 'a', 'car', 'confirmed'),
  ]);
  const twoMode = { of: 'person', through: 'event', as: 'shared' } as const;
  const all = { ...asked, kind: 'case', events: true, actorsOnly: true } as const;
  const scope = scopeOf(some, { ...all, twoMode });
  expect([...scope.entities!].sort()).toEqual(['a', 'b', 'met']);
  expect([...scopeOf(some, all).entities!].sort()).toEqual(['a', 'b']);
  expect(unconfirmedIn(some, scope)).toEqual({ weak: 1, of: 3 });
  expect(finish(readingUnconfirmed(some, scope, twoMode))).toEqual({ weak: 1, of: 2 });
  expect(linksIn(some, scope, twoMode)('a')).toBe(1);
  expect(['a', 'b', 'met'].map(allLinksIn(some, scope, twoMode))).toEqual([1, 1, 2]);
});

test('links of an entity are counted in the scope of the figure alone', () => {
  const of = (id: string, more: object = {}) => {
    const scope = scopeOf(state, { ...asked, kind: 'case', ...more });
    const one = linksIn(state, scope)(id);
    // In one walk through the links it is the same.
    expect(allLinksIn(state, scope)(id)).toBe(one);
    return one;
  };
  expect([of('a'), of('b'), of('c')]).toEqual([1, 2, 2]);
  expect(of('a', { events: true })).toBe(2);
  expect(of('b', { confirmedOnly: true })).toBe(1);
  expect(of('c', { kind: 'selection', chosen: ['c', 'd'] })).toBe(1);
});

const derivation: Derivation = {
  revision: 7,
  scope: 'case',
  direction: 'ignore',
  weights: 'none',
  parameters: { length: 'none', normalised: false },
  nodes: 30,
  edges: 1,
  loopsLeftOut: 0,
  parallelMerged: 1,
  eventsLeftOut: 4,
  unweighedLeftOut: 0,
  identityLeftOut: 0,
  took: 120,
};

test('the method note speaks in words, with plurals', () => {
  const note = methodNote('measure', 'betweenness', derivation);
  expect(note).toContain('Counted: 30 entities, 1 linked pair, out of the whole case.');
  expect(note).toContain('0 loops left out, 1 parallel link merged, 4 events left out.');
  expect(note).toContain(
    'Length of a link: Every link is one step. Normalised: no. Parallel lines: One link. Change 7, 0.12 s.',
  );
});

test('arrows are said to count where the figure follows them, and nowhere else', () => {
  const along = { ...derivation, direction: 'out' } as const;
  expect(methodNote('measure', 'betweenness', along)).toContain('Arrows count, as they run.');
  expect(methodNote('key-players', 'reach', { ...along, parameters: { direction: 'out' } })).toContain('Arrows count');
  const none = [
    methodNote('measure', 'constraint', along),
    methodNote('measure', 'betweenness', { ...along, twoMode: { of: 'person', through: 'event', as: 'shared' } }),
    methodNote('key-players', 'fragmentation', along),
    methodNote('key-players', 'reach', { ...along, parameters: { direction: 'ignored' } }),
  ];
  for (const note of none) {
    expect(note).toContain('Arrows are ignored.');
    expect(note).not.toContain('Arrows count');
  }
});

test('weights are said to count where the figure reads them, as strength or as length, and nowhere else', () => {
  const weighed = { ...derivation, weights: 'count' } as const;
  const counted = 'Links weigh as much as they count.';
  expect(methodNote('measure', 'strength', weighed)).toContain(counted);
  expect(methodNote('measure', 'betweenness', { ...weighed, parameters: { length: 'inverse' } })).toContain(counted);
  for (const note of [
    methodNote('measure', 'betweenness', weighed),
    methodNote('measure', 'degree', weighed),
    methodNote('key-players', 'fragmentation', { ...weighed, parameters: {} }),
  ]) {
    expect(note).toContain('Weights of links play no part here.');
    expect(note).not.toContain(counted);
  }
  expect(methodNote('measure', 'degree', derivation)).toContain('Links are not weighted.');
});

test('of two kinds neither arrows nor weights are said to count, whatever the form had set', () => {
  const weighed = { ...derivation, direction: 'out', weights: 'count' } as const;
  const noteOf = (as: 'both' | 'shared' | 'newman') =>
    methodNote('measure', 'betweenness', { ...weighed, twoMode: { of: 'person', through: 'event', as } });
  expect(noteOf('both')).toContain('Links are not weighted.');
  expect(noteOf('shared')).toContain('two are linked by how many of Event they share');
  for (const as of ['both', 'shared', 'newman'] as const) expect(noteOf(as)).not.toMatch(/as they run|as they count/);
  for (const as of ['shared', 'newman'] as const) expect(noteOf(as)).not.toContain('not weighted');
});

test('the method note names every parameter, also those left as they are', () => {
  const note = methodNote('groups', 'louvain', { ...derivation, parameters: { resolution: 1.5 } });
  expect(note).toContain('Resolution (higher: smaller groups): 1.5.');
  expect(note).toMatch(/Seed: \d+\. Runs: \d+\. Answer: The run of greatest modularity\./);
});

test('a figure asked at a date says at which', () => {
  const at = { kind: 'happened', date: '2026-03-10' } as const;
  expect(methodNote('measure', 'betweenness', derivation, { at })).toContain('As happened by 2026-03-10');
  expect(methodNote('measure', 'betweenness', derivation)).not.toContain('As happened');
  const asked = { kind: 'case', chosen: [], chart: undefined, events: false } as const;
  const filter = { ...NO_FILTER, atDate: at };
  expect(answeredAt({ ...asked, filter })).toBeUndefined();
  expect(answeredAt({ ...asked, filter: { ...filter, appliesToAnalysis: true } })).toBe(at);
  expect(answeredAt({ ...asked, kind: 'filtered', filter })).toBe(at);
});

test('a scope in time takes in what has no date, or leaves it out, as the filter says; a window nothing is in leaves nothing', () => {
  const day = (on: string) => ({ span: { earliest: on, latest: on } });
  const dated = CaseState.of([
    ...['a', 'b', 'c'].map((id) => entity(id)),
    { ...link('march', 'a', 'b', 'confirmed'), ...day('2026-03-05') },
    { ...link('may', 'b', 'c', 'confirmed'), ...day('2026-05-05') },
    link('undated', 'a', 'c', 'confirmed'),
    { ...link('words', 'a', 'c', 'confirmed'), span: { asStated: 'some time in spring' } },
  ]);
  const linksIn = (from: string, to: string, undated: boolean) =>
    [...scopeOf(dated, { ...asked, kind: 'filtered', filter: { ...NO_FILTER, from, to, undated } }).links!].sort();
  expect(linksIn('2026-03-01', '2026-03-31', true)).toEqual(['march', 'undated', 'words']);
  expect(linksIn('2026-03-01', '2026-03-31', false)).toEqual(['march']);
  expect(linksIn('2027-01-01', '2027-12-31', false)).toEqual([]);
});

test('the note of a measure of links says what its values are: how long a link is, and that they are not normalised', () => {
  const note = methodNote('measure', 'link-betweenness', derivation);
  expect(note).toContain('Length of a link: Every link is one step.');
  expect(note).toContain('Normalised: no.');
});
