import { createContext, useContext } from 'react';
import type { DrawingContract, SheetRequest, SheetResult } from '#drawing/drawing-tasks';
import { woffName } from '#drawing/pdf/font-file';
import type { ScenePage } from '#drawing/scene/pages';
import type { Scene } from '#drawing/scene/scene';
import { type FontBytes, fontsNeeded } from '#drawing/svg/font-faces';
import { Pool } from '#threads/pool';
import type { Line } from '#threads/port';

export type { SheetRequest, SheetResult };

/** Bytes of a shipped font file, fetched from the program's own origin; null when it is not there. */
export type FetchFont = (folder: string, file: string) => Promise<Uint8Array | null>;

/** Draws sheets in a worker: scene, then SVG, PNG or PDF with the fonts inside. */
export class DrawingDesk {
  readonly #pool: Pool<DrawingContract>;
  readonly #fetchFont: FetchFont;
  constructor(open: () => Line, fetchFont: FetchFont) {
    this.#pool = new Pool<DrawingContract>(1, open, { uninterruptible: ['sheet', 'svg', 'svg-outlined', 'png'] });
    this.#fetchFont = fetchFont;
  }

  async sheet(request: SheetRequest, signal?: AbortSignal): Promise<SheetResult | { failure: string }> {
    const outcome = await this.#pool.run('sheet', request, signal ? { signal } : {});
    return 'failure' in outcome ? { failure: outcome.failure } : outcome.result;
  }

  /** SVG text with every font it needs inside; fails with `font-missing` rather than write letters nobody can read. */
  async svg(scene: Scene): Promise<{ svg: string } | { failure: string }> {
    const fonts = await this.#fontsOf(scene);
    if (!fonts) return { failure: 'font-missing' };
    const outcome = await this.#pool.run('svg', { scene, fonts });
    return 'failure' in outcome ? { failure: outcome.failure } : { svg: outcome.result };
  }

  /** SVG with its letters as outlines; fails with `font-missing` or `shaper-missing`. */
  async outlinedSvg(scene: Scene): Promise<{ svg: string } | { failure: string }> {
    const fonts = await this.#shapingFonts([scene]);
    if (!fonts) return { failure: 'font-missing' };
    const outcome = await this.#pool.run('svg-outlined', { scene, fonts });
    return 'failure' in outcome ? { failure: outcome.failure } : { svg: outcome.result };
  }

  async png(scene: Scene, dpi: number): Promise<{ png: ArrayBuffer } | { failure: string }> {
    const fonts = await this.#fontsOf(scene);
    if (!fonts) return { failure: 'font-missing' };
    const outcome = await this.#pool.run('png', { scene, fonts, dpi });
    return 'failure' in outcome ? { failure: outcome.failure } : outcome.result;
  }

  /** A PDF file of pages; `progress` hears how much of how much is drawn. Fails with `font-missing`, `shaper-missing` or `cancelled`. */
  async pdf(
    pages: readonly ScenePage[],
    locale: string,
    {
      signal,
      progress,
    }: { readonly signal?: AbortSignal; readonly progress?: (done: number, of: number) => void } = {},
  ): Promise<{ pdf: ArrayBuffer } | { failure: string }> {
    const scenes = new Set(pages.flatMap((page) => [page.scene, ...page.views.map((view) => view.scene)]));
    const fonts = await this.#shapingFonts([...scenes]);
    if (!fonts) return { failure: 'font-missing' };
    const outcome = await this.#pool.run(
      'pdf',
      { pages, fonts, locale },
      {
        ...(signal && { signal }),
        ...(progress && { onProgress: ({ done, of }) => progress(done, of) }),
      },
    );
    return 'failure' in outcome ? { failure: outcome.failure } : { pdf: outcome.result };
  }

  /** The font files a scene needs; undefined when one of them cannot be fetched. */
  async #fontsOf(scene: Scene): Promise<readonly FontBytes[] | undefined> {
    return this.#fetchAll(fontsNeeded(scene).map(({ subset, file }) => ({ folder: subset.folder, file })));
  }

  /** The WOFF files of scenes, which can be taken apart. */
  async #shapingFonts(scenes: readonly Scene[]): Promise<readonly FontBytes[] | undefined> {
    const files = new Map(scenes.flatMap(fontsNeeded).map(({ subset, file }) => [woffName(file), subset.folder]));
    return this.#fetchAll([...files].map(([file, folder]) => ({ folder, file })));
  }

  async #fetchAll(
    files: readonly { readonly folder: string; readonly file: string }[],
  ): Promise<readonly FontBytes[] | undefined> {
    const fonts: FontBytes[] = [];
    for (const { folder, file } of files) {
      const bytes = await this.#fetchFont(folder, file);
      if (!bytes) return undefined;
      fonts.push({ file, bytes });
    }
    return fonts;
  }
}

export const DrawingContext = createContext<DrawingDesk | null>(null);

export function useDrawing(): DrawingDesk {
  const desk = useContext(DrawingContext);
  if (!desk) throw new Error('no drawing desk around this view');
  return desk;
}
