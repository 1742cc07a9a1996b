import type { ReactNode } from 'react';

export interface SmallColumn<Row> {
  readonly id: string;
  readonly title: ReactNode;
  /** Stands at the right, in tabular figures. */
  readonly figure?: boolean;
  /** Names its row. */
  readonly head?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface SmallTableProps<Row> {
  /** What the table holds. Missing: a heading above says it. */
  readonly caption?: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly SmallColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly className?: string;
  /** The one line of a table without rows. */
  readonly empty?: ReactNode;
}

/** A table of few rows, read and not worked in; of many: `DataGrid`. */
export function SmallTable<Row>(props: SmallTableProps<Row>) {
  const { caption, columns, rows } = props;
  const manner = (column: SmallColumn<Row>) => (column.figure ? { className: 'num' } : {});
  return (
    <table className={props.className ? `grid ${props.className}` : 'grid'}>
      {caption !== undefined && (
        <caption {...(props.hideCaption && { className: 'visually-hidden' })}>{caption}</caption>
      )}
      <thead>
        <tr>
          {columns.map((c) => (
            <th key={c.id} scope="col" {...manner(c)}>
              {c.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && props.empty !== undefined && (
          <tr>
            <td colSpan={columns.length}>{props.empty}</td>
          </tr>
        )}
        {rows.map((row) => (
          <tr key={props.rowId(row)}>
            {columns.map((c) =>
              c.head ? (
                <th key={c.id} scope="row" {...manner(c)}>
                  {c.cell(row)}
                </th>
              ) : (
                <td key={c.id} {...manner(c)}>
                  {c.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
