import { expect, it } from 'vitest';
import type { Change, ChangeHeader } from '#domain/change/change-record';
import type { Step } from '#domain/change/step';
import type { CaseRecord } from '#domain/record';
import { sinceArranged } from '../../../src/views/link-chart/since-arranged.ts';
import { placed } from './small-case.ts';

interface Entry {
  readonly command: string;
  readonly payload?: unknown;
  readonly steps?: readonly Step[];
  readonly undoes?: number;
}

/** A log to read from: one entry a change. */
function logOf(entries: readonly Entry[]): Parameters<typeof sinceArranged>[0] {
  const header = (seq: number): ChangeHeader => {
    const { command, undoes } = entries[seq - 1]!;
    return {
      v: 1,
      seq,
      prev: '',
      wall: '2026-01-01T00:00:00.000Z',
      zone: 'UTC',
      author: { initials: 'AB', unit: '' },
      command,
      payload: '',
      steps: [],
      packs: [],
      ...(undoes !== undefined && { undoes }),
    };
  };
  return {
    snapshot: () => ({ head: { seq: entries.length, hash: '' } }) as never,
    headers: async (from, to) => Array.from({ length: to - from + 1 }, (_, k) => header(from + k)),
    payload: async (seq) => entries[seq - 1]!.payload ?? null,
    change: async (seq): Promise<Change> => ({ header: header(seq), hash: '', steps: entries[seq - 1]!.steps ?? [] }),
  };
}
const put = (item: string): Step => {
  const after: CaseRecord = placed(item, 0, 0);
  return { id: after.id, before: null, after };
};
const laid = (layout: string, chart = 'chart'): Entry => ({ command: 'arrange-chart', payload: { chart, layout } });

it('names what was put on the chart after its last layout, in that order', async () => {
  const log = logOf([
    { command: 'place-items', steps: [put('a')] },
    laid('stress'),
    { command: 'create-entity', steps: [put('b')] },
    { command: 'place-items', steps: [put('c'), put('d')] },
  ]);
  expect(await sinceArranged(log, 'chart')).toEqual(['b', 'c', 'd']);
});

it('takes neither lining up nor the layout of another chart for one of this', async () => {
  const log = logOf([
    laid('circle'),
    { command: 'place-items', steps: [put('a')] },
    laid('align-left'),
    laid('stress', 'another'),
    { command: 'place-items', steps: [put('b')] },
  ]);
  expect(await sinceArranged(log, 'chart')).toEqual(['a', 'b']);
});

it('calls nothing new on a chart that was never laid out, and counts what an undo brought back as old', async () => {
  expect(await sinceArranged(logOf([{ command: 'place-items', steps: [put('a')] }]), 'chart')).toEqual([]);
  const log = logOf([
    laid('stress'),
    { command: 'remove-from-chart' },
    { command: 'remove-from-chart', undoes: 2, steps: [put('a')] },
  ]);
  expect(await sinceArranged(log, 'chart')).toEqual([]);
});
