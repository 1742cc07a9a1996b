import { useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { t } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { OpenCase } from '#queries/open-case';
import { Button, Dialog, TextField } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';
import { said } from '../acts.tsx';

function LiftDialog({ close }: { close: (reason?: string) => void }) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('inspector.lift.title')}
      onClose={() => close()}
      onSubmit={() => reason.trim() && close(reason)}
      foot={
        <>
          <Button onClick={() => close()}>{t('inspector.cancel')}</Button>
          <Button submit variant="danger" {...(!reason.trim() && { disabledReason: t('refused.reason-missing') })}>
            {t('inspector.lift.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('inspector.lift.body')}</p>
      <TextField data-autofocus label={t('inspector.lift.reason')} value={reason} onChange={setReason} />
    </Dialog>
  );
}

/** Asks for the reason, then shows the name of a protected person. */
export async function liftProtection(open: OpenCase, id: string): Promise<void> {
  const reason = await showDialog<string>((close) => <LiftDialog close={close} />);
  if (reason) await said(open.run('lift-protection', { id, reason }));
}

export function nameIn(state: CaseState, id: string): string {
  return nameOf(state.entity(id));
}
