import { expect, it } from 'vitest';
import { toggled } from '../../../src/ui/graph-canvas/marked.ts';

it('adds what is pressed with the key held, each once and after what was selected', () => {
  expect(toggled(['b'], ['a'])).toEqual(['b', 'a']);
  expect(toggled(['b', 'a'], ['a', 'c'])).toEqual(['b', 'a', 'c']);
  expect(toggled(['b'], [])).toEqual(['b']);
});

it('takes out again what was selected, all of it', () => {
  expect(toggled(['b', 'a', 'c'], ['a'])).toEqual(['b', 'c']);
  expect(toggled(['b', 'a', 'c'], ['c', 'b'])).toEqual(['a']);
});
