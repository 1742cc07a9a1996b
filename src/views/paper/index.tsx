import './paper.css';
import { useEffect, useMemo, useState } from 'react';
import { pixelSize, possibleDpi } from '#drawing/png/png-picture';
import { labelPoints } from '#drawing/scene/fit';
import type { Scene } from '#drawing/scene/scene';
import { isMessageKey, number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { useDrawing } from '#queries/drawing';
import { fileName } from '#queries/file-name';
import { filter } from '#session/filter';
import { hiddenByFilter } from '#session/hidden';
import { shortcut, useAction } from '#session/keys';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Name, Note, Section, Select } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { isFiltering } from '../filter-match.ts';
import type { ViewProps } from '../view.ts';
import { pagesOf, planOf } from './pages-of.ts';
import { usePrintedPages } from './print-sheet.ts';
import { DPI, isAnswer, type SheetChoice, sheetChoice } from './sheet-choice.ts';
import { SheetFields } from './sheet-fields.tsx';
import { SheetNotes } from './sheet-notes.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import { type DrawnSheet, printedFilter, useSheet } from './use-sheet.ts';
import { type FileKind, writeSheet } from './write-sheet.ts';

/** A chart, and what else the case shows of it, on paper: looked at, printed, saved as a file. */
export default function Paper({ chart, focused }: ViewProps) {
  const t = useT();
  const { state } = useCaseSnapshot();
  if (chart === undefined || !state.find('chart', chart))
    return (
      <EmptyState title={t('paper.chart-gone')} error>
        {t('paper.chart-gone.more')}
      </EmptyState>
    );
  return <PaperOf key={chart} chart={chart} focused={focused} />;
}

function PaperOf({ chart, focused }: { chart: string; focused: boolean }) {
  const t = useT();
  const desk = useDrawing();
  const { state } = useCaseSnapshot();
  const choice = useSignal(sheetChoice);
  const wanted = useSignal(filter);
  const { drawn, busy, failure, again } = useSheet(chart, choice);
  const [writing, setWriting] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [turned, turn] = useState(0);
  const filtering = isFiltering(printedFilter(wanted));
  const refused = drawn && whyRefused(drawn, filtering && choice.asFiltered, choice);
  const reason = busy ? t('paper.drawing') : (refused ?? (failure === undefined ? undefined : failureText(failure)));
  const ready = drawn && reason === undefined && !writing ? drawn : undefined;
  const sheets = drawn?.result.sheets ?? [];
  const shown = Math.min(turned, Math.max(0, sheets.length - 1));
  const scene = sheets[shown]?.scene;

  const pages = useMemo(() => drawn && pagesOf(drawn, choice), [drawn, choice]);
  const plan = useMemo(() => scene && planOf(scene, choice), [scene, choice]);
  // While a file is written the sheet prints all the same: never the program around it.
  usePrintedPages(focused && reason === undefined ? pages : undefined);
  useAction(
    'print',
    () => {
      if (ready) window.print();
      else announce(reason ?? t('paper.writing'));
    },
    focused,
  );
  const hidden = drawn?.hidden ?? 0;
  const of = drawn?.of ?? 0;
  useEffect(() => {
    if (focused) hiddenByFilter.set({ hidden, of });
  }, [focused, hidden, of]);

  const write = async (kind: FileKind) => {
    if (!(ready && pages)) return;
    setWriting(true);
    setFailed(undefined);
    const caseId = state.properties?.caseId ?? '';
    const nth = [...state.idsOf('chart')].indexOf(chart) + 1;
    const what = choice.subject === 'chart' ? `chart-${nth}` : choice.subject;
    const failure = await writeSheet(kind, ready, {
      pages,
      sheet: shown,
      dpi: choice.dpi,
      desk,
      name: (suffix, extension) => fileName(`${what}${suffix}`, caseId, ready.seq, new Date(), extension),
    });
    setWriting(false);
    setFailed(failure === 'cancelled' ? undefined : failure);
  };

  const off = reason === undefined ? {} : { disabledReason: reason };
  return (
    <div className="paper">
      <div className="paper-body">
        <div className="paper-side">
          <SheetFields choice={choice} filtering={filtering} drawn={drawn} />
          <Section title={t('paper.write')}>
            <div className="paper-fields">
              <Button
                variant="primary"
                icon="print"
                {...off}
                {...(shortcut('print') && { title: shortcut('print') })}
                onClick={() => ready && window.print()}
              >
                {t('paper.print')}
              </Button>
              <span className="muted small">{t('paper.print.hint')}</span>
              <Button icon="download" {...off} onClick={() => void write('pdf')}>
                {t('paper.save-pdf')}
              </Button>
              <Button icon="download" {...off} onClick={() => void write('svg')}>
                {t('paper.save-svg')}
              </Button>
              <Button
                icon="download"
                title={t('paper.save-outlines.hint')}
                {...off}
                onClick={() => void write('outlines')}
              >
                {t('paper.save-outlines')}
              </Button>
              <Button icon="image" {...off} onClick={() => void write('png')}>
                {t('paper.save-png')}
              </Button>
              <DpiSelect choice={choice} scene={scene} />
            </div>
          </Section>
          {drawn && <Facts drawn={drawn} pages={pages?.length ?? 1} chart={choice.subject === 'chart'} />}
        </div>
        <div className={busy ? 'paper-view stale' : 'paper-view'} aria-busy={busy}>
          <div className="paper-stack">
            <div className="paper-notes" role="status">
              {failure !== undefined && failure !== 'chart-gone' && (
                <Note
                  tone={failure === 'cancelled' ? 'info' : 'danger'}
                  actions={<Button onClick={again}>{t('paper.again')}</Button>}
                >
                  {failureText(failure)}
                </Note>
              )}
              {failed !== undefined && (
                <Note tone="danger" actions={scene && <FewerDots code={failed} scene={scene} dpi={choice.dpi} />}>
                  {failureText(failed)}
                </Note>
              )}
              {!busy && drawn && <SheetNotes drawn={drawn} choice={choice} refused={refused} />}
            </div>
            {drawn && scene && (
              <SheetPreview
                scene={scene}
                picture={shown === 0 ? drawn.picture : undefined}
                plan={plan}
                zoom={choice.zoom}
                label={t('paper.preview.label', {
                  what: t(`paper.subject.${choice.subject}`),
                  format: t(`paper.format.${drawn.request.sheet.format}`),
                  orientation: t(`paper.orientation.${drawn.request.sheet.orientation}`),
                  number: number(shown + 1),
                  of: number(sheets.length),
                })}
              />
            )}
            {sheets.length > 1 && (
              <div className="paper-turn" role="group" aria-label={t('paper.turn')}>
                <Button
                  {...(shown === 0 && { disabledReason: t('paper.turn.first') })}
                  onClick={() => shown > 0 && turn(shown - 1)}
                >
                  {t('paper.turn.back')}
                </Button>
                <span aria-live="polite">
                  {t('paper.turn.at', {
                    name: sheets[shown]!.name,
                    number: number(shown + 1),
                    of: number(sheets.length),
                  })}
                </span>
                <Button
                  {...(shown === sheets.length - 1 && { disabledReason: t('paper.turn.last') })}
                  onClick={() => shown < sheets.length - 1 && turn(shown + 1)}
                >
                  {t('paper.turn.on')}
                </Button>
              </div>
            )}
          </div>
          {busy && <div className="paper-busy">{t('paper.drawing')}</div>}
        </div>
      </div>
    </div>
  );
}

/** Why nothing may be written: an empty sheet says nothing, and letters without a font would be boxes. */
function whyRefused(drawn: DrawnSheet, filtered: boolean, { subject }: SheetChoice): string | undefined {
  if (drawn.facts.every((f) => f.count === 0)) {
    if (isAnswer(subject)) return say('paper.refused.no-answer');
    if (filtered) return say('paper.refused.filtered');
    return say(subject === 'chart' ? 'paper.refused.empty' : 'paper.refused.nothing');
  }
  if (drawn.result.missing.length > 0) return say('paper.refused.missing');
  return undefined;
}

function failureText(code: string): string {
  if (code === 'cancelled') return say('paper.stopped');
  const key = `paper.failed.${code}`;
  return isMessageKey(key) ? tDynamic(key) : say('paper.failed.other', { code });
}

/** Where a picture was too large: as many dots as it can have. */
function FewerDots({ code, scene, dpi }: { code: string; scene: Scene; dpi: number }) {
  const t = useT();
  const most = DPI.findLast((d) => d < dpi && d <= possibleDpi(scene, dpi));
  if (!code.startsWith('picture-') || most === undefined) return null;
  return (
    <Button onClick={() => sheetChoice.set((c) => ({ ...c, dpi: most }))}>{t('paper.use-dpi', { dpi: most })}</Button>
  );
}

function DpiSelect({ choice, scene }: { choice: SheetChoice; scene: Scene | undefined }) {
  const t = useT();
  return (
    <Select
      label={t('paper.dpi')}
      value={String(choice.dpi)}
      onChange={(text) => {
        const dpi = DPI.find((d) => String(d) === text);
        if (dpi) sheetChoice.set((c) => ({ ...c, dpi }));
      }}
      options={DPI.map((dpi) => {
        const size = scene && pixelSize(scene, dpi);
        return {
          value: String(dpi),
          label: size
            ? t('paper.dpi.value', { dpi, width: number(size.width), height: number(size.height) })
            : String(dpi),
        };
      })}
    />
  );
}

function Facts({ drawn, pages, chart }: { drawn: DrawnSheet; pages: number; chart: boolean }) {
  const t = useT();
  const { scene } = drawn.result.sheets[0]!;
  const { marking } = drawn.request;
  return (
    <Section title={t('paper.on-sheet')}>
      <dl className="kv">
        <dt>{t('paper.on-sheet.size')}</dt>
        <dd>{t('paper.on-sheet.size.value', { width: scene.width, height: scene.height })}</dd>
        <dt>{t('paper.on-sheet.pages')}</dt>
        <dd>{number(pages)}</dd>
        {drawn.facts.map(({ of, count }) => (
          <Fact key={of} of={t(`paper.on-sheet.${of}`)} value={number(count)} />
        ))}
        {chart && drawn.facts.some((f) => f.count > 0) && (
          <Fact
            of={t('paper.on-sheet.type')}
            value={t('paper.on-sheet.type.value', {
              points: number(labelPoints(scene.scale), { maximumFractionDigits: 1 }),
            })}
          />
        )}
        <dt>{t('paper.on-sheet.marking')}</dt>
        <dd>{marking === undefined ? t('paper.on-sheet.marking.none') : <Name text={marking} />}</dd>
      </dl>
    </Section>
  );
}

function Fact({ of, value }: { of: string; value: string }) {
  return (
    <>
      <dt>{of}</dt>
      <dd>{value}</dd>
    </>
  );
}
