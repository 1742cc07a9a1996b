import { type RefObject, useEffect, useRef, useState } from 'react';

/** What this needs of the browser's edit context: text an input method composes without a field on the page. */
interface EditContextLike extends EventTarget {
  readonly text: string;
  updateText(start: number, end: number, text: string): void;
  updateSelection(start: number, end: number): void;
  updateControlBounds(bounds: DOMRect): void;
  updateSelectionBounds(bounds: DOMRect): void;
}

export interface Composing {
  readonly text: string;
  /** Where it is shown: the cell it will stand in, in the window. */
  readonly bounds: DOMRect | undefined;
}

/**
 * Lets an input method compose into the table while the table, not a field, has the focus: without it the first letter of a
 * word in Japanese, Chinese or Vietnamese would be taken raw. `cell` is the id of the cell the keyboard stands in; `onText`
 * gets what was composed. Answers with what is being composed now. Where the browser has no edit context, F2 begins a cell.
 */
export function useComposedText(
  table: RefObject<HTMLElement | null>,
  enabled: boolean,
  cell: string | undefined,
  onText: (text: string) => void,
): Composing | undefined {
  const [composing, setComposing] = useState<Composing>();
  const latest = useRef({ cell, onText });
  latest.current = { cell, onText };
  useEffect(() => {
    const element = table.current as (HTMLElement & { editContext?: EditContextLike | null }) | null;
    const { EditContext } = window as unknown as { EditContext?: new () => EditContextLike };
    if (!enabled || !element || !EditContext) return;
    const context = new EditContext();
    let open = false;
    const bounds = () => {
      const id = latest.current.cell;
      return id === undefined ? undefined : document.getElementById(id)?.getBoundingClientRect();
    };
    const deliver = () => {
      const { text } = context;
      context.updateText(0, text.length, '');
      context.updateSelection(0, 0);
      setComposing(undefined);
      if (text !== '' && document.activeElement === element) latest.current.onText(text);
    };
    context.addEventListener('compositionstart', () => {
      open = true;
      const at = bounds();
      if (!at) return;
      // Where the method shows its candidates.
      context.updateControlBounds(at);
      context.updateSelectionBounds(at);
    });
    context.addEventListener('textupdate', () => {
      if (open) setComposing({ text: context.text, bounds: bounds() });
      else deliver();
    });
    context.addEventListener('compositionend', () => {
      open = false;
      deliver();
    });
    element.editContext = context;
    return () => {
      element.editContext = null;
    };
  }, [table, enabled]);
  return composing;
}

/** What is being composed, over the cell it will stand in. */
export function ComposingText({ composing }: { readonly composing: Composing | undefined }) {
  if (!composing?.bounds) return null;
  const { left, top, width, height } = composing.bounds;
  return (
    <div
      className="dg-composing"
      style={{ left: `${left}px`, top: `${top}px`, minWidth: `${width}px`, height: `${height}px` }}
    >
      {composing.text}
    </div>
  );
}
