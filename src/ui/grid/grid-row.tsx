import { memo } from 'react';
import { type CellActs, type Editing, GridCell, type PlacedColumn } from './grid-cell.tsx';

export interface GridRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  /** Place on the screen, 0 = first. */
  readonly index: number;
  /** Heading and filters stand above it in the count of rows. */
  readonly ariaIndex: number;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly frozen: readonly PlacedColumn<Row>[];
  readonly frozenWidth: number;
  readonly columns: readonly PlacedColumn<Row>[];
  readonly selected: boolean;
  /** `new` is the empty line at the end. */
  readonly manner: string;
  readonly activeColumn: number | undefined;
  readonly from: number;
  readonly to: number;
  readonly editing: Editing | undefined;
  readonly acts: CellActs;
}

function Row<R>(props: GridRowProps<R>) {
  const { row, editing, activeColumn } = props;
  const cell = (at: PlacedColumn<R>) => (
    <GridCell
      key={at.column.id}
      id={`${props.id}-${at.index}`}
      row={row}
      at={at}
      active={activeColumn === at.index}
      inRange={at.index >= props.from && at.index <= props.to}
      editing={editing?.column === at.index ? editing : undefined}
      acts={props.acts}
    />
  );
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus; rows never do.
    <div
      role="row"
      aria-rowindex={props.ariaIndex}
      aria-selected={props.selected}
      data-row={props.index}
      className={`dg-row ${props.manner}${props.selected ? ' sel' : ''}`}
      style={{ transform: `translateY(${props.top}px)`, height: `${props.height}px`, width: `${props.width}px` }}
    >
      {props.frozen.length > 0 && (
        <div role="presentation" className="dg-frozen" style={{ width: `${props.frozenWidth}px` }}>
          {props.frozen.map(cell)}
        </div>
      )}
      {props.columns.map(cell)}
    </div>
  );
}

export const GridRow = memo(Row) as typeof Row;
