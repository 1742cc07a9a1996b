import { useEffect } from 'react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { type Pane, type Panes, panes } from '#session/panes';
import { useProgram } from '../skein-context.ts';
import { allViews, viewById } from './view-registry.ts';

function isPane(value: unknown): value is Pane {
  return typeof value === 'object' && value !== null && typeof (value as Pane).view === 'string';
}

/** What an earlier visit left, as far as it still makes sense: views of this version, charts that still exist. */
export function restoredPanes(kept: unknown, exists: (chart: string) => boolean): Panes | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { main, active, split } = kept as Partial<Panes>;
  const good = (list: unknown): Pane[] =>
    (Array.isArray(list) ? list : []).filter((p): p is Pane => {
      if (!isPane(p)) return false;
      const view = viewById(p.view);
      return (
        view !== undefined && view.listed !== false && (view.perChart ? p.chart !== undefined && exists(p.chart) : true)
      );
    });
  const first = good(main);
  const second = good(split?.panes);
  const within = (index: unknown, list: readonly Pane[]) =>
    typeof index === 'number' && Number.isInteger(index) ? Math.max(0, Math.min(index, list.length - 1)) : 0;
  if (first.length === 0)
    return second.length === 0 ? undefined : { main: second, active: 0, split: null, focus: 'main' };
  return {
    main: first,
    active: within(active, first),
    split:
      second.length > 0
        ? {
            panes: second,
            active: within(split?.active, second),
            direction: split?.direction === 'down' ? 'down' : 'right',
          }
        : null,
    focus: 'main',
  };
}

/** Opens a case as it was left on this computer, else on its first chart; keeps ids only, no word of the case. */
export function usePaneMemory(): void {
  const { skein } = useProgram();
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per case, not at each change of it.
  useEffect(() => {
    const key = `panes.${open.localId}`;
    const kept = restoredPanes(skein.device.get(key), (chart) => state.find('chart', chart) !== undefined);
    if (kept) panes.set(kept);
    else {
      const charted = allViews.find((v) => v.perChart);
      const [first] = state.idsOf('chart');
      if (charted && first)
        panes.set({ main: [{ view: charted.id, chart: first }], active: 0, split: null, focus: 'main' });
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = panes.subscribe(() => {
      clearTimeout(timer);
      // A closed database refuses; where the panes stood is not worth a word.
      timer = setTimeout(() => void skein.device.set(key, panes.get()).catch(() => {}), 500);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [open]);
}
