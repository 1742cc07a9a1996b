import { beforeAll, expect, it } from 'vitest';
import { search } from '#domain/search/search';
import { blueKestrel } from '../../../scripts/samples/blue-kestrel.ts';
import { CaseInHand } from '../commands/case-in-hand.ts';

let state: ReturnType<typeof blueKestrel>['state'];
beforeAll(() => {
  state = blueKestrel('sample-cases/blue-kestrel').state;
});
const first = (query: string) => search(state, query)[0]?.record;

it('finds names with and without diacritics, and in their own script', () => {
  expect(first('Duong Thi Hanh')).toBe('p02');
  expect(search(state, 'duong thi').map((h) => h.record)).toContain('p02');
  expect(first('សុខ វណ្ណារ៉ា')).toBe('p01');
  expect(first('ดนัย')).toBe('p16');
  expect(first('hạnh')).toBe('p02');
});

it('finds an identifier by a fragment, however it is spaced', () => {
  expect(search(state, '900 142').map((h) => h.record)).toEqual(expect.arrayContaining(['p01', 't01']));
  expect(first('001001004312077')).toBe('h01');
});

it('finds an alias and the text of a report', () => {
  expect(first('uncle v')).toBe('p01');
  expect(search(state, 'blank seafarer cards').some((h) => h.kind === 'source')).toBe(true);
});

it('never finds a protected person by name', () => {
  const c = new CaseInHand();
  c.entity('m', {
    label: 'Real Name',
    aliases: ['Other'],
    status: 'migrant',
    attributes: [{ field: 'phone', value: '85512345' }],
  });
  for (const q of ['Real', 'Other', '85512345']) expect(search(c.state, q)).toEqual([]);
  expect(search(c.state, 'P-01')[0]?.record).toBe('m');
});

it('sees an edit at once, and finds nothing for nothing', () => {
  const c = new CaseInHand();
  c.entity('x', { label: 'Before' });
  expect(search(c.state, 'after')).toEqual([]);
  c.run('edit-entity', { id: 'x', set: { label: 'After' } });
  expect(search(c.state, 'after')[0]?.record).toBe('x');
  expect(search(c.state, '  ')).toEqual([]);
});
