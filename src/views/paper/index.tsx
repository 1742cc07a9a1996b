import './paper.css';
import { useEffect, useMemo, useState } from 'react';
import { pixelSize } from '#drawing/png/png-picture';
import { labelPoints } from '#drawing/scene/fit';
import type { Scene, SceneWarning } from '#drawing/scene/scene';
import { type Orientation, SHEET_FORMATS, type Sheet, type SheetFormat } from '#drawing/scene/sheet';
import type { MissingCharacter } from '#drawing/svg/font-faces';
import { isMessageKey, number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { useDrawing } from '#queries/drawing';
import { filter } from '#session/filter';
import { hiddenByFilter } from '#session/hidden';
import { shortcut, useAction } from '#session/keys';
import { useSignal } from '#session/signal';
import { Button, Checkbox, EmptyState, Name, Note, Section, Segmented, Select } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { isFiltering } from '../filter-match.ts';
import type { ViewProps } from '../view.ts';
import { isLarger, pagesOf, tilesFor } from './pages-of.ts';
import { usePrintedPages } from './print-sheet.ts';
import { DPI, type SheetChoice, sheetChoice } from './sheet-choice.ts';
import { SheetPreview } from './sheet-preview.tsx';
import { type DrawnSheet, useSheet } from './use-sheet.ts';
import { type FileKind, writeSheet } from './write-sheet.ts';

/** A chart on a sheet of paper: looked at, printed, saved as a file. */
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
  const choice = useSignal(sheetChoice);
  const wanted = useSignal(filter);
  const { drawn, busy, failure, again } = useSheet(chart, choice);
  const [writing, setWriting] = useState(false);
  const [failed, setFailed] = useState<string>();
  const filtering = isFiltering(wanted) && wanted.mode === 'hide';
  const refused = drawn && whyRefused(drawn, filtering && choice.asFiltered);
  const reason = busy ? t('paper.drawing') : (refused ?? (failure === undefined ? undefined : failureText(failure)));
  const ready = drawn && reason === undefined && !writing ? drawn : undefined;

  const pages = useMemo(() => drawn && pagesOf(drawn, choice.tiles), [drawn, choice.tiles]);
  usePrintedPages(focused && ready ? pages : undefined);
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
    const failure = await writeSheet(kind, ready, pages, desk, choice.dpi);
    setWriting(false);
    setFailed(failure === 'cancelled' ? undefined : failure);
  };

  const off = reason === undefined ? {} : { disabledReason: reason };
  return (
    <div className="paper">
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
            <DpiSelect choice={choice} scene={drawn?.result.scene} />
          </div>
        </Section>
        {drawn && <Facts drawn={drawn} />}
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
            {failed !== undefined && <Note tone="danger">{failureText(failed)}</Note>}
            {!busy && drawn && <Warnings drawn={drawn} refused={refused} />}
          </div>
          {drawn && (
            <SheetPreview
              scene={drawn.result.scene}
              picture={drawn.picture}
              zoom={choice.zoom}
              label={t('paper.preview.label', {
                format: drawn.request.sheet.format,
                orientation: t(`paper.orientation.${drawn.request.sheet.orientation}`),
                entities: number(drawn.request.content.entities.length),
                links: number(drawn.request.content.links.length),
              })}
            />
          )}
        </div>
        {busy && <div className="paper-busy">{t('paper.drawing')}</div>}
      </div>
    </div>
  );
}

/** Why nothing may be written: an empty sheet says nothing, and letters without a font would be boxes. */
function whyRefused(drawn: DrawnSheet, filtered: boolean): string | undefined {
  if (drawn.request.content.entities.length === 0)
    return say(filtered ? 'paper.refused.filtered' : 'paper.refused.empty');
  if (drawn.result.missing.length > 0) return say('paper.refused.missing');
  return undefined;
}

function failureText(code: string): string {
  if (code === 'cancelled') return say('paper.stopped');
  const key = `paper.failed.${code}`;
  return isMessageKey(key) ? tDynamic(key) : say('paper.failed.other', { code });
}

function SheetFields({
  choice,
  filtering,
  drawn,
}: {
  choice: SheetChoice;
  filtering: boolean;
  drawn: DrawnSheet | undefined;
}) {
  const t = useT();
  const larger = (['A4', 'A3'] as const).filter((format) => isLarger(choice.sheet, format));
  const set = (change: Partial<Sheet>) => sheetChoice.set((c) => ({ ...c, sheet: { ...c.sheet, ...change } }));
  return (
    <Section title={t('paper.sheet')}>
      <div className="paper-fields">
        <Segmented<SheetFormat>
          label={t('paper.format')}
          value={choice.sheet.format}
          onChange={(format) => set({ format })}
          options={SHEET_FORMATS.map((format) => ({ value: format, label: format }))}
        />
        {larger.length > 0 && (
          <Segmented<SheetChoice['tiles']>
            label={t('paper.tiles')}
            value={larger.some((format) => format === choice.tiles) ? choice.tiles : 'none'}
            onChange={(tiles) => sheetChoice.set((c) => ({ ...c, tiles }))}
            options={[
              { value: 'none', label: t('paper.tiles.none') },
              ...larger.map((format) => ({
                value: format,
                label: t('paper.tiles.on', { sheets: number(tilesFor(choice.sheet, format)), format }),
              })),
            ]}
          />
        )}
        <Segmented<Orientation>
          label={t('paper.orientation')}
          value={choice.sheet.orientation}
          onChange={(orientation) => set({ orientation })}
          options={(['landscape', 'portrait'] as const).map((o) => ({ value: o, label: t(`paper.orientation.${o}`) }))}
        />
        <Segmented<SheetChoice['shape']>
          label={t('paper.shape')}
          value={choice.shape}
          onChange={(shape) => sheetChoice.set((c) => ({ ...c, shape }))}
          options={(['as-drawn', 'fill'] as const).map((s) => ({
            value: s,
            label: t(`paper.shape.${s}`),
            title: t(`paper.shape.${s}.hint`),
          }))}
        />
        <Segmented<Sheet['ink']>
          label={t('paper.ink')}
          value={choice.sheet.ink}
          onChange={(ink) => set({ ink })}
          options={(['colour', 'monochrome'] as const).map((i) => ({ value: i, label: t(`paper.ink.${i}`) }))}
        />
        {filtering && (
          <Checkbox
            label={t('paper.filtered')}
            checked={choice.asFiltered}
            onChange={(asFiltered) => sheetChoice.set((c) => ({ ...c, asFiltered }))}
            {...(drawn &&
              choice.asFiltered && {
                hint: t('paper.filtered.hint', { hidden: number(drawn.hidden), of: number(drawn.of) }),
              })}
          />
        )}
        <Segmented<SheetChoice['zoom']>
          label={t('paper.preview.zoom')}
          value={choice.zoom}
          onChange={(zoom) => sheetChoice.set((c) => ({ ...c, zoom }))}
          options={(['whole', 'actual'] as const).map((z) => ({ value: z, label: t(`paper.preview.${z}`) }))}
        />
      </div>
    </Section>
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

function Facts({ drawn }: { drawn: DrawnSheet }) {
  const t = useT();
  const { scene } = drawn.result;
  const { content, marking } = drawn.request;
  return (
    <Section title={t('paper.on-sheet')}>
      <dl className="kv">
        <dt>{t('paper.on-sheet.size')}</dt>
        <dd>{t('paper.on-sheet.size.value', { width: scene.width, height: scene.height })}</dd>
        <dt>{t('paper.on-sheet.entities')}</dt>
        <dd>{number(content.entities.length)}</dd>
        <dt>{t('paper.on-sheet.links')}</dt>
        <dd>{number(content.links.length)}</dd>
        {content.entities.length > 0 && (
          <>
            <dt>{t('paper.on-sheet.type')}</dt>
            <dd>
              {t('paper.on-sheet.type.value', {
                points: number(labelPoints(scene.scale), { maximumFractionDigits: 1 }),
              })}
            </dd>
          </>
        )}
        <dt>{t('paper.on-sheet.marking')}</dt>
        <dd>{marking === undefined ? t('paper.on-sheet.marking.none') : <Name text={marking} />}</dd>
      </dl>
    </Section>
  );
}

function Warnings({ drawn, refused }: { drawn: DrawnSheet; refused: string | undefined }) {
  const { scene, missing } = drawn.result;
  return (
    <>
      {refused !== undefined && <Note tone="danger">{refused}</Note>}
      {missing.length > 0 && <Missing missing={missing} />}
      {scene.warnings
        // Said already, and more plainly, by the refusal.
        .filter((w) => w.code !== 'chart-empty')
        .map((w) => (
          <Note key={w.code} tone="warning">
            {warningText(w)}
          </Note>
        ))}
    </>
  );
}

function warningText(warning: SceneWarning): string {
  const { code, ...figures } = warning;
  return tDynamic(`drawing.warning.${code}`, figures);
}

const MISSING_SHOWN = 20;

function Missing({ missing }: { missing: readonly MissingCharacter[] }) {
  const t = useT();
  const codes = missing.slice(0, MISSING_SHOWN).map((m) => m.code);
  return (
    <Note tone="danger" title={t('paper.missing')}>
      {t('drawing.warning.missing-characters', {
        count: missing.length,
        list: missing.length > MISSING_SHOWN ? `${codes.join(', ')} …` : codes.join(', '),
      })}
      <ul className="paper-missing">
        {missing.slice(0, MISSING_SHOWN).map((m) => (
          <li key={m.code}>
            {t('paper.missing.in', { code: m.code })} <Name text={m.texts.slice(0, 3).join(' · ')} />
          </li>
        ))}
      </ul>
    </Note>
  );
}
