import { useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineCanvasHandle } from '#ui/timeline-canvas/index';
import { Board, type BoardContent, type Signs } from './board.ts';

/** So long after the last move texts come back and the picture is described anew, ms. */
const REST = 160;

const sameSigns = (a: Signs, b: Signs): boolean =>
  a.nights === b.nights && a.weekends === b.weekends && a.ticks === b.ticks && a.breaks === b.breaks;

/** The picture of the lanes and its canvas: painted anew when what it shows is another, and what React hears of it: little, and when it rests. */
export function useBoard({ timeline, state, settings, theme, chosen, window }: BoardContent) {
  const [board] = useState(() => new Board());
  const canvas = useRef<TimelineCanvasHandle>(null);
  const [seen, setSeen] = useState<{ readonly from: number; readonly to: number }>();
  const [signs, setSigns] = useState<Signs>();
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  /** The view was moved: drawn at once without texts, with them when it rests. */
  const moved = () => {
    board.moving = true;
    canvas.current?.redraw();
    clearTimeout(rest.current);
    rest.current = setTimeout(() => {
      board.moving = false;
      canvas.current?.redraw();
      const { from, to } = board.seen();
      setSeen({ from, to });
    }, REST);
  };
  const paint = useMemo(() => {
    board.set({ timeline, state, settings, theme, chosen, window });
    return (pen: CanvasRenderingContext2D, size: { width: number; height: number }) => {
      board.paint(pen, size);
      setSigns((now) => (now && sameSigns(now, board.signs) ? now : board.signs));
    };
  }, [board, timeline, state, settings, theme, chosen, window]);
  return { board, canvas, seen, signs, paint, moved };
}
