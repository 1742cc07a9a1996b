import type { CSSProperties } from 'react';
import { Name } from '../controls/name.tsx';
import { Icon } from '../icon/index.ts';
import { CellEditor, type Leaving } from './cell-editor.tsx';
import type { GridColumn } from './column.ts';

/** A column where it stands: `start` from the left edge of the table, in pixels. */
export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

export interface Editing {
  readonly column: number;
  readonly typed: string | undefined;
}

export interface CellActs {
  readonly onSave: (text: string, leaving: Leaving) => void;
  readonly onCancel: () => void;
}

export interface GridCellProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly at: PlacedColumn<Row>;
  readonly active: boolean;
  readonly inRange: boolean;
  readonly editing: Editing | undefined;
  readonly acts: CellActs;
}

function content<Row>(column: GridColumn<Row>, row: Row) {
  const own = column.render?.(row);
  if (own !== undefined && own !== null) return own;
  const text = column.text(row);
  if (column.kind !== 'bar') return <Name text={text} clip />;
  const share = Math.max(0, Math.min(1, column.share?.(row) ?? 0));
  return (
    <>
      <span className="dg-figure">{text}</span>
      <span className="dg-bar" aria-hidden="true">
        <i style={{ '--share': `${(share * 100).toFixed(1)}%` } as CSSProperties} />
      </span>
    </>
  );
}

export function GridCell<Row>({ id, row, at, active, inRange, editing, acts }: GridCellProps<Row>) {
  const { column } = at;
  const open = column.editable?.(row) ?? false;
  const problem = column.problem?.(row);
  const kind = column.kind === 'number' || column.kind === 'bar' ? ' num' : '';
  const text = column.text(row);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names this one by aria-activedescendant.
    <div
      id={id}
      role="gridcell"
      aria-colindex={at.index + 1}
      aria-readonly={!open}
      aria-selected={active || inRange}
      aria-invalid={problem ? true : undefined}
      data-column={at.index}
      title={problem ?? (text.length > 12 ? text : undefined)}
      className={`dg-cell${kind}${open ? '' : ' fixed'}${active ? ' active' : ''}${inRange ? ' in-range' : ''}${problem ? ' bad' : ''}`}
      style={{ left: `${at.start}px`, width: `${at.size}px` }}
    >
      {editing ? (
        <CellEditor row={row} column={column} typed={editing.typed} {...acts} />
      ) : (
        <>
          {problem && <Icon name="warning" size={12} label={problem} />}
          {content(column, row)}
        </>
      )}
    </div>
  );
}
