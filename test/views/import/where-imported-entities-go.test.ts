import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { CaseRecord } from '#domain/record';
import { chartTarget, usualTarget } from '../../../src/views/import/where-to.ts';

const chart = (id: string, name = id): CaseRecord => ({
  id,
  kind: 'chart',
  name,
  multiplicity: 'single',
  skin: 'icons',
});
const person: CaseRecord = { id: 'p', kind: 'entity', type: 'person', label: 'P' };
const on = (id: string): CaseRecord => ({ id: `${id}.p`, kind: 'placement', chart: id, item: 'p', x: 0, y: 0 });

test('an import goes on the empty chart that is in sight, or the only one; else on a new one', () => {
  const usual = (records: CaseRecord[], lastSeen?: string) => usualTarget(CaseState.of(records), lastSeen);
  expect(usual([])).toBe('new');
  expect(usual([chart('a')])).toBe('a');
  expect(usual([chart('a'), person, on('a')])).toBe('new');
  expect(usual([chart('a'), chart('b')])).toBe('new');
  expect(usual([chart('a'), chart('b')], 'b')).toBe('b');
  expect(usual([chart('a'), chart('b'), person, on('b')], 'b')).toBe('new');
  // Seen last, and deleted since.
  expect(usual([chart('a')], 'gone')).toBe('a');
});

test('a new chart is called by the file without its ending, and by a number more where the name is taken', () => {
  const name = (file: string, ...taken: string[]) => {
    const target = chartTarget(CaseState.of(taken.map((t) => chart(t))), 'new', file);
    return target.to === 'new' && target.name;
  };
  expect(name('calls.of.May.CSV')).toBe('calls.of.May');
  expect(name('pasted table')).toBe('pasted table');
  expect(name('.csv')).toBe('.csv');
  expect(name('calls.csv', 'calls')).toBe('calls 2');
  expect(name('calls.csv', 'calls', 'calls 2')).toBe('calls 3');
  expect(chartTarget(CaseState.of([]), 'gone', 'calls.csv')).toEqual({ to: 'new', name: 'calls' });
});
