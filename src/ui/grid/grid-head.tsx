import { t } from '#i18n/index';
import { Icon } from '../icon/index.ts';
import { FILTERS, HEAD, type Place } from './cells.ts';
import type { PlacedColumn } from './grid-cell.tsx';

export interface GridHeadProps<Row> {
  readonly id: string;
  readonly width: number;
  readonly frozen: readonly PlacedColumn<Row>[];
  readonly frozenWidth: number;
  readonly columns: readonly PlacedColumn<Row>[];
  readonly active: Place | undefined;
  readonly sorted: { readonly column: string; readonly descending: boolean } | undefined;
  readonly onSort: (column: number) => void;
  readonly onResize: (column: number, width: number) => void;
  /** Texts of the filters by column; undefined leaves the line of filters out. */
  readonly filters: ReadonlyMap<string, string> | undefined;
  readonly onFilter: (column: string, text: string) => void;
  readonly onFilterFocus: (column: number) => void;
  /** Leaves a filter for the rows below. */
  readonly onFilterLeave: () => void;
}

/** Headings, which sort, and under them the filters. They stand still while the rows scroll. */
export function GridHead<Row>(props: GridHeadProps<Row>) {
  const { active, sorted, filters } = props;
  const heading = (at: PlacedColumn<Row>) => {
    const { column } = at;
    const way = sorted?.column === column.id ? (sorted.descending ? 'descending' : 'ascending') : undefined;
    const number = column.kind === 'number' || column.kind === 'bar';
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the grid has the focus; Enter on a heading sorts there.
      <div
        key={column.id}
        id={`${props.id}-${HEAD}-${at.index}`}
        role="columnheader"
        aria-colindex={at.index + 1}
        aria-sort={way ?? 'none'}
        title={column.about}
        className={`dg-heading${number ? ' num' : ''}${active?.row === HEAD && active.column === at.index ? ' active' : ''}`}
        style={{ left: `${at.start}px`, width: `${at.size}px` }}
        onClick={() => column.sortable !== false && props.onSort(at.index)}
      >
        <span className="clip">{column.title}</span>
        {way && <Icon name={way === 'descending' ? 'sort-down' : 'sort-up'} size={12} />}
        <span
          className="dg-edge"
          aria-hidden="true"
          onClick={(event) => event.stopPropagation()}
          onPointerDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            const edge = event.currentTarget;
            const from = event.clientX;
            edge.setPointerCapture(event.pointerId);
            edge.onpointermove = (move) => props.onResize(at.index, Math.max(40, at.size + move.clientX - from));
            edge.onpointerup = () => {
              edge.onpointermove = null;
              edge.onpointerup = null;
            };
          }}
        />
      </div>
    );
  };
  const filter = (at: PlacedColumn<Row>) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names this one by aria-activedescendant.
    <div
      key={at.column.id}
      id={`${props.id}-${FILTERS}-${at.index}`}
      role="gridcell"
      aria-colindex={at.index + 1}
      className={`dg-filter${active?.row === FILTERS && active.column === at.index ? ' active' : ''}`}
      style={{ left: `${at.start}px`, width: `${at.size}px` }}
    >
      <input
        tabIndex={-1}
        autoComplete="off"
        spellCheck={false}
        aria-label={t('grid.filter', { column: at.column.title })}
        placeholder={t('grid.filter.placeholder')}
        value={filters?.get(at.column.id) ?? ''}
        onFocus={() => props.onFilterFocus(at.index)}
        onChange={(event) => props.onFilter(at.column.id, event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          event.stopPropagation();
          if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
            event.preventDefault();
            if (event.key === 'Escape') props.onFilter(at.column.id, '');
            props.onFilterLeave();
          }
        }}
      />
    </div>
  );
  const line = (row: number, index: number, cell: (at: PlacedColumn<Row>) => React.ReactNode) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus; rows never do.
    <div role="row" aria-rowindex={index} data-row={row} className="dg-head-line" style={{ width: `${props.width}px` }}>
      {props.frozen.length > 0 && (
        <div role="presentation" className="dg-frozen" style={{ width: `${props.frozenWidth}px` }}>
          {props.frozen.map(cell)}
        </div>
      )}
      {props.columns.map(cell)}
    </div>
  );
  return (
    <div role="rowgroup" className="dg-head">
      {line(HEAD, 1, heading)}
      {filters && line(FILTERS, 2, filter)}
    </div>
  );
}
