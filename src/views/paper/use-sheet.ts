import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Id } from '#domain/record';
import { possibleDpi } from '#drawing/png/png-picture';
import { sceneFonts } from '#drawing/print/print-page';
import type { Scene } from '#drawing/scene/scene';
import { isRoll } from '#drawing/scene/sheet';
import { t } from '#i18n/index';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { type DrawingDesk, type SheetResult, useDrawing } from '#queries/drawing';
import { emphasis } from '#session/emphasis';
import { type Filter, filter, NO_FILTER } from '#session/filter';
import { startJob } from '#session/jobs';
import { useSignal } from '#session/signal';
import { facesReady } from '#ui/fonts/index';
import { filterMatch } from '../filter-match.ts';
import { lastAsked } from '../last-answer.ts';
import { lastLook } from '../last-look.ts';
import { lastPaths } from '../last-paths.ts';
import { thoughtOf } from '../last-what-if.ts';
import { lookOf } from '../matrix-look.ts';
import { orderOf } from '../matrix-order.ts';
import { settingsOf } from '../timeline-settings.ts';
import { printedLog } from './log-request.ts';
import { printedMatrix } from './matrix-request.ts';
import { isLarger } from './pages-of.ts';
import { isList, type SheetChoice } from './sheet-choice.ts';
import { type Asked, sheetRequest } from './sheet-request.ts';

export interface DrawnSheet extends Asked {
  readonly result: SheetResult;
  /** Number of the last change the sheet shows. */
  readonly seq: number;
  /** The preview of a large first sheet, as PNG: the page would take seconds over so many elements. */
  readonly picture?: Blob;
}

/** Shapes above which the preview is a picture. */
const MANY_SHAPES = 4000;
const PREVIEW_DPI = 150;

/** What a sheet leaves out: all that is hidden; of what is only greyed nothing, but a date is kept to in any case: a sheet has no banner. */
export function printedFilter(f: Filter): Filter {
  if (f.mode === 'hide') return f;
  return f.atDate ? { ...NO_FILTER, atDate: f.atDate, undated: f.undated } : NO_FILTER;
}

/** A sheet as PNG, as fine as its size allows. Without one the sheet itself is shown: slower, but it can be printed and written. */
export async function previewOf(scene: Scene, desk: Pick<DrawingDesk, 'png'>): Promise<Blob | undefined> {
  const outcome = await desk.png(scene, possibleDpi(scene, PREVIEW_DPI));
  return 'failure' in outcome ? undefined : new Blob([outcome.png], { type: 'image/png' });
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
export function useSheet(chart: Id, choice: SheetChoice): SheetState {
  const { subject, sheet, shape, linkWords, index, listed, asFiltered } = choice;
  // Only the fields of an index follow the paper a sheet is cut into.
  const tiles = index ? choice.tiles : 'none';
  const open = useOpenCase();
  const desk = useDrawing();
  const snapshot = useCaseSnapshot();
  const wanted = useSignal(filter);
  const settings = useSignal(settingsOf(open));
  const asked = useSignal(lastAsked(open));
  // What is asked meanwhile is no matter of any other sheet.
  const answered = subject === 'results' ? asked.answer : undefined;
  const printsAnswer = subject === 'results';
  const { network, columns, groups, view, guided, settings: sureBy, slices, keyPlayers } = asked;
  // A question that is still worked out, and whose answer stands not yet on the screen, changes nothing on a sheet.
  const whole = network && asked.question?.kind === network.whole ? asked.question : undefined;
  const beside = useMemo(
    () =>
      printsAnswer
        ? {
            ...(whole && network && { question: whole, network }),
            ...(columns && { columns }),
            ...(groups && { groups }),
            ...(view && { view }),
            ...(guided && { guided }),
            ...(sureBy && { settings: sureBy }),
            ...(slices && { slices }),
            ...(keyPlayers && { keyPlayers }),
          }
        : undefined,
    [printsAnswer, whole, network, columns, groups, view, guided, sureBy, slices, keyPlayers],
  );
  const seen = useSignal(lastLook(open));
  const look = printsAnswer ? seen : undefined;
  const found = useSignal(lastPaths(open)).answer;
  const paths = subject === 'paths' ? found : undefined;
  const { compared, curves, sets } = useSignal(thoughtOf(open));
  const whatIf = useMemo(
    () =>
      subject === 'what-if'
        ? { ...(compared && { compared }), ...(curves && { curves }), ...(sets && { sets }) }
        : undefined,
    [subject, compared, curves, sets],
  );
  const matrixLook = useSignal(lookOf(open));
  const matrix = useMemo(
    () =>
      subject === 'association-matrix' ? { look: matrixLook, choice: orderOf(asked, matrixLook.order) } : undefined,
    [subject, matrixLook, asked],
  );
  const out = useSignal(emphasis);
  const broughtOut = subject === 'chart' ? out : null;
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(snapshot);
  latest.current = snapshot;
  const { version } = snapshot;
  const { seq } = snapshot.head;
  // A new one for everything that makes another sheet, so that an old sheet is never taken for the one asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: state and head are read when the version or the head moved on
  const job = useMemo(
    () => ({
      chart,
      subject,
      // A list is read in the hand.
      sheet:
        isList(subject) && (isRoll(sheet.format) || isLarger(sheet, 'A3'))
          ? { ...sheet, format: 'A4' as const }
          : sheet,
      shape,
      linkWords,
      index,
      tiles,
      listed,
      settings,
      answer: answered,
      ...(beside && { asked: beside }),
      ...(look && { look }),
      paths,
      whatIf,
      matrix,
      emphasis: broughtOut,
      wanted: asFiltered ? printedFilter(wanted) : NO_FILTER,
    }),
    [
      chart,
      subject,
      sheet,
      shape,
      linkWords,
      index,
      tiles,
      listed,
      settings,
      answered,
      beside,
      look,
      paths,
      whatIf,
      matrix,
      broughtOut,
      asFiltered,
      wanted,
      version,
      seq,
      attempt,
    ],
  );
  const [answer, setAnswer] = useState<{ job: typeof job; drawn?: DrawnSheet; failure?: string }>();

  useEffect(() => {
    const stop = new AbortController();
    const shown = startJob(t('paper.drawing'), () => stop.abort('stopped'));
    const { state, head } = latest.current;
    const draw = async (): Promise<{ drawn: DrawnSheet } | { failure: string }> => {
      const author = (await open.headers(head.seq, head.seq))[0]?.author;
      const filter = filterMatch(job.wanted, state);
      const { wanted: _, matrix: __, ...choice } = job;
      const log = job.subject === 'history' && (await printedLog(open, state, head, stop.signal));
      const matrix = job.matrix && (await printedMatrix(state, job.matrix, filter, stop.signal));
      if (stop.signal.aborted) return { failure: 'cancelled' };
      const asked = sheetRequest(state, head, {
        ...choice,
        filter,
        ...(job.wanted.atDate && { atDate: job.wanted.atDate }),
        ...(log && { log }),
        ...(matrix && { matrix }),
        author,
        today: new Date(),
      });
      if (!asked) return { failure: 'chart-gone' };
      const result = await desk.sheet(asked.request, stop.signal);
      if ('failure' in result) return result;
      if (stop.signal.aborted) return { failure: 'cancelled' };
      const scenes = result.sheets.map((s) => s.scene);
      if (!(await facesReady(sceneFonts(...scenes)))) return { failure: 'font-missing' };
      const drawn: DrawnSheet = { ...asked, result, seq: head.seq };
      const first = scenes[0]!;
      if (first.layers.reduce((n, l) => n + l.shapes.length, 0) > MANY_SHAPES) {
        const picture = await previewOf(first, desk);
        return { drawn: { ...drawn, ...(picture && { picture }) } };
      }
      return { drawn };
    };
    void draw().then((outcome) => {
      shown.end();
      // Left for another sheet: what became of this one no longer matters.
      if (stop.signal.reason !== 'replaced') setAnswer({ job, ...outcome });
    });
    return () => {
      stop.abort('replaced');
      shown.end();
    };
  }, [job, open, desk]);

  const busy = answer?.job !== job;
  return {
    drawn: answer?.drawn,
    busy,
    failure: busy ? undefined : answer.failure,
    again: useCallback(() => setAttempt((n) => n + 1), []),
  };
}
