import { expect, test } from 'vitest';
import type { OpenCase } from '#queries/open-case';
import { lastAsked } from '../../../src/views/last-answer.ts';

test('what is asked of a case is heard by whoever shows it, and kept for that case alone', () => {
  const [one, other] = [{} as OpenCase, {} as OpenCase];
  const heard: (string | undefined)[] = [];
  const leave = lastAsked(one).subscribe(() => heard.push(lastAsked(one).get().question?.id));
  lastAsked(one).set((now) => ({ ...now, question: { kind: 'measure', id: 'closeness' } }));
  lastAsked(other).set({ question: { kind: 'measure', id: 'degree' } });
  leave();
  lastAsked(one).set((now) => ({ ...now, question: { kind: 'groups', id: 'louvain' } }));
  expect(heard).toEqual(['closeness']);
  expect(lastAsked(one).get().question?.id).toBe('louvain');
  expect(lastAsked(other).get().question?.id).toBe('degree');
});
