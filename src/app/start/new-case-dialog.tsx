import { useState } from 'react';
import { useT } from '#i18n/react';
import type { ListedCase } from '#queries/workspace';
import { Button, Dialog, Note, TextField } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';
import type { Program } from '../skein-context.ts';
import { TextWithChoices } from './text-with-choices.tsx';

const zones = (): string[] => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const region = [
    'Asia/Phnom_Penh',
    'Asia/Bangkok',
    'Asia/Jakarta',
    'Asia/Vientiane',
    'Asia/Yangon',
    'Asia/Ho_Chi_Minh',
    'Asia/Manila',
    'Asia/Kuala_Lumpur',
    'UTC',
  ];
  return [...new Set([here, ...region])];
};

/** The zone's own name is not asked of a list: any the browser knows is right. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export { zones as knownZones };

interface NewCaseDialogProps {
  readonly program: Program;
  readonly cases: readonly ListedCase[];
  readonly title: string;
  readonly close: (localId?: string) => void;
}

function NewCaseDialog({ program, cases, title: suggested, close }: NewCaseDialogProps) {
  const t = useT();
  const [title, setTitle] = useState(suggested);
  const [reference, setReference] = useState('');
  const [marking, setMarking] = useState('');
  const [unit, setUnit] = useState(program.skein.device.author()?.unit ?? '');
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [problem, setProblem] = useState<'title' | 'zone' | 'write'>();
  const [busy, setBusy] = useState(false);
  const markings = [...new Set(cases.flatMap((c) => (c.marking ? [c.marking] : [])))];

  const submit = async () => {
    if (busy) return;
    if (title.trim() === '') return setProblem('title');
    if (!isZone(zone.trim())) return setProblem('zone');
    setBusy(true);
    const localId = await program.skein
      .createCase({
        title: title.trim(),
        reference: reference.trim(),
        marking: marking.trim(),
        unit: unit.trim(),
        zone: zone.trim(),
        chartName: t('new-case.chart'),
      })
      .catch(() => null);
    setBusy(false);
    if (localId === null) setProblem('write');
    else close(localId);
  };
  return (
    <Dialog
      title={t('new-case.title')}
      onClose={() => close()}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={() => close()}>{t('controls.cancel')}</Button>
          <Button variant="primary" submit>
            {t('new-case.create')}
          </Button>
        </>
      }
    >
      {problem === 'write' && (
        <Note tone="danger" live>
          {t('new-case.failed')}
        </Note>
      )}
      <TextField
        label={t('new-case.name')}
        hint={t('new-case.name-hint')}
        value={title}
        onChange={setTitle}
        error={problem === 'title' ? t('new-case.needs-title') : undefined}
        data-autofocus
      />
      <TextField label={t('new-case.reference')} value={reference} onChange={setReference} />
      <TextWithChoices
        label={t('new-case.marking')}
        hint={t('new-case.marking-hint')}
        value={marking}
        onChange={setMarking}
        choices={markings}
      />
      <TextField label={t('new-case.unit')} value={unit} onChange={setUnit} />
      <TextWithChoices
        label={t('new-case.zone')}
        hint={t('new-case.zone-hint')}
        value={zone}
        onChange={setZone}
        choices={zones()}
        error={problem === 'zone' ? t('new-case.bad-zone') : undefined}
      />
    </Dialog>
  );
}

/** Asks for what a new case needs and makes it; resolves with its local id. */
export function askNewCase(program: Program, cases: readonly ListedCase[], title = ''): Promise<string | undefined> {
  return showDialog<string>((close) => <NewCaseDialog program={program} cases={cases} title={title} close={close} />);
}
