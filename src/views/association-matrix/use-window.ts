import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { Form } from '../matrix-look.ts';
import type { Place } from './place.ts';

/** Sizes, px. A row is no lower than what a finger or an unsteady hand can hit. */
export interface Sizes {
  readonly row: number;
  readonly cell: number;
  /** Names at the left, headings above, counts at the right and below. */
  readonly names: number;
  readonly head: number;
  readonly counts: number;
  readonly foot: number;
}

export function sizesOf(form: Form, tall: boolean): Sizes {
  const row = tall ? 28 : 24;
  return form === 'half'
    ? { row, cell: 36, names: 0, head: row, counts: 104, foot: 0 }
    : { row, cell: 36, names: 168, head: 132, counts: 104, foot: row };
}

/** Drawn beyond what is seen, so that a small scroll shows no gap. */
const BEYOND = 3;

interface Seen {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** Which rows and columns of a large matrix are to be drawn, and how a place is brought into sight. */
export function useWindow(
  scroller: RefObject<HTMLDivElement | null>,
  n: number,
  sizes: Sizes,
  active: Place | undefined,
) {
  const [seen, setSeen] = useState<Seen>({ top: 0, left: 0, height: 0, width: 0 });
  const read = useCallback(() => {
    const e = scroller.current;
    if (!e) return;
    // In whole cells: between two of them nothing else is to be drawn.
    const next = {
      top: Math.floor(e.scrollTop / sizes.row),
      left: Math.floor(e.scrollLeft / sizes.cell),
      height: Math.ceil(e.clientHeight / sizes.row),
      width: Math.ceil(e.clientWidth / sizes.cell),
    };
    setSeen((now) =>
      now.top === next.top && now.left === next.left && now.height === next.height && now.width === next.width
        ? now
        : next,
    );
  }, [scroller, sizes]);
  useLayoutEffect(() => {
    read();
    const e = scroller.current;
    if (!e) return;
    const watch = new ResizeObserver(read);
    watch.observe(e);
    return () => watch.disconnect();
  }, [read, scroller]);

  const rows = useMemo(() => drawn(seen.top, seen.height, n, active?.row), [seen.top, seen.height, n, active?.row]);
  const columns = useMemo(
    () => drawn(seen.left, seen.width, n, active?.column),
    [seen.left, seen.width, n, active?.column],
  );
  const reveal = useCallback(
    ({ row, column }: Place) => {
      const e = scroller.current;
      if (!e) return;
      // On the diagonal of the half form stands a name, which is longer than a cell.
      const wide = sizes.names === 0 && row === column ? 168 : sizes.cell;
      if (row >= 0 && row < n)
        e.scrollTop = within(e.scrollTop, row * sizes.row, sizes.row, e.clientHeight - sizes.head - sizes.foot);
      if (column >= 0 && column < n)
        e.scrollLeft = within(e.scrollLeft, column * sizes.cell, wide, e.clientWidth - sizes.names - sizes.counts);
      read();
    },
    [scroller, sizes, n, read],
  );
  return { rows, columns, reveal, onScroll: read };
}

/** Numbers to draw: those in sight, some beyond, and the one the keyboard stands on. */
function drawn(first: number, count: number, n: number, active: number | undefined): readonly number[] {
  const from = Math.max(0, first - BEYOND);
  const to = Math.min(n, first + count + BEYOND);
  const out: number[] = [];
  if (active !== undefined && active >= 0 && active < from) out.push(active);
  for (let i = from; i < to; i++) out.push(i);
  if (active !== undefined && active >= to && active < n) out.push(active);
  return out;
}

/** How far to scroll, so that a stretch is in sight, moving no further than needed. */
function within(scrolled: number, start: number, size: number, room: number): number {
  if (start < scrolled) return start;
  return start + size > scrolled + room ? start + size - room : scrolled;
}
