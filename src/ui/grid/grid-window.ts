import {
  defaultRangeExtractor,
  useVirtualizer,
  type VirtualItem,
  type Range as VisibleRange,
} from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { needsTallLine } from '../controls/name.tsx';
import type { Place } from './cells.ts';
import type { GridColumn } from './column.ts';
import type { PlacedColumn } from './grid-cell.tsx';

const HEADING = 26;
const FILTER = 28;
/** px, where a column says nothing. */
const WIDTH = 120;

interface GridWindowOptions<Row> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly columns: readonly GridColumn<Row>[];
  /** Filtered and in order. */
  readonly rows: readonly Row[];
  /** So many that heights are not read anew with every edit. */
  readonly isLong: boolean;
  /** Widths the reader has drawn, by column. */
  readonly widths: ReadonlyMap<string, number>;
  readonly frozen: number;
  readonly hasFilters: boolean;
  /** Drawn wherever it is, since the keyboard stands in it; below 0 none. */
  readonly activeRow: number;
}

interface GridWindow<Row> {
  readonly items: readonly VirtualItem[];
  /** Columns that stand still, and those of the others that are drawn. */
  readonly frozen: readonly PlacedColumn<Row>[];
  readonly moving: readonly PlacedColumn<Row>[];
  readonly frozenWidth: number;
  readonly width: number;
  readonly height: number;
  readonly headHeight: number;
  readonly reveal: (place: Place) => void;
  /** Rows that fit on the screen. */
  readonly page: () => number;
}

/** Which rows and columns of the table are drawn, and where: how high each is, how wide, what stands still. All px. */
export function useGridWindow<Row>(options: GridWindowOptions<Row>): GridWindow<Row> {
  const { scroller, columns, rows, widths, activeRow } = options;
  const density = useDensity();
  const heightOf = useRowHeight(rows, columns, options.isLong, density);
  const widthOf = useCallback((c: GridColumn<Row>) => widths.get(c.id) ?? c.width ?? WIDTH, [widths]);
  const headHeight = HEADING + (options.hasFilters ? FILTER : 0);
  const vertical = useVirtualizer({
    count: rows.length,
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
  const frozenCount = Math.min(options.frozen, columns.length);
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
  return {
    items: vertical.getVirtualItems(),
    frozen,
    moving,
    frozenWidth,
    width: frozenWidth + horizontal.getTotalSize(),
    height: vertical.getTotalSize(),
    headHeight,
    reveal: (place) => {
      if (place.row >= 0) vertical.scrollToIndex(place.row, { align: 'auto' });
      if (place.column >= frozenCount) horizontal.scrollToIndex(place.column - frozenCount, { align: 'auto' });
    },
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / density.row) - 1),
  };
}

interface Density {
  readonly row: number;
  readonly tall: number;
}

/** Roomy density makes rows 28 px; a line in a tall script needs 28 at least, in either. */
function useDensity(): Density {
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

function useRowHeight<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  isLong: boolean,
  density: Density,
): (index: number) => number {
  // Words of a row can come from other records, so heights are read anew with the columns, but not for every edit of a long table.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean new words.
  const tallRows = useMemo(() => ({ current: new WeakMap<object, boolean>() }), [isLong || columns]);
  // Figures are as tall as any line, and words of the program as its other words; to write out those of every row would take longer than to draw the table.
  const { wordy, allTall } = useMemo(() => {
    const words = columns.filter((c) => c.kind !== 'number' && c.kind !== 'bar');
    return { wordy: words.filter((c) => !c.plain), allTall: words.some((c) => c.plain && needsTallLine(c.title)) };
  }, [columns]);
  return useCallback(
    (index: number): number => {
      const row = rows[index];
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
    [rows, wordy, allTall, density, tallRows],
  );
}
