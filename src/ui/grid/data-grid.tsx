import { defaultRangeExtractor, useVirtualizer, type Range as VisibleRange } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { t } from '#i18n/index';
import { needsTallLine } from '../controls/name.tsx';
import { announce } from '../dialogs/index.ts';
import type { Leaving } from './cell-editor.tsx';
import {
  beside,
  type EditedTable,
  emptied,
  FILTERS,
  filledDown,
  HEAD,
  laidOver,
  moved,
  type Place,
  type PlannedEdits,
  rangeOf,
  textsOf,
} from './cells.ts';
import type { EditManner, GridColumn, RowEdit } from './column.ts';
import { useComposedText } from './composed-text.ts';
import type { Editing, PlacedColumn } from './grid-cell.tsx';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { useRowOrder } from './row-order.ts';
import { readTsv, writeTsv } from './tsv.ts';

export interface Sorted {
  readonly column: string;
  readonly descending: boolean;
}

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
  readonly onEdit?: (edits: readonly RowEdit[], manner: EditManner, passed: number) => void;
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

const HEADING = 26;
const FILTER = 28;

interface Spot {
  /** Row id, or `head`, `filters`. */
  readonly row: string;
  readonly column: number;
}

const HEAD_ROW = '\u0000head';
const FILTER_ROW = '\u0000filters';

function useDensity(): { readonly row: number; readonly tall: number } {
  // Roomy density makes rows 28 px; a line in a tall script needs 28 at least, in either.
  const [row, setRow] = useState(24);
  useLayoutEffect(() => {
    const read = () => {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--h-row'));
      setRow(Number.isFinite(size) && size > 0 ? size : 24);
    };
    read();
    const watch = new MutationObserver(read);
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
    return () => watch.disconnect();
  }, []);
  return useMemo(() => ({ row, tall: Math.max(28, row) }), [row]);
}

/** A table of many rows: sorted, filtered, selected, edited, copied and pasted like a spreadsheet, by keyboard or pointer. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { rows, rowId, columns, draft, matches, onShown } = props;
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sorted, setSorted] = useState<Sorted | undefined>(props.sorted);
  const [filters, setFilters] = useState<ReadonlyMap<string, string>>(new Map());
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(new Map());
  const [active, setActive] = useState<Spot>();
  const [anchor, setAnchor] = useState<Spot>();
  const [editing, setEditing] = useState<Editing>();
  const density = useDensity();

  const known = useMemo(() => new Set(columns.map((c) => c.id)), [columns]);
  const sorting = useMemo(
    () => (sorted && known.has(sorted.column) ? [{ id: sorted.column, desc: sorted.descending }] : []),
    [sorted, known],
  );
  const columnFilters = useMemo(
    () => [...filters].filter(([id, text]) => text !== '' && known.has(id)).map(([id, value]) => ({ id, value })),
    [filters, known],
  );
  const ordered = useRowOrder({ rows, columns, sorting, filters: columnFilters, matches });
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

  // Where the keyboard stands. A row that went away leaves its place to the row that took it.
  const lastIndex = useRef(0);
  const indexOf = (spot: Spot): number =>
    spot.row === HEAD_ROW ? HEAD : spot.row === FILTER_ROW ? FILTERS : (places.get(spot.row) ?? -3);
  const placeOf = (spot: Spot | undefined): Place | undefined => {
    if (!spot || columns.length === 0) return undefined;
    const column = Math.min(spot.column, columns.length - 1);
    const row = indexOf(spot);
    return { row: row === -3 ? Math.min(lastIndex.current, shown.length - 1) : row, column };
  };
  const at = placeOf(active);
  if (at && at.row >= 0) lastIndex.current = at.row;
  const from = placeOf(anchor) ?? at;
  const range = at && from && at.row >= 0 ? rangeOf(from.row < 0 ? at : from, at) : undefined;
  const spotOf = (place: Place): Spot => {
    const row = shown[place.row];
    return {
      row: place.row === HEAD ? HEAD_ROW : place.row === FILTERS ? FILTER_ROW : row === undefined ? '' : rowId(row),
      column: place.column,
    };
  };

  const widthOf = useCallback((c: GridColumn<Row>) => widths.get(c.id) ?? c.width ?? 120, [widths]);
  // Words of a row can come from other records, so heights are read anew with the columns, but not for every edit of a long table.
  const many = rows.length > 5000;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean new words.
  const tallRows = useMemo(() => ({ current: new WeakMap<object, boolean>() }), [many || columns]);
  // Figures are as tall as any line, and words of the program as its other words; to write out those of every row would take longer than to draw the table.
  const { wordy, allTall } = useMemo(() => {
    const words = columns.filter((c) => c.kind !== 'number' && c.kind !== 'bar');
    return { wordy: words.filter((c) => !c.plain), allTall: words.some((c) => c.plain && needsTallLine(c.title)) };
  }, [columns]);
  const heightOf = useCallback(
    (index: number): number => {
      const row = shown[index];
      if (allTall) return density.tall;
      if (row === undefined) return density.row;
      const key = row as object;
      let tall = tallRows.current.get(key);
      if (tall === undefined) {
        tall = wordy.some((c) => needsTallLine(c.text(row)));
        tallRows.current.set(key, tall);
      }
      return tall ? density.tall : density.row;
    },
    [shown, wordy, allTall, density, tallRows],
  );
  const headHeight = HEADING + (matches ? FILTER : 0);
  const activeRow = at?.row ?? -1;
  const vertical = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 6,
    rangeExtractor: useCallback(
      (visible: VisibleRange) => {
        const indexes = defaultRangeExtractor(visible);
        if (activeRow < 0 || activeRow >= visible.count || indexes.includes(activeRow)) return indexes;
        return [...indexes, activeRow].sort((a, b) => a - b);
      },
      [activeRow],
    ),
  });
  const frozenCount = Math.min(props.frozen ?? 1, columns.length);
  const frozenWidth = columns.slice(0, frozenCount).reduce((sum, c) => sum + widthOf(c), 0);
  const horizontal = useVirtualizer({
    horizontal: true,
    count: columns.length - frozenCount,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => widthOf(columns[i + frozenCount]!),
    scrollMargin: frozenWidth,
    scrollPaddingStart: frozenWidth,
    overscan: 2,
  });
  // Heights and widths follow rows, density and columns; what was measured before no longer holds.
  useLayoutEffect(() => {
    void heightOf;
    vertical.measure();
  }, [vertical, heightOf]);
  useLayoutEffect(() => {
    void widthOf;
    horizontal.measure();
  }, [horizontal, widthOf]);

  const frozen = useMemo(() => {
    let start = 0;
    return columns.slice(0, frozenCount).map((column, index): PlacedColumn<Row> => {
      const size = widthOf(column);
      start += size;
      return { column, index, start: start - size, size };
    });
  }, [columns, frozenCount, widthOf]);
  const across = horizontal.getVirtualItems();
  const moving = useMemo(
    () =>
      across.flatMap((item): PlacedColumn<Row>[] => {
        const column = columns[item.index + frozenCount];
        return column ? [{ column, index: item.index + frozenCount, start: item.start, size: item.size }] : [];
      }),
    [across, columns, frozenCount],
  );
  const width = frozenWidth + horizontal.getTotalSize();

  const reveal = (place: Place) => {
    if (place.row >= 0) vertical.scrollToIndex(place.row, { align: 'auto' });
    if (place.column >= frozenCount) horizontal.scrollToIndex(place.column - frozenCount, { align: 'auto' });
  };
  const told = useRef<readonly string[]>([]);
  const tell = (ids: readonly string[]) => {
    told.current = ids;
    props.onSelect?.(ids);
  };
  const rowIds = (top: number, bottom: number): string[] =>
    shown.slice(top, bottom + 1).flatMap((row) => (row === draft ? [] : [rowId(row)]));

  /** Moves the keyboard; `extend` keeps the other corner of the range where it is. */
  const go = (place: Place, extend = false) => {
    setEditing(undefined);
    const spot = spotOf(place);
    setActive(spot);
    const corner = extend && place.row >= 0 ? (anchor ?? active ?? spot) : spot;
    setAnchor(corner);
    reveal(place);
    if (place.row < 0) return;
    const other = placeOf(corner) ?? place;
    tell(rowIds(Math.max(0, Math.min(other.row, place.row)), Math.max(other.row, place.row)));
  };

  const selected = useMemo(() => new Set(props.selected), [props.selected]);
  const latest = useRef({ places, reveal, active });
  latest.current = { places, reveal, active };
  const opening = useRef(props.opensAtTop ?? false);
  // What was chosen elsewhere is brought into view here.
  useEffect(() => {
    const ids = props.selected ?? [];
    const atTop = opening.current;
    opening.current = false;
    if (ids.length === told.current.length && ids.every((id, i) => id === told.current[i])) return;
    told.current = ids;
    const first = ids.find((id) => latest.current.places.has(id));
    if (first === undefined) return;
    const spot = { row: first, column: latest.current.active?.column ?? 0 };
    setActive(spot);
    setAnchor(spot);
    if (!atTop) latest.current.reveal({ row: latest.current.places.get(first)!, column: spot.column });
  }, [props.selected]);

  const apply = (plan: PlannedEdits, manner: EditManner) => {
    if (plan.edits.length > 0 || plan.passed > 0) props.onEdit?.(plan.edits, manner, plan.passed);
  };
  const openAt = (place: Place): boolean => {
    const row = shown[place.row];
    return props.onEdit !== undefined && row !== undefined && (columns[place.column]?.editable?.(row) ?? false);
  };
  const edit = (place: Place, typed?: string) => {
    if (!openAt(place)) return false;
    go(place);
    setEditing({ column: place.column, typed });
    return true;
  };
  const save = (text: string, leaving: Leaving) => {
    setEditing(undefined);
    if (leaving !== 'stay') scroller.current?.focus();
    const row = at && shown[at.row];
    const column = at && columns[at.column];
    if (!at || row === undefined || !column) return;
    if (text !== (column.editText?.(row) ?? column.text(row)))
      props.onEdit?.([{ row: rowId(row), cells: [{ column: column.id, text }] }], 'type', 0);
    const extent = { rows: shown.length, columns: columns.length };
    if (leaving === 'down' || leaving === 'up') {
      const next = at.row + (leaving === 'down' ? 1 : -1);
      go({ row: Math.max(0, Math.min(shown.length - 1, next)), column: at.column });
      // The line below comes into being when this one is made into a row.
      if (next === shown.length) wanted.current = { row: next, column: at.column };
    } else if (leaving !== 'stay') go(beside(at, leaving === 'back', extent) ?? at);
  };
  // Enter in the last line makes a row of it; the keyboard goes on in the new empty line once that stands there.
  const wanted = useRef<Place>(undefined);
  useEffect(() => {
    const place = wanted.current;
    if (!place) return;
    if (shown.length > place.row) {
      wanted.current = undefined;
      setActive(spotOf(place));
      setAnchor(spotOf(place));
      reveal(place);
    }
  });
  const saveLatest = useRef(save);
  saveLatest.current = save;
  const acts = useMemo(
    () => ({
      onSave: (text: string, leaving: Leaving) => saveLatest.current(text, leaving),
      onCancel: () => {
        setEditing(undefined);
        scroller.current?.focus();
      },
    }),
    [],
  );

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
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    const extent = {
      rows: shown.length,
      columns: columns.length,
      page: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / density.row) - 1),
      first: HEAD,
    };
    let to = moved(first, event, extent);
    if (to) {
      if (to.row === FILTERS && !matches) to = { ...to, row: first.row === HEAD ? 0 : HEAD };
      if (to.row >= shown.length) return;
      if (event.shiftKey && to.row < 0) return done();
      go(to, event.shiftKey);
      return done();
    }
    if (first.row === HEAD) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      sort(first.column);
      return done();
    }
    if (first.row === FILTERS) {
      const starts = event.key.length === 1 && !control;
      if (!starts && event.key !== 'Enter' && event.key !== 'F2') return;
      const field = document.getElementById(`${base}-${FILTERS}-${first.column}`)?.querySelector('input');
      field?.focus();
      // The key that begins the text goes on into the field.
      if (!starts) done();
      return;
    }
    if (control && event.key.toLowerCase() === 'a' && !event.shiftKey) {
      setAnchor(spotOf({ row: 0, column: 0 }));
      setActive(spotOf({ row: Math.max(0, ordered.length - 1), column: columns.length - 1 }));
      tell(rowIds(0, ordered.length - 1));
      return done();
    }
    if (control && event.code === 'KeyD' && range) {
      apply(filledDown(table, range), 'fill');
      return done();
    }
    if (control && event.key === 'Delete') {
      const chosen = [...selected].filter((id) => places.has(id));
      if (chosen.length > 0) props.onDelete?.(chosen);
      return done();
    }
    if (control) return;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      if (range && props.onEdit) apply(emptied(table, range), 'clear');
      return done();
    }
    if (event.key === 'Enter' || event.key === 'F2') {
      const row = shown[first.row];
      if (!edit(first) && row !== undefined) props.onOpen?.(row);
      return done();
    }
    // A key may bring forth more than one character (Khmer vowels); names of keys are plain Latin words.
    if (event.key.length === 1 || /^[^\u0020-\u007e]+$/u.test(event.key)) {
      if (event.key === ' ' && !openAt(first)) return done();
      const choice = columns[first.column]?.kind === 'choice';
      if (edit(first, choice ? undefined : event.key) && !choice) done();
    }
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

  const dragging = useRef(false);
  const placeUnder = (target: EventTarget | null): Place | undefined => {
    const element = target instanceof Element ? target : null;
    const row = element?.closest('[data-row]')?.getAttribute('data-row');
    const column = element?.closest('[data-column]')?.getAttribute('data-column');
    return row == null || column == null ? undefined : { row: Number(row), column: Number(column) };
  };
  const onPointerDown = (event: React.PointerEvent) => {
    const place = placeUnder(event.target);
    if (!place || place.row < 0 || event.button > 1) return;
    const inEditor = event.target instanceof Element && event.target.closest('.dg-editor') !== null;
    if (inEditor) return;
    // The grid keeps the focus; a cell being edited is left, and so written, by that.
    scroller.current?.focus({ preventScroll: true });
    if (event.ctrlKey || event.metaKey) {
      const row = shown[place.row];
      if (row === undefined || row === draft) return;
      const id = rowId(row);
      setActive(spotOf(place));
      setAnchor(spotOf(place));
      tell(selected.has(id) ? [...selected].filter((s) => s !== id) : [...selected, id]);
      return;
    }
    go(place, event.shiftKey);
    dragging.current = !event.shiftKey && event.button === 0;
  };
  const onPointerMove = (event: React.PointerEvent) => {
    if (!dragging.current || (event.buttons & 1) === 0) {
      dragging.current = false;
      return;
    }
    const place = placeUnder(document.elementFromPoint(event.clientX, event.clientY));
    if (place && at && place.row >= 0 && (place.row !== at.row || place.column !== at.column)) go(place, true);
  };

  // While text may be composed into the table, the browser names a cell as the place of copy and paste.
  const inField = (target: EventTarget) => target instanceof Element && target.closest('input, select') !== null;
  const onCopy = (event: React.ClipboardEvent) => {
    if (inField(event.target) || !range) return;
    const texts = textsOf(table, range);
    const out = props.outgoing;
    event.clipboardData.setData('text/plain', writeTsv(out ? texts.map((line) => line.map(out)) : texts));
    event.preventDefault();
    announce(t('grid.copied', { count: texts.length * (range.right - range.left + 1) }));
  };
  const onPaste = (event: React.ClipboardEvent) => {
    if (inField(event.target) || !range || !props.onEdit) return;
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    event.preventDefault();
    event.stopPropagation();
    const block = readTsv(text);
    apply(laidOver(table, range, props.incoming ? block.map((line) => line.map(props.incoming!)) : block), 'paste');
  };

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
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onDoubleClick={(event) => {
        const place = placeUnder(event.target);
        const row = place && shown[place.row];
        if (place && row !== undefined && !edit(place)) props.onOpen?.(row);
      }}
      onCopy={onCopy}
      onPaste={onPaste}
      onFocus={(event) => {
        if (event.target === scroller.current && !active && shown.length > 0) setActive(spotOf({ row: 0, column: 0 }));
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
        onFilterFocus={(column) => setActive({ row: FILTER_ROW, column })}
        onFilterLeave={() => {
          scroller.current?.focus();
          if (shown.length > 0) go({ row: 0, column: at?.column ?? 0 });
        }}
      />
      <div
        role="rowgroup"
        className="dg-body"
        style={{ height: `${vertical.getTotalSize()}px`, width: `${Math.max(width, 0)}px` }}
      >
        {vertical.getVirtualItems().map((item) => {
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
              acts={acts}
            />
          );
        })}
      </div>
      {ordered.length === 0 && props.empty}
      {composing?.bounds && (
        <div
          className="dg-composing"
          style={{
            left: `${composing.bounds.left}px`,
            top: `${composing.bounds.top}px`,
            minWidth: `${composing.bounds.width}px`,
            height: `${composing.bounds.height}px`,
          }}
        >
          {composing.text}
        </div>
      )}
    </div>
  );
}
