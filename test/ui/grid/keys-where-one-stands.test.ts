import { expect, test } from 'vitest';
import { FILTERS, HEAD } from '../../../src/ui/grid/cells.ts';
import { keyAct } from '../../../src/ui/grid/grid-keys.ts';

const press = (key: string, held: { ctrlKey?: true; shiftKey?: true; altKey?: true } = {}) => ({
  key,
  code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const table = { rows: 3, columns: 2, page: 2, first: HEAD, hasFilters: false };
const cell = { row: 1, column: 0 };

test('a key means another thing in a heading, a filter and a cell', () => {
  const heading = { row: HEAD, column: 1 };
  const filter = { row: FILTERS, column: 1 };
  expect(keyAct(press('Enter'), heading, table)).toEqual({ act: 'sort' });
  expect(keyAct(press('Enter'), filter, table)).toEqual({ act: 'filter', text: undefined });
  expect(keyAct(press('Enter'), cell, table)).toEqual({ act: 'open' });
  expect(keyAct(press('x'), heading, table)).toBeUndefined();
  expect(keyAct(press('x'), filter, table)).toEqual({ act: 'filter', text: 'x' });
  expect(keyAct(press('x'), cell, table)).toEqual({ act: 'type', text: 'x' });
});

test('the line of filters is passed over where there is none', () => {
  expect(keyAct(press('ArrowDown'), { row: HEAD, column: 0 }, table)).toMatchObject({ to: { row: 0 } });
  expect(keyAct(press('ArrowUp'), { row: 0, column: 0 }, table)).toMatchObject({ to: { row: HEAD } });
  expect(keyAct(press('ArrowUp'), { row: 0, column: 0 }, { ...table, hasFilters: true })).toMatchObject({
    to: { row: FILTERS },
  });
});

test('what is marked does not go on into the heading', () => {
  expect(keyAct(press('ArrowUp', { shiftKey: true }), { row: 0, column: 0 }, table)).toEqual({ act: 'stay' });
  expect(keyAct(press('ArrowUp', { shiftKey: true }), cell, table)).toEqual({
    act: 'go',
    to: { row: 0, column: 0 },
    extend: true,
  });
});

test('with Ctrl a letter is an act or left to the page; with Alt it is never one of the table', () => {
  expect(keyAct(press('a', { ctrlKey: true }), cell, table)).toEqual({ act: 'select-all' });
  expect(keyAct(press('d', { ctrlKey: true }), cell, table)).toEqual({ act: 'fill-down' });
  expect(keyAct(press('Delete', { ctrlKey: true }), cell, table)).toEqual({ act: 'delete-rows' });
  expect(keyAct(press('s', { ctrlKey: true }), cell, table)).toBeUndefined();
  expect(keyAct(press('x', { altKey: true }), cell, table)).toBeUndefined();
});

test('a key of several characters is text, a named key is none', () => {
  expect(keyAct(press('\u17bb\u17c6'), cell, table)).toEqual({ act: 'type', text: '\u17bb\u17c6' });
  expect(keyAct(press('F5'), cell, table)).toBeUndefined();
  expect(keyAct(press('Shift'), cell, table)).toBeUndefined();
});
