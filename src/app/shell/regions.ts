/** Regions of the page in reading order: elements with `data-region`. F6 goes round them. */
function regions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((r) => r.getClientRects().length > 0);
}

const focusable =
  'a[href], button:not([tabindex="-1"]), input, select, textarea, [tabindex="0"], [tabindex="-1"][data-region-start]';

/** Moves the focus to the next region, to where it was in it, else to its first control. */
const last = new WeakMap<HTMLElement, HTMLElement>();

export function cycleRegion(by: 1 | -1): void {
  const all = regions();
  const now = document.activeElement;
  const here = all.findIndex((r) => r.contains(now));
  const current = all[here];
  if (current && now instanceof HTMLElement) last.set(current, now);
  for (let step = 1; step <= all.length; step++) {
    const from = here < 0 ? (by > 0 ? -1 : 0) : here;
    const region = all[(from + by * step + all.length * 2) % all.length];
    if (!region) return;
    const before = last.get(region);
    const to =
      before?.isConnected && region.contains(before)
        ? before
        : (region.querySelector<HTMLElement>('[data-region-start]') ?? region.querySelector<HTMLElement>(focusable));
    if (to) {
      to.focus();
      return;
    }
  }
}

/** For the first stop of Tab: a button, not a link, as fragments are routes here. */
export function skipToMain(): void {
  document.getElementById('main')?.focus();
}
