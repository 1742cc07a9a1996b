import { describe, expect, test } from 'vitest';
import {
  beside,
  emptied,
  FILTERS,
  filledDown,
  HEAD,
  laidOver,
  moved,
  rangeOf,
  textsOf,
} from '../../../src/ui/grid/cells.ts';
import type { GridColumn } from '../../../src/ui/grid/column.ts';
import { compareCells } from '../../../src/ui/grid/row-order.ts';
import { readTsv, writeTsv } from '../../../src/ui/grid/tsv.ts';

describe('a block on the clipboard', () => {
  test('comes back as it went, with tabs, line breaks and quotation marks in its cells', () => {
    const block = [
      ['SOK Dara', 'a\tb', 'two\nlines'],
      ['"quoted"', 'say "no"', ''],
      ['', '', 'សុខ ដារ៉ា'],
    ];
    expect(readTsv(writeTsv(block))).toEqual(block);
  });

  test('from a spreadsheet ends in a line break that is no row', () => {
    expect(readTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('keeps a quotation mark that nothing closes, or that goes on after its close', () => {
    expect(readTsv('"Uncle\tb')).toEqual([['"Uncle', 'b']]);
    expect(readTsv('"Uncle" Bo\tb')).toEqual([['"Uncle" Bo', 'b']]);
  });

  test('keeps blank lines between rows', () => {
    expect(readTsv('a\n\nb')).toEqual([['a'], [''], ['b']]);
  });
});

interface Line {
  readonly id: string;
  readonly cells: readonly string[];
}
const lines: Line[] = [
  { id: 'r0', cells: ['a0', 'b0', 'c0'] },
  { id: 'r1', cells: ['a1', 'b1', 'c1'] },
  { id: 'r2', cells: ['a2', 'b2', 'c2'] },
];
const columns = ['a', 'b', 'c'].map(
  (id, i): GridColumn<Line> => ({
    id,
    title: id,
    text: (line) => line.cells[i] ?? '',
    // The middle column cannot be changed.
    editable: () => i !== 1,
  }),
);
const table = (grows: boolean) => ({
  columns,
  row: (i: number) => (lines[i] ? { id: lines[i].id, row: lines[i] } : undefined),
  grows,
});

describe('laying a block over a table', () => {
  test('one cell fills the whole range', () => {
    const { edits, passed } = laidOver(table(false), { top: 0, bottom: 1, left: 0, right: 2 }, [['x']]);
    expect(edits).toEqual([
      {
        row: 'r0',
        cells: [
          { column: 'a', text: 'x' },
          { column: 'c', text: 'x' },
        ],
      },
      {
        row: 'r1',
        cells: [
          { column: 'a', text: 'x' },
          { column: 'c', text: 'x' },
        ],
      },
    ]);
    expect(passed).toBe(2);
  });

  test('a block keeps its size, and what falls beyond the table is counted', () => {
    const { edits, passed } = laidOver(table(false), { top: 2, bottom: 2, left: 2, right: 2 }, [
      ['x', 'y'],
      ['z', 'w'],
    ]);
    expect(edits).toEqual([{ row: 'r2', cells: [{ column: 'c', text: 'x' }] }]);
    expect(passed).toBe(3);
  });

  test('lines below the last row become new rows where the table grows', () => {
    const { edits } = laidOver(table(true), { top: 2, bottom: 2, left: 0, right: 0 }, [['x'], ['y'], ['z']]);
    expect(edits.map((e) => e.row)).toEqual(['r2', null, null]);
  });

  test('filling down repeats the top line; emptying empties', () => {
    const range = { top: 0, bottom: 2, left: 0, right: 0 };
    expect(filledDown(table(false), range).edits).toEqual([
      { row: 'r1', cells: [{ column: 'a', text: 'a0' }] },
      { row: 'r2', cells: [{ column: 'a', text: 'a0' }] },
    ]);
    expect(emptied(table(false), range).edits.every((e) => e.cells.every((c) => c.text === ''))).toBe(true);
    expect(filledDown(table(false), { ...range, bottom: 0 }).edits).toEqual([]);
  });

  test('a range is copied line by line', () => {
    expect(textsOf(table(false), { top: 1, bottom: 2, left: 1, right: 2 })).toEqual([
      ['b1', 'c1'],
      ['b2', 'c2'],
    ]);
  });
});

describe('moving with the keyboard', () => {
  const extent = { rows: 100, columns: 5, page: 20, first: HEAD };
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });
  test('arrows go to the filters and headings above, and stop at the edges', () => {
    expect(moved({ row: 0, column: 0 }, press('ArrowUp'), extent)).toEqual({ row: FILTERS, column: 0 });
    expect(moved({ row: HEAD, column: 0 }, press('ArrowUp'), extent)).toEqual({ row: HEAD, column: 0 });
    expect(moved({ row: 99, column: 4 }, press('ArrowDown'), extent)).toEqual({ row: 99, column: 4 });
    expect(moved({ row: 99, column: 4 }, press('ArrowRight'), extent)).toEqual({ row: 99, column: 4 });
  });
  test('Home, End and pages', () => {
    expect(moved({ row: 50, column: 3 }, press('Home'), extent)).toEqual({ row: 50, column: 0 });
    expect(moved({ row: 50, column: 3 }, press('End', true), extent)).toEqual({ row: 99, column: 4 });
    expect(moved({ row: 5, column: 3 }, press('PageUp'), extent)).toEqual({ row: 0, column: 3 });
    expect(moved({ row: 50, column: 3 }, press('PageDown'), extent)).toEqual({ row: 70, column: 3 });
    expect(moved({ row: 50, column: 3 }, press('x'), extent)).toBeUndefined();
  });
  test('Tab goes on in the next line and ends with the table', () => {
    expect(beside({ row: 0, column: 4 }, false, extent)).toEqual({ row: 1, column: 0 });
    expect(beside({ row: 1, column: 0 }, true, extent)).toEqual({ row: 0, column: 4 });
    expect(beside({ row: 99, column: 4 }, false, extent)).toBeUndefined();
  });
  test('a range is the same from whichever corner it was drawn', () => {
    expect(rangeOf({ row: 3, column: 1 }, { row: 1, column: 4 })).toEqual({ top: 1, bottom: 3, left: 1, right: 4 });
  });
});

test('figures in names sort by their value, and numbers before words', () => {
  expect(['IR-10', 'IR-9', 'IR-100'].sort(compareCells)).toEqual(['IR-9', 'IR-10', 'IR-100']);
  expect(compareCells(2, 10)).toBeLessThan(0);
  expect(compareCells(10, 'a')).toBeLessThan(0);
});
