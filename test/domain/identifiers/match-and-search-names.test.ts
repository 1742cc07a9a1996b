import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confusable, hiddenCharacters, matchKey, mixedWords, searchKey } from '#domain/identifiers/matching';

test.each([
  ['Sok\u200BVannara', 'sokvannara'],
  ['  SOK   Vannara ', 'sok vannara'],
  ['ﬁle №5', 'file no5'],
  ['Straße', 'strasse'],
  ['ΣΊΣΥΦΟΣ', 'σίσυφοσ'],
  ['e\u0301', 'é'],
  ['Ｐ－７', 'p-7'],
  ['abc\u202Etxt.exe', 'abctxt.exe'],
])('%j matches as %j', (text, key) => {
  expect(matchKey(text)).toBe(key);
});

test('composed and decomposed, with and without zero-width twins, are one; accents still count', () => {
  expect(matchKey('Dương Thị Hạnh'.normalize('NFD'))).toBe(matchKey('DƯƠNG THỊ HẠNH'));
  expect(matchKey('Hạnh')).not.toBe(matchKey('Hanh'));
  expect(matchKey('constructor')).toBe('constructor');
});

test('searching leaves out Latin accents', () => {
  expect(searchKey('Dương Thị Hạnh')).toBe('duong thi hanh');
  expect(searchKey('Đặng')).toBe('dang');
  expect(searchKey('ØRSTED Łódź')).toBe('orsted lodz');
});

test('searching keeps every vowel and tone of Khmer, Thai, Lao and Burmese', () => {
  for (const name of ['សុខវណ្ណារ៉ា', 'ประสิทธิ์', 'ວົງສັກດາ', 'မောင်မောင်']) {
    expect(searchKey(name)).toBe(name.normalize('NFKC').normalize('NFC'));
  }
  expect(searchKey('มา')).not.toBe(searchKey('มี'));
  expect(searchKey('កា')).not.toBe(searchKey('កី'));
});

test('both keys are settled, hide nothing printable and hold nothing hidden', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }));
  fc.assert(
    fc.property(text, (t) => {
      fc.pre(t.isWellFormed());
      const key = matchKey(t);
      expect(matchKey(key)).toBe(key);
      expect(searchKey(searchKey(t))).toBe(searchKey(t));
      expect(hiddenCharacters(key)).toEqual([]);
      expect(matchKey(t.normalize('NFD'))).toBe(matchKey(t.normalize('NFC')));
    }),
    { numRuns: 300 },
  );
});

test('hidden characters are found where they stand; word breaks of Khmer and Thai are usual', () => {
  expect(hiddenCharacters('a\u202Eb')).toEqual([{ at: 1, length: 1, point: 'U+202E', usual: false }]);
  expect(hiddenCharacters('សុខ\u200Bវណ្ណា')).toEqual([{ at: 3, length: 1, point: 'U+200B', usual: true }]);
  expect(hiddenCharacters('So\u200Bk').map((h) => h.usual)).toEqual([false]);
  expect(hiddenCharacters('line one\nline two\ttab')).toEqual([]);
});

test('look-alike letters warn, and plain differences do not', () => {
  expect(confusable('Sok Vannara', 'Sоk Vаnnara')).toBe(true);
  expect(confusable('SOK', 'ЅОК')).toBe(true);
  expect(confusable('O7-L1', '07-L1')).toBe(true);
  expect(confusable('Sok', 'Sok')).toBe(false);
  expect(confusable('Sok', 'sok')).toBe(false);
  expect(confusable('Hạnh', 'Hanh')).toBe(false);
  expect(confusable('Ali', 'All')).toBe(false);
  expect(mixedWords('Sоk Vannara Иван Πάρις')).toEqual([{ word: 'Sоk', points: ['U+043E'] }]);
  expect(mixedWords('សុខ Sok')).toEqual([]);
});
