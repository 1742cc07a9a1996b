import { expect, test } from 'vitest';
import { pseudo } from '../../scripts/pseudo.mjs';
import { inEither, inEnglish, treeInEither } from '../support/any-language.ts';

test('a text is found in English and in the made-up language, also where a sentence holds both', () => {
  for (const text of ['Save a copy', '1,200 links', 'What is it? (a/b) [c]']) {
    expect(text).toMatch(inEither(text, { whole: true }));
    expect(pseudo(text)).toMatch(inEither(text, { whole: true }));
    expect(`${pseudo('Found:')} ${pseudo(text)}, ${pseudo('and more')}`).toMatch(inEither(text));
    expect(inEnglish(pseudo(text))).toBe(text);
  }
  expect(pseudo('Open {{name}}').replace('{{name}}', 'Blue Kestrel')).toMatch(
    inEither('Open Blue Kestrel', { whole: true }),
  );
  expect(inEnglish(`Rank, ${pseudo('Who passes messages').replace(/··»$/, '·\n·»')}`)).toBe(
    'Rank, Who passes messages',
  );
  expect(inEnglish('Trần Văn Đức')).toBe('Trần Văn Đức');
});

test('another text is not', () => {
  expect(pseudo('Save a copy')).not.toMatch(inEither('Save a file'));
  expect(pseudo('Save a copy')).not.toMatch(inEither('Save', { whole: true }));
  expect(pseudo('save')).not.toMatch(inEither('Save'));
  expect(pseudo('save')).toMatch(inEither('Save', { anyCase: true }));
});

test('a pattern keeps its meaning', () => {
  const pattern = inEither(/^(Undo|Redo) \d+ (?:steps?)$/);
  for (const text of ['Undo 3 steps', 'Redo 12 step']) {
    expect(text).toMatch(pattern);
    expect(pseudo(text)).toMatch(pattern);
  }
  expect(pseudo('Undo steps')).not.toMatch(pattern);
  expect(pseudo('Please Undo 3 steps')).not.toMatch(pattern);
  expect(`${pseudo('Found')}. ${pseudo('7 more')}.`).toMatch(inEither(/^Found\. \d more\.$/));
  expect(pseudo('case saved')).toMatch(inEither(/CASE/i));
  // Where a line of a sheet may break, a blank may be missing.
  for (const text of ['From one to', 'From oneto']) expect(pseudo(text)).toMatch(inEither(/^From one ?to$/));
});

test('a tree keeps its roles and states', () => {
  const tree = treeInEither(`
    - banner "Program bar":
      - button /^Undo/ [disabled]
      - text: 0 cases
  `);
  const [, banner, undo, text] = tree.split('\n');
  expect(banner).toMatch(/^ {4}- banner \/.*\/:$/);
  expect(undo).toMatch(/^ {6}- button \/\^.*\/ \[disabled\]$/);
  expect(text).toMatch(/^ {6}- text: \/.*\/$/);
});
