import { expect, test } from 'vitest';
import type { ChangeHeader } from '#domain/change/change-record';
import { undosTo } from '#domain/change/history';

type Relevant = Pick<ChangeHeader, 'seq' | 'command' | 'undoes' | 'redoes'>;
const header = (seq: number, more: Partial<Relevant> = {}): Relevant => ({
  seq,
  command: seq === 1 ? 'create-case' : 'create-entity',
  ...more,
});

test('the way back is counted in undos, also past changes that were done again', () => {
  const log = [header(1), header(2), header(3), header(4, { undoes: 3 }), header(5, { redoes: 3 })];
  expect([1, 2, 3, 4, 5].map((seq) => undosTo(log, seq))).toEqual([2, 1, 0, 1, 0]);
});

test('no number of undos leads to a state that was itself left by an undo', () => {
  const log = [header(1), header(2), header(3), header(4, { undoes: 3 }), header(5)];
  expect(undosTo(log, 3)).toBeUndefined();
  expect(undosTo(log, 4)).toBe(1);
});
