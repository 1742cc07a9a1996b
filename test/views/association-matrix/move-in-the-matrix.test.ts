import { expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { readingMatrix } from '#queries/association-matrix';
import { finish } from '#queries/in-breaths';
import { linksBetween } from '../../../src/views/association-matrix/cell-acts.ts';
import { cellText } from '../../../src/views/association-matrix/cell-words.ts';
import { moved, type Place } from '../../../src/views/association-matrix/place.ts';
import { matrixLines } from '../../../src/views/association-matrix/save-matrix.ts';
import type { Form } from '../../../src/views/matrix-look.ts';

const at = (row: number, column: number): Place => ({ row, column });
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });
const walk = (from: Place, form: Form, ...keys: string[]) =>
  keys.reduce(
    (place, key) => moved(place, press(key.replace('^', ''), key.startsWith('^')), 5, 3, form) ?? place,
    from,
  );

it('arrow keys lead to names and counts at the edges, and no further', () => {
  expect(walk(at(0, 0), 'square', 'ArrowLeft', 'ArrowLeft')).toEqual(at(0, -1));
  expect(walk(at(0, 0), 'square', 'ArrowUp', 'ArrowUp')).toEqual(at(-1, 0));
  expect(walk(at(4, 4), 'square', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight')).toEqual(at(5, 5));
  expect(walk(at(2, 2), 'square', 'Home')).toEqual(at(2, -1));
  expect(walk(at(2, 2), 'square', '^End')).toEqual(at(5, 5));
  expect(walk(at(0, 1), 'square', 'PageDown', 'PageDown')).toEqual(at(4, 1));
  expect(moved(at(0, 0), press('x'), 5, 3, 'square')).toBeUndefined();
});

it('in the half form the way ends at the name on the diagonal; behind it stands the count', () => {
  expect(walk(at(3, 2), 'half', 'ArrowRight')).toEqual(at(3, 3));
  expect(walk(at(3, 2), 'half', 'ArrowRight', 'ArrowRight')).toEqual(at(3, 5));
  expect(walk(at(3, 5), 'half', 'ArrowLeft')).toEqual(at(3, 3));
  expect(walk(at(3, 3), 'half', 'ArrowUp')).toEqual(at(2, 2));
  expect(walk(at(0, 0), 'half', 'ArrowUp', 'ArrowLeft')).toEqual(at(0, 0));
  expect(walk(at(1, 0), 'half', '^End')).toEqual(at(4, 5));
});

const small = () =>
  CaseState.of([
    { id: 'a', kind: 'entity', type: 'person', label: 'Sok' },
    { id: 'b', kind: 'entity', type: 'person', label: 'Dara' },
    { id: 'm', kind: 'entity', type: 'person', label: 'Secret Name', status: 'victim', pseudonym: 'V-01' },
    { id: '1', kind: 'link', type: 'called', from: 'a', to: 'b', direction: 'forward', strength: 'tentative' },
    { id: '2', kind: 'link', type: 'met', from: 'a', to: 'b', direction: 'none', strength: 'confirmed' },
    { id: '3', kind: 'link', type: 'met', from: 'a', to: 'm', direction: 'none', strength: 'unconfirmed' },
  ]);

it('a cell is told in words: who, how many, how sure, which way; of a protected person the pseudonym alone', () => {
  const state = small();
  const shown = { matrix: finish(readingMatrix(state)), filtered: false };
  expect(cellText(state, shown, 'a', 'b')).toBe('Sok – Dara: 2 links, strongest confirmed, from Sok to Dara');
  expect(cellText(state, shown, 'b', 'a')).toBe('Dara – Sok: 2 links, strongest confirmed, from Sok to Dara');
  expect(cellText(state, shown, 'a', 'm')).toBe('Sok – V-01: 1 link, unconfirmed');
  expect(cellText(state, shown, 'b', 'm')).toBe('Dara – V-01: no link recorded');
  // A filter may keep one off: then no more is said than that.
  expect(cellText(state, { ...shown, filtered: true }, 'b', 'm')).toBe('Dara – V-01: no link passes the filter');
});

it('a file has each cell in words, and of a protected person the pseudonym alone', () => {
  const state = small();
  const matrix = finish(readingMatrix(state));
  expect(finish(matrixLines(state, matrix, ['a', 'b', 'm'], ['A to Z.']))).toEqual([
    ['Entity', 'Type', 'Sok', 'Dara', 'V-01', 'Associated'],
    ['Sok', 'Person', '', 'confirmed, 2 links →', 'unconfirmed', '2'],
    ['Dara', 'Person', 'confirmed, 2 links ←', '', '', '1'],
    ['V-01', 'Person', 'unconfirmed', '', '', '1'],
    [],
    ['A to Z.'],
  ]);
});

it('whoever edits a cell is shown all links between the two, whatever a filter keeps off', () => {
  const state = small();
  expect(linksBetween(state, 'b', 'a')).toEqual(['1', '2']);
  expect(linksBetween(state, 'b', 'm')).toEqual([]);
  // What a matrix of confirmed links alone holds is less.
  const taken = { entity: () => true, link: (l: { strength: string }) => l.strength === 'confirmed' };
  expect(finish(readingMatrix(state, taken)).cell('b', 'a')?.links).toEqual(['2']);
});
