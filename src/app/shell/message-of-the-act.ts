import { useEffect } from 'react';
import type { OpenCase } from '#queries/open-case';
import { filter } from '#session/filter';
import { panes } from '#session/panes';
import { selection } from '#session/selection';
import { announce, standing } from '#ui/dialogs/index';

/** So long a message stands for whoever goes on working, ms. */
const READ_AFTER = 5000;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/**
 * A message in the status line belongs to its act: it goes with the next change of the case, with what the analyst looks at next, and once
 * it could be read with any other key or click. What an act itself moves after its message (the selection, a tab) does not count.
 */
export function useMessageOfTheAct(open?: OpenCase): void {
  useEffect(() => {
    /** The message after which the analyst's hands moved. */
    let over = -1;
    const end = () => {
      if (standing().text !== '') announce('');
    };
    const hands = (event: Event) => {
      if (event instanceof KeyboardEvent && MODIFIERS.has(event.key)) return;
      over = standing().id;
      if (performance.now() - standing().at > READ_AFTER) end();
    };
    const looked = () => {
      if (over === standing().id) end();
    };
    let seq = open?.snapshot().head.seq;
    const changed = () => {
      const now = open?.snapshot().head.seq;
      if (now !== seq) end();
      seq = now;
    };
    const stop = [selection, filter, panes].map((signal) => signal.subscribe(looked));
    if (open) stop.push(open.subscribe(changed));
    window.addEventListener('keydown', hands, true);
    window.addEventListener('pointerdown', hands, true);
    return () => {
      for (const s of stop) s();
      window.removeEventListener('keydown', hands, true);
      window.removeEventListener('pointerdown', hands, true);
    };
  }, [open]);
}
