import { useState } from 'react';
import { allHandling, handlingKey, handlingText } from '#domain/grading/handling';
import type { Source, SourceKind } from '#domain/source/source';
import { readMoment } from '#domain/time/moment';
import { t, tDynamic } from '#i18n/index';
import { Button, Dialog, Segmented, Select, TextArea, TextField } from '#ui/controls/index';
import { FIRST_GRADE, GradeFields } from '../grade.tsx';

const KINDS: readonly SourceKind[] = [
  'report',
  'document',
  'interview',
  'observation',
  'open-source',
  'dataset',
  'other',
];

export type NewSource = Omit<Source, 'id' | 'kind'>;

/** A source as it comes in: its reference, its text as it is, its grade with the scheme, its handling. */
export function AddSourceDialog({ taken, close }: { taken: ReadonlySet<string>; close: (made?: NewSource) => void }) {
  const [reference, setReference] = useState('');
  const [title, setTitle] = useState('');
  const [sourceKind, setKind] = useState<SourceKind>('report');
  const [received, setReceived] = useState('');
  const [text, setText] = useState('');
  const [graded, setGraded] = useState(false);
  const [grade, setGrade] = useState(FIRST_GRADE);
  const [handling, setHandling] = useState('');
  const [tried, setTried] = useState(false);
  const dateWrong = received.trim() !== '' && !readMoment(received.trim().replace(' ', 'T'));
  const submit = () => {
    setTried(true);
    if (reference.trim() === '' || dateWrong) return;
    close({
      reference: reference.trim(),
      sourceKind,
      ...(title.trim() && { title: title.trim() }),
      ...(received.trim() && { received: received.trim().replace(' ', 'T') }),
      // The words of a report are kept as they came; only the way lines end is made one.
      ...(text.trim() && { text: text.replace(/\r\n?/g, '\n') }),
      ...(graded && { grade }),
      ...(handling && { handling }),
    });
  };
  const twice = taken.has(reference.trim().toLocaleLowerCase());
  return (
    <Dialog
      size="wide"
      title={t('sources.add.title')}
      onClose={() => close()}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={() => close()}>{t('sources.cancel')}</Button>
          <Button submit variant="primary">
            {t('sources.add.save')}
          </Button>
        </>
      }
    >
      <div className="sources-fields">
        <TextField
          data-autofocus
          label={t('sources.reference')}
          value={reference}
          onChange={setReference}
          {...(tried && reference.trim() === '' && { error: t('sources.reference.missing') })}
          {...(twice && { hint: t('sources.reference.twice') })}
        />
        <TextField label={t('sources.title')} value={title} onChange={setTitle} />
        <Select
          label={t('sources.kind')}
          value={sourceKind}
          onChange={setKind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`source-kind.${kind}`) }))}
        />
        <TextField
          label={t('sources.received')}
          hint={t('sources.received.hint')}
          value={received}
          onChange={setReceived}
          {...(dateWrong && { error: t('sources.received.wrong') })}
        />
      </div>
      <TextArea rows={8} label={t('sources.text')} value={text} onChange={setText} />
      <Segmented
        label={t('sources.grade')}
        value={graded ? 'yes' : 'no'}
        onChange={(v) => setGraded(v === 'yes')}
        options={[
          { value: 'yes', label: t('sources.grade.yes') },
          { value: 'no', label: t('sources.grade.no') },
        ]}
      />
      {graded && (
        <div className="sources-fields three">
          <GradeFields value={grade} onChange={setGrade} />
        </div>
      )}
      <Select
        label={t('sources.handling')}
        value={handling}
        onChange={setHandling}
        options={[
          { value: '', label: t('sources.handling.none') },
          ...allHandling().map((h) => ({
            value: handlingText(h),
            label: `${h.codes.join('/')} · ${tDynamic(handlingKey(h.scheme, h.codes[0]!))}`,
          })),
        ]}
      />
    </Dialog>
  );
}
