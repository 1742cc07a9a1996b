import { expect, test } from 'vitest';
import type { Asked } from '../../../src/views/last-answer.ts';
import { whyNotSure } from '../../../src/views/results/same-question.ts';

const measured = (id: string, more: object = {}) => ({ kind: 'measure', id, result: { measure: id, ...more } });
const why = (asked: object) => whyNotSure(asked as Asked);

test('how sure a ranking is, is asked of the measure that was answered, whichever it is', () => {
  for (const id of ['betweenness', 'degree', 'pagerank'])
    expect(why({ question: { kind: 'measure', id }, answer: measured(id) }), id).toBeUndefined();
  const missed = { question: { kind: 'guided', id: 'missed' }, guided: 'missed', answer: measured('betweenness') };
  expect(why(missed)).toBeUndefined();
  expect(why({ ...missed, question: { kind: 'guided', id: 'sure' }, guided: 'sure' })).toBeUndefined();
});

test('how sure a set of key players is, is asked of the set, once it is there', () => {
  const key = { question: { kind: 'guided', id: 'key' }, guided: 'key', answer: measured('degree') };
  expect(why(key)).toBeUndefined();
  expect(why({ ...key, guided: undefined })).toBe('guided.sure.unanswered');
});

test('where it cannot be told, the reason is that of what is shown, and no other measure is taken instead', () => {
  expect(why({})).toBe('guided.sure.nothing');
  expect(why({ question: { kind: 'measure', id: 'degree' } })).toBe('guided.sure.unanswered');
  expect(why({ question: { kind: 'measure', id: 'degree' }, answer: measured('betweenness') })).toBe(
    'guided.sure.unanswered',
  );
  expect(why({ question: { kind: 'links', id: 'link-betweenness' }, answer: measured('degree') })).toBe(
    'guided.sure.whole',
  );
  expect(
    why({ question: { kind: 'groups', id: 'leiden' }, answer: { kind: 'groups', id: 'leiden', result: {} } }),
  ).toBe('guided.sure.groups');
  expect(why({ question: { kind: 'measure', id: 'degree' }, answer: measured('degree', { within: 'type' }) })).toBe(
    'guided.sure.within',
  );
  expect(why({ question: { kind: 'measure', id: 'components' }, answer: measured('components') })).toBe(
    'guided.sure.label',
  );
});
