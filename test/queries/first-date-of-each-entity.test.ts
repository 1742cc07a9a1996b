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
