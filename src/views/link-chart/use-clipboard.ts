import { type RefObject, useEffect } from 'react';
import { placementId } from '#domain/chart/placement';
import { displayLabel } from '#domain/entity/entity';
import { t } from '#i18n/index';
import { copiedItems } from '#session/clipboard';
import { incoming } from '#session/incoming';
import { select } from '#session/selection';
import { announce } from '#ui/dialogs/index';
import type { ChartActs } from './chart-acts.ts';
import { placeOf } from './drawn-as.ts';
import { FreePlaces } from './free-place.ts';

const FIELDS = 'input, textarea, select, [contenteditable="true"]';

/**
 * Copy and paste through the browser's own events, which need no permission: items go to another chart of the case; any other
 * text that is pasted is a table for the import.
 */
export function useClipboard(root: RefObject<HTMLElement | null>, acts: ChartActs): void {
  useEffect(() => {
    const here = (): boolean => {
      const at = document.activeElement;
      return at !== null && root.current?.contains(at) === true && at.closest(FIELDS) === null;
    };
    const onCopy = (e: ClipboardEvent) => {
      if (!here()) return;
      const text = copy(acts);
      if (text === '') return;
      e.clipboardData?.setData('text/plain', text);
      e.preventDefault();
    };
    const onPaste = (e: ClipboardEvent) => {
      if (!here()) return;
      e.preventDefault();
      const text = e.clipboardData?.getData('text/plain') ?? '';
      const files = [...(e.clipboardData?.files ?? [])];
      const same = (a: string, b: string) => a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
      const copied = copiedItems.get();
      if (files.length === 0 && copied && same(copied.text, text)) void paste(acts);
      else if (files.length > 0 || text.trim() !== '') incoming.set({ files, ...(files.length === 0 && { text }) });
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [root, acts]);
}

/** The text for the system's clipboard; empty when nothing is selected. */
function copy(acts: ChartActs): string {
  const { view, open } = acts.here();
  const chosen = acts.behind().flatMap((id) => acts.state.entity(id) ?? []);
  if (chosen.length === 0) return '';
  const text = chosen.map(displayLabel).join('\n');
  const items = chosen.map((e) => {
    const { x, y } = acts.state.find('placement', placementId(view.chart.id, e.id))!;
    return { id: e.id, x, y };
  });
  copiedItems.set({ localId: open.localId, items, text });
  announce(t('link-chart.said.copied', { count: chosen.length }));
  return text;
}

/** Puts copied items on this chart in the order they stood in, moved into view where there is room. */
async function paste(acts: ChartActs): Promise<void> {
  const { open, view } = acts.here();
  const copied = copiedItems.get();
  if (!copied || copied.localId !== open.localId) return;
  const items = copied.items.filter((i) => !placeOf(view, i.id) && acts.state.entity(i.id));
  if (items.length === 0) {
    announce(t('link-chart.said.already'));
    select(copied.items.map((i) => i.id));
    return;
  }
  const e = acts.seen();
  const mid = (key: 'x' | 'y') => (Math.min(...items.map((i) => i[key])) + Math.max(...items.map((i) => i[key]))) / 2;
  const inside = items.every((i) => i.x > e.x1 && i.x < e.x2 && i.y > e.y1 && i.y < e.y2);
  const dx = inside || view.places.size === 0 ? 0 : (e.x1 + e.x2) / 2 - mid('x');
  const dy = inside || view.places.size === 0 ? 0 : (e.y1 + e.y2) / 2 - mid('y');
  const free = new FreePlaces(view.places.values(), 40);
  const placed = items.map((i) => ({ id: i.id, ...free.near({ x: i.x + dx, y: i.y + dy }) }));
  if (await acts.place(placed)) {
    select(placed.map((i) => i.id));
    if (view.places.size === 0) requestAnimationFrame(() => acts.canvas?.fit());
  }
}
