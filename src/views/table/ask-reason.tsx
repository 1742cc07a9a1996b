import { useState } from 'react';
import { useT } from '#i18n/react';
import { Button, Dialog, TextField } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';

function ReasonDialog({ count, close }: { count: number; close: (reason?: string) => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('table.regrade.title', { count })}
      onClose={() => close()}
      onSubmit={() => close(reason.trim())}
      foot={
        <>
          <Button onClick={() => close()}>{t('table.cancel')}</Button>
          <Button submit variant="primary">
            {t('table.regrade.do')}
          </Button>
        </>
      }
    >
      <TextField
        data-autofocus
        label={t('table.regrade.reason')}
        hint={t('table.regrade.kept')}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  );
}

/** Why sources are graded anew: asked once for all that one act regrades. Undefined when it is not to be done. */
export function askReason(count: number): Promise<string | undefined> {
  return showDialog<string>((close) => <ReasonDialog count={count} close={close} />);
}
