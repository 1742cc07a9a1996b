import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Statement } from '#domain/statement/statement';
import { linesOf, piecesOf, placesOf } from '../../../src/views/sources/pieces.ts';

const text =
  'Dara told the skipper to wait\noff the jetty.\n\nAmong them was MALY  Chan, and Malyna came too. ម៉ាលី និយាយ។ Why (really)?';
const quoting = (id: string, quotation: string): Statement => ({
  id,
  kind: 'statement',
  about: { record: 'x' },
  source: 's',
  says: 'yes',
  locator: { quotation },
});
const state = CaseState.of([
  {
    id: 'm',
    kind: 'entity',
    type: 'person',
    label: 'Maly Chan',
    nativeLabel: 'ម៉ាលី',
    aliases: ['Maly'],
    status: 'migrant',
    pseudonym: 'P-01',
  },
]);

test('a quotation is found across a line break, and signs in it are only signs', () => {
  expect(placesOf(text, 'to wait off the jetty')).toEqual([{ from: 22, to: 43 }]);
  expect(placesOf(text, 'Why (really)?')).toHaveLength(1);
  expect(placesOf(text, '  ')).toEqual([]);
});

test('the pieces together are the whole text, and quotations may overlap', () => {
  const pieces = piecesOf(state, text, [quoting('s1', 'Dara told the skipper'), quoting('s2', 'the skipper to wait')]);
  expect(pieces.map((p) => p.text).join('')).toBe(text);
  expect(pieces.find((p) => p.text === 'the skipper')?.statements).toEqual(['s1', 's2']);
});

test('a protected person is shown by the pseudonym wherever the report names one, and a longer name is left alone', () => {
  const pieces = piecesOf(state, text, []);
  expect(pieces.filter((p) => p.pseudonym).map((p) => p.text)).toEqual(['MALY  Chan', 'ម៉ាលី']);
  const shown = pieces.map((p) => p.pseudonym ?? p.text).join('');
  expect(shown).not.toMatch(/maly\s+chan|ម៉ាលី/i);
  expect(shown).toContain('Malyna');
});

test('lines keep their numbers, blank ones are left out', () => {
  const lines = linesOf(piecesOf(state, text, []));
  expect(lines.map((l) => l.number)).toEqual([1, 2, 4]);
  expect(lines[1]?.pieces[0]).toMatchObject({ at: text.indexOf('off'), text: 'off the jetty.' });
});
