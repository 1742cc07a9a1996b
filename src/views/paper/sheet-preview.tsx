import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import { svgElement } from '#drawing/print/svg-element';
import type { Scene } from '#drawing/scene/scene';
import { svgTree } from '#drawing/svg/svg-tree';
import { useT } from '#i18n/react';

interface SheetPreviewProps {
  readonly scene: Scene;
  /** Shown in place of the scene itself. */
  readonly picture: Blob | undefined;
  readonly zoom: 'whole' | 'actual';
  readonly label: string;
}

/** The sheet itself: the same drawing that is printed and written. */
export function SheetPreview({ scene, picture, zoom, label }: SheetPreviewProps) {
  const t = useT();
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!picture) {
      const tree = svgTree(scene, { title: t('drawing.sheet.title'), idPrefix: 'preview-' });
      sheet.current?.replaceChildren(svgElement(tree, document));
      return;
    }
    const image = document.createElement('img');
    image.alt = '';
    image.src = URL.createObjectURL(picture);
    sheet.current?.replaceChildren(image);
    return () => URL.revokeObjectURL(image.src);
  }, [scene, picture, t]);
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
