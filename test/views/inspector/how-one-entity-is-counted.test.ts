import { beforeAll, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { AnalysisDesk } from '#queries/analysis';
import { readingMatrix } from '#queries/association-matrix';
import { finish } from '#queries/in-breaths';
import { NO_FILTER } from '#session/filter';
import { linksIn, scopeOf } from '../../../src/views/answer-scope.ts';
import type { Asked, AskedGraph, MeasureAnswer } from '../../../src/views/last-answer.ts';
import { linkCounts } from '../../../src/views/link-counts.ts';
import { analysisHere, sampleState } from '../../support/analysis-here.ts';

const desk = new AnalysisDesk(analysisHere, 1);

const plain: AskedGraph = {
  kind: 'case',
  chosen: [],
  chart: undefined,
  filter: NO_FILTER,
  events: false,
  direction: 'ignore',
  weights: 'none',
};

/** The degree as Results answers it. */
async function degree(state: CaseState, over: Partial<AskedGraph> = {}): Promise<Asked & { answer: MeasureAnswer }> {
  const asked = { ...plain, ...over };
  const scope = scopeOf(state, asked);
  const found = await desk.measure(state, { ...asked, scope, revision: 1 }, 'degree');
  if (!found.ok) throw new Error(found.code);
  const answer = { kind: 'measure', id: 'degree', scope, asked, content: '', result: found.figure } as const;
  return { question: { kind: 'measure', id: 'degree' }, answer };
}

let sample: CaseState;
beforeAll(async () => {
  sample = await sampleState();
}, 60_000);

test('each count is what its room shows, of everybody and whatever was asked of', async () => {
  const everything = { entity: () => true, link: () => true };
  const matrix = finish(readingMatrix(sample, everything));
  const people = [...sample.allOf('entity')];
  for (const over of [
    {},
    { actorsOnly: true },
    { confirmedOnly: true },
    { events: true },
    { weights: 'strength' },
    { kind: 'selection', chosen: people.slice(0, 40).map((e) => e.id) },
    { twoMode: { of: 'person', through: 'event', as: 'both' }, events: true },
  ] as const) {
    const asked = await degree(sample, over);
    const degrees = new Map(asked.answer.result.rows.map((r) => [r.id, r.value]));
    const links = linksIn(sample, asked.answer.scope, asked.answer.asked.twoMode);
    for (const { id } of people) {
      const counts = linkCounts(sample, id, asked);
      expect(counts.links).toBe(sample.linksOf(id).size);
      expect(counts.associates).toBe(matrix.associated(id));
      const answered = degrees.has(id) ? { links: links(id), degree: degrees.get(id) } : 'outside';
      expect(counts.answered).toEqual(answered);
    }
  }
});

const person = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  ...more,
});
const link = (id: string, from: string, to: string, type: Link['type'] = 'called'): Link => ({
  id,
  kind: 'link',
  type,
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
});

test('the four counts of one person differ by what each leaves out', async () => {
  const state = CaseState.of([
    ...['a', 'b', 'c'].map((id) => person(id)),
    person('e', { type: 'event' }),
    link('1', 'a', 'b'),
    link('2', 'a', 'b'),
    link('3', 'a', 'c', 'same-as'),
    link('4', 'a', 'e', 'participated-in'),
  ]);
  const asked = await degree(state);
  expect(linkCounts(state, 'a', asked)).toEqual({
    links: 4,
    // b and the event.
    associates: 2,
    // Events are not asked of, and a record that may be the same is no contact.
    answered: { links: 2, degree: 1 },
  });
  expect(linkCounts(state, 'e', asked).answered).toBe('outside');
});

test('a degree that counts otherwise is not told, nor anything of an answer that is not looked at', async () => {
  for (const over of [
    { direction: 'out' },
    { weights: 'amount', currency: 'EUR' },
    { twoMode: { of: 'person', through: 'event', as: 'shared' }, events: true },
  ] as const) {
    const asked = await degree(sample, over);
    const { answered } = linkCounts(sample, asked.answer.result.rows[0]!.id, asked);
    expect(answered).toEqual({ links: expect.any(Number) });
  }
  const [first] = sample.allOf('entity');
  expect(linkCounts(sample, first!.id, {}).answered).toBeUndefined();
  const asked = await degree(sample);
  const since: Asked = {
    ...asked,
    question: { kind: 'layers', id: 'layers' },
    network: { whole: 'layers', asked: plain },
  };
  expect(linkCounts(sample, first!.id, since).answered).toBeUndefined();
});
