import { useState } from 'react';
import { useT } from '#i18n/react';
import type { ListedCase } from '#queries/workspace';
import { Button, Dialog, Note } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';
import { CaseFields, type CaseText, caseFault, trimmed } from '../case-fields.tsx';
import type { Program } from '../skein-context.ts';

interface NewCaseDialogProps {
  readonly program: Program;
  readonly cases: readonly ListedCase[];
  readonly title: string;
  readonly close: (localId?: string) => void;
}

function NewCaseDialog({ program, cases, title: suggested, close }: NewCaseDialogProps) {
  const t = useT();
  const [text, setText] = useState<CaseText>({
    title: suggested,
    reference: '',
    marking: '',
    unit: program.skein.device.author()?.unit ?? '',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const [problem, setProblem] = useState<'title' | 'zone' | 'write'>();
  const [busy, setBusy] = useState(false);
  const markings = [...new Set(cases.flatMap((c) => (c.marking ? [c.marking] : [])))];

  const submit = async () => {
    if (busy) return;
    const fault = caseFault(text);
    if (fault) return setProblem(fault);
    setBusy(true);
    const localId = await program.skein
      .createCase({
        ...trimmed(text),
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
      <CaseFields
        text={text}
        onChange={setText}
        markings={markings}
        fault={problem === 'write' ? undefined : problem}
        titleHint={t('new-case.name-hint')}
      />
    </Dialog>
  );
}

/** Asks for what a new case needs and makes it; resolves with its local id. */
export function askNewCase(program: Program, cases: readonly ListedCase[], title = ''): Promise<string | undefined> {
  return showDialog<string>((close) => <NewCaseDialog program={program} cases={cases} title={title} close={close} />);
}
