import { type RefObject, useEffect } from 'react';
import { copiedItems } from '#session/clipboard';
import { incoming } from '#session/incoming';
import type { ChartActs } from './chart-acts.ts';

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
    const copy = (e: ClipboardEvent) => {
      if (!here()) return;
      const text = acts.copy();
      if (text === '') return;
      e.clipboardData?.setData('text/plain', text);
      e.preventDefault();
    };
    const paste = (e: ClipboardEvent) => {
      if (!here()) return;
      e.preventDefault();
      const text = e.clipboardData?.getData('text/plain') ?? '';
      const files = [...(e.clipboardData?.files ?? [])];
      const same = (a: string, b: string) => a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
      const copied = copiedItems.get();
      if (files.length === 0 && copied && same(copied.text, text)) void acts.paste();
      else if (files.length > 0 || text.trim() !== '') incoming.set({ files, ...(files.length === 0 && { text }) });
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, [root, acts]);
}
