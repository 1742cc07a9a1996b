import { useEffect } from 'react';
import { printPages } from '#drawing/print/print-page';
import { svgElement } from '#drawing/print/svg-element';
import type { ScenePage } from '#drawing/scene/pages';
import { t } from '#i18n/index';

/** Puts the sheets, and nothing else, on the printed pages; answers with what takes it away again. */
function mount(pages: readonly ScenePage[]): () => void {
  const page = printPages(pages, t('drawing.sheet.title'));
  const style = new CSSStyleSheet();
  style.replaceSync(page.css);
  const holders = page.sheets.map((sheet) => {
    const holder = document.createElement('div');
    holder.className = sheet.className;
    holder.append(svgElement(sheet.node, document));
    return holder;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  document.body.append(...holders);
  return () => {
    for (const holder of holders) holder.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== style);
  };
}

/**
 * While pages are given, whatever prints the page (our button, the browser's own menu) prints those.
 * The document must have their fonts by then: there is no time to load them once printing has begun.
 */
export function usePrintedPages(pages: readonly ScenePage[] | undefined): void {
  useEffect(() => {
    if (!pages) return;
    let unmount: (() => void) | undefined;
    const before = () => {
      unmount ??= mount(pages);
    };
    const after = () => {
      unmount?.();
      unmount = undefined;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      after();
    };
  }, [pages]);
}
