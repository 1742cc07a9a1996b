import { expect, test } from 'vitest';
import { AT_FIRST, type TimelineSettings } from '#views/timeline-settings';
import { keptTimeline, restoredTimeline } from '../../src/app/workspace/timeline-memory.ts';

const inCase = new Set(['a', 'b', 'chart']);
const exists = (id: string) => inCase.has(id);
const chosen: TimelineSettings = {
  ...AT_FIRST,
  lanes: ['b', 'gone', 'a'],
  chart: 'chart',
  offered: new Map([
    ['chart', ['a', 'gone']],
    ['', ['b']],
    ['another', ['a']],
  ]),
  height: 'tall',
  order: 'contacts',
  sums: true,
  spacing: 'broken',
  zones: ['Asia/Bangkok'],
  calendar: 'buddhist',
  below: null,
  play: 'sliding',
  step: 'week',
};

test('lines, order and spacing are there after a reload, without what is no longer in the case', () => {
  // As the device keeps it.
  const kept: unknown = JSON.parse(JSON.stringify(keptTimeline(chosen)));
  expect(restoredTimeline(kept, exists)).toEqual({
    ...chosen,
    lanes: ['b', 'a'],
    offered: new Map([
      ['chart', ['a']],
      ['', ['b']],
    ]),
  });
});

test('what cannot be read, or means nothing to this version, is as at first', () => {
  for (const kept of [undefined, null, 'x', 7, []]) expect(restoredTimeline(kept, exists)).toEqual(AT_FIRST);
  const odd = { lanes: 'a', chart: 3, offered: [['chart'], 4], height: 'huge', zones: ['No/Where', 1], step: 'decade' };
  expect(restoredTimeline(odd, exists)).toEqual({ ...AT_FIRST, offered: new Map([['chart', []]]) });
});
