import type { CSSProperties, ReactNode } from 'react';
import type { Place } from './place.ts';

/** Id of the element at a place, for `aria-activedescendant`. */
export const partId = (base: string, { row, column }: Place): string => `${base}.${row}.${column}`;

interface PartProps extends Place {
  readonly base: string;
  readonly role: 'gridcell' | 'rowheader' | 'columnheader';
  /** Column the keyboard stands on, where it stands in this row. */
  readonly active: number | undefined;
  readonly className: string;
  /** What a screen reader says in place of what is drawn. */
  readonly label?: string;
  readonly title?: string;
  readonly selected?: boolean;
  readonly left?: number;
  readonly children?: ReactNode;
}

/** A cell, a name or a count: where it stands is told by its place. The grid has the focus, and names one of them. */
export function Part({
  base,
  role,
  row,
  column,
  active,
  className,
  label,
  title,
  selected,
  left,
  children,
}: PartProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: each role it may have supports them.
    <div
      id={partId(base, { row, column })}
      role={role}
      data-row={row}
      data-column={column}
      aria-colindex={column + 2}
      aria-label={label}
      aria-selected={selected}
      title={title}
      className={active === column ? `${className} active` : className}
      style={left === undefined ? undefined : { left: `${left}px` }}
    >
      {children}
    </div>
  );
}

/** A row of them. `row` counts as in `Place`. */
export function Line({
  row,
  className,
  style,
  children,
}: {
  row: number;
  className: string;
  style: CSSProperties;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus; rows never do.
    <div role="row" aria-rowindex={row + 2} className={className} style={style}>
      {children}
    </div>
  );
}
