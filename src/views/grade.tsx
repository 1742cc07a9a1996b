import { useState } from 'react';
import { handlingKey, readHandling } from '#domain/grading/handling';
import { gradingScheme, gradingSchemes, isSchemeId, type SchemeId } from '#domain/grading/index';
import { strengthOf } from '#domain/grading/strength';
import type { Grade } from '#domain/source/source';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { Button, Dialog, GradeChip, Segmented, Select, TextField } from '#ui/controls/index';

/** A grade as its chip; nothing for what is not graded. */
export function Chip({ grade }: { grade: Grade | undefined }) {
  const t = useT();
  if (!grade) return <span className="muted small">{t('inspector.grade.none')}</span>;
  const known = isSchemeId(grade.scheme);
  const words = known
    ? `${tDynamic(`grading.${grade.scheme}.source.${grade.source}`)} · ${tDynamic(`grading.${grade.scheme}.information.${grade.information}`)}`
    : undefined;
  return (
    <GradeChip
      source={grade.source}
      information={grade.information}
      scheme={grade.scheme.replaceAll('x', '×')}
      strength={strengthOf(grade)}
      {...(words && { title: words })}
    />
  );
}

/** A handling code with the name of its scheme, and what it means; free words as they are. */
export function handlingWords(text: string): { readonly short: string; readonly meaning: string } {
  const read = readHandling(text);
  if (!read) return { short: text, meaning: text };
  const meaning = read.codes.map((code) => tDynamic(handlingKey(read.scheme, code))).join('; ');
  const short = [tDynamic(`handling.${read.scheme}`), read.codes.join('/'), read.rest].filter(Boolean).join(' ');
  return { short, meaning };
}

/** Choosing a grade: scheme first, because the same letter means different things. */
export function GradeFields({ value, onChange }: { value: Grade; onChange: (grade: Grade) => void }) {
  const t = useT();
  const scheme = gradingScheme(value.scheme);
  const options = (axis: 'source' | 'information') =>
    scheme[axis].map((c) => ({
      value: c.code,
      label: `${c.code} · ${tDynamic(`grading.${scheme.id}.${axis}.${c.code}`)}`,
    }));
  return (
    <>
      <Select<SchemeId>
        label={t('inspector.grade.scheme')}
        options={gradingSchemes.map((s) => ({ value: s.id, label: tDynamic(`grading.${s.id}`) }))}
        value={value.scheme}
        onChange={(id) =>
          onChange({
            scheme: id,
            source: gradingScheme(id).source[0]!.code,
            information: gradingScheme(id).information[0]!.code,
          })
        }
      />
      <Select
        label={t('grading.axis.source')}
        options={options('source')}
        value={value.source}
        onChange={(source) => onChange({ ...value, source })}
      />
      <Select
        label={t('grading.axis.information')}
        options={options('information')}
        value={value.information}
        onChange={(information) => onChange({ ...value, information })}
      />
    </>
  );
}

/** What stands before anybody judged: a judgement nobody made must not be one key away. */
export const FIRST_GRADE: Grade = { scheme: '4x4', source: 'X', information: '4' };

export function RegradeDialog({
  grade,
  close,
}: {
  grade: Grade | undefined;
  close: (answer?: { grade?: Grade; reason: string }) => void;
}) {
  const t = useT();
  const [own, setOwn] = useState(grade !== undefined);
  const [value, setValue] = useState(grade ?? FIRST_GRADE);
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('inspector.basis.regrade')}
      onClose={() => close()}
      onSubmit={() => close({ ...(own && { grade: value }), reason })}
      foot={
        <>
          <Button onClick={() => close()}>{t('inspector.cancel')}</Button>
          <Button submit variant="primary">
            {t('inspector.save')}
          </Button>
        </>
      }
    >
      <Segmented
        label={t('inspector.grade')}
        value={own ? 'own' : 'none'}
        onChange={(v) => setOwn(v === 'own')}
        options={[
          { value: 'own', label: t('inspector.grade.own') },
          { value: 'none', label: t('inspector.grade.of-source') },
        ]}
      />
      {own && <GradeFields value={value} onChange={setValue} />}
      <TextField label={t('inspector.grade.reason')} value={reason} onChange={setReason} />
    </Dialog>
  );
}
