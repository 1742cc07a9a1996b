import { expect, test } from 'vitest';
import { matchKey } from '#domain/identifiers/matching';
import { regionOfZone } from '#domain/identifiers/region-of-zone';
import { nameKey } from '#exchange/importers/plan/existing';

test.each([
  ['the sigma at the end of a word', 'ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ['a sigma at the end that was typed as one within', 'οδυσσευσ', 'Οδυσσευς'],
  ['a control character within', 'So\u0001k', 'Sok'],
  ['a control character before a space', 'Sok\u007f Chea', 'Sok Chea'],
  ['marks of annotation', '\uFFF9Sok\uFFFB', 'Sok'],
  ['a joiner that kept a mark from its letter', 'e\u200D\u0301va', 'éva'],
  ['a ligature that hides an sz', 'Straße', 'STRASSE'],
  ['white space of any kind', ' Sok\u00a0\t Chea ', 'sok chea'],
])('%s is no other name, in the case and in an import alike', (_, a, b) => {
  expect(matchKey(a)).toBe(matchKey(b));
  expect(nameKey('person', a)).toBe(nameKey('person', b));
});

test('an accent or a look-alike is another name', () => {
  expect(nameKey('person', 'Hạnh')).not.toBe(nameKey('person', 'Hanh'));
  expect(nameKey('person', 'Sоk')).not.toBe(nameKey('person', 'Sok'));
});

test('a zone of one country names its region; an offset names none', () => {
  expect(regionOfZone('Asia/Phnom_Penh')).toBe('KH');
  expect(regionOfZone('+07:00')).toBeUndefined();
  expect(regionOfZone('constructor')).toBeUndefined();
  expect(regionOfZone(undefined)).toBeUndefined();
});
