import type { ReactNode } from 'react';

export type CellKind = 'text' | 'choice' | 'number' | 'bar';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One column, told by functions of a row, so that nothing is worked out for rows nobody looks at. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What the heading says when it is pointed at, e.g. the unit or the question a measure answers. */
  readonly about?: string;
  /** Pixels; 120 when missing. */
  readonly width?: number;
  /** `number` and `bar` stand at the right, in tabular figures. `text` when missing. */
  readonly kind?: CellKind;
  /** Its cells hold words of the program and figures, nothing of the case: as tall as its title, whatever row they are of. */
  readonly plain?: true;
  /** The words of the cell: shown, copied, matched by the column's filter. Must not hold what the reader may not see. */
  readonly text: (row: Row) => string;
  /** Order of the column; the text when missing. Undefined and '' stand last, whichever way it is sorted. */
  readonly sortBy?: (row: Row) => string | number | undefined;
  /** For `bar`: share of the bar that is filled, 0 to 1. */
  readonly share?: (row: Row) => number | undefined;
  /** What is drawn instead of the text, e.g. a chip. Never taller than the row. */
  readonly render?: (row: Row) => ReactNode;
  /** Read-only when missing or false. */
  readonly editable?: (row: Row) => boolean;
  /** What the editor starts with; the text when missing. */
  readonly editText?: (row: Row) => string;
  /** For `choice`: what can be chosen. The edit carries the value of the choice. */
  readonly choices?: (row: Row) => readonly Choice[];
  /** For `text`: known answers to offer while something is typed. Other words stay possible. */
  readonly suggest?: (typed: string, row: Row) => readonly string[];
  /** What is wrong with the cell, in words; the cell is marked and says so. */
  readonly problem?: (row: Row) => string | undefined;
  /** False keeps the heading from sorting. */
  readonly sortable?: boolean;
}

export interface CellEdit {
  readonly column: string;
  readonly text: string;
}

/** New texts for one row. `row` is null for a line pasted below the last row. */
export interface RowEdit {
  readonly row: string | null;
  readonly cells: readonly CellEdit[];
}

/** How an edit came about: one cell typed, a block pasted, a cell filled down, cells emptied. */
export type EditManner = 'type' | 'paste' | 'fill' | 'clear';
