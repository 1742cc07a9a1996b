import { fontRuns } from '../fonts/coverage.ts';
import type { Scene } from '../scene/scene.ts';
import { textsOf } from '../scene/scene.ts';
import { type SvgNode, svgTree } from '../svg/svg-tree.ts';

/** What the page needs to print a sheet: no markup to parse, so that it passes a policy of trusted types. */
export interface PrintPage {
  /** For a constructed style sheet (`new CSSStyleSheet().replaceSync`): page size, no margin, nothing else on paper. */
  readonly css: string;
  readonly svg: SvgNode;
  /** For `document.fonts.load(font, text)`: await all before printing, or the first sheet falls back to another font. */
  readonly fonts: readonly { readonly font: string; readonly text: string }[];
}

/** Class of the element that holds the sheet; the rest of the page is not printed. */
export const PRINT_CLASS = 'print-sheet';

export function printPage(scene: Scene, title: string): PrintPage {
  const size = `${scene.width}mm ${scene.height}mm`;
  const css = [
    `@page{size:${size};margin:0}`,
    `@media screen{.${PRINT_CLASS}{position:fixed;left:-10000px;top:0}}`,
    '@media print{',
    'html,body{margin:0!important;padding:0!important;background:#fff!important;height:auto!important;overflow:visible!important}',
    `body>:not(.${PRINT_CLASS}){display:none!important}`,
    // A hair less than the page: rounding must not push an empty second page out.
    `.${PRINT_CLASS}{display:block;width:${scene.width}mm;height:${scene.height - 0.1}mm;overflow:hidden;break-inside:avoid}`,
    `.${PRINT_CLASS} svg{display:block;print-color-adjust:exact;-webkit-print-color-adjust:exact}`,
    '}',
  ].join('\n');
  return {
    css,
    svg: svgTree(scene, { title, idPrefix: 'print-' }),
    fonts: sceneFonts(scene),
  };
}

/** The fonts a scene is drawn with, each with its characters: for `document.fonts.load(font, text)`. */
export function sceneFonts(scene: Scene): readonly { readonly font: string; readonly text: string }[] {
  const texts = new Map<string, Set<string>>();
  for (const shape of textsOf(scene)) {
    for (const run of fontRuns(shape.text)) {
      const font = `${shape.weight} 12px "${run.subset.family}"`;
      let characters = texts.get(font);
      if (!characters) {
        characters = new Set();
        texts.set(font, characters);
      }
      for (const c of run.text) characters.add(c);
    }
  }
  return [...texts].map(([font, characters]) => ({ font, text: [...characters].join('') }));
}
