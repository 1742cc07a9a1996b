import { fontRuns } from '../fonts/coverage.ts';
import type { ScenePage } from '../scene/pages.ts';
import { type Scene, textsOf } from '../scene/scene.ts';
import { pageTrees, type SvgNode } from '../svg/svg-tree.ts';

/** What the page needs to print sheets: no markup to parse, so that it passes a policy of trusted types. */
export interface PrintPage {
  /** For a constructed style sheet (`new CSSStyleSheet().replaceSync`): page size, no margin, nothing else on paper. */
  readonly css: string;
  /** One for each sheet of paper, each in an element of its own. */
  readonly sheets: readonly { readonly node: SvgNode; readonly className: string }[];
  /** For `document.fonts.load(font, text)`: await all before printing, or the first sheet falls back to another font. */
  readonly fonts: readonly { readonly font: string; readonly text: string }[];
}

/** Class of an element that holds a sheet; the rest of the page is not printed. */
export const PRINT_CLASS = 'print-sheet';

/** @param pages at least one; the size of each is asked for by its own page rule */
export function printPages(pages: readonly ScenePage[], title: string): PrintPage {
  const sizes = new Map<string, { readonly width: number; readonly height: number; readonly name: string }>();
  const sizeOf = ({ scene: { width, height } }: ScenePage) => {
    const key = `${width} ${height}`;
    let size = sizes.get(key);
    if (!size) {
      size = { width, height, name: `${PRINT_CLASS}-${sizes.size + 1}` };
      sizes.set(key, size);
    }
    return size;
  };
  const names = pages.map((page) => sizeOf(page).name);
  const [first] = sizes.values();
  const css = [
    // The first size without a name too: where a browser knows no named pages, or has the menu of sizes to fill.
    `@page{size:${first!.width}mm ${first!.height}mm;margin:0}`,
    ...[...sizes.values()].map((s) => `@page ${s.name}{size:${s.width}mm ${s.height}mm;margin:0}`),
    `@media screen{.${PRINT_CLASS}{position:fixed;left:-10000px;top:0}}`,
    '@media print{',
    'html,body{margin:0!important;padding:0!important;background:#fff!important;height:auto!important;overflow:visible!important}',
    `body>:not(.${PRINT_CLASS}){display:none!important}`,
    `.${PRINT_CLASS}{display:block;overflow:hidden;break-inside:avoid}`,
    // A hair less than the page: rounding must not push an empty second page out.
    ...[...sizes.values()].map((s) => `.${s.name}{page:${s.name};width:${s.width}mm;height:${s.height - 0.1}mm}`),
    `.${PRINT_CLASS}+.${PRINT_CLASS}{break-before:page}`,
    `.${PRINT_CLASS}>svg{display:block;print-color-adjust:exact;-webkit-print-color-adjust:exact}`,
    '}',
  ].join('\n');
  return {
    css,
    sheets: pageTrees(pages, { title, idPrefix: 'print-' }).map((node, i) => ({
      node,
      className: `${PRINT_CLASS} ${names[i]}`,
    })),
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
