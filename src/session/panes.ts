import type { Id } from '#domain/record';
import { signal } from './signal.ts';

/** A tab in the middle of the workspace: a view, and the chart it shows where it shows one. */
export interface Pane {
  /** View id of the views registry. */
  readonly view: string;
  readonly chart?: Id;
}

export interface Panes {
  readonly main: readonly Pane[];
  readonly active: number;
  /** The second half when the middle is split; null when it is whole. */
  readonly split: {
    readonly panes: readonly Pane[];
    readonly active: number;
    readonly direction: 'right' | 'down';
  } | null;
  /** Which half has the keyboard. */
  readonly focus: 'main' | 'split';
}

export const panes = signal<Panes>({ main: [], active: 0, split: null, focus: 'main' });

/** The chart looked at last: what a view without a chart of its own, opened over it, speaks of. */
export const chartLastSeen = signal<Id | undefined>(undefined);

panes.subscribe(() => {
  const { main, active, split, focus } = panes.get();
  const front = focus === 'split' && split ? split.panes[split.active] : main[active];
  if (front?.chart) chartLastSeen.set(front.chart);
});

export function samePane(a: Pane, b: Pane): boolean {
  return a.view === b.view && a.chart === b.chart;
}

/** Shows a view: brings its tab forward where it is open, else opens it in the focused half. */
export function openPane(pane: Pane): void {
  panes.set((p) => {
    const inMain = p.main.findIndex((x) => samePane(x, pane));
    if (inMain >= 0) return { ...p, active: inMain, focus: 'main' };
    const inSplit = p.split?.panes.findIndex((x) => samePane(x, pane)) ?? -1;
    if (p.split && inSplit >= 0) return { ...p, split: { ...p.split, active: inSplit }, focus: 'split' };
    if (p.split && p.focus === 'split')
      return { ...p, split: { ...p.split, panes: [...p.split.panes, pane], active: p.split.panes.length } };
    return { ...p, main: [...p.main, pane], active: p.main.length, focus: 'main' };
  });
}

export function closePane(pane: Pane): void {
  panes.set((p) => {
    const main = p.main.filter((x) => !samePane(x, pane));
    const rest = p.split?.panes.filter((x) => !samePane(x, pane)) ?? [];
    if (main.length === 0 && rest.length > 0)
      return { main: rest, active: Math.min(p.split?.active ?? 0, rest.length - 1), split: null, focus: 'main' };
    return {
      main,
      active: Math.max(0, Math.min(p.active, main.length - 1)),
      split:
        p.split && rest.length ? { ...p.split, panes: rest, active: Math.min(p.split.active, rest.length - 1) } : null,
      focus: rest.length ? p.focus : 'main',
    };
  });
}
