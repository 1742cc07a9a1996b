import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import { svgElement } from '#drawing/print/svg-element';
import type { Scene } from '#drawing/scene/scene';
import { svgTree } from '#drawing/svg/svg-tree';
import { useT } from '#i18n/react';

/** The sheet itself: the same drawing that is printed and written. */
export function SheetPreview({ scene, zoom, label }: { scene: Scene; zoom: 'whole' | 'actual'; label: string }) {
  const t = useT();
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const tree = svgTree(scene, { title: t('drawing.sheet.title'), idPrefix: 'preview-' });
    sheet.current?.replaceChildren(svgElement(tree, document));
  }, [scene, t]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet larger than the window is scrolled by keyboard
    <section className={`paper-desk ${zoom}`} aria-label={t('paper.preview')} tabIndex={0}>
      <div
        ref={sheet}
        className="paper-sheet"
        role="img"
        aria-label={label}
        style={{ '--paper-width': scene.width, '--paper-height': scene.height } as CSSProperties}
      />
    </section>
  );
}
