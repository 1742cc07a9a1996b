import { expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { entityTypes } from '#domain/entity-types/index';
import { firstDates, kindsOf } from '#queries/layout-facts';
import { entity, link } from '../views/link-chart/small-case.ts';

const day = (text: string) => ({ earliest: text, latest: text });
const state = CaseState.of([
  entity('a', 'A'),
  entity('b', 'B', { type: 'vessel' }),
  entity('c', 'C'),
  entity('d', 'D'),
  entity('meeting', 'Meeting', { type: 'event', span: day('2026-03-01') }),
  link('late', 'a', 'b', { span: day('2026-05-03') }),
  link('early', 'b', 'a', { span: { latest: '2026-04-01T00:00' } }),
  link('was-there', 'c', 'meeting'),
]);

it('takes the first of the links, of the events linked with, and of its own; NaN where nothing is dated', () => {
  const ids = ['a', 'b', 'c', 'd', 'meeting'];
  const found = [...firstDates(state, ids)].map((t) =>
    Number.isNaN(t) ? null : new Date(t).toISOString().slice(0, 10),
  );
  // Nothing says when the earlier of the two links began: its end stands for it.
  expect(found).toEqual(['2026-04-01', '2026-04-01', '2026-03-01', null, '2026-03-01']);
});

it('ranks types as the legend does', () => {
  const rank = (type: string) => entityTypes.findIndex((t) => t.id === type);
  expect([...kindsOf(state, ['a', 'b', 'meeting'])]).toEqual([rank('person'), rank('vessel'), rank('event')]);
});

it('takes for a folded group the first date of its members, and the commonest of their types', () => {
  const crew = new Map(['a', 'c', 'd', 'b'].map((id) => [id, 'crew']));
  const [first, own, none] = firstDates(state, ['crew', 'meeting', 'empty'], crew);
  expect(new Date(first!).toISOString().slice(0, 10)).toBe('2026-03-01');
  expect(new Date(own!).toISOString().slice(0, 10)).toBe('2026-03-01');
  expect(none).toBeNaN();
  expect(firstDates(state, ['two'], new Map([['d', 'two']]))[0]).toBeNaN();
  const [person, vessel] = kindsOf(state, ['a', 'b']);
  expect([...kindsOf(state, ['crew', 'b'], crew)]).toEqual([person, vessel]);
  // As many of either: the first in the legend.
  const pair = new Map([
    ['b', 'pair'],
    ['a', 'pair'],
  ]);
  expect([...kindsOf(state, ['pair'], pair)]).toEqual([Math.min(person!, vessel!)]);
});
