import { expect, it } from 'vitest';
import { LatestWork } from '../../../src/views/import/latest-work.ts';

it('the answer to what was asked last counts, once', () => {
  const work = new LatestWork();
  const only = work.begin();
  expect(work.isLatest(only)).toBe(true);
  expect(work.end(only)).toBe(true);
  expect(only.signal.aborted).toBe(false);
  expect(work.giveUp()).toBe(false);
});

it('an older piece of work is ended when another begins, and its answer does not count', () => {
  const work = new LatestWork();
  const older = work.begin();
  const newer = work.begin();
  expect(older.signal.aborted).toBe(true);
  expect(work.end(older)).toBe(false);
  expect(work.end(newer)).toBe(true);
});

it('what was given up is ended, and its answer does not count', () => {
  const work = new LatestWork();
  const given = work.begin();
  expect(work.giveUp()).toBe(true);
  expect(given.signal.aborted).toBe(true);
  expect(work.end(given)).toBe(false);
});
