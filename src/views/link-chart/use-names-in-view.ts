import { useCallback, useEffect, useRef } from 'react';
import { namesInView } from '#session/hidden';
import { useSignal } from '#session/signal';
import type { NamesInView } from '#ui/graph-canvas/index';

/** The view must rest so long before it is said how many names it shows, ms. */
const REST = 300;

/** Keeps for the status line, and gives back, how many names the chart in front shows of those in view. */
export function useNamesInView(focused: boolean) {
  const names = useSignal(namesInView);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef<NamesInView | null>(null);
  const say = useCallback(() => {
    const now = namesInView.get();
    const next = last.current;
    if (now?.shown !== next?.shown || now?.of !== next?.of) namesInView.set(next);
  }, []);
  const onNames = useCallback(
    (next: NamesInView) => {
      const same = last.current?.shown === next.shown && last.current.of === next.of;
      last.current = next;
      if (same || !focused) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(say, REST);
    },
    [focused, say],
  );
  useEffect(() => {
    if (!focused) return;
    say();
    return () => {
      clearTimeout(timer.current);
      namesInView.set(null);
    };
  }, [focused, say]);
  return { names: focused ? names : null, onNames };
}
