import type { LinkWords } from '#drawing/scene/prepared-chart';
import {
  isRoll,
  type Orientation,
  ROLL_FORMATS,
  type RollFormat,
  SHEET_FORMATS,
  type Sheet,
  type SheetFormat,
  sheetSize,
} from '#drawing/scene/sheet';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { Checkbox, Section, Segmented, Select } from '#ui/controls/index';
import { isLarger, tilesFor } from './pages-of.ts';
import { isAnswer, isList, type SheetChoice, SUBJECTS, type Subject, sheetChoice } from './sheet-choice.ts';
import type { DrawnSheet } from './use-sheet.ts';

/** What is put on which paper, and how. */
export function SheetFields({
  choice,
  filtering,
  drawn,
}: {
  choice: SheetChoice;
  filtering: boolean;
  drawn: DrawnSheet | undefined;
}) {
  const t = useT();
  const { subject } = choice;
  const list = isList(subject);
  const set = (change: Partial<SheetChoice>) => sheetChoice.set((c) => ({ ...c, ...change }));
  return (
    <Section title={t('paper.sheet')}>
      <div className="paper-fields">
        <Select<Subject>
          label={t('paper.subject')}
          value={subject}
          onChange={(next) => set({ subject: next })}
          options={SUBJECTS.map((value) => ({ value, label: t(`paper.subject.${value}`) }))}
        />
        {(subject === 'entities' || subject === 'links') && (
          <Segmented<SheetChoice['listed']>
            label={t('paper.listed')}
            value={choice.listed}
            onChange={(listed) => set({ listed })}
            options={(['chart', 'case'] as const).map((of) => ({ value: of, label: t(`paper.listed.${of}`) }))}
          />
        )}
        <PaperFields choice={choice} list={list} drawn={drawn} />
        {subject === 'chart' && (
          <>
            <Segmented<SheetChoice['shape']>
              label={t('paper.shape')}
              value={choice.shape}
              onChange={(shape) => set({ shape })}
              options={(['as-drawn', 'fill'] as const).map((s) => ({
                value: s,
                label: t(`paper.shape.${s}`),
                title: t(`paper.shape.${s}.hint`),
              }))}
            />
            <Segmented<LinkWords>
              label={t('paper.link-words')}
              value={choice.linkWords}
              onChange={(linkWords) => set({ linkWords })}
              options={(['all', 'short', 'none'] as const).map((w) => ({
                value: w,
                label: t(`paper.link-words.${w}`),
                title: t(`paper.link-words.${w}.hint`),
              }))}
            />
            <Checkbox
              label={t('paper.index')}
              hint={t('paper.index.hint')}
              checked={choice.index}
              onChange={(index) => set({ index })}
            />
          </>
        )}
        {filtering && !isAnswer(subject) && (
          <Checkbox
            label={t('paper.filtered')}
            checked={choice.asFiltered}
            onChange={(asFiltered) => set({ asFiltered })}
            {...(drawn &&
              choice.asFiltered && {
                hint: t('paper.filtered.hint', { hidden: number(drawn.hidden), of: number(drawn.of) }),
              })}
          />
        )}
        <Segmented<SheetChoice['zoom']>
          label={t('paper.preview.zoom')}
          value={choice.zoom}
          onChange={(zoom) => set({ zoom })}
          options={(['whole', 'actual'] as const).map((z) => ({ value: z, label: t(`paper.preview.${z}`) }))}
        />
      </div>
    </Section>
  );
}

function PaperFields({
  choice,
  list,
  drawn,
}: {
  readonly choice: SheetChoice;
  readonly list: boolean;
  readonly drawn: DrawnSheet | undefined;
}) {
  const t = useT();
  const { sheet } = choice;
  const set = (change: Partial<Sheet>) => sheetChoice.set((c) => ({ ...c, sheet: { ...c.sheet, ...change } }));
  const larger = list ? [] : (['A4', 'A3'] as const).filter((format) => isLarger(sheet, format));
  const formats = list ? (['A4', 'A3'] as const) : SHEET_FORMATS;
  const on = drawn?.request;
  const same = on?.sheet.format === sheet.format && on.sheet.orientation === sheet.orientation;
  const scenes = drawn?.result.sheets.map((s) => s.scene) ?? [];
  // The length of a roll, and how many sheets a timeline takes, are known once they are drawn; the index of a chart is on paper of its own.
  const sizes = same && scenes.length > 0 ? (on.kind === 'chart' ? scenes.slice(0, 1) : scenes) : [sheetSize(sheet)];
  return (
    <>
      <Segmented<SheetFormat | 'roll'>
        label={t('paper.format')}
        value={formats.find((f) => f === sheet.format) ?? (list ? 'A4' : 'roll')}
        onChange={(format) => format !== 'roll' && set({ format })}
        options={formats.map((format) => ({ value: format, label: format }))}
      />
      {!list && (
        <Select<RollFormat | 'sheet'>
          label={t('paper.roll')}
          value={isRoll(sheet.format) ? sheet.format : 'sheet'}
          onChange={(format) => set({ format: format === 'sheet' ? 'A4' : format })}
          options={[
            { value: 'sheet', label: t('paper.roll.none') },
            ...ROLL_FORMATS.map((format) => ({ value: format, label: t(`paper.format.${format}`) })),
          ]}
        />
      )}
      {larger.length > 0 && (
        <Segmented<SheetChoice['tiles']>
          label={t('paper.tiles')}
          value={larger.some((format) => format === choice.tiles) ? choice.tiles : 'none'}
          onChange={(tiles) => sheetChoice.set((c) => ({ ...c, tiles }))}
          options={[
            { value: 'none', label: t('paper.tiles.none') },
            ...larger.map((format) => ({
              value: format,
              label: t('paper.tiles.on', { sheets: number(tilesFor(sizes, format)), format }),
            })),
          ]}
        />
      )}
      <Segmented<Orientation>
        label={t('paper.orientation')}
        value={sheet.orientation}
        onChange={(orientation) => set({ orientation })}
        options={(['landscape', 'portrait'] as const).map((o) => ({ value: o, label: t(`paper.orientation.${o}`) }))}
      />
      <Segmented<Sheet['ink']>
        label={t('paper.ink')}
        value={sheet.ink}
        onChange={(ink) => set({ ink })}
        options={(['colour', 'monochrome'] as const).map((i) => ({ value: i, label: t(`paper.ink.${i}`) }))}
      />
    </>
  );
}
