import { afterEach, describe, expect, test } from 'vitest';
import { en } from '#i18n/messages/en/index';
import {
  type ActionDefinition,
  type ActionId,
  actions,
  chordConflict,
  chordOf,
  chordsOf,
  chordText,
  isReserved,
  ownChords,
  registerAction,
  runAction,
  setChords,
} from '#session/keys';

const press = (
  code: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
  key = '',
) => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

afterEach(() => ownChords.set(new Map()));

describe('actions', () => {
  test('have unique ids, words, and no key that the browser keeps', () => {
    const ids = actions.map((a) => a.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const a of actions as readonly ActionDefinition[]) {
      expect(en).toHaveProperty([`action.${a.id}`]);
      for (const chord of a.chords) expect(isReserved(chord), `${a.id}: ${chord}`).toBe(false);
    }
  });

  test('never share a key where both would act', () => {
    for (const a of actions) for (const chord of a.chords) expect(chordConflict(a.id, chord)).toBeUndefined();
  });

  test('that act while one types need a modifier or a function key', () => {
    for (const a of actions as readonly ActionDefinition[])
      if (a.inFields) for (const chord of a.chords) expect(chord).toMatch(/^(Ctrl|Alt)\+|^(Shift\+)?F\d+$/);
  });
});

describe('chords', () => {
  test('follow the key, not the letter: a Khmer layout links with the same key', () => {
    expect(chordOf(press('KeyC', {}, 'ច'))).toBe('KeyC');
    expect(chordOf(press('KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+KeyZ');
    expect(chordOf(press('KeyK', { metaKey: true }))).toBe('Ctrl+KeyK');
  });

  test('take the question mark wherever a layout has it', () => {
    expect(chordOf(press('Minus', { shiftKey: true }, '?'))).toBe('Shift+Slash');
  });

  test('ignore a modifier alone', () => {
    expect(chordOf(press('ControlLeft', { ctrlKey: true }))).toBeUndefined();
  });

  test('are shown as on the keys', () => {
    expect(chordText('Ctrl+Shift+KeyZ')).toBe('Ctrl Shift Z');
    expect(chordText('Digit1')).toBe('1');
    expect(chordText('Shift+Slash')).toBe('?');
  });

  test('the browser keeps are known', () => {
    for (const chord of ['Ctrl+KeyN', 'Ctrl+KeyT', 'Ctrl+KeyW', 'Ctrl+KeyR', 'Ctrl+KeyL', 'F5'])
      expect(isReserved(chord)).toBe(true);
    expect(isReserved('Ctrl+KeyK')).toBe(false);
  });
});

test('own keys replace the defaults and can be given back', () => {
  setChords('pin', ['KeyJ']);
  expect(chordsOf('pin')).toEqual(['KeyJ']);
  expect(chordConflict('fit', 'KeyJ')).toBe('pin' satisfies ActionId);
  setChords('pin', undefined);
  expect(chordsOf('pin')).toEqual(['KeyK']);
});

test('the handler registered last acts; the one before acts again when it leaves', () => {
  const did: string[] = [];
  const first = registerAction('fit', () => did.push('first'));
  const second = registerAction('fit', () => did.push('second'));
  expect(runAction('fit')).toBe(true);
  second();
  runAction('fit');
  first();
  expect(runAction('fit')).toBe(false);
  expect(did).toEqual(['second', 'first']);
});
