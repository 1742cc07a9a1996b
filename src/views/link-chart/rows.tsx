import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import type { Id } from '#domain/record';
import { select, selection, toggleSelected } from '#session/selection';

interface RowsProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly marked: ReadonlySet<Id>;
  /** The row the keyboard is on, where another place has a say in it; else the last chosen. */
  readonly active: Id | null;
  readonly onActive: (id: Id) => void;
  readonly render: (row: T) => ReactNode;
}

/** A list of which several can be chosen; only the rows in sight stand in the page. */
export function Rows<T extends { readonly id: Id }>({ label, rows, marked, active, onActive, render }: RowsProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const list = useId();
  const at = rows.findIndex((r) => (active === null ? marked.has(r.id) : r.id === active));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 24,
    overscan: 12,
  });
  const go = (to: number, e: KeyboardEvent) => {
    e.preventDefault();
    e.stopPropagation();
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    if (e.shiftKey) select([...selection.get(), row.id]);
    else if (!e.ctrlKey) select([row.id]);
    onActive(row.id);
    virtual.scrollToIndex(rows.indexOf(row));
  };
  // The same record may stand in two lists.
  const row = (id: Id) => `row-${list}-${id.replaceAll(' ', '-')}`;
  return (
    <div
      ref={box}
      className="chart-rows"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={at < 0 ? undefined : row(rows[at]!.id)}
      tabIndex={0}
      onKeyDown={(e) => {
        if (e.altKey || e.metaKey) return;
        if (e.key === 'ArrowDown') go(at + 1, e);
        else if (e.key === 'ArrowUp') go(at < 0 ? rows.length - 1 : at - 1, e);
        else if (e.key === 'Home') go(0, e);
        else if (e.key === 'End') go(rows.length - 1, e);
        else if (e.key === 'PageDown') go(at + 10, e);
        else if (e.key === 'PageUp') go(at - 10, e);
        else if (e.key === ' ' && at >= 0) {
          e.preventDefault();
          toggleSelected(rows[at]!.id);
        }
      }}
    >
      <div className="chart-rows-all" style={{ height: `${virtual.getTotalSize()}px` }}>
        {virtual.getVirtualItems().map((v) => {
          const r = rows[v.index]!;
          return (
            <div
              key={r.id}
              id={row(r.id)}
              role="option"
              tabIndex={-1}
              aria-selected={marked.has(r.id)}
              aria-setsize={rows.length}
              aria-posinset={v.index + 1}
              className={`item${marked.has(r.id) ? ' sel' : ''}${v.index === at ? ' at' : ''}`}
              style={{ transform: `translateY(${v.start}px)` }}
              onClick={(e) => {
                if (e.ctrlKey || e.metaKey || e.shiftKey) toggleSelected(r.id);
                else select([r.id]);
                onActive(r.id);
              }}
              onKeyDown={() => {}}
            >
              {render(r)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
