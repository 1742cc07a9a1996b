import type { OpenCase } from '#queries/open-case';

/**
 * The browser asks in its own words before the page goes, and only while something is at stake: from the first moment of an act until the disk has it,
 * and while a change is held that the disk would not take. Answers with the function that ends it.
 */
export function askOnClosing(
  open: Pick<OpenCase, 'snapshot' | 'subscribe' | 'writing' | 'unsaved'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const ask = (event: Event) => event.preventDefault();
  const look = () => {
    const { kind } = open.snapshot().save;
    if (open.writing.get() > 0 || kind === 'failed' || kind === 'saving' || open.unsaved() !== undefined)
      page.addEventListener('beforeunload', ask);
    else page.removeEventListener('beforeunload', ask);
  };
  const stops = [open.subscribe(look), open.writing.subscribe(look)];
  look();
  return () => {
    for (const stop of stops) stop();
    page.removeEventListener('beforeunload', ask);
  };
}
