import { fontRuns } from '../fonts/coverage.ts';
import type { ScenePage } from '../scene/pages.ts';
import { type Scene, textsOf } from '../scene/scene.ts';
import { pageTrees, type SvgNode } from '../svg/svg-tree.ts';

/** What the page needs to print sheets of one size: no markup to parse, so that it passes a policy of trusted types. */
export interface PrintPage {
  /** For a constructed style sheet (`new CSSStyleSheet().replaceSync`): page size, no margin, nothing else on paper. */
  readonly css: string;
  /** One for each sheet of paper, each in an element of its own. */
  readonly sheets: readonly SvgNode[];
  /** For `document.fonts.load(font, text)`: await all before printing, or the first sheet falls back to another font. */
  readonly fonts: readonly { readonly font: string; readonly text: string }[];
}

/** Class of an element that holds a sheet; the rest of the page is not printed. */
export const PRINT_CLASS = 'print-sheet';

/** @param pages at least one, all of the size of the first */
export function printPages(pages: readonly ScenePage[], title: string): PrintPage {
  const { width, height } = pages[0]!.scene;
  const size = `${width}mm ${height}mm`;
  const css = [
    `@page{size:${size};margin:0}`,
    `@media screen{.${PRINT_CLASS}{position:fixed;left:-10000px;top:0}}`,
    '@media print{',
    'html,body{margin:0!important;padding:0!important;background:#fff!important;height:auto!important;overflow:visible!important}',
    `body>:not(.${PRINT_CLASS}){display:none!important}`,
    // A hair less than the page: rounding must not push an empty second page out.
    `.${PRINT_CLASS}{display:block;width:${width}mm;height:${height - 0.1}mm;overflow:hidden;break-inside:avoid}`,
    `.${PRINT_CLASS}+.${PRINT_CLASS}{break-before:page}`,
    `.${PRINT_CLASS}>svg{display:block;print-color-adjust:exact;-webkit-print-color-adjust:exact}`,
    '}',
  ].join('\n');
  return {
    css,
    sheets: pageTrees(pages, { title, idPrefix: 'print-' }),
    fonts: sceneFonts(...new Set(pages.flatMap((page) => [page.scene, ...page.views.map((view) => view.scene)]))),
  };
}

/** The fonts scenes are drawn with, each with its characters: for `document.fonts.load(font, text)`. */
export function sceneFonts(...scenes: readonly Scene[]): readonly { readonly font: string; readonly text: string }[] {
  const texts = new Map<string, Set<string>>();
  for (const shape of scenes.flatMap((scene) => [...textsOf(scene)])) {
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
