import { expect, test } from 'vitest';
import { isRanking } from '../../../src/views/answer-view.ts';
import type { Asked, MeasureAnswer } from '../../../src/views/last-answer.ts';
import { answeredAlone, inPlaceOf } from '../../../src/views/results/same-question.ts';

const of = (id: string, more: Partial<MeasureAnswer> = {}) => ({ kind: 'measure', id, ...more }) as MeasureAnswer;
const [first, better, other] = [
  of('betweenness-sampled', { refining: 'now' }),
  of('betweenness-sampled'),
  of('degree'),
];

test('a better figure takes the place of the first, and what was done meanwhile stays', () => {
  const now: Asked = { answer: first, columns: [other], view: 'intervals', guided: 'missed' };
  expect(inPlaceOf(now, first, better)).toEqual({ ...now, answer: better });
  expect(inPlaceOf({ answer: other, columns: [first] }, first, better)).toEqual({ answer: other, columns: [better] });
});

test('a better figure of what was taken away meanwhile is not put back', () => {
  const now: Asked = { answer: other, columns: [] };
  expect(inPlaceOf(now, first, better)).toBe(now);
});

test('ranks within groups are several and make no ranking', () => {
  const result = { measure: 'degree', within: 'stage', rows: [] } as unknown as MeasureAnswer['result'];
  expect(isRanking(of('degree', { result }))).toBe(false);
  expect(
    isRanking(of('degree', { result: { measure: 'degree', rows: [] } as unknown as MeasureAnswer['result'] })),
  ).toBe(true);
});

test('a new answer stands alone, and what the analyst set for rank intervals and key players stays', () => {
  const set: Asked = { settings: { resamples: 400 }, keyPlayers: { criterion: 'reach', parameters: { size: 2 } } };
  const now: Asked = {
    ...set,
    question: { kind: 'guided', id: 'missed' },
    answer: first,
    columns: [other],
    guided: 'quiet',
  };
  expect(answeredAlone(now, { guided: 'missed', view: 'table', answer: better })).toEqual({
    ...set,
    question: { kind: 'guided', id: 'missed' },
    guided: 'missed',
    view: 'table',
    answer: better,
  });
});
