import { useSyncExternalStore } from 'react';
import { theme as themeSignal } from '#session/appearance';
import { useSignal } from '#session/signal';

const prefersDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function subscribeDark(listener: () => void): () => void {
  const query = prefersDark();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Light or dark, as it is drawn now. */
export function useDrawnTheme(): 'light' | 'dark' {
  const wanted = useSignal(themeSignal);
  const dark = useSyncExternalStore(subscribeDark, () => prefersDark().matches);
  return wanted === 'system' ? (dark ? 'dark' : 'light') : wanted;
}
