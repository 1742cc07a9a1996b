import { type RefObject, useRef } from 'react';
import type { Place } from './cells.ts';

interface GridPointerOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly at: Place | undefined;
  readonly go: (place: Place, extend: boolean) => void;
  /** A press with Ctrl: this row too, or no longer. */
  readonly toggle: (place: Place) => void;
}

/** The cell under something on the page. */
export function placeUnder(target: EventTarget | null): Place | undefined {
  const element = target instanceof Element ? target : null;
  const row = element?.closest('[data-row]')?.getAttribute('data-row');
  const column = element?.closest('[data-column]')?.getAttribute('data-column');
  return row == null || column == null ? undefined : { row: Number(row), column: Number(column) };
}

/** Presses on cells, and what a drag from one marks. */
export function useGridPointer({ scroller, at, go, toggle }: GridPointerOptions) {
  const dragging = useRef(false);
  return {
    onPointerDown: (event: React.PointerEvent) => {
      const place = placeUnder(event.target);
      if (!place || place.row < 0 || event.button > 1) return;
      if (event.target instanceof Element && event.target.closest('.dg-editor') !== null) return;
      // The grid keeps the focus; a cell being edited is left, and so written, by that.
      scroller.current?.focus({ preventScroll: true });
      if (event.ctrlKey || event.metaKey) {
        toggle(place);
        return;
      }
      go(place, event.shiftKey);
      dragging.current = !event.shiftKey && event.button === 0;
    },
    onPointerMove: (event: React.PointerEvent) => {
      if (!dragging.current || (event.buttons & 1) === 0) {
        dragging.current = false;
        return;
      }
      const place = placeUnder(document.elementFromPoint(event.clientX, event.clientY));
      if (place && at && place.row >= 0 && (place.row !== at.row || place.column !== at.column)) go(place, true);
    },
    onPointerUp: () => {
      dragging.current = false;
    },
  };
}
