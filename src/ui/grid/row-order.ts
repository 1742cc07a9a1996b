import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { GridColumn } from './column.ts';

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Numbers before texts; texts as readers sort them, figures in them by their value. */
export function compareCells(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  return typeof b === 'number' ? 1 : collator.compare(a, b);
}

export interface Sorted {
  readonly column: string;
  readonly descending: boolean;
}

export interface RowOrderOptions<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  /** A column that is not there sorts and filters nothing. */
  readonly sorted: Sorted | undefined;
  /** Texts of the filters by column. */
  readonly filters: ReadonlyMap<string, string>;
  readonly matches: ((text: string, query: string) => boolean) | undefined;
}

/** The rows that pass the filters of the columns, in the order asked for; equal ones as they came. */
export function useRowOrder<Row>(options: RowOrderOptions<Row>): readonly Row[] {
  const { rows, columns, sorted, matches } = options;
  const known = useMemo(() => new Set(columns.map((c) => c.id)), [columns]);
  const sorting = useMemo(
    () => (sorted && known.has(sorted.column) ? [{ id: sorted.column, desc: sorted.descending }] : []),
    [sorted, known],
  );
  const filters = useMemo(
    () => [...options.filters].flatMap(([id, value]) => (value !== '' && known.has(id) ? [{ id, value }] : [])),
    [options.filters, known],
  );
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: unknown): string | number | undefined => {
          const value = column.sortBy ? column.sortBy(row as Row) : column.text(row as Row);
          return value === '' ? undefined : value;
        },
        sortUndefined: 'last' as const,
        sortFn: (
          a: { getValue: (id: string) => unknown },
          b: { getValue: (id: string) => unknown },
          id: string,
        ): number => compareCells(a.getValue(id) as string | number, b.getValue(id) as string | number),
        filterFn: (row: { original: unknown }, _: string, query: string): boolean =>
          matches?.(column.text(row.original as Row), query) ?? true,
      })),
    [columns, matches],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    state: { sorting, columnFilters: filters },
  } as never) as unknown as { getRowModel(): { rows: readonly { original: Row }[] } };
  // As they came: a model of each of thousands of rows would be made to no end.
  const ordered = sorting.length + filters.length > 0 ? table.getRowModel().rows : undefined;
  return useMemo(() => ordered?.map((r) => r.original) ?? rows, [ordered, rows]);
}
