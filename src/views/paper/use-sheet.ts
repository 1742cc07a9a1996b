import { useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { type SheetRequest, type SheetResult, useDrawing } from '#queries/drawing';
import { filter } from '#session/filter';
import { startJob } from '#session/jobs';
import { useSignal } from '#session/signal';
import { filterMatch } from '../filter-match.ts';
import { addPageFonts } from './page-fonts.ts';
import type { SheetChoice } from './sheet-choice.ts';
import { sheetRequest } from './sheet-request.ts';

export interface DrawnSheet {
  readonly request: SheetRequest;
  readonly result: SheetResult;
  /** Number of the last change the sheet shows. */
  readonly seq: number;
  /** Entities and links the filter keeps off the sheet, of how many. */
  readonly hidden: number;
  readonly of: number;
}

export interface SheetState {
  /** The last sheet drawn; while `busy` it is no longer what was asked for. */
  readonly drawn: DrawnSheet | undefined;
  readonly busy: boolean;
  /** A code: why there is no sheet. `chart-gone`, `cancelled`, `font-missing` or one of the worker's. */
  readonly failure: string | undefined;
  readonly again: () => void;
}

/** Draws the chart's sheet in the worker, anew at every change of case, choice or filter; the fonts are loaded with it. */
export function useSheet(chart: Id, { sheet, asFiltered }: SheetChoice): SheetState {
  const open = useOpenCase();
  const desk = useDrawing();
  const snapshot = useCaseSnapshot();
  const wanted = useSignal(filter);
  const [drawn, setDrawn] = useState<DrawnSheet>();
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(snapshot);
  latest.current = snapshot;
  const { version } = snapshot;
  const { seq } = snapshot.head;

  // biome-ignore lint/correctness/useExhaustiveDependencies: state and head are read when the version or the head moved on
  useEffect(() => {
    const stop = new AbortController();
    const job = startJob(t('paper.drawing'), () => stop.abort('stopped'));
    const { state, head } = latest.current;
    const end = (code?: string) => {
      job.end();
      // Left for another sheet: what became of this one no longer matters.
      if (stop.signal.reason === 'replaced') return;
      setBusy(false);
      setFailure(code);
      if (code !== undefined) setDrawn(undefined);
    };
    setBusy(true);
    void (async () => {
      const author = (await open.headers(head.seq, head.seq))[0]?.author;
      const asked = sheetRequest(state, head, {
        chart,
        sheet,
        filter: asFiltered && wanted.mode === 'hide' ? filterMatch(wanted, state) : null,
        author,
        today: new Date(),
      });
      if (!asked) return end('chart-gone');
      const { request } = asked;
      const result = await desk.sheet(request, stop.signal);
      if ('failure' in result) return end(result.failure);
      const fonts = await desk.fonts(result);
      if (!fonts) return end('font-missing');
      await addPageFonts(result.scene, fonts);
      if (stop.signal.aborted) return end('cancelled');
      setDrawn({ ...asked, result, seq: head.seq });
      end();
    })();
    return () => {
      stop.abort('replaced');
      job.end();
    };
  }, [chart, sheet, asFiltered, wanted, version, seq, open, desk, attempt]);

  return { drawn, busy, failure, again: useCallback(() => setAttempt((n) => n + 1), []) };
}
