import type { SceneWarning } from '#drawing/scene/scene';
import { ROLL_FORMATS, type SheetFormat, SMALLEST_POINTS } from '#drawing/scene/sheet';
import type { MissingCharacter } from '#drawing/svg/font-faces';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { Button, Name, Note } from '#ui/controls/index';
import { nextLarger } from './pages-of.ts';
import { type SheetChoice, sheetChoice } from './sheet-choice.ts';
import type { DrawnSheet } from './use-sheet.ts';

/** What keeps a sheet from being written, and what reads badly on it, each with what would help. */
export function SheetNotes({
  drawn,
  choice,
  refused,
}: {
  readonly drawn: DrawnSheet;
  readonly choice: SheetChoice;
  readonly refused: string | undefined;
}) {
  const { sheets, missing } = drawn.result;
  const warnings = new Map(sheets.flatMap((s) => s.scene.warnings).map((w) => [w.code, w]));
  return (
    <>
      {refused !== undefined && <Note tone="danger">{refused}</Note>}
      {missing.length > 0 && <Missing missing={missing} />}
      {[...warnings.values()]
        // Said already, and more plainly, by the refusal.
        .filter((w) => w.code !== 'chart-empty')
        .map((w) => (
          <Note key={w.code} tone="warning" actions={<Remedies warning={w} choice={choice} />}>
            {warningText(w)}
          </Note>
        ))}
    </>
  );
}

function warningText(warning: SceneWarning): string {
  if (warning.code === 'type-too-small')
    return tDynamic('drawing.warning.type-too-small', {
      points: number(warning.points),
      least: SMALLEST_POINTS,
    });
  const { code, ...figures } = warning;
  return tDynamic(`drawing.warning.${code}`, figures);
}

/** Larger paper and fewer words, whichever are left. */
function Remedies({ warning, choice }: { readonly warning: SceneWarning; readonly choice: SheetChoice }) {
  const t = useT();
  const { format } = choice.sheet;
  const larger = (warning.code === 'type-too-small' && warning.format) || nextLarger(format) || ROLL_FORMATS.at(-1)!;
  const use = (to: SheetFormat) => sheetChoice.set((c) => ({ ...c, sheet: { ...c.sheet, format: to } }));
  const words = (linkWords: SheetChoice['linkWords']) => sheetChoice.set((c) => ({ ...c, linkWords }));
  return (
    <>
      {larger !== format && (
        <Button onClick={() => use(larger)}>{t('paper.use-format', { format: t(`paper.format.${larger}`) })}</Button>
      )}
      {choice.subject === 'chart' && choice.linkWords === 'all' && (
        <Button onClick={() => words('short')}>{t('paper.use-link-words.short')}</Button>
      )}
      {choice.subject === 'chart' && choice.linkWords !== 'none' && (
        <Button onClick={() => words('none')}>{t('paper.use-link-words.none')}</Button>
      )}
    </>
  );
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
