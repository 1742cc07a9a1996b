import { afterEach, expect, it } from 'vitest';
import type { OpenCase } from '#queries/open-case';
import { select } from '#session/selection';
import { ChartActs } from '../../../src/views/link-chart/chart-acts.ts';
import { ChartProjection } from '../../../src/views/link-chart/chart-projection.ts';
import { itemEntries } from '../../../src/views/link-chart/context-menu.ts';
import { smallCase } from './small-case.ts';

const state = smallCase();
state.apply([
  {
    id: 'g',
    before: null,
    after: {
      id: 'g',
      kind: 'group',
      chart: 'chart',
      name: 'Crew',
      members: ['vuthy', 'phone'],
      strength: 'unconfirmed',
      folded: true,
    },
  },
]);
const view = new ChartProjection().project(state, 'chart', {
  theme: 'light',
  locale: 'en',
  words: (key) => key,
  filter: null,
  filterMode: 'hide',
})!;
const open = { snapshot: () => ({ state }) } as unknown as OpenCase;
const acts = new ChartActs(() => ({ open, view, canvas: null, edit: () => undefined }));
const offered = () => itemEntries(acts, () => undefined).flatMap((e) => ('id' in e ? [e.id] : []));

afterEach(() => select([]));

it('a folded group is offered what its keys do, and nothing that needs an entity', () => {
  select(['g']);
  const menu = offered();
  for (const act of ['select-neighbours', 'select-component', 'expand', 'pin', 'hide', 'remove-from-chart'])
    expect(menu).toContain(act);
  for (const act of ['link', 'group', 'select-path', 'align']) expect(menu).not.toContain(act);
});

it('a path leads from a folded group to an entity too', () => {
  select(['g', 'dara']);
  expect(offered()).toContain('select-path');
  expect(offered()).toContain('align');
});

it('a link alone is hidden, but neither pinned nor taken off', () => {
  select(['l1']);
  expect(offered()).toContain('hide');
  expect(offered()).not.toContain('pin');
  expect(offered()).not.toContain('remove-from-chart');
});
