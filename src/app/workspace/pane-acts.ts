import { closePane, openPane, type Pane, panes, samePane } from '#session/panes';

type Half = 'main' | 'split';

/** Puts the pane in the other half, making one where the middle is whole. */
export function movePane(pane: Pane, direction: 'right' | 'down' = 'right'): void {
  panes.set((p) => {
    const inMain = p.main.some((x) => samePane(x, pane));
    if (inMain) {
      const rest = p.main.filter((x) => !samePane(x, pane));
      // The last pane of the first half cannot leave it: there would be no first half.
      if (rest.length === 0) return p;
      const there = p.split?.panes ?? [];
      return {
        main: rest,
        active: Math.min(p.active, rest.length - 1),
        split: { panes: [...there, pane], active: there.length, direction: p.split?.direction ?? direction },
        focus: 'split',
      };
    }
    if (!p.split) return p;
    const rest = p.split.panes.filter((x) => !samePane(x, pane));
    return {
      main: [...p.main, pane],
      active: p.main.length,
      split: rest.length > 0 ? { ...p.split, panes: rest, active: Math.min(p.split.active, rest.length - 1) } : null,
      focus: 'main',
    };
  });
}

/** Splits the middle; with one pane only, another view must come into the second half, so that is asked of the caller. */
export function turnSplit(direction: 'right' | 'down'): boolean {
  const p = panes.get();
  if (p.split) {
    panes.set({ ...p, split: { ...p.split, direction } });
    return true;
  }
  const pane = p.main[p.active];
  if (!pane || p.main.length < 2) return false;
  movePane(pane, direction);
  return true;
}

export function openInHalf(pane: Pane, half: Half, direction: 'right' | 'down' = 'right'): void {
  if (half === 'split' && !panes.get().split) {
    panes.set((p) => ({ ...p, split: { panes: [pane], active: 0, direction }, focus: 'split' }));
    panes.set((p) => {
      const main = p.main.filter((x) => !samePane(x, pane));
      return main.length > 0 && main.length < p.main.length
        ? { ...p, main, active: Math.min(p.active, main.length - 1) }
        : p;
    });
    return;
  }
  panes.set((p) => ({ ...p, focus: half }));
  openPane(pane);
}

export function unsplit(): void {
  panes.set((p) =>
    p.split
      ? {
          main: [...p.main, ...p.split.panes],
          active: p.focus === 'split' ? p.main.length + p.split.active : p.active,
          split: null,
          focus: 'main',
        }
      : p,
  );
}

export function focusHalf(half: Half): void {
  panes.set((p) => (p.focus === half ? p : { ...p, focus: half }));
}

export function activate(half: Half, index: number): void {
  panes.set((p) =>
    half === 'main'
      ? { ...p, active: index, focus: 'main' }
      : p.split
        ? { ...p, split: { ...p.split, active: index }, focus: 'split' }
        : p,
  );
}

/** A list with one of its members at another place. */
export function rearranged<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one === undefined) return list;
  next.splice(Math.max(0, Math.min(to, next.length)), 0, one);
  return next;
}

/** Puts a tab at another place of its half; the pane in front stays in front. */
export function moveTab(half: Half, from: number, to: number): void {
  panes.set((p) => {
    const list = half === 'main' ? p.main : (p.split?.panes ?? []);
    const front = list[half === 'main' ? p.active : (p.split?.active ?? 0)];
    const next = rearranged(list, from, to);
    const active = Math.max(0, front ? next.indexOf(front) : 0);
    if (half === 'main') return { ...p, main: next, active };
    return p.split ? { ...p, split: { ...p.split, panes: next, active } } : p;
  });
}

export function paneInFront(): Pane | undefined {
  const p = panes.get();
  return p.focus === 'split' ? p.split?.panes[p.split.active] : p.main[p.active];
}

/** Goes round the tabs of the half with the focus. */
export function stepTab(by: 1 | -1): void {
  const p = panes.get();
  if (p.focus === 'split' && p.split)
    activate('split', (p.split.active + by + p.split.panes.length) % p.split.panes.length);
  else if (p.main.length > 0) activate('main', (p.active + by + p.main.length) % p.main.length);
}

export function closeInFront(): void {
  const pane = paneInFront();
  if (pane) closePane(pane);
}
