import { createContext, useContext } from 'react';
import type { DrawingContract, SheetRequest, SheetResult } from '#drawing/drawing-tasks';
import type { FontBytes } from '#drawing/svg/font-faces';
import { Pool } from '#threads/pool';
import type { Line } from '#threads/port';

export type { SheetRequest, SheetResult };

/** Bytes of a shipped font file, fetched from the program's own origin; null when it is not there. */
export type FetchFont = (folder: string, file: string) => Promise<Uint8Array | null>;

/** Draws sheets in a worker: scene, then SVG or PNG with the fonts inside. */
export class DrawingDesk {
  readonly #pool: Pool<DrawingContract>;
  readonly #fetchFont: FetchFont;
  constructor(open: () => Line, fetchFont: FetchFont) {
    this.#pool = new Pool<DrawingContract>(1, open, { uninterruptible: ['sheet', 'svg', 'png'] });
    this.#fetchFont = fetchFont;
  }

  async sheet(request: SheetRequest, signal?: AbortSignal): Promise<SheetResult | { failure: string }> {
    const outcome = await this.#pool.run('sheet', request, signal ? { signal } : {});
    return 'failure' in outcome ? { failure: outcome.failure } : outcome.result;
  }

  /** SVG text with every font it needs inside; fails with `font-missing` rather than write letters nobody can read. */
  async svg(sheet: SheetResult): Promise<{ svg: string } | { failure: string }> {
    const fonts = await this.fonts(sheet);
    if (!fonts) return { failure: 'font-missing' };
    const outcome = await this.#pool.run('svg', { scene: sheet.scene, fonts });
    return 'failure' in outcome ? { failure: outcome.failure } : { svg: outcome.result };
  }

  async png(sheet: SheetResult, dpi: number): Promise<{ png: ArrayBuffer } | { failure: string }> {
    const fonts = await this.fonts(sheet);
    if (!fonts) return { failure: 'font-missing' };
    const outcome = await this.#pool.run('png', { scene: sheet.scene, fonts, dpi });
    return 'failure' in outcome ? { failure: outcome.failure } : outcome.result;
  }

  /** The font files a sheet names; undefined when one of them cannot be fetched. */
  async fonts(sheet: SheetResult): Promise<readonly FontBytes[] | undefined> {
    const fonts: FontBytes[] = [];
    for (const { folder, file } of sheet.fonts) {
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
