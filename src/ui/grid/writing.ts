import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '#i18n/index';
import { announce } from '../dialogs/index.ts';
import type { Leaving } from './cell-editor.tsx';
import {
  beside,
  type EditedTable,
  emptied,
  filledDown,
  laidOver,
  type OnEdit,
  type Place,
  type PlannedEdits,
  type Range,
  textsOf,
} from './cells.ts';
import type { EditManner } from './column.ts';
import type { CellActs, Editing } from './grid-cell.tsx';
import { readTsv, writeTsv } from './tsv.ts';

interface WritingOptions<Row> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly table: EditedTable<Row>;
  /** Rows of the table, the empty line at its end among them. */
  readonly length: number;
  readonly at: Place | undefined;
  readonly range: Range | undefined;
  readonly go: (place: Place) => void;
  /** Moves the keyboard to the line that came into being below, and selects nothing. */
  readonly goOn: (place: Place) => void;
  /** Of the table: who hears of edits, and what turns cells into what may leave by the clipboard, and back. */
  readonly given: {
    readonly onEdit?: OnEdit;
    readonly outgoing?: (text: string) => string;
    readonly incoming?: (text: string) => string;
  };
}

/** What is written into cells, one by one in their editor or many at once: filled down, emptied, pasted. Each is one edit. */
export function useWriting<Row>(options: WritingOptions<Row>) {
  const { scroller, table, length, at, range, go, given } = options;
  const { onEdit, outgoing, incoming } = given;
  const [editing, setEditing] = useState<Editing>();
  const isOpen = ({ row, column }: Place): boolean => {
    const found = table.row(row);
    return onEdit !== undefined && found !== undefined && (table.columns[column]?.editable?.(found.row) ?? false);
  };
  /** Opens the editor of a cell; false where nothing may be written. */
  const edit = (place: Place, typed?: string): boolean => {
    if (!isOpen(place)) return false;
    go(place);
    setEditing({ column: place.column, typed });
    return true;
  };
  // Enter in the last line makes a row of it; the keyboard goes on in the new empty line once that stands there.
  const wanted = useRef<Place>(undefined);
  useEffect(() => {
    const place = wanted.current;
    if (!place || length <= place.row) return;
    wanted.current = undefined;
    options.goOn(place);
  });
  const save = (text: string, leaving: Leaving) => {
    setEditing(undefined);
    if (leaving !== 'stay') scroller.current?.focus();
    const found = at && table.row(at.row);
    const column = at && table.columns[at.column];
    if (!at || !found || !column) return;
    if (text !== (column.editText?.(found.row) ?? column.text(found.row)))
      onEdit?.([{ row: found.id, cells: [{ column: column.id, text }] }], 'type', 0);
    if (leaving === 'down' || leaving === 'up') {
      const next = at.row + (leaving === 'down' ? 1 : -1);
      go({ row: Math.max(0, Math.min(length - 1, next)), column: at.column });
      // The line below comes into being when this one is made into a row.
      if (next === length) wanted.current = { row: next, column: at.column };
    } else if (leaving !== 'stay')
      go(beside(at, leaving === 'back', { rows: length, columns: table.columns.length }) ?? at);
  };
  const latest = useRef(save);
  latest.current = save;
  /** The same while the table lives: cells are not drawn again for it. */
  const acts: CellActs = useMemo(
    () => ({
      onSave: (text, leaving) => latest.current(text, leaving),
      onCancel: () => {
        setEditing(undefined);
        scroller.current?.focus();
      },
    }),
    [scroller],
  );

  const apply = (plan: PlannedEdits, manner: EditManner) => {
    if (plan.edits.length > 0 || plan.passed > 0) onEdit?.(plan.edits, manner, plan.passed);
  };
  // While text may be composed into the table, the browser names a cell as the place of copy and paste.
  const inField = (target: EventTarget) => target instanceof Element && target.closest('input, select') !== null;
  return {
    editing,
    isOpen,
    edit,
    acts,
    /** Leaves the editor; what stands in it is lost unless the editor was left first. */
    close: () => setEditing(undefined),
    fillDown: (over: Range) => apply(filledDown(table, over), 'fill'),
    empty: (over: Range) => apply(emptied(table, over), 'clear'),
    onCopy: (event: React.ClipboardEvent) => {
      if (inField(event.target) || !range) return;
      const texts = textsOf(table, range);
      event.clipboardData.setData('text/plain', writeTsv(outgoing ? texts.map((line) => line.map(outgoing)) : texts));
      event.preventDefault();
      announce(t('grid.copied', { count: texts.length * (range.right - range.left + 1) }));
    },
    onPaste: (event: React.ClipboardEvent) => {
      if (inField(event.target) || !range || !onEdit) return;
      const text = event.clipboardData.getData('text/plain');
      if (text === '') return;
      event.preventDefault();
      event.stopPropagation();
      const block = readTsv(text);
      apply(laidOver(table, range, incoming ? block.map((line) => line.map(incoming)) : block), 'paste');
    },
  };
}
