import { useEffect } from 'react';
import { PRINT_CLASS, printPage } from '#drawing/print/print-page';
import { svgElement } from '#drawing/print/svg-element';
import type { Scene } from '#drawing/scene/scene';
import { t } from '#i18n/index';

/** Puts the sheet, and nothing else, on the printed page; answers with what takes it away again. */
function mount(scene: Scene): () => void {
  const page = printPage(scene, t('drawing.sheet.title'));
  const style = new CSSStyleSheet();
  style.replaceSync(page.css);
  const holder = document.createElement('div');
  holder.className = PRINT_CLASS;
  holder.append(svgElement(page.svg, document));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  document.body.append(holder);
  return () => {
    holder.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== style);
  };
}

/**
 * While a sheet is given, whatever prints the page (our button, the browser's own menu) prints that sheet.
 * The document must have the sheet's fonts by then: there is no time to load them once printing has begun.
 */
export function usePrintedSheet(scene: Scene | undefined): void {
  useEffect(() => {
    if (!scene) return;
    let unmount: (() => void) | undefined;
    const before = () => {
      unmount ??= mount(scene);
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
  }, [scene]);
}
