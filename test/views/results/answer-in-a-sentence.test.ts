import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import { t } from '#i18n/index';
import type { Derivation } from '#queries/analysis';
import { NO_FILTER } from '#session/filter';
import { answerSentence, quietBrokers } from '../../../src/views/answer-sentence.ts';
import { divisionText } from '../../../src/views/groups-words.ts';
import type { Asked, GroupAnswer, MeasureAnswer } from '../../../src/views/last-answer.ts';
import { actorsAreLinked } from '../../../src/views/results/guided.ts';

const person = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id.toUpperCase(),
  ...more,
});
const derivation: Derivation = {
  revision: 7,
  scope: 'case',
  direction: 'ignore',
  weights: 'none',
  parameters: {},
  nodes: 4,
  edges: 3,
  loopsLeftOut: 0,
  parallelMerged: 0,
  eventsLeftOut: 0,
  unweighedLeftOut: 0,
  identityLeftOut: 0,
  took: 1,
};
const asked = {
  kind: 'case',
  chosen: [],
  chart: undefined,
  filter: NO_FILTER,
  events: false,
  direction: 'ignore',
  weights: 'none',
} as const;

function measured(id: string, values: Record<string, number>, confirmedOnly = false): MeasureAnswer {
  return {
    kind: 'measure',
    id,
    scope: { kind: 'case' },
    asked: { ...asked, ...(confirmedOnly && { confirmedOnly }) },
    content: 'x',
    result: { ...derivation, measure: id, rows: Object.entries(values).map(([of, value]) => ({ id: of, value })) },
  };
}
const grouped = (sizes: readonly number[]): GroupAnswer => ({
  kind: 'groups',
  id: 'louvain',
  scope: { kind: 'case' },
  asked,
  content: 'x',
  result: { ...derivation, method: 'louvain', rows: [], sizes, modularity: 0.4 },
});

const state = CaseState.of([
  person('a'),
  person('b'),
  person('c'),
  person('d', { label: 'Real Name', pseudonym: 'W-1', protection: 'protected' }),
]);
const sentence = (of: Asked) => answerSentence(state, of);

test('who leads is named with what limits it, never as a fact about the world', () => {
  const said = sentence({ guided: 'missed', answer: measured('betweenness', { a: 5, b: 3, c: 0 }) })!;
  expect(said.answer).toContain('A, on the recorded links');
  expect(said.caveats).toContain('Others may take over; the figure cannot tell who is replaced.');
  expect(said.named).toEqual(['a']);
});

test('an answer over confirmed links alone says so before anything else', () => {
  const values = { a: 5, b: 3, c: 0 };
  const confirmed = measured('betweenness', values, true);
  const said = sentence({
    guided: 'missed',
    answer: confirmed,
    columns: [measured('betweenness', { a: 1, b: 3, c: 0 })],
  })!;
  expect(said.answer).toMatch(/^A, on confirmed links alone: /);
  expect(said.answer).not.toContain('recorded');
  expect(said.caveats[0]).toMatch(/^Counted are confirmed links alone/);
  expect(said.caveats.at(-1)).toBe(
    'With all recorded links the first is B (rank 2 when confirmed ones alone count), and the rank of A is 2.',
  );
  expect(sentence({ guided: 'missed', answer: measured('betweenness', values) })!.caveats.join()).not.toContain(
    'Counted are confirmed links alone',
  );
});

test('who shares the first place is named with the others', () => {
  const said = sentence({ guided: 'missed', answer: measured('betweenness', { a: 5, b: 5, c: 0 }) })!;
  expect(said.answer).toContain('A and B alike');
  expect(said.named).toEqual(['a', 'b']);
});

test('a protected person is named by the pseudonym alone', () => {
  const said = sentence({ guided: 'missed', answer: measured('betweenness', { d: 5, a: 1 }) })!;
  expect(said.answer).toContain('W-1, on the recorded links');
  expect(JSON.stringify(said)).not.toContain('Real Name');
});

test('where all are alike, or no way runs through anybody, nobody is named', () => {
  for (const values of [{ a: 0, b: 0 }, { a: 2, b: 2, c: 2 }, {}])
    expect(sentence({ guided: 'messages', answer: measured('betweenness', values) })).toEqual({
      answer: expect.stringContaining('Nobody stands out on the recorded links'),
      caveats: [],
      named: [],
    });
});

test('over a graph without links nothing is said of anybody', () => {
  const { result, ...rest } = measured('betweenness', { a: 0, b: 0 });
  const said = sentence({ guided: 'missed', answer: { ...rest, result: { ...result, edges: 0 } } });
  expect(said).toEqual({
    answer: 'Nothing can be said on the recorded links: among those asked of there is no link. Widen what is asked of.',
    caveats: [],
    named: [],
  });
});

test('groups that somebody leads into are said to be doubtful where they are', () => {
  const { result, ...rest } = grouped([2, 2]);
  const rows = (['a', 'b', 'c', 'd'] as const).map((id, i) => ({
    id,
    community: i < 2 ? 0 : 1,
    share: i === 3 ? 0.5 : 1,
  }));
  const stability = { runs: 50, agreement: 0.8, modularity: [0.3, 0.35, 0.4] } as const;
  const groups = { ...rest, result: { ...result, rows, stability } };
  const answer = measured('betweenness', { a: 5, b: 3, c: 0 });
  expect(sentence({ guided: 'messages', answer, groups })!.caveats[1]).toBe(
    'Where 1 of 4 belongs is doubtful: other runs of the search place this one elsewhere.',
  );
});

test('a first place that rests on unconfirmed links is said to do so, and whom confirmed links put there', () => {
  const answer = measured('betweenness', { a: 5, b: 3, c: 1 });
  const with_ = (values: Record<string, number>) =>
    sentence({ guided: 'missed', answer, columns: [measured('betweenness', values, true)] })!.caveats.at(-1);
  expect(with_({ a: 2, b: 4, c: 1 })).toBe(
    'With confirmed links alone the first is B (rank 2 when all count), and the rank of A is 2: the first place rests on links that are not confirmed.',
  );
  expect(with_({ a: 4, b: 2, c: 1 })).toBe('With confirmed links alone the first place stays the same.');
  expect(with_({ a: 0, b: 0, c: 0 })).toBe('With confirmed links alone nobody leads.');
});

test('the quiet one stands further ahead by what runs through than by number of links', () => {
  const between = measured('betweenness', { a: 9, b: 8, c: 7, d: 6 });
  const degree = measured('degree', { a: 9, b: 5, c: 7, d: 2 });
  const said = sentence({ guided: 'quiet', answer: between, columns: [degree] })!;
  expect(said.named).toEqual(['b']);
  expect(said.answer).toBe(
    'B stands between others more than 5 links suggest: rank 2 by betweenness, but 3 by number of links, on the recorded links.',
  );
  expect(quietBrokers([], [])).toEqual([]);
  const same = sentence({
    guided: 'quiet',
    answer: between,
    columns: [measured('degree', { a: 4, b: 3, c: 2, d: 1 })],
  });
  expect(same?.named).toEqual([]);
});

test('of several quiet ones as far ahead as each other, all are named', () => {
  const said = sentence({
    guided: 'quiet',
    answer: measured('betweenness', { a: 9, b: 8, c: 7, d: 6 }),
    columns: [measured('degree', { a: 2, b: 1, c: 9, d: 8 })],
  })!;
  expect(said.answer).toMatch(/^A stands between others/);
  expect(said.caveats[0]).toBe('As many places ahead of the own rank by number of links: B.');
  expect(said.named).toEqual(['a', 'b']);
});

test('the question says what it counts, and that another question counts something else', () => {
  const { caveats } = sentence({ guided: 'missed', answer: measured('betweenness', { a: 5, b: 3 }) })!;
  expect(caveats[0]).toMatch(/shortest ways through each entity by itself.*“Who holds the network together\?” asks/);
});

test('several largest groups are no one largest', () => {
  const said = (...sizes: number[]) => sentence({ guided: 'crew', answer: grouped(sizes) })!.answer;
  expect(said(5, 5, 3)).toBe('There are 3 groups on the recorded links; the largest are 2 of 5 members each.');
  expect(said(4, 4)).toBe('There are 2 groups on the recorded links, of 4 members each.');
  expect(said(6, 1)).toBe('There is one group on the recorded links, of 6 members.');
});

test('groups are counted, those who stand alone apart', () => {
  const said = sentence({ guided: 'crew', answer: grouped([5, 3, 1, 1]) })!;
  expect(said.answer).toBe('There are 2 groups on the recorded links; the largest has 5 members.');
  expect(said.caveats[0]).toBe('2 entities stand alone.');
  expect(sentence({ guided: 'crew', answer: grouped([1, 1]) })!.answer).toBe(
    'Nobody forms a group on the recorded links.',
  );
});

test('where many could as well belong elsewhere, the sentence about groups says so', () => {
  const { result, ...rest } = grouped([3, 1]);
  const rows = (['a', 'b', 'c', 'd'] as const).map((id, i) => ({
    id,
    community: i < 3 ? 0 : 1,
    share: i < 2 ? 0.5 : 1,
  }));
  const stability = { runs: 50, agreement: 0.8, modularity: [0.3, 0.35, 0.4] } as const;
  const answer = { ...rest, result: { ...result, rows, stability } };
  const said = sentence({ guided: 'crew', answer })!;
  // Of a third or more it is said in one breath with the groups.
  expect(said.answer).toBe(
    'There is one group on the recorded links, of 3 members. Where 2 of 4 belong is doubtful: other runs of the search place them elsewhere.',
  );
  const few = rows.map((r, i) => ({ ...r, share: i === 0 ? 0.5 : 1 }));
  expect(sentence({ guided: 'crew', answer: { ...answer, result: { ...answer.result, rows: few } } })!.caveats[0]).toBe(
    'Where 1 of 4 belongs is doubtful: other runs of the search place this one elsewhere.',
  );
  expect(said.caveats).toEqual([
    'One entity stands alone.',
    'A group is who is linked with whom more than with others; it does not say who works for whom.',
  ]);
  expect(divisionText(t, answer.result)).toBe(
    '1 group, modularity 0.4; 1 entity stands alone, listed as a group of one',
  );
  expect(divisionText(t, grouped([3, 2]).result)).toBe('2 groups, modularity 0.4');
});

test('of the quiet one is said what confirmed links alone leave of that place, and who is it over them', () => {
  const degree = { a: 9, b: 5, c: 7, d: 2 };
  const answer = measured('betweenness', { a: 9, b: 8, c: 7, d: 6 });
  const last = (b: number, links: Record<string, number>) =>
    sentence({
      guided: 'quiet',
      answer,
      columns: [
        measured('degree', degree),
        measured('betweenness', { a: 9, b, c: 7, d: 6 }, true),
        measured('degree', links, true),
      ],
    })!.caveats.slice(-2);
  expect(last(1, { a: 3, b: 1, c: 1, d: 2 })).toEqual([
    'With confirmed links alone the answer is another: C.',
    'With confirmed links alone the rank of B by betweenness is 4.',
  ]);
  expect(last(8, { a: 3, b: 1, c: 2, d: 1 })[0]).toBe('With confirmed links alone the answer stays the same.');
  const gone = last(0, { a: 4, b: 1, c: 3, d: 2 });
  expect(gone[0]).toContain('With confirmed links alone nobody among the first ten by betweenness');
  expect(gone[1]).toContain('no shortest way between others runs through B');
});

test('where a first place is shared over all or confirmed links, nobody is said to have lost it who still holds it', () => {
  const last = (all: Record<string, number>, confirmed: Record<string, number>) =>
    sentence({
      guided: 'missed',
      answer: measured('betweenness', all),
      columns: [measured('betweenness', confirmed, true)],
    })!.caveats.at(-1);
  expect(last({ a: 5, b: 3, c: 1 }, { a: 4, b: 4, c: 1 })).toBe(
    'With confirmed links alone the first place is shared by A and B.',
  );
  expect(last({ a: 5, b: 5, c: 1 }, { a: 4, b: 3, c: 1 })).toBe(
    'With confirmed links alone the first place is held by A only.',
  );
  expect(last({ a: 5, b: 5, c: 1 }, { a: 1, b: 4, c: 4 })).toBe(
    'With confirmed links alone the first place is held by B and C, no longer by A: it rests on links that are not confirmed.',
  );
});

test('nothing is said where the question was asked by its measure, or of another answer', () => {
  expect(sentence({ answer: measured('degree', { a: 1 }) })).toBeUndefined();
  expect(sentence({ guided: 'crew', answer: measured('degree', { a: 1 }) })).toBeUndefined();
  expect(sentence({ guided: 'crew' })).toBeUndefined();
});

test('who is asked of those who act where most are linked with each other, of all where phones are between them', () => {
  const link = (id: string, from: string, to: string) =>
    ({ id, kind: 'link', type: 'associate', from, to, direction: 'none', strength: 'confirmed' }) as const;
  const people = [person('a'), person('b'), person('c')];
  expect(actorsAreLinked(CaseState.of([...people, link('l', 'a', 'b')]))).toBe(true);
  const phone: Entity = { id: 'p', kind: 'entity', type: 'phone-number', label: 'p' };
  expect(actorsAreLinked(CaseState.of([...people, phone, link('l', 'a', 'p'), link('m', 'b', 'p')]))).toBe(false);
  expect(actorsAreLinked(CaseState.of([]))).toBe(false);
  // A witness and someone cleared are not in question.
  const witness = person('w', { protection: 'protected' });
  const cleared = person('x', { tags: ['Cleared'] });
  expect(actorsAreLinked(CaseState.of([person('a'), witness, cleared, link('l', 'a', 'w'), link('m', 'a', 'x')]))).toBe(
    false,
  );
});
