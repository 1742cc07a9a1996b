import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { t } from '#i18n/index';
import { type EditedTable, FILTERS, HEAD, type OnEdit, type Place } from './cells.ts';
import type { GridColumn } from './column.ts';
import { ComposingText, useComposedText } from './composed-text.tsx';
import { GridHead } from './grid-head.tsx';
import { keyAct } from './grid-keys.ts';
import { placeUnder, useGridPointer } from './grid-pointer.ts';
import { GridRow } from './grid-row.tsx';
import { useGridWindow } from './grid-window.ts';
import { type Sorted, useRowOrder } from './row-order.ts';
import { useStanding } from './standing.ts';
import { useWriting } from './writing.ts';

export interface DataGridProps<Row> {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Keep the array the same until something it reads has changed: then every visible cell is drawn again. */
  readonly columns: readonly GridColumn<Row>[];
  /** How many columns at the left stand still while the rest scrolls sideways; 1 when missing. */
  readonly frozen?: number;
  /** Order at first. The analyst changes it by the headings; `onSort` hears of it. */
  readonly sorted?: Sorted;
  readonly onSort?: (sorted: Sorted | undefined) => void;
  /** Whether a cell passes the text typed above its column. Missing: no line of filters. */
  readonly matches?: (text: string, query: string) => boolean;
  /** How many rows the filters of the columns let through, whenever that changes. */
  readonly onShown?: (shown: number) => void;
  /** Ids of the selected rows; the grid shows them and asks for others through `onSelect`. */
  readonly selected?: readonly string[];
  readonly onSelect?: (ids: readonly string[]) => void;
  /** What is selected when the table opens is marked but not scrolled to: the first rows are what it is opened for. */
  readonly opensAtTop?: boolean;
  /** Cells were changed. Missing: the whole table is read-only. Edits of one call belong together: one undo. */
  readonly onEdit?: OnEdit;
  /** The empty line at the end, where typing makes a new row. Never sorted or filtered away. */
  readonly draft?: Row;
  /** Ctrl+Delete. */
  readonly onDelete?: (ids: readonly string[]) => void;
  /** Enter on a cell that cannot be edited, or a double click there. */
  readonly onOpen?: (row: Row) => void;
  /** Turns cells into what may leave by the clipboard, and back. */
  readonly outgoing?: (text: string) => string;
  readonly incoming?: (text: string) => string;
  /** A class for a row: `muted`, `ask` … */
  readonly rowClass?: (row: Row) => string | undefined;
  /** Stands where the rows would be when there are none. */
  readonly empty?: ReactNode;
}

/** Above so many rows heights are not read anew with every edit. */
const LONG = 5000;

/** A table of many rows: sorted, filtered, selected, edited, copied and pasted like a spreadsheet, by keyboard or pointer. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { rows, rowId, columns, draft, matches, onShown } = props;
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sorted, setSorted] = useState<Sorted | undefined>(props.sorted);
  const [filters, setFilters] = useState<ReadonlyMap<string, string>>(new Map());
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(new Map());
  const ordered = useRowOrder({ rows, columns, sorted, filters, matches });
  const shown = useMemo(() => (draft === undefined ? ordered : [...ordered, draft]), [ordered, draft]);
  const places = useMemo(() => new Map(shown.map((row, i) => [rowId(row), i])), [shown, rowId]);
  useEffect(() => onShown?.(ordered.length), [ordered.length, onShown]);
  const table: EditedTable<Row> = useMemo(
    () => ({
      columns,
      row: (i) => (shown[i] === undefined ? undefined : { id: rowId(shown[i]), row: shown[i] }),
      grows: draft !== undefined,
    }),
    [columns, shown, rowId, draft],
  );
  const { at, range, corner, stand, move } = useStanding(shown, rowId, places, columns.length);
  const { frozen, moving, frozenWidth, width, headHeight, reveal, ...drawn } = useGridWindow({
    scroller,
    columns,
    rows: shown,
    isLong: rows.length > LONG,
    widths,
    frozen: props.frozen ?? 1,
    hasFilters: matches !== undefined,
    activeRow: at?.row ?? -1,
  });

  const told = useRef<readonly string[]>([]);
  const tell = (ids: readonly string[]) => {
    told.current = ids;
    props.onSelect?.(ids);
  };
  const rowIds = (top: number, bottom: number): string[] =>
    shown.slice(top, bottom + 1).flatMap((row) => (row === draft ? [] : [rowId(row)]));
  const goOn = (place: Place) => {
    stand(place);
    reveal(place);
  };
  /** Moves the keyboard and selects; `extend` keeps the other corner of the range where it is. */
  const go = (place: Place, extend = false) => {
    writing.close();
    const other = (extend && place.row >= 0 && corner) || place;
    stand(place, other);
    reveal(place);
    if (place.row >= 0) tell(rowIds(Math.max(0, Math.min(other.row, place.row)), Math.max(other.row, place.row)));
  };
  const writing = useWriting({ scroller, table, length: shown.length, at, range, go, goOn, given: props });
  const { edit, isOpen, editing } = writing;

  const selected = useMemo(() => new Set(props.selected), [props.selected]);
  const latest = useRef({ places, stand, reveal, at });
  latest.current = { places, stand, reveal, at };
  const opening = useRef(props.opensAtTop ?? false);
  // What was chosen elsewhere is brought into view here.
  useEffect(() => {
    const ids = props.selected ?? [];
    const atTop = opening.current;
    opening.current = false;
    if (ids.length === told.current.length && ids.every((id, i) => id === told.current[i])) return;
    told.current = ids;
    const now = latest.current;
    const first = ids.find((id) => now.places.has(id));
    if (first === undefined) return;
    const place = { row: now.places.get(first)!, column: now.at?.column ?? 0 };
    now.stand(place);
    if (!atTop) now.reveal(place);
  }, [props.selected]);

  const sort = (column: number) => {
    const id = columns[column]?.id;
    if (id === undefined || columns[column]?.sortable === false) return;
    const next: Sorted | undefined =
      sorted?.column !== id
        ? { column: id, descending: false }
        : sorted.descending
          ? undefined
          : { column: id, descending: true };
    setSorted(next);
    props.onSort?.(next);
  };

  const first = at ?? { row: 0, column: 0 };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // 229: the key belongs to an input method, which may go on to compose with it.
    const composed = event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
    if (event.target !== scroller.current || composed || columns.length === 0) return;
    const extent = { rows: shown.length, columns: columns.length, page: drawn.page(), first: HEAD };
    const press = keyAct(event, first, { ...extent, hasFilters: matches !== undefined });
    if (!press) return;
    switch (press.act) {
      case 'go':
        go(press.to, press.extend);
        break;
      case 'sort':
        sort(first.column);
        break;
      case 'filter':
        document.getElementById(`${base}-${FILTERS}-${first.column}`)?.querySelector('input')?.focus();
        // The key that begins the text goes on into the field.
        if (press.text !== undefined) return;
        break;
      case 'select-all':
        stand({ row: Math.max(0, ordered.length - 1), column: columns.length - 1 }, { row: 0, column: 0 });
        tell(rowIds(0, ordered.length - 1));
        break;
      case 'fill-down':
        if (!range) return;
        writing.fillDown(range);
        break;
      case 'delete-rows': {
        const chosen = [...selected].filter((id) => places.has(id));
        if (chosen.length > 0) props.onDelete?.(chosen);
        break;
      }
      case 'empty':
        if (range) writing.empty(range);
        break;
      case 'open': {
        const row = shown[first.row];
        if (!edit(first) && row !== undefined) props.onOpen?.(row);
        break;
      }
      case 'type': {
        if (press.text === ' ' && !isOpen(first)) break;
        const isChoice = columns[first.column]?.kind === 'choice';
        // A list of choices finds by the key itself.
        if (!edit(first, isChoice ? undefined : press.text) || isChoice) return;
      }
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const composing = useComposedText(
    scroller,
    // An editor that is open has the keyboard, and composes by itself.
    props.onEdit !== undefined && editing === undefined,
    at ? `${base}-${at.row}-${at.column}` : undefined,
    (text) => {
      if (first.row >= 0 && columns[first.column]?.kind !== 'choice') edit(first, text);
    },
  );

  const toggle = (place: Place) => {
    const row = shown[place.row];
    if (row === undefined || row === draft) return;
    const id = rowId(row);
    stand(place);
    tell(selected.has(id) ? [...selected].filter((s) => s !== id) : [...selected, id]);
  };
  const pointer = useGridPointer({ scroller, at, go, toggle });

  const several = range !== undefined && (range.top !== range.bottom || range.left !== range.right);
  const extra = matches ? 2 : 1;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className="dg"
      data-paste="own"
      aria-label={props.label}
      aria-description={props.onEdit ? t('grid.keys') : undefined}
      aria-rowcount={shown.length + extra}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-readonly={props.onEdit === undefined}
      aria-activedescendant={at ? `${base}-${at.row}-${at.column}` : undefined}
      onKeyDown={onKeyDown}
      {...pointer}
      onDoubleClick={(event) => {
        const place = placeUnder(event.target);
        const row = place && shown[place.row];
        if (place && row !== undefined && !edit(place)) props.onOpen?.(row);
      }}
      onCopy={writing.onCopy}
      onPaste={writing.onPaste}
      onFocus={(event) => {
        if (event.target === scroller.current && !at && shown.length > 0) move({ row: 0, column: 0 });
      }}
    >
      <GridHead
        id={base}
        width={width}
        frozen={frozen}
        frozenWidth={frozenWidth}
        columns={moving}
        active={at}
        sorted={sorted}
        onSort={sort}
        onResize={(column, size) => setWidths((now) => new Map(now).set(columns[column]!.id, size))}
        filters={matches ? filters : undefined}
        onFilter={(column, text) => setFilters((now) => new Map(now).set(column, text))}
        onFilterFocus={(column) => move({ row: FILTERS, column })}
        onFilterLeave={() => {
          scroller.current?.focus();
          if (shown.length > 0) go({ row: 0, column: at?.column ?? 0 });
        }}
      />
      <div
        role="rowgroup"
        className="dg-body"
        style={{ height: `${drawn.height}px`, width: `${Math.max(width, 0)}px` }}
      >
        {drawn.items.map((item) => {
          const row = shown[item.index];
          if (row === undefined) return null;
          const id = rowId(row);
          const inside = several && item.index >= range.top && item.index <= range.bottom;
          const isActive = at?.row === item.index;
          return (
            <GridRow
              key={id}
              id={`${base}-${item.index}`}
              row={row}
              index={item.index}
              ariaIndex={item.index + extra + 1}
              top={item.start - headHeight}
              height={item.size}
              width={width}
              frozen={frozen}
              frozenWidth={frozenWidth}
              columns={moving}
              selected={selected.has(id)}
              manner={row === draft ? 'new' : (props.rowClass?.(row) ?? '')}
              activeColumn={isActive ? at.column : undefined}
              from={inside ? range.left : -1}
              to={inside ? range.right : -2}
              editing={isActive ? editing : undefined}
              acts={writing.acts}
            />
          );
        })}
      </div>
      {ordered.length === 0 && props.empty}
      <ComposingText composing={composing} />
    </div>
  );
}
