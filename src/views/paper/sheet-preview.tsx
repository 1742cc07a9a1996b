import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import { svgElement } from '#drawing/print/svg-element';
import type { Scene } from '#drawing/scene/scene';
import { OVERLAP, type TilePlan } from '#drawing/scene/tiles';
import { svgTree } from '#drawing/svg/svg-tree';
import { useT } from '#i18n/react';

interface SheetPreviewProps {
  readonly scene: Scene;
  /** Shown in place of the scene itself. */
  readonly picture: Blob | undefined;
  /** Where the sheet is cut. */
  readonly plan: TilePlan | undefined;
  readonly zoom: 'whole' | 'actual';
  readonly label: string;
}

/** The sheet itself: the same drawing that is printed and written. */
export function SheetPreview({ scene, picture, plan, zoom, label }: SheetPreviewProps) {
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
        className="paper-sheet"
        role="img"
        aria-label={label}
        style={{ '--paper-width': scene.width, '--paper-height': scene.height } as CSSProperties}
      >
        <div ref={sheet} className="paper-drawing" />
        {plan && plan.tiles.length > 1 && <TileLines scene={scene} plan={plan} />}
      </div>
    </section>
  );
}

/** Where one sheet of paper ends and the next begins: the strip between is on both. Only looked at, never printed. */
function TileLines({ scene, plan }: { readonly scene: Scene; readonly plan: TilePlan }) {
  const { width, height } = plan.window;
  const size = Math.min(width, height) / 9;
  return (
    <svg className="paper-tiles" viewBox={`0 0 ${scene.width} ${scene.height}`} aria-hidden="true">
      {plan.tiles.map((tile) => (
        <g key={tile.name}>
          {tile.column > 0 && <rect x={tile.x} y={tile.y} width={OVERLAP} height={height} />}
          {tile.row > 0 && <rect x={tile.x} y={tile.y} width={width} height={OVERLAP} />}
          <text
            x={tile.x + (tile.column > 0 ? OVERLAP : 0) + size * 0.3}
            y={tile.y + (tile.row > 0 ? OVERLAP : 0) + size}
            fontSize={size}
          >
            {tile.name}
          </text>
        </g>
      ))}
    </svg>
  );
}
