import type { ScenePage } from '#drawing/scene/pages';
import { i18nInstance, t } from '#i18n/index';
import type { DrawingDesk } from '#queries/drawing';
import { saveFile } from '#queries/exports';
import { startJob } from '#session/jobs';
import { announce } from '#ui/dialogs/index';
import type { DrawnSheet } from './use-sheet.ts';

/** `outlines`: an SVG whose letters are outlines. */
export type FileKind = 'pdf' | 'svg' | 'outlines' | 'png';

/**
 * Writes a sheet to a file and says so, or answers with the code of what went wrong: `font-missing`, `shaper-missing`, `cancelled`,
 * `picture-too-large`, `picture-not-drawn` or one of the worker's. Then nothing was written. A PDF has all pages, a picture is of
 * one sheet, whole.
 */
export async function writeSheet(
  kind: FileKind,
  drawn: DrawnSheet,
  to: {
    readonly pages: readonly ScenePage[];
    /** Which of the sheets a picture is of. */
    readonly sheet: number;
    readonly dpi: number;
    readonly desk: DrawingDesk;
    /** What the file is called without its ending. */
    readonly name: (suffix: string, extension: string) => string;
  },
): Promise<string | undefined> {
  const { pages, desk, dpi } = to;
  const scene = drawn.result.sheets[to.sheet]!.scene;
  const stop = new AbortController();
  const job = startJob(t('paper.writing'), kind === 'pdf' ? () => stop.abort() : undefined);
  const content = async (): Promise<Blob | string> => {
    if (kind === 'pdf') {
      const outcome = await desk.pdf(pages, i18nInstance.language, {
        signal: stop.signal,
        progress: (done, of) => job.progress(done, of),
      });
      return 'pdf' in outcome ? new Blob([outcome.pdf], { type: 'application/pdf' }) : outcome.failure;
    }
    if (kind === 'svg' || kind === 'outlines') {
      const outcome = await (kind === 'svg' ? desk.svg(scene) : desk.outlinedSvg(scene));
      return 'svg' in outcome ? new Blob([outcome.svg], { type: 'image/svg+xml' }) : outcome.failure;
    }
    const outcome = await desk.png(scene, dpi);
    return 'png' in outcome ? new Blob([outcome.png], { type: 'image/png' }) : outcome.failure;
  };
  const written = await content().finally(() => job.end());
  if (typeof written === 'string') return written;
  // A picture of one sheet of several says which.
  const nth = kind !== 'pdf' && drawn.result.sheets.length > 1 ? `-sheet-${to.sheet + 1}` : '';
  const name = kind === 'outlines' ? to.name(`${nth}-outlines`, 'svg') : to.name(nth, kind);
  saveFile(name, written);
  announce(t('paper.saved', { name }));
  return undefined;
}
